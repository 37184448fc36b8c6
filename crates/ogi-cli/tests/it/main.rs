//! Tests of the program itself, run on the bundled reports.

// Clippy knows tests, not what they call.
#![allow(clippy::unwrap_used)]

mod check;
mod claims;
mod convert;
mod explain;
mod export;
mod folders;
mod json_faults;
mod new;
mod parse;
mod policy;
mod program;
mod relatives;
mod rollup;
mod rules;
mod suggest;
mod tally;
mod terminal;
mod verdict;

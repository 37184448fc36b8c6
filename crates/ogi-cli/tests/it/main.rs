//! Tests of the program itself, run on the bundled reports.

// Clippy knows tests, not what they call; what is skipped is said.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

mod across;
mod check;
mod claims;
mod conveniences;
mod convert;
mod docs;
mod explain;
mod export;
mod folders;
mod help;
mod hooks;
mod in_place;
mod json_faults;
mod new;
mod pages;
mod parse;
mod policy;
mod program;
mod relatives;
mod rollup;
mod rules;
mod settings;
mod suggest;
mod tally;
mod terminal;
mod verdict;

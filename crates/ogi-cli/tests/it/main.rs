//! Tests of the program itself, run on the bundled reports.

mod check;
mod convert;
mod parse;
mod program;
mod rules;
mod terminal;

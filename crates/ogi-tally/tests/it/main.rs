//! Registers are counted as people would count them.

// What helpers of tests unwrap fails the test.
#![allow(clippy::unwrap_used)]

mod compare;
mod encodings;
mod laws;
mod rows;

use ogi_import::Limits;
use ogi_tally::{Mapping, Register, Scope, Tally, tally};

fn register(bytes: &[u8]) -> Register {
    Register::read(bytes, &Limits::default()).unwrap()
}

/// What a register comes to with the mapping that is guessed.
fn tallied(bytes: &[u8], scope: Scope) -> Tally {
    let register = register(bytes);
    let mapping = Mapping::guess(&register, scope.edition).unwrap();
    tally(&register, &mapping, scope).unwrap()
}

//! What a server shares between threads can be shared.

use ogi::check::{Across, Aliases, Resemblances, RollUp, Statistics, Summed, Waivers};
use ogi::import::Packed;
use ogi::model::{Claim, Decision, Message, Places};
use ogi::parse::{ParseError, Sheet};
use ogi::tally::{Mapping, Register, Tally};
use ogi::{
    Finding, ImportError, InPlaceError, Limits, Outcome, Policy, ReadError, ReadOptions, Reading,
    Report, Rule, Stop, TableForm,
};

const fn is_shared<T: Send + Sync + 'static>() {}

#[test]
fn the_main_types_are_send_and_sync() {
    is_shared::<(Report, Reading, Places, Claim, Decision, Message, TableForm)>();
    is_shared::<(ReadOptions, Limits, Stop, Sheet<'static>, Packed)>();
    is_shared::<(Policy, Rule, Outcome, Finding, Waivers, Aliases, Statistics)>();
    is_shared::<(RollUp, Summed, Across, Resemblances)>();
    is_shared::<(Mapping, Register, Tally)>();
    is_shared::<(ReadError, ImportError, ParseError, InPlaceError)>();
    is_shared::<ogi::solve::System>();
    is_shared::<ogi::render::Overview>();
    is_shared::<ogi::terminal::Printer>();
}

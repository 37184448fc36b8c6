//! The hand that makes a mess while a sheet is filled.

use rand::RngExt as _;
use rand::seq::IndexedRandom as _;
use rand_chacha::ChaCha8Rng;

use super::{Mess, Style};

/// Decides at each place whether a style applies there.
pub(crate) struct Pen<'a> {
    mess: &'a Mess,
    rng: ChaCha8Rng,
}

impl<'a> Pen<'a> {
    pub(crate) fn new(mess: &'a Mess) -> Self {
        Self { mess, rng: crate::rng(mess.seed) }
    }

    /// Whether the style applies here.
    pub(super) fn applies(&mut self, style: Style) -> bool {
        self.mess.has(style) && self.rng.random_bool(self.mess.intensity)
    }

    /// One of several ways.
    pub(super) fn one_of<T: Clone + Default>(&mut self, ways: &[T]) -> T {
        ways.choose(&mut self.rng).cloned().unwrap_or_default()
    }

    /// A number below `end`; 0 if there is none.
    pub(super) fn below(&mut self, end: usize) -> usize {
        if end == 0 { 0 } else { self.rng.random_range(0..end) }
    }
}

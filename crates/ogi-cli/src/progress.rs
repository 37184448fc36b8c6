//! A bar for long work, for people who wait.

use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::output;

/// Work that is done sooner needs no bar.
const LONG: Duration = Duration::from_millis(700);

/// How far a batch has come: shown on standard error if that is a terminal, and never in a pipe.
pub(crate) struct Progress<F> {
    bar: Option<ProgressBar>,
    begun: Instant,
    /// Counts the inputs; asked only where the bar is shown.
    total: F,
}

impl<F: Fn() -> u64> Progress<F> {
    pub(crate) fn new(is_batch: bool, total: F) -> Self {
        let is_shown = is_batch
            && !output::is_quiet()
            && io::stderr().is_terminal()
            && std::env::var_os("TERM").is_none_or(|it| it != "dumb");
        let bar = is_shown.then(ProgressBar::hidden);
        Self { bar, begun: Instant::now(), total }
    }

    /// One input more is done.
    pub(crate) fn step(&self) {
        let Some(bar) = &self.bar else { return };
        bar.inc(1);
        if bar.is_hidden() && self.begun.elapsed() > LONG {
            bar.set_length((self.total)());
            let style = ProgressStyle::with_template("{bar:30} {pos}/{len} ETA {eta}");
            bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
            bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }

    /// Prints something while the bar is out of the way.
    pub(crate) fn aside<R>(&self, print: impl FnOnce() -> R) -> R {
        match &self.bar {
            Some(bar) => bar.suspend(print),
            None => print(),
        }
    }
}

impl<F> Drop for Progress<F> {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

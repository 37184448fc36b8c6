//! Findings as text for people: what is wrong, with the lines of the source where it stands.
//!
//! Nothing is printed here. Nothing that a report holds reaches the text as a control character.
//!
//! ```
//! use ogi::terminal::{Language, Printer};
//! use ogi::{Policy, ReadOptions};
//!
//! let text = include_str!("../../../../examples/reports/garden-street-2024.txt");
//! let reading = ogi::read(text, &ReadOptions::default())?;
//! let outcome = ogi::check(&reading, &Policy::default());
//!
//! let shown = Printer::new(Language::En).outcome("garden-street-2024.txt", &reading, &outcome);
//! assert!(shown.contains("error[t4-sum]: "));
//! assert!(shown.contains("not accepted"));
//! # Ok::<(), ogi::ReadError>(())
//! ```

mod claims;
mod comparison;
mod decisions;
mod excerpt;
mod printer;
mod rolled_up;
mod row;
mod statistics;
mod stories;
mod summary;
mod summed;
#[cfg(feature = "tally")]
mod tally;
mod visible;

pub use ogi_check::{Language, UnknownLanguage};
pub use printer::Printer;
pub use visible::visible;

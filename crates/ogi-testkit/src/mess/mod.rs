//! What makes real pages differ from the form, apart from how their tables are flattened.

mod figures;
mod headings;
mod labels;
mod pen;
mod style;
mod surroundings;

pub use style::Style;

pub(crate) use pen::Pen;

/// A mess that is made of a report while a [`Layout`](crate::Layout) writes it.
///
/// Each style is applied or not at every single place, by chance: `intensity` is how often, from 0 to 1. The same
/// mess makes the same of the same report. No style changes a figure, or what a label means.
///
/// ```
/// use ogi_testkit::{Generator, Layout, Mess, Style};
///
/// let report = Generator::new(1).report();
/// let mess = Mess::new(5, 1.0).only(&[Style::LabelSpaces]);
/// let text = Layout::A4.write_messy(&report, &mess);
/// assert_ne!(text, Layout::A4.write(&report));
/// let without_blanks = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
/// assert_eq!(without_blanks(&text), without_blanks(&Layout::A4.write(&report)));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Mess {
    seed: u64,
    intensity: f64,
    styles: Vec<Style>,
}

impl Mess {
    /// A mess of all styles.
    pub fn new(seed: u64, intensity: f64) -> Self {
        let intensity = if intensity.is_nan() { 0.0 } else { intensity.clamp(0.0, 1.0) };
        Self { seed, intensity, styles: Style::ALL.to_vec() }
    }

    /// No mess: what is written is that of [`Layout::write`](crate::Layout::write).
    ///
    /// ```
    /// use ogi_testkit::{Generator, Layout, Mess};
    ///
    /// let report = Generator::new(1).report();
    /// assert_eq!(Layout::A1.write_messy(&report, &Mess::none()), Layout::A1.write(&report));
    /// ```
    pub fn none() -> Self {
        Self { seed: 0, intensity: 0.0, styles: Vec::new() }
    }

    /// The same mess of these styles only.
    pub fn only(mut self, styles: &[Style]) -> Self {
        self.styles = styles.to_vec();
        self
    }

    /// The same mess without a style.
    ///
    /// ```
    /// use ogi_testkit::{Mess, Style};
    ///
    /// let mess = Mess::new(1, 0.5).without(Style::Signature);
    /// assert!(!mess.has(Style::Signature) && mess.has(Style::MenuLines));
    /// ```
    pub fn without(mut self, style: Style) -> Self {
        self.styles.retain(|it| *it != style);
        self
    }

    /// What its chances follow from.
    #[cfg(feature = "documents")]
    pub(crate) fn seed(&self) -> u64 {
        self.seed
    }

    /// Whether the style is part of it.
    pub fn has(&self, style: Style) -> bool {
        self.styles.contains(&style)
    }
}

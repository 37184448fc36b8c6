//! Pictures of figures: SVG that stands alone or in a page, in light and dark, with the figures in words for those who
//! do not see it. A figure that is not there is said to be missing and has no bar and no point.

mod bars;
#[cfg(feature = "findings")]
mod lines;

#[cfg(feature = "html")]
pub(crate) use bars::{applicants, outcomes};
pub use bars::{applicants_chart, outcomes_chart};
#[cfg(feature = "findings")]
pub use lines::years_chart;

/// What stands where a figure is not there.
fn missing(language: ogi_model::Language) -> &'static str {
    language.pick("缺数字", "no figure")
}

/// A picture, and what it says.
pub(crate) struct Picture {
    pub(crate) svg: String,
    pub(crate) title: String,
    /// All figures in words.
    pub(crate) words: String,
    /// Whether any figure is above 0.
    pub(crate) shows_something: bool,
}

#[cfg(feature = "html")]
impl Picture {
    /// The picture as an address, for a page that needs nothing else: what it prints is no text of the page.
    pub(crate) fn data_uri(&self) -> String {
        let escaped =
            percent_encoding::utf8_percent_encode(&self.svg, percent_encoding::NON_ALPHANUMERIC);
        format!("data:image/svg+xml,{escaped}")
    }
}

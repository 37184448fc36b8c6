//! Pictures of figures: SVG that stands alone or in a page, in light and dark, with the figures in words for those who
//! do not see it. A figure that is not there is said to be missing and has no bar and no point.

mod bars;
mod lines;

pub use bars::{applicants_chart, outcomes_chart};
pub use lines::years_chart;

/// What stands where a figure is not there.
fn missing(language: ogi_check::Language) -> &'static str {
    language.pick("缺数字", "no figure")
}

//! HTML: pages that need nothing else. What a report says reaches a page only through the templates, which escape it.

#[cfg_attr(
    not(feature = "findings"),
    allow(dead_code, unused_imports, reason = "a page without findings has no marks")
)]
mod findings;
mod labels;
#[cfg(feature = "findings")]
mod overview;
mod page;
mod table;

use askama::Template;
#[cfg(feature = "findings")]
use ogi_check::{Outcome, Subject};
use ogi_model::Language;
use ogi_model::Report;

#[cfg(feature = "findings")]
use crate::Overview;
use findings::Marks;
#[cfg(feature = "findings")]
use overview::List;
use page::Page;

/// How pages are written.
///
/// ```
/// use ogi_model::{Edition, Report};
/// use ogi_render::Html;
///
/// let report = Report::builder(Edition::E2021).agency("示例市司法局").year(2024).build()?;
/// let fragment = Html::new().fragment(true).report(&report);
/// assert!(fragment.starts_with(r#"<div class="ogi" lang="zh-CN">"#));
/// # Ok::<(), ogi_model::BuildError>(())
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Html {
    /// Of what was found.
    #[cfg_attr(not(feature = "findings"), allow(dead_code))]
    language: Language,
    fragment: bool,
}

impl Html {
    /// Whole pages, with findings in Chinese.
    pub const fn new() -> Self {
        Self { language: Language::Zh, fragment: false }
    }

    /// With findings in a language. The report itself is in Chinese.
    pub const fn language(self, language: Language) -> Self {
        Self { language, ..self }
    }

    /// Whether only the body is written, for a page that somebody else makes: no head, no script, and styles that are
    /// for what is in one element of the class `ogi` alone, in light colours.
    pub const fn fragment(self, fragment: bool) -> Self {
        Self { fragment, ..self }
    }

    /// A report: the statutory tables with their merged heads, to be read on a screen, a telephone and on A4.
    pub fn report(self, report: &Report) -> String {
        render(&Page::new(report, &Marks::none(), self))
    }

    /// The same with what a check found: the findings above everything, the worst first and hints folded; wrong cells
    /// are marked, and under each table stands what is wrong with it and what the other figures imply, with links from
    /// each finding to its cell and back. A label that is not the form's stands before that of the form.
    ///
    /// It takes what was checked, a report or a reading.
    #[cfg(feature = "findings")]
    pub fn findings<'a>(self, subject: impl Into<Subject<'a>>, outcome: &Outcome) -> String {
        let subject = subject.into();
        render(&Page::new(subject.report(), &Marks::of(subject, outcome, self.language), self))
    }

    /// What checks of many reports came to, in the language of the overview: the reports, the rules and the agencies,
    /// sorted where a script may run.
    #[cfg(feature = "findings")]
    pub fn overview(self, overview: &Overview) -> String {
        render(&List::new(overview, self.fragment))
    }
}

/// A report as a page of HTML, as [`Html::report`] writes it.
///
/// ```
/// use ogi_model::{Edition, Report};
///
/// let report = Report::builder(Edition::E2021).agency("示例市<司法局>").year(2024).build()?;
/// let page = ogi_render::html(&report);
/// assert!(page.contains("<h1>示例市&#60;司法局&#62;2024年政府信息公开工作年度报告</h1>"));
/// assert!(page.contains(r#"scope="col" colspan="7">申请人情况</th>"#));
/// # Ok::<(), ogi_model::BuildError>(())
/// ```
pub fn html(report: &Report) -> String {
    Html::new().report(report)
}

/// The same page with what a check found, as [`Html::findings`] writes it.
///
/// ```
/// use ogi_check::Policy;
/// use ogi_model::{CellId, Column, Edition, Report, Row};
///
/// let total = CellId::new(Row::NewlyReceived, Column::Total);
/// let report = Report::builder(Edition::E2021).agency("示例市司法局").year(2024).set(total, -1).build()?;
/// let outcome = ogi_check::check(&report, &Policy::default());
/// let page = ogi_render::html_with_findings(&report, &outcome);
/// assert!(page.contains(r##"href="#applications.newly_received.total""##));
/// # Ok::<(), ogi_model::BuildError>(())
/// ```
#[cfg(feature = "findings")]
pub fn html_with_findings<'a>(subject: impl Into<Subject<'a>>, outcome: &Outcome) -> String {
    Html::new().findings(subject, outcome)
}

fn render(page: &impl Template) -> String {
    page.render().expect("memory takes any text, and the templates ask for nothing that can fail")
}

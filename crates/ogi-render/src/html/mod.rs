//! HTML: the whole report as one page that needs nothing else, no script either.
//!
//! What a report says reaches the page only through the templates, which escape it.

mod findings;
mod page;
mod table;

use askama::Template as _;
use ogi_check::{Outcome, Subject};
use ogi_model::Report;

use findings::Marks;
use page::Page;

/// A report as a page of HTML: the statutory tables with their merged heads, to be read on a screen, a telephone
/// and on A4.
///
/// ```
/// use ogi_model::{Edition, Report};
///
/// let report = Report::builder(Edition::E2021).agency("示例市<司法局>").year(2024).build()?;
/// let page = ogi_render::html(&report);
/// assert!(page.contains("<h1>示例市&#60;司法局&#62;2024年政府信息公开工作年度报告</h1>"));
/// assert!(page.contains(r#"<th id="applications-h0-3" scope="col" colspan="7">申请人情况</th>"#));
/// # Ok::<(), ogi_model::BuildError>(())
/// ```
pub fn html(report: &Report) -> String {
    render(Page::new(report, &Marks::none()))
}

/// The same page with what a check found: wrong cells are marked, and under each table stands what is wrong with
/// it and what the other figures imply, with links from each finding to its cell and back.
///
/// It takes what was checked, a report or a reading.
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
pub fn html_with_findings<'a>(subject: impl Into<Subject<'a>>, outcome: &Outcome) -> String {
    let report = subject.into().report();
    render(Page::new(report, &Marks::of(report, outcome)))
}

fn render(page: Page) -> String {
    page.render().expect("memory takes any text, and the template asks for nothing that can fail")
}

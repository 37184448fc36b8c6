//! The title of the report among the lines before part one.
//!
//! `示例市民政局` and `2025年政府信息公开工作年度报告` on two lines are one title.

use core::ops::Range;

use ogi_text::page_fact::PageFact;
use ogi_text::traditional::in_simplified;

use super::facts::{before_facts, facts};
use super::line::{Kind, Line};
use crate::grammar::{Title, title};

/// The title and where it was found.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) title: Title,
    pub(super) printed: String,
    /// Its lines.
    pub(super) lines: Range<usize>,
}

/// The last title that states most, of agency and year: lists of reports and names of sites stand before the report's own
/// title. One that is repeated behind sentences is the running head of a printed page.
pub(super) fn find(lines: &[Line<'_>]) -> Option<Found> {
    let mut best: Option<Found> = None;
    for found in (0..lines.len()).filter_map(|i| at(lines, i)) {
        let is_better = best.as_ref().is_none_or(|it| {
            let between = it.lines.end..found.lines.start.max(it.lines.end);
            let repeats = it.title == found.title && lines[between].iter().any(Line::is_sentence);
            found.title.facts() >= it.title.facts() && !repeats
        });
        if is_better {
            best = Some(found);
        }
    }
    best
}

/// The title of a container, without the name of its site.
pub(super) fn of_container(printed: &str) -> Option<(Title, String)> {
    Some((title(printed)?, without_site(printed)))
}

fn at(lines: &[Line<'_>], i: usize) -> Option<Found> {
    let first = lines[i].shown.as_ref();
    let whole = |printed: String, lines: Range<usize>| {
        Some(Found { title: title(&printed)?, printed: without_site(&printed), lines })
    };
    if lines[i].kind == Kind::Facts {
        let named = facts(first).into_iter().find(|it| it.label == PageFact::Title);
        return whole(named.map_or(before_facts(first), |it| it.value).to_owned(), i..i + 1);
    }
    if !may_be_part(&lines[i]) {
        return None;
    }
    let mut found = whole(first.to_owned(), i..i + 1);
    // The end of a title alone (年度报告) is the name of a column, too.
    let next = lines.get(i + 1).filter(|it| may_be_part(it) || it.kind == Kind::Chrome);
    if found.is_none()
        && first.len() < 120
        && in_simplified(first).contains("信息公开")
        && let Some(next) = next
    {
        found = whole(format!("{first}{}", next.shown), i..i + 2);
    }
    let mut found = found?;
    let is_year = |it: &Line<'_>| it.shown.len() == 4 && it.shown.starts_with("20");
    if found.title.year.is_none()
        && let Some(joined) = with_line_before(lines, &found, is_year)
        && joined.title.year.is_some()
    {
        found = joined;
    }
    if found.title.agency.is_none()
        && let Some(joined) = with_line_before(lines, &found, may_be_part)
        && joined.title.agency.is_some()
        && joined.title.year == found.title.year
    {
        found = joined;
    }
    if found.title.year.is_none()
        && let Some(below) = lines.get(found.lines.end)
    {
        // The year in brackets on the line after.
        let joined = format!("{}{}", found.printed, below.shown);
        if let Some(read) = title(&joined).filter(|it| it.year.is_some()) {
            let lines = found.lines.start..found.lines.end + 1;
            found = Found { title: read, printed: joined, lines };
        }
    }
    Some(found)
}

/// Whether a line may be a title or a part of one.
fn may_be_part(line: &Line<'_>) -> bool {
    matches!(line.kind, Kind::Title | Kind::Text) && !line.shown.contains('。')
}

/// A title and the line before it, where that is a part of it: the name, or the year.
fn with_line_before(
    lines: &[Line<'_>],
    found: &Found,
    may: impl Fn(&Line<'_>) -> bool,
) -> Option<Found> {
    let before = found.lines.start.checked_sub(1)?;
    let line = lines.get(before).filter(|it| may(it))?;
    let printed = format!("{}{}", line.shown, found.printed);
    Some(Found { title: title(&printed)?, printed, lines: before..found.lines.end })
}

/// A title without the name of the site behind it: `…年度报告_政府信息公开_示例市`, `…年报-示例市民政局`.
fn without_site(printed: &str) -> String {
    let subject = in_simplified(printed).find("信息公开").unwrap_or_default();
    let site = printed[subject..].find(['_', '|', '-', '—', '–']).map(|at| subject + at);
    printed[..site.unwrap_or(printed.len())].trim_end().to_owned()
}

//! What stands before part one: title, dates, preamble. And the signature at the end.

use memchr::memchr3;
use ogi_model::{AgencyKind, Date, Report};

use crate::blank;
use crate::document::Metadata;
use crate::grammar::{Title, date_after, first_period, is_date, title};
use crate::markdown::unescaped;

/// The labels of the day of publication, the surest first.
const PUBLISHED: [&str; 6] = ["公开日期", "发布日期", "发布时间", "发文日期", "日期", "时间"];
/// Labels of other days, of which the last two above are part.
const NOT_PUBLISHED: [&str; 5] = ["成文", "采集", "生成", "打印", "更新"];
/// The labels of the agency.
const AGENCY: [&str; 2] = ["发布机构", "发布单位"];
/// The labels of lines that tell about the page and not about the report.
const ABOUT_PAGE: [&str; 10] = [
    "发布机构",
    "发布单位",
    "发布日期",
    "发布时间",
    "公开日期",
    "索引号",
    "来源",
    "点击数",
    "访问量",
    "浏览次数",
];
/// The label of the period in our own standard layout.
const PERIOD: &str = "统计期限";
/// The longest line about the page, in bytes.
const LONGEST_META: usize = 400;
/// The longest line that is searched for several labels, in bytes: a preamble is longer.
const LONGEST_LABELS: usize = 240;

/// The lines before part one.
#[derive(Debug)]
pub(crate) struct Front<'t> {
    text: &'t str,
    lines: Vec<(usize, usize)>,
    title: Option<Found>,
    /// How many lines were searched for the title.
    searched: usize,
}

/// The title and where it was found.
#[derive(Clone, Debug)]
struct Found {
    title: Title,
    printed: String,
    last: usize,
}

impl<'t> Front<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, lines: Vec::new(), title: None, searched: 0 }
    }

    pub(crate) fn push(&mut self, start: usize, end: usize) {
        self.lines.push((start, end));
    }

    fn line(&self, i: usize) -> &'t str {
        let (start, end) = self.lines[i];
        &self.text[start..end]
    }

    /// The year that the title tells, as far as it was met.
    pub(crate) fn year(&mut self) -> Option<u16> {
        self.find_title();
        self.title.as_ref()?.title.year
    }

    /// The last title that tells most, of agency and year; it may be broken over lines. Lists of reports and
    /// names of sites stand before the report's own title.
    fn find_title(&mut self) {
        for i in self.searched..self.lines.len() {
            if let Some(found) = self.title_at(i)
                && self.title.as_ref().is_none_or(|it| found.title.facts() >= it.title.facts())
            {
                self.title = Some(found);
            }
        }
        self.searched = self.lines.len();
    }

    fn title_at(&self, i: usize) -> Option<Found> {
        let line = self.line(i);
        let (mut printed, mut last) = (line.to_owned(), i);
        let mut read = title(line);
        if read.is_none()
            && line.len() < 120
            && line.contains("信息公开")
            && i + 1 < self.lines.len()
        {
            let joined = format!("{line}{}", self.line(i + 1));
            read = title(&joined);
            (printed, last) = (joined, i + 1);
        }
        let mut found = Found { title: read?, printed, last };
        if found.title.agency.is_none() && i > 0 {
            // The name on the line before.
            let joined = format!("{}{}", self.line(i - 1), found.printed);
            if let Some(read) =
                title(&joined).filter(|it| it.agency.is_some() && it.year == found.title.year)
            {
                found = Found { title: read, printed: joined, last: found.last };
            }
        }
        if found.title.year.is_none() && found.last + 1 < self.lines.len() {
            // The year in brackets on the line after.
            let joined = format!("{}{}", found.printed, self.line(found.last + 1));
            if let Some(read) = title(&joined).filter(|it| it.year.is_some()) {
                found = Found { title: read, printed: joined, last: found.last + 1 };
            }
        }
        let markdown = found.printed.trim_start_matches(['#', ' ']).to_owned();
        Some(Found { printed: markdown, ..found })
    }

    /// Fills in what the front tells.
    pub(crate) fn fill(mut self, report: &mut Report, metadata: &Metadata, markdown: bool) {
        self.find_title();
        let plain = |line: &'t str| if markdown { unescaped(line) } else { line.into() };
        let after = self.title.as_ref().map_or(self.lines.len(), |it| it.last + 1);
        let mut preamble = String::new();
        let mut published = metadata.published;
        let mut agency = metadata.agency.clone();
        for i in 0..self.lines.len() {
            let line = plain(self.line(i));
            let line = line.as_ref();
            let about_page = line.len() <= LONGEST_META && is_about_page(line);
            if about_page {
                published = published.or_else(|| published_in(line));
                agency = agency.or_else(|| labelled(line, &AGENCY));
                report.period = report
                    .period
                    .or_else(|| line.find(PERIOD).and_then(|at| first_period(&line[at..])));
            } else if i == after && is_date(line).is_some() {
                published = published.or_else(|| is_date(line));
            } else if i >= after {
                if !preamble.is_empty() {
                    preamble.push('\n');
                }
                preamble.push_str(line);
            }
        }
        let published = published.or_else(|| signature(report.other_matters.as_mut()));
        if let Some(printed) = &metadata.title
            && let Some(found) = title(printed)
            && self
                .title
                .as_ref()
                .is_none_or(|it| it.title.agency.is_none() || it.title.year.is_none())
        {
            self.title = Some(Found { title: found, printed: printed.clone(), last: 0 });
        }
        if let Some(found) = self.title {
            // An escape may be part of the agency's name.
            let escaped = markdown && found.printed.contains('\\');
            let printed =
                if escaped { unescaped(&found.printed).into_owned() } else { found.printed };
            let found = if escaped { title(&printed).unwrap_or(found.title) } else { found.title };
            agency = agency.or(found.agency);
            report.year = found.year;
            report.title = Some(printed);
        }
        report.period = report.period.or_else(|| first_period(&preamble)).or_else(|| {
            let overview = report.overview.as_deref()?;
            let at = memchr::memmem::find(overview.as_bytes(), "统计".as_bytes())?;
            first_period(&overview[at..])
        });
        report.year = report.year.or_else(|| report.period.map(|it| it.start.year()));
        report.agency_kind = agency.as_deref().map(AgencyKind::of_name);
        report.agency = agency;
        report.published = published;
        report.other_matters = report.other_matters.take().filter(|it| !it.is_empty());
        report.preamble = (!preamble.is_empty()).then_some(preamble);
    }
}

/// Whether a line tells about the page: it begins with one of the labels, or has several.
fn is_about_page(line: &str) -> bool {
    // Cheap, and true of few lines: a colon, a bar, or the first byte of full-width punctuation.
    if memchr3(b':', b'|', 0xEF, line.as_bytes()).is_none() && !line.contains('\t') {
        return false;
    }
    let begins = |label: &str| {
        line.strip_prefix(label)
            .is_some_and(|it| blank::trimmed(it).starts_with([':', '：', '|', '\t']))
    };
    ABOUT_PAGE.iter().chain(&PUBLISHED).chain(&[PERIOD]).any(|label| begins(label))
        || (line.len() <= LONGEST_LABELS
            && ABOUT_PAGE.iter().filter(|it| line.contains(**it)).count() > 1)
}

fn published_in(line: &str) -> Option<Date> {
    PUBLISHED.iter().find_map(|label| {
        let at = line.find(label)?;
        let other = NOT_PUBLISHED.iter().any(|it| line[..at].ends_with(it));
        if other { None } else { date_after(line, label) }
    })
}

/// What follows a label and a colon, up to a wide gap.
fn labelled(line: &str, labels: &[&str]) -> Option<String> {
    labels.iter().find_map(|label| {
        let rest = line[line.find(label)? + label.len()..].trim_start();
        let rest = rest.strip_prefix([':', '：', '|', '\t'])?;
        let value = blank::trimmed(rest).split([' ', '\t', '\u{a0}', '\u{3000}', '|']).next()?;
        (value.chars().count() >= 3).then(|| value.to_owned())
    })
}

/// The date that closes the text, with the name over it: they are no matter to report.
fn signature(other_matters: Option<&mut String>) -> Option<Date> {
    let text = other_matters?;
    let last = text.rsplit('\n').next()?;
    if !last.ends_with(['日', ')', '）', ']']) && !last.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let date = is_date(last)?;
    let rest = text[..text.len() - last.len()].trim_end_matches('\n');
    let name = rest.rsplit('\n').next().unwrap_or_default();
    let is_name = AgencyKind::of_name(name) != AgencyKind::Other && name.chars().count() < 30;
    let end = if is_name { rest.len() - name.len() } else { rest.len() };
    *text = rest[..end].trim_end_matches('\n').to_owned();
    Some(date)
}

//! The workbook of an overview: for those who telephone the offices, with lists to filter.

use ogi_model::{Severity, Words};
use rust_xlsxwriter::{Format, RowNum, Workbook, Worksheet, XlsxError};

use super::book::{A4, HIGHEST};
use super::styles::Styles;
use crate::overview::{Entry, Fate, Judged, Line};
use crate::{Overview, words};

/// The most findings on a sheet: the rest goes to the next one.
const MOST: usize = 1_000_000;

/// The height of a line in points.
const LINE: f64 = 14.0;

/// A column, with its width in characters.
type Column = (Words, f64);

/// What stands in a cell.
enum Item<'a> {
    Text(&'a str),
    Count(usize),
    /// Text that looks like its verdict or severity.
    Marked(&'a str, &'a Format),
}

pub(super) fn workbook(overview: &Overview) -> Result<Workbook, XlsxError> {
    let styles = Styles::new();
    let mut workbook = Workbook::new();
    reports(workbook.add_worksheet(), overview, &styles)?;
    let entries = overview.entries();
    let findings = entries.iter().filter_map(|it| Some((*it, it.fate.judged()?)));
    let findings: Vec<_> = findings
        .flat_map(|(it, judged)| it.lines.iter().map(move |line| (it, judged, line)))
        .collect();
    let name = overview.language.of_words(words::FINDINGS);
    // An empty list has its sheet too.
    let sheets = findings.len().div_ceil(MOST).max(1);
    for number in 0..sheets {
        let sheet = workbook.add_worksheet();
        match number {
            0 => sheet.set_name(name)?,
            _ => sheet.set_name(format!("{name} {}", number + 1))?,
        };
        let of_sheet = findings.iter().skip(number * MOST).take(MOST);
        self::findings(sheet, of_sheet, overview, &styles)?;
    }
    rules(workbook.add_worksheet(), overview, &styles)?;
    Ok(workbook)
}

/// A row for every file.
fn reports(sheet: &mut Worksheet, overview: &Overview, styles: &Styles) -> Result<(), XlsxError> {
    let language = overview.language;
    sheet.set_name(language.of_words(words::REPORTS))?;
    let counts = Severity::ALL.iter().rev().map(|it| (words::count_of(*it), 8.0));
    let columns = [(words::AGENCY, 30.0), (words::YEAR, 8.0), (words::VERDICT, 14.0)];
    let columns = columns.into_iter().chain(counts).chain([
        (words::WAIVED, 8.0),
        (words::COVERAGE, 14.0),
        (words::REMARK, 60.0),
        (words::FILE, 40.0),
    ]);
    let mut list = List::begin(sheet, columns.collect(), overview, styles)?;
    for entry in overview.entries() {
        let style = styles.of_fate(&entry.fate);
        let (verdict, remark) = match &entry.fate {
            Fate::Judged(Judged { verdict, meaning, .. }) => (verdict.words(), meaning),
            Fate::Unread(why) => (words::UNREAD, why),
            Fate::Skipped(why) => (words::SKIPPED, why),
        };
        let judged = entry.fate.judged();
        let agency = judged.and_then(|it| it.agency.as_deref()).unwrap_or_default();
        let count = |count| judged.map_or(Item::Text(""), |_| Item::Count(count));
        let coverage = judged.map(|it| format!("{}/{}", it.coverage.judged, it.coverage.required));
        let mut row =
            vec![Item::Text(agency), year(judged), Item::Marked(language.of_words(verdict), style)];
        let severities = Severity::ALL.iter().rev();
        row.extend(severities.map(|it| count(entry.statistics.findings(*it))));
        row.push(count(entry.statistics.waived()));
        row.push(Item::Marked(coverage.as_deref().unwrap_or_default(), &styles.count));
        row.extend([Item::Text(remark), Item::Text(&entry.path)]);
        list.row(&row)?;
    }
    list.end()
}

/// A row for every finding, those of a report together, the worst first.
fn findings<'a>(
    sheet: &mut Worksheet,
    findings: impl Iterator<Item = &'a (&'a Entry, &'a Judged, &'a Line)>,
    overview: &Overview,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let language = overview.language;
    let columns = [
        (words::AGENCY, 22.0),
        (words::YEAR, 8.0),
        (words::SEVERITY, 8.0),
        (words::FINDING, 56.0),
        (words::PRINTED, 10.0),
        (words::EXPECTED, 10.0),
        (words::CAUSE, 44.0),
        (words::PLACE, 18.0),
        (words::WAIVED, 12.0),
        (words::RULE, 24.0),
        (words::FILE, 26.0),
    ];
    let mut list = List::begin(sheet, columns.to_vec(), overview, styles)?;
    for (entry, judged, line) in findings {
        list.row(&[
            Item::Text(judged.agency.as_deref().unwrap_or_default()),
            year(Some(judged)),
            Item::Marked(line.severity.in_words(language), styles.of_severity(line.severity)),
            Item::Text(&line.message),
            Item::Text(&line.printed),
            Item::Text(&line.expected),
            Item::Text(&line.causes),
            Item::Text(&line.place),
            Item::Text(&line.waived),
            Item::Text(line.rule.id),
            Item::Text(&entry.path),
        ])?;
    }
    list.end()
}

/// A row for every rule that is broken.
fn rules(sheet: &mut Worksheet, overview: &Overview, styles: &Styles) -> Result<(), XlsxError> {
    let language = overview.language;
    sheet.set_name(language.of_words(words::RULE))?;
    let columns = [
        (words::SEVERITY, 9.0),
        (words::RULE, 26.0),
        (words::TITLE, 40.0),
        (words::FINDINGS, 9.0),
        (words::REPORTS, 9.0),
        (words::WAIVED, 9.0),
    ];
    let mut list = List::begin(sheet, columns.to_vec(), overview, styles)?;
    for it in overview.statistics().rules() {
        list.row(&[
            Item::Marked(it.severity.in_words(language), styles.of_severity(it.severity)),
            Item::Text(it.rule.id),
            Item::Text(language.of_words(it.rule.title)),
            Item::Count(it.findings),
            Item::Count(it.reports),
            Item::Count(it.waived),
        ])?;
    }
    list.end()
}

/// How many lines a text takes in a column: what is no ASCII is twice as wide as a digit.
fn lines_of(text: &str, width: f64) -> usize {
    let wide: usize = text.chars().map(|it| if it.is_ascii() { 1 } else { 2 }).sum();
    (wide as f64 / width).ceil() as usize
}

fn year<'a>(judged: Option<&Judged>) -> Item<'a> {
    judged.and_then(|it| it.year).map_or(Item::Text(""), |it| Item::Count(it.into()))
}

/// A list under heads that stay in sight, to be filtered and printed.
struct List<'s> {
    sheet: &'s mut Worksheet,
    styles: &'s Styles,
    columns: Vec<Column>,
    row: RowNum,
}

impl<'s> List<'s> {
    fn begin(
        sheet: &'s mut Worksheet,
        columns: Vec<Column>,
        overview: &Overview,
        styles: &'s Styles,
    ) -> Result<Self, XlsxError> {
        sheet.set_freeze_panes(1, 1)?;
        sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
        sheet.set_repeat_rows(0, 0)?;
        for (column, (words, width)) in (0..).zip(&columns) {
            let head = overview.language.of_words(*words);
            sheet.write_string_with_format(0, column, head, &styles.list_head)?;
            sheet.set_column_width(column, *width)?;
        }
        Ok(Self { sheet, styles, columns, row: 0 })
    }

    fn row(&mut self, items: &[Item<'_>]) -> Result<(), XlsxError> {
        self.row += 1;
        let mut lines = 1;
        for (column, item) in (0..).zip(items) {
            if let (Item::Text(text), Some((_, width))) =
                (item, self.columns.get(usize::from(column)))
            {
                lines = lines.max(lines_of(text, *width));
            }
            let (sheet, row) = (&mut *self.sheet, self.row);
            match item {
                Item::Text(text) => {
                    sheet.write_string_with_format(row, column, *text, &self.styles.list)?
                }
                Item::Count(count) => sheet.write_number_with_format(
                    row,
                    column,
                    *count as f64,
                    &self.styles.count,
                )?,
                Item::Marked(text, format) => {
                    sheet.write_string_with_format(row, column, *text, format)?
                }
            };
        }
        // Not every program fits the height of rows to their text.
        self.sheet.set_row_height(self.row, (lines as f64 * LINE + 3.0).min(HIGHEST))?;
        Ok(())
    }

    fn end(self) -> Result<(), XlsxError> {
        let last = (self.columns.len() - 1) as u16;
        self.sheet.autofilter(0, 0, self.row, last)?;
        Ok(())
    }
}

impl Styles {
    fn of_fate(&self, fate: &Fate) -> &Format {
        match fate {
            Fate::Unread(_) => &self.bad,
            Fate::Judged(it) => match it.verdict {
                ogi_check::Verdict::Rejected => &self.bad,
                ogi_check::Verdict::Incomplete => &self.doubtful,
                ogi_check::Verdict::Accepted => &self.good,
            },
            Fate::Skipped(_) => &self.list,
        }
    }

    fn of_severity(&self, severity: Severity) -> &Format {
        match severity {
            Severity::Error => &self.bad,
            Severity::Warning => &self.doubtful,
            Severity::Info => &self.list,
        }
    }
}

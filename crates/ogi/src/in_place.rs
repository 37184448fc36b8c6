//! A user's own file with what was found in it, or with figures put right.

use core::cmp::Reverse;

use ogi_check::{Finding, Language, Outcome, Repaired};
use ogi_import::{Change, Changed, Comment, Comments, InPlaceError, Limits};
use ogi_model::{Date, Field, Place, Reading};
use ogi_parse::ReadOptions;

/// Who makes the comments.
const AUTHOR: &str = "ogi";

/// The Word document (.docx) or workbook (.xlsx) that a report was read from, with a comment at each finding that counts:
/// a comment of Word, or a note of a cell. Of those for one place errors come first; those without a place in the file stand
/// at its title. Everything else in the file stays.
///
/// ```
/// use ogi::check::Language;
/// use ogi::{CellId, Column, Edition, Format, Policy, ReadOptions, Report, Row};
///
/// let report = Report::builder(Edition::E2021)
///     .agency("示例市民政局")
///     .year(2025)
///     .set(CellId::new(Row::Reconsideration, Column::Upheld), 2)
///     .set(CellId::new(Row::Reconsideration, Column::Total), 1)
///     .build()?;
/// let mut document = Vec::new();
/// ogi::write(&report, Format::Docx, &mut document)?;
///
/// let reading = ogi::read(&document, &ReadOptions::default())?;
/// let outcome = ogi::check(&reading, &Policy::default());
/// let annotated = ogi::annotate(&document, &reading, &outcome, Language::Zh, None)?;
/// assert_eq!(ogi::read(&annotated, &ReadOptions::default())?, reading);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`InPlaceError`] if comments cannot be put into such a file.
pub fn annotate(
    source: &[u8],
    reading: &Reading,
    outcome: &Outcome,
    language: Language,
    date: Option<Date>,
) -> Result<Vec<u8>, InPlaceError> {
    let mut findings: Vec<&Finding> = outcome.open().collect();
    findings.sort_by_key(|it| (Reverse(it.severity), it.id));
    let comments: Vec<Comment> = findings
        .into_iter()
        .map(|it| Comment { place: it.place.clone(), text: words(it, language) })
        .collect();
    let comments = Comments {
        all: &comments,
        title: reading.sources.field(Field::Title),
        author: AUTHOR,
        date,
    };
    ogi_import::annotate(source, &comments, &Limits::default())
}

/// A finding in a line: `错误：“行政复议·总计”为0，而各部分相加为2（t4-sum）`.
fn words(finding: &Finding, language: Language) -> String {
    let severity = finding.severity.in_words(language);
    // On one line, whatever words of the report are in it.
    let message = language.of(&finding.message).split_whitespace().collect::<Vec<_>>().join(" ");
    let rule = finding.rule.id;
    match language {
        Language::Zh => format!("{severity}：{message}（{rule}）"),
        Language::En => format!("{severity}: {message} ({rule})"),
    }
}

/// The Word document (.docx), workbook (.xlsx) or web page that a report was read from, with the figures changed that a
/// [repair](ogi_check::repair) changes, and nothing else. The new file was read again and says what the repaired report says.
///
/// ```
/// use ogi::check::repair;
/// use ogi::{Policy, ReadOptions};
///
/// let page = "<h1>示例市民政局2025年政府信息公开工作年度报告</h1><p>四、政府信息公开行政复议、行政诉讼情况</p>
/// <table><tr><td rowspan=2 colspan=5>行政复议<td colspan=10>行政诉讼
/// <tr><td colspan=5>未经复议直接起诉<td colspan=5>复议后起诉
/// <tr><td>结果维持<td>结果纠正<td>其他结果<td>尚未审结<td>总计<td>结果维持<td>结果纠正<td>其他结果<td>尚未审结<td>总计
/// <td>结果维持<td>结果纠正<td>其他结果<td>尚未审结<td>总计
/// <tr><td>0<td>0<td>0<td>0<td>0<td>2<td>0<td>0<td>0<td>2<td>10<td>1<td>0<td>0<td>0</table>";
/// let reading = ogi::read(page, &ReadOptions::default())?;
/// let outcome = ogi::check(&reading, &Policy::default());
/// let repaired = repair(&reading.report, &outcome, &[1])?;
///
/// let changed = ogi::repair_in_place(page.as_bytes(), &reading, &repaired, &ReadOptions::default())?;
/// assert_eq!(changed.bytes, page.replace("<td>0</table>", "<td>11</table>").as_bytes());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`InPlaceError`] if figures cannot be changed in such a file, or one of these is none that can be.
pub fn repair_in_place(
    source: &[u8],
    reading: &Reading,
    repaired: &Repaired,
    options: &ReadOptions,
) -> Result<Changed, InPlaceError> {
    let nowhere = || InPlaceError::NotFound(Place::Grid(Box::default()));
    let change = |cell| {
        let place = reading.place(cell).cloned().ok_or_else(nowhere)?;
        let value = repaired.report[cell].value().ok_or(InPlaceError::Misread)?;
        Ok(Change { place, to: value.to_string() })
    };
    let changes = repaired.log.iter().map(|(_, edit)| change(edit.cell));
    let changes: Vec<Change> = changes.collect::<Result<_, InPlaceError>>()?;
    let changed = ogi_import::change(source, &changes, &options.limits)?;
    let again = crate::read(&changed.bytes, options);
    let is_as_meant = again.is_ok_and(|it| it.report == repaired.report);
    if is_as_meant { Ok(changed) } else { Err(InPlaceError::Misread) }
}

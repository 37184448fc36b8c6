//! Bars: the parts of a row or column beside one another.

use askama::Template;
use ogi_model::{
    CellId, Column, Edition, Group, Language, Part, Quantity, Report, Row, TableForm, TableId,
};

use super::{Picture, missing};
use crate::line::printable;

/// The results of requests by kind, in the order of the form (本年度办理结果, 总计 column).
///
/// ```
/// use ogi_model::{CellId, Column, Edition, Language, Report, Row};
///
/// let report = Report::builder(Edition::E2021)
///     .agency("示例市民政局")
///     .year(2025)
///     .set(CellId::new(Row::Granted, Column::Total), 12)
///     .build()?;
/// let svg = ogi_render::outcomes_chart(&report, Language::Zh);
/// assert!(svg.contains("（一）予以公开：12，"));
/// // The others are blank, and blank is not 0.
/// assert!(svg.contains("（三）不予公开：缺数字"));
/// # Ok::<(), ogi_model::BuildError>(())
/// ```
pub fn outcomes_chart(report: &Report, language: Language) -> String {
    outcomes(report, language).svg
}

/// The same as a picture; see [`Picture`].
pub(crate) fn outcomes(report: &Report, language: Language) -> Picture {
    const TOTAL: &[Column] = &[Column::Total];
    const KINDS: [(&[Part], Label); 6] = [
        (&[Part::Row(Row::Granted)], Label::Row(Row::Granted)),
        (&[Part::Row(Row::PartiallyGranted)], Label::Row(Row::PartiallyGranted)),
        (&[Part::Group(Group::Denied)], Label::Group(Group::Denied)),
        (&[Part::Group(Group::Unavailable)], Label::Group(Group::Unavailable)),
        (&[Part::Group(Group::Refused)], Label::Group(Group::Refused)),
        (
            &[Part::Group(Group::OtherProcessing), Part::Row(Row::OtherProcessing)],
            Label::Group(Group::OtherProcessing),
        ),
    ];
    let bars = KINDS.map(|(rows, label)| {
        (label.in_words(language), Quantity { rows, columns: TOTAL }.sum(report).ok())
    });
    render(report, language.pick("申请办理结果", "Results of requests"), &bars, language)
}

/// Who made the requests newly received this year, by kind of applicant.
///
/// ```
/// use ogi_model::{CellId, Column, Edition, Language, Report, Row};
///
/// let report = Report::builder(Edition::E2021)
///     .agency("示例市民政局")
///     .year(2025)
///     .set(CellId::new(Row::NewlyReceived, Column::NaturalPerson), 28)
///     .build()?;
/// let svg = ogi_render::applicants_chart(&report, Language::En);
/// assert!(svg.contains("Natural persons: 28"));
/// # Ok::<(), ogi_model::BuildError>(())
/// ```
pub fn applicants_chart(report: &Report, language: Language) -> String {
    applicants(report, language).svg
}

/// The same as a picture; see [`Picture`].
pub(crate) fn applicants(report: &Report, language: Language) -> Picture {
    let columns = TableForm::of(TableId::Applications, Edition::LATEST).blocks[0]
        .columns
        .iter()
        .filter(|it| !it.is_total);
    let bars: Vec<_> = columns
        .map(|column| {
            let label = language.pick(column.label, column.column.english());
            let cell = &report[CellId::new(Row::NewlyReceived, column.column)];
            let known = matches!(cell, ogi_model::Cell::NotApplicable(_)).then_some(0);
            (label.to_owned(), cell.count().filter(|it| *it >= 0).or(known))
        })
        .collect();
    render(report, language.pick("新收申请的申请人", "Applicants"), &bars, language)
}

/// What stands beside a bar.
#[derive(Clone, Copy)]
enum Label {
    Row(Row),
    Group(Group),
}

impl Label {
    fn in_words(self, language: Language) -> String {
        let label = match self {
            Self::Row(row) => language.pick(without_gloss(row.label()), row.english()),
            Self::Group(group) => {
                let printed = TableForm::of(TableId::Applications, Edition::LATEST).group(group);
                language.pick(printed.map_or("", |it| it.label), group.english())
            }
        };
        label.to_owned()
    }
}

/// The label without the gloss in brackets behind it.
fn without_gloss(label: &'static str) -> &'static str {
    let ordinal = label.find('）').map_or(0, |at| at + '）'.len_utf8());
    label[ordinal..].find('（').map_or(label, |at| &label[..ordinal + at])
}

#[derive(Template)]
#[template(path = "svg/bars.svg", escape = "html")]
struct Bars<'a> {
    title: String,
    bars: Vec<Bar<'a>>,
    height: usize,
    axis_end: usize,
    label_end: usize,
    start: usize,
    colon: &'static str,
    comma: &'static str,
}

struct Bar<'a> {
    label: &'a str,
    value: String,
    is_known: bool,
    y: usize,
    text_y: usize,
    width: String,
    value_x: String,
}

const LABEL_END: usize = 236;
const START: usize = 248;
const LONGEST: f64 = 380.0;
const TOP: usize = 56;
const STEP: usize = 34;

fn render(
    report: &Report,
    what: &str,
    bars: &[(String, Option<i64>)],
    language: Language,
) -> Picture {
    let most = bars.iter().filter_map(|it| it.1).max().unwrap_or(0).max(1);
    let shown = bars.iter().enumerate().map(|(n, (label, value))| {
        let y = TOP + n * STEP;
        #[expect(clippy::cast_precision_loss, reason = "a picture needs no more than a few digits")]
        let width = value.map_or(0.0, |it| LONGEST * it as f64 / most as f64);
        Bar {
            label,
            value: value.map_or_else(|| missing(language).to_owned(), |it| it.to_string()),
            is_known: value.is_some(),
            y,
            text_y: y + 16,
            width: format!("{width:.1}"),
            value_x: format!("{:.1}", START as f64 + width + 8.0),
        }
    });
    let end = TOP + bars.len() * STEP;
    let svg = Bars {
        title: title(report, what, language),
        bars: shown.collect(),
        height: end + 12,
        axis_end: end,
        label_end: LABEL_END,
        start: START,
        colon: language.pick("：", ": "),
        comma: language.pick("，", ", "),
    };
    let words = svg.bars.iter().map(|it| format!("{}{}{}", it.label, svg.colon, it.value));
    Picture {
        title: svg.title.clone(),
        words: words.collect::<Vec<_>>().join(svg.comma),
        shows_something: bars.iter().any(|it| it.1.is_some_and(|it| it > 0)),
        svg: svg
            .render()
            .expect("memory takes any text, and the template asks for nothing that can fail"),
    }
}

/// Whose figures of which year.
fn title(report: &Report, what: &str, language: Language) -> String {
    let agency = printable(report.agency.as_deref().unwrap_or_default());
    let year = report.year.map(|it| it.to_string());
    match language {
        Language::Zh => {
            format!("{agency}{}{what}", year.map_or_else(String::new, |it| format!("{it}年")))
        }
        Language::En => [agency, year.unwrap_or_default(), what.to_owned()]
            .into_iter()
            .filter(|it| !it.is_empty())
            .collect::<Vec<_>>()
            .join(", "),
    }
}

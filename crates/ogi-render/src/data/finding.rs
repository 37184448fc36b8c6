//! The table of findings.

use ogi_check::{Expected, Finding, Outcome};
use ogi_model::{CellId, Reading};

use super::field::{Column, Kind, words};
use super::identity::{self, Identity};
use super::place::{self, Located};
use super::{DataTable, Datum, Field, Record, Source};

/// Something that is wrong or odd.
#[derive(Clone, Debug)]
pub struct FindingRecord<'a> {
    identity: Identity<'a>,
    finding: &'a Finding,
    place: Located,
}

type Get = for<'a> fn(&'a FindingRecord<'_>) -> Datum<'a>;

pub(super) const COLUMNS: &[Column<Get>] = &[
    Column::of(
        "finding_number",
        Kind::Integer,
        |it| it.finding.id.into(),
        words("该问题在报告中的序号", "Which finding of its report"),
    ),
    Column::of(
        "rule_key",
        Kind::Text,
        |it| it.finding.rule.id.into(),
        words("规则编号，见 RULES.md", "The id of the rule: see RULES.md"),
    ),
    Column::of(
        "severity_key",
        Kind::Text,
        |it| it.finding.severity.key().into(),
        words("级别：error、warning、info", "How bad it is: error, warning, info"),
    ),
    Column::maybe(
        "waived_reason",
        Kind::Text,
        |it| it.finding.waived.as_ref().map(|it| it.reason.as_str()).into(),
        words("豁免的理由；空为未豁免", "Why it is waived; empty where it is not"),
    ),
    Column::maybe(
        "table_key",
        Kind::Text,
        |it| it.finding.cell.map(|it| it.table().key()).into(),
        words("主要单元格的表；空为与单元格无关", "The table of its primary cell, if it has one"),
    ),
    Column::maybe(
        "row_key",
        Kind::Text,
        |it| it.finding.cell.map(|it| it.row().key()).into(),
        words("主要单元格的行", "The row of its primary cell"),
    ),
    Column::maybe(
        "column_key",
        Kind::Text,
        |it| it.finding.cell.map(|it| it.column().key()).into(),
        words("主要单元格的列", "The column of its primary cell"),
    ),
    Column::of(
        "cell_keys",
        Kind::Text,
        |it| keys(&it.finding.cells).into(),
        words(
            "涉及的全部单元格（表.行.列），以空格分隔",
            "All cells that it is about (table.row.column), separated by blanks",
        ),
    ),
    Column::maybe(
        "observed_value",
        Kind::Decimal,
        |it| it.finding.observed.into(),
        words("主要单元格所印的数", "What the primary cell prints"),
    ),
    Column::maybe(
        "expected_value",
        Kind::Decimal,
        |it| it.finding.expected.map(|it| bound(it).1).into(),
        words("其他数字要求它为多少", "What the others imply for it"),
    ),
    Column::maybe(
        "expected_bound",
        Kind::Text,
        |it| it.finding.expected.map(|it| bound(it).0).into(),
        words(
            "exactly 恰好、at_least 不少于、at_most 不多于",
            "Whether exactly that, at_least or at_most",
        ),
    ),
    Column::maybe(
        "residual_value",
        Kind::Decimal,
        |it| it.finding.residual.into(),
        words("所印减应有", "Observed less expected"),
    ),
    Column::of(
        "message_zh",
        Kind::Text,
        |it| it.finding.message.zh.as_str().into(),
        words("问题", "What it is, in Chinese"),
    ),
    Column::of(
        "message_en",
        Kind::Text,
        |it| it.finding.message.en.as_str().into(),
        words("问题，英文", "The same in English"),
    ),
];

/// What a check found, in its order; what is waived too.
pub fn findings<'a>(
    source: Source<'a>,
    reading: &'a Reading,
    outcome: &'a Outcome,
) -> Vec<FindingRecord<'a>> {
    let identity = Identity::new(source, reading);
    let lines = reading.lines();
    let of = |finding: &'a Finding| FindingRecord {
        identity,
        finding,
        place: Located::new(finding.place.as_ref(), &lines),
    };
    outcome.findings.iter().map(of).collect()
}

fn keys(cells: &[CellId]) -> String {
    cells.iter().map(CellId::to_string).collect::<Vec<_>>().join(" ")
}

const fn bound(expected: Expected) -> (&'static str, ogi_model::Value) {
    match expected {
        Expected::Exactly(value) => ("exactly", value),
        Expected::AtLeast(value) => ("at_least", value),
        Expected::AtMost(value) => ("at_most", value),
    }
}

impl Record for FindingRecord<'_> {
    const TABLE: DataTable = DataTable::Findings;

    fn data(&self) -> impl Iterator<Item = (&'static Field, Datum<'_>)> {
        identity::data(self.identity)
            .chain(COLUMNS.iter().map(|it| (&it.field, (it.get)(self))))
            .chain(place::data(&self.place))
    }
}

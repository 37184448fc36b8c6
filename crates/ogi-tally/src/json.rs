//! A tally as JSON.

use std::collections::BTreeMap;

use ogi_model::{CellId, Column, Message, Report, Row, TableId, Value};
use serde::{Serialize, Serializer};

use crate::{Comparison, Difference, LeftOver, Line, Mapping, Tally, Vocabulary, Why};

/// The version of this format.
pub(crate) const SCHEMA_VERSION: u32 = 1;

const TOOL: &str = concat!("ogi ", env!("CARGO_PKG_VERSION"));

/// A register that was counted, as JSON.
///
/// ```
/// # use ogi_import::Limits;
/// # use ogi_tally::{Mapping, Register, Scope, tally};
/// # let text = "收到日期,申请人类型,办理结果,答复日期\n2025-03-04,自然人,予以公开,2025-03-20\n";
/// # let register = Register::read(text.as_bytes(), &Limits::default())?;
/// # let mapping = Mapping::guess(&register, Scope::of_year(2025).edition)?;
/// use ogi_tally::TalliedRegister;
///
/// let tally = tally(&register, &mapping, Scope::of_year(2025))?;
/// let report = tally.report(None);
/// let json = serde_json::to_value(TalliedRegister::new("台账.csv", &mapping, &tally, &report, None)).unwrap();
/// assert_eq!(json["report"]["applications"]["granted"]["total"], 1);
/// assert_eq!(json["left_over"], serde_json::json!([]));
/// # Ok::<(), ogi_tally::TallyError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct TalliedRegister<'a> {
    path: &'a str,
    mapping: &'a Mapping,
    tally: &'a Tally,
    report: &'a Report,
    comparison: Option<(&'a str, &'a Comparison)>,
}

impl<'a> TalliedRegister<'a> {
    /// What the register is called, how it was understood, what it comes to, the report that it gives, and how that
    /// differs from another, with what that is called.
    pub const fn new(
        path: &'a str,
        mapping: &'a Mapping,
        tally: &'a Tally,
        report: &'a Report,
        comparison: Option<(&'a str, &'a Comparison)>,
    ) -> Self {
        Self { path, mapping, tally, report, comparison }
    }
}

#[derive(Serialize)]
struct LineIn<'a> {
    sheet: Option<&'a str>,
    line: u32,
}

#[derive(Serialize)]
struct WhyIn {
    kind: &'static str,
    column: Option<&'static str>,
    message: Message,
}

#[derive(Serialize)]
struct LeftOverIn<'a> {
    line: LineIn<'a>,
    table: TableId,
    why: Vec<WhyIn>,
    received: Option<Row>,
    row: Option<Row>,
    column: Option<Column>,
}

#[derive(Serialize)]
struct CellIn {
    table: TableId,
    row: Row,
    column: Column,
}

#[derive(Serialize)]
struct DifferenceIn<'a> {
    cell: CellIn,
    counted: i64,
    printed: ValueIn,
    follows: bool,
    lines: Vec<LineIn<'a>>,
    left_over: Vec<LineIn<'a>>,
}

#[derive(Serialize)]
struct ComparisonIn<'a> {
    path: &'a str,
    compared: usize,
    not_compared: Vec<CellIn>,
    differences: Vec<DifferenceIn<'a>>,
}

#[derive(Serialize)]
struct SkippedIn<'a> {
    sheet: &'a str,
    rows: usize,
}

#[derive(Serialize)]
struct MappingIn<'a> {
    columns: BTreeMap<&'static str, &'a str>,
    #[serde(flatten)]
    words: BTreeMap<&'static str, BTreeMap<&'a str, Option<&'static str>>>,
}

/// A count, or a decimal in a string.
struct ValueIn(Value);

impl Serialize for ValueIn {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Count(n) => serializer.serialize_i64(n),
            Value::Decimal(n) => serializer.collect_str(&n),
        }
    }
}

impl From<CellId> for CellIn {
    fn from(cell: CellId) -> Self {
        Self { table: cell.table(), row: cell.row(), column: cell.column() }
    }
}

impl From<&Why> for WhyIn {
    fn from(why: &Why) -> Self {
        Self { kind: why.kind(), column: why.field().map(|it| it.key()), message: why.message() }
    }
}

impl<'a> TalliedRegister<'a> {
    fn line(&self, line: Line) -> LineIn<'a> {
        LineIn { sheet: self.tally.sheet_of(line), line: line.number }
    }

    fn lines(&self, lines: &[Line]) -> Vec<LineIn<'a>> {
        lines.iter().map(|it| self.line(*it)).collect()
    }

    fn left_over(&self, it: &LeftOver) -> LeftOverIn<'a> {
        LeftOverIn {
            line: self.line(it.line),
            table: it.table,
            why: it.why.iter().map(WhyIn::from).collect(),
            received: it.received,
            row: it.outcome,
            column: it.applicant,
        }
    }

    fn difference(&self, it: &Difference) -> DifferenceIn<'a> {
        DifferenceIn {
            cell: it.cell.into(),
            counted: it.counted,
            printed: ValueIn(it.printed),
            follows: it.follows,
            lines: self.lines(&it.lines),
            left_over: self.lines(&it.left_over),
        }
    }

    fn mapping(&self) -> MappingIn<'a> {
        let words = |it: Vocabulary| {
            let words = self.mapping.words(it);
            (it.key(), words.map(|(word, meaning)| (word, meaning.map(|it| it.key()))).collect())
        };
        MappingIn {
            columns: self.mapping.columns().map(|(field, name)| (field.key(), name)).collect(),
            words: Vocabulary::ALL.into_iter().map(words).collect(),
        }
    }
}

impl Serialize for TalliedRegister<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Flat<'a> {
            schema_version: u32,
            tool: &'static str,
            register: &'a str,
            year: u16,
            edition: &'static str,
            mapping: MappingIn<'a>,
            requests: usize,
            report: &'a Report,
            left_over: Vec<LeftOverIn<'a>>,
            answered_before: Vec<LineIn<'a>>,
            received_after: Vec<LineIn<'a>>,
            disputes_elsewhere: Vec<LineIn<'a>>,
            disputes_undated: Vec<LineIn<'a>>,
            aside: Vec<LineIn<'a>>,
            skipped_sheets: Vec<SkippedIn<'a>>,
            unread_carried: usize,
            comparison: Option<ComparisonIn<'a>>,
        }
        let tally = self.tally;
        let skipped = tally.skipped_sheets.iter();
        Flat {
            schema_version: SCHEMA_VERSION,
            tool: TOOL,
            register: self.path,
            year: tally.scope.year,
            edition: tally.scope.edition.key(),
            mapping: self.mapping(),
            requests: tally.requests,
            report: self.report,
            left_over: tally.left_over.iter().map(|it| self.left_over(it)).collect(),
            answered_before: self.lines(&tally.answered_before),
            received_after: self.lines(&tally.received_after),
            disputes_elsewhere: self.lines(&tally.disputes_elsewhere),
            disputes_undated: self.lines(&tally.disputes_undated),
            aside: self.lines(&tally.aside),
            skipped_sheets: skipped.map(|(sheet, rows)| SkippedIn { sheet, rows: *rows }).collect(),
            unread_carried: tally.unread_carried,
            comparison: self.comparison.map(|(path, it)| ComparisonIn {
                path,
                compared: it.compared,
                not_compared: it.not_compared.iter().map(|it| (*it).into()).collect(),
                differences: it.differences.iter().map(|it| self.difference(it)).collect(),
            }),
        }
        .serialize(serializer)
    }
}

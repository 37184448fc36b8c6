//! What sentences say about figures.

use rust_decimal::Decimal;

use super::Place;
use crate::CellId;

/// What a sentence says about a figure, typed.
///
/// A claim is no verdict: it says what the words may mean. Whether the figures bear it out is for `ogi-check`.
///
/// ```
/// use ogi_model::{ClaimSubject, CellId, CellSum, Claim, Column, Hedge, Place, Row, ClaimValue};
///
/// // “我局共受理政府信息公开申请31件”: newly received ones, or those carried in as well.
/// let total = |row| CellId::new(row, Column::Total);
/// let received = CellSum::of([total(Row::NewlyReceived)]);
/// let handled = CellSum::of([total(Row::NewlyReceived), total(Row::CarriedIn)]);
/// let about = ClaimSubject::Figures { any_of: vec![received, handled], firm: true };
/// let place = Place::Text { start: 0, end: 44 };
/// let claim = Claim::new("我局共受理政府信息公开申请31件", about, ClaimValue::Count(31), place);
/// assert_eq!(claim.hedge, Hedge::Exact);
/// assert_eq!(claim.cells().collect::<Vec<_>>(), [total(Row::NewlyReceived), total(Row::CarriedIn)]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Claim {
    /// The words, from what it is about to the number.
    pub printed: String,
    /// What it is about.
    pub about: ClaimSubject,
    /// What it says of that.
    pub value: ClaimValue,
    /// How firmly.
    pub hedge: Hedge,
    /// Whose figures it speaks of.
    pub scope: Scope,
    /// The year that the sentence names; `None` if it names none.
    pub year: Option<u16>,
    /// The claim that this one states a part of (其中), by its number in [`Reading::claims`](crate::Reading::claims), from
    /// 0. Of a percentage: the claim whose share it is. Always an earlier one.
    pub of: Option<usize>,
    /// Where it stands. In a document the nearest place that there is.
    pub place: Place,
}

/// What a claim is about.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(tag = "kind", rename_all = "snake_case")
)]
pub enum ClaimSubject {
    /// Figures of the form.
    Figures {
        /// What the words may mean: sums of cells, the likeliest first. If any of them is meant, the claim is true.
        any_of: Vec<CellSum>,
        /// Whether the words mean one of these sums for certain. Otherwise something near them may be meant, and the
        /// claim can agree with the figures but not contradict them.
        firm: bool,
    },
    /// How much figures changed since the year before (同比).
    Change {
        /// The figures.
        any_of: Vec<CellSum>,
    },
    /// The share that another claim has in the whole: see [`Claim::of`].
    Share {
        /// What the whole may be, beside what the sentence itself names.
        of: Vec<CellSum>,
    },
    /// The fee for processing information (信息处理费), stated in part six. The form has no cell for it; it is among the
    /// fees of table two.
    ProcessingFee,
    /// Things that the form does not count.
    Other {
        /// Whether it is the rest of a list (其他, 其余), or the last part of one that names all its parts (共12条：…), so that
        /// the list has all the parts of what it is a part of.
        rest: bool,
    },
}

/// A sum of cells, less others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct CellSum {
    /// What is added.
    pub plus: Vec<CellId>,
    /// What is taken away.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub minus: Vec<CellId>,
}

/// What a claim says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(tag = "kind", content = "value", rename_all = "snake_case")
)]
pub enum ClaimValue {
    /// So many (件).
    Count(i64),
    /// So much money, in 万元.
    Money(#[cfg_attr(feature = "serde", serde(serialize_with = "crate::json::as_text"))] Decimal),
    /// So many hundredths, with the decimals that are printed.
    Percent(#[cfg_attr(feature = "serde", serde(serialize_with = "crate::json::as_text"))] Decimal),
    /// None at all, in words: 未收到, 无, 没有发生.
    None,
    /// The number is left out: 共主动公开条.
    LeftOut,
}

/// How firmly a claim says its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case")
)]
pub enum Hedge {
    /// Just so.
    Exact,
    /// 约, 左右, 近, or rounded to 万.
    About,
    /// 以上, 超过, 至少: this or more.
    AtLeast,
    /// 以内, 不到, 至多: this or less.
    AtMost,
    /// 余, 多: this and some more, but less than the next round number.
    Over,
}

/// Whose figures a claim speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case")
)]
pub enum Scope {
    /// Those of the reporting agency: 我局, 本机关, its name, or nobody is named.
    Own,
    /// Those of the whole region or system: 全市, 我县.
    Region,
    /// Those of others: 指导各部门.
    Others,
    /// Nobody can know: 代表市政府, or a body that is not the reporting agency by name.
    Unknown,
}

impl Claim {
    /// A claim of just so much about the agency's own figures, that names no year and is a part of no other.
    pub fn new(
        printed: impl Into<String>,
        about: ClaimSubject,
        value: ClaimValue,
        place: Place,
    ) -> Self {
        let (hedge, scope, year, of) = (Hedge::Exact, Scope::Own, None, None);
        Self { printed: printed.into(), about, value, hedge, scope, year, of, place }
    }

    /// How firmly it says its number.
    pub const fn with_hedge(mut self, hedge: Hedge) -> Self {
        self.hedge = hedge;
        self
    }

    /// Whose figures it speaks of.
    pub const fn with_scope(mut self, scope: Scope) -> Self {
        self.scope = scope;
        self
    }

    /// The year that the sentence names, if it names one.
    pub const fn with_year(mut self, year: Option<u16>) -> Self {
        self.year = year;
        self
    }

    /// The claim that it states a part of, if it does: see [`Claim::of`].
    pub const fn with_whole(mut self, of: Option<usize>) -> Self {
        self.of = of;
        self
    }

    /// The cells that it may be about, each once, as they are met.
    pub fn cells(&self) -> impl Iterator<Item = CellId> + '_ {
        let sums = match &self.about {
            ClaimSubject::Figures { any_of: sums, .. }
            | ClaimSubject::Change { any_of: sums }
            | ClaimSubject::Share { of: sums } => &sums[..],
            ClaimSubject::ProcessingFee | ClaimSubject::Other { .. } => &[],
        };
        let all = |sums| <[CellSum]>::iter(sums).flat_map(CellSum::cells).enumerate();
        all(sums)
            .filter(move |(n, cell)| !all(sums).take(*n).any(|it| it.1 == *cell))
            .map(|it| it.1)
    }
}

impl CellSum {
    /// The sum of these cells.
    pub fn of(cells: impl IntoIterator<Item = CellId>) -> Self {
        Self { plus: cells.into_iter().collect(), minus: Vec::new() }
    }

    /// The same less these cells.
    pub fn less(mut self, cells: impl IntoIterator<Item = CellId>) -> Self {
        self.minus.extend(cells);
        self
    }

    /// All its cells.
    pub fn cells(&self) -> impl Iterator<Item = CellId> + '_ {
        self.plus.iter().chain(&self.minus).copied()
    }
}

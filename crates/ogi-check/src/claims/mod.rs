//! Claims of sentences against the figures of the report.

mod claim_parts;
mod figures;
mod interval;
mod parts;
mod share;

use ogi_model::{
    CellSum, Claim, ClaimSubject, ClaimValue, Decimal, Hedge, Report, Scope, TableEdition,
    TableForm,
};
use ogi_solve::{Figure, Figures};

use crate::{Subject, Words};

use claim_parts::ClaimParts;
use figures::{KnownFigures, is_outcome};
use interval::{Interval, allowed};
pub(crate) use parts::Parts;

/// What the figures of a report say about a claim of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ClaimVerdict {
    /// The claim, by its number in [`Reading::claims`](ogi_model::Reading::claims).
    pub claim: usize,
    /// The verdict.
    pub verdict: Agreement,
    /// What the figures come to, for each sum that the claim may mean; `None` where figures are missing.
    pub figures: Vec<Option<i128>>,
    /// Whether the figures are others in all that the words can mean, whosever they are.
    pub differs: bool,
}

/// Whether figures bear a claim out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Agreement {
    /// They do, in one of the ways that the words can be meant.
    Agree,
    /// They do not, in no way that the words can be meant.
    Contradict,
    /// It speaks of other figures: of other bodies, or of more than this report counts.
    OtherScope,
    /// Nobody can say.
    Unlinked(Unlinked),
}

/// Why nobody can say whether figures bear a claim out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Unlinked {
    /// The form does not count it.
    NotInForm,
    /// Figures are blank, unreadable or not there, and could bear it out.
    FiguresMissing,
    /// The figures differ, but the words may mean something near them: a doubt is no contradiction.
    Doubtful,
    /// It speaks of another year.
    OtherYear,
    /// Its number is left out.
    NumberLeftOut,
}

impl Agreement {
    /// Its name in JSON: `agree`, `contradict`, `other-scope` or `unlinked`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Agree => "agree",
            Self::Contradict => "contradict",
            Self::OtherScope => "other-scope",
            Self::Unlinked(_) => "unlinked",
        }
    }

    /// In words.
    pub const fn words(self) -> Words {
        match self {
            Self::Agree => Words { zh: "与表中数字一致", en: "agrees with the figures" },
            Self::Contradict => {
                Words { zh: "与表中数字不一致", en: "contradicts the figures" }
            }
            Self::OtherScope => Words {
                zh: "所指范围可能不同，请复核",
                en: "speaks of figures that are not this report's",
            },
            Self::Unlinked(reason) => reason.words(),
        }
    }
}

impl Unlinked {
    /// In words.
    pub const fn words(self) -> Words {
        match self {
            Self::NotInForm => {
                Words { zh: "规定格式不统计此项", en: "the form does not count this" }
            }
            Self::FiguresMissing => Words {
                zh: "表中数字空缺，无法比对",
                en: "figures are missing, so nobody can say",
            },
            Self::Doubtful => Words {
                zh: "与表中数字不同，但所指可能并非同一范围",
                en: "differs from the figures, but may mean something else",
            },
            Self::OtherYear => Words { zh: "所指为其他年度", en: "speaks of another year" },
            Self::NumberLeftOut => Words { zh: "漏写数字", en: "its number is left out" },
        }
    }
}

/// Compares the claims of a reading with its figures: one verdict each, in their order.
///
/// A claim is compared with all that its cells allow: a blank is not 0, but what the equalities leave it. If one
/// of the sums that the words can mean bears it out, it agrees. It contradicts only if it speaks of this
/// report's own figures of this year, in words that mean one of its sums for certain, and none can be what it says.
///
/// ```
/// use ogi_check::{Agreement, verdicts};
/// use ogi_model::{ClaimSubject, CellId, CellSum, Claim, Column, Edition, TableForm, Place, Reading, Report, Row, ClaimValue};
///
/// let [total, upheld] = [Column::Total, Column::Upheld].map(|it| CellId::new(Row::Reconsideration, it));
/// let zeros = TableForm::DISPUTES_2021.cells();
/// let report = zeros
///     .fold(Report::builder(Edition::E2021).agency("示例市民政局").year(2025), |it, cell| it.set(cell, 0))
///     .set(upheld, 3)
///     .set(total, 3)
///     .build()?;
/// let claim = |count| {
///     let about = ClaimSubject::Figures { any_of: vec![CellSum::of([total])], firm: true };
///     let printed = format!("政府信息公开行政复议{count}件");
///     Claim::new(printed, about, ClaimValue::Count(count), Place::Text { start: 0, end: 0 })
/// };
/// let reading = Reading { claims: vec![claim(3), claim(4)], ..Reading::of_report(report) };
/// let verdicts: Vec<_> = verdicts(&reading).iter().map(|it| it.verdict).collect();
/// assert_eq!(verdicts, [Agreement::Agree, Agreement::Contradict]);
/// # Ok::<(), ogi_model::BuildError>(())
/// ```
pub fn verdicts<'a>(subject: impl Into<Subject<'a>>) -> Vec<ClaimVerdict> {
    let subject = subject.into();
    let report = subject.report();
    judge(subject, &|cell| Figure::from(&report[cell]))
}

/// The same with figures as a policy wants them read.
pub(crate) fn judge(subject: Subject<'_>, figures: &impl Figures) -> Vec<ClaimVerdict> {
    judge_beside(subject.report(), subject.claims(), figures)
}

/// The same beside a report that need not be the one whose text the claims are of.
pub(crate) fn judge_beside(
    report: &Report,
    claims: &[Claim],
    figures: &impl Figures,
) -> Vec<ClaimVerdict> {
    if claims.is_empty() {
        return Vec::new();
    }
    let (known, stated) = (KnownFigures::new(report, figures), ClaimParts::new(claims));
    let verdict = |(n, claim): (usize, &Claim)| {
        let (verdict, differs) = of(&known, &stated, claim, report);
        let figures = sums(claim).iter().map(|it| known.sum(it).only()).collect();
        ClaimVerdict { claim: n, verdict, figures, differs }
    };
    claims.iter().enumerate().map(verdict).collect()
}

/// The lists of parts that state all of their whole.
pub(crate) fn parts(subject: Subject<'_>, figures: &impl Figures) -> Vec<Parts> {
    let claims = subject.claims();
    if claims.is_empty() {
        return Vec::new();
    }
    parts::lists(&KnownFigures::new(subject.report(), figures), &ClaimParts::new(claims))
}

pub(crate) fn sums(claim: &Claim) -> &[CellSum] {
    match &claim.about {
        ClaimSubject::Figures { any_of, .. } => any_of,
        _ => &[],
    }
}

/// The verdict, and whether the figures differ.
fn of(
    known: &KnownFigures<'_>,
    stated: &ClaimParts<'_>,
    claim: &Claim,
    report: &Report,
) -> (Agreement, bool) {
    let (verdict, firm) = whatever_scope(known, stated, claim, report);
    let differs = firm && verdict == Agreement::Contradict;
    (in_scope(claim, report.year, firm, verdict), differs)
}

/// The verdict if the claim speaks of this report, and whether its words mean a figure for certain.
fn whatever_scope(
    known: &KnownFigures<'_>,
    stated: &ClaimParts<'_>,
    claim: &Claim,
    report: &Report,
) -> (Agreement, bool) {
    let (any_of, firm) = match &claim.about {
        ClaimSubject::Share { .. } => return (share::judge(known, stated, claim), true),
        ClaimSubject::Change { .. } => return (Agreement::Unlinked(Unlinked::OtherYear), true),
        ClaimSubject::ProcessingFee | ClaimSubject::Other { .. } => {
            let left_out = claim.value == ClaimValue::LeftOut;
            let reason = if left_out { Unlinked::NumberLeftOut } else { Unlinked::NotInForm };
            return (Agreement::Unlinked(reason), true);
        }
        ClaimSubject::Figures { any_of, firm } => (any_of, *firm),
    };
    // What another edition asks for is not missing here.
    let any_of: Vec<_> = any_of.iter().filter(|it| is_asked_for(report, it)).cloned().collect();
    if any_of.is_empty() && claim.value != ClaimValue::LeftOut {
        return (Agreement::Unlinked(Unlinked::NotInForm), firm);
    }
    let verdict = match claim.value {
        ClaimValue::LeftOut => Agreement::Unlinked(Unlinked::NumberLeftOut),
        ClaimValue::Money(amount) => money(known, &any_of, amount, claim.hedge),
        _ => match allowed(claim) {
            Some(allowed) => count(known, stated.claims, claim, &any_of, allowed),
            None => Agreement::Unlinked(Unlinked::NotInForm),
        },
    };
    (verdict, firm)
}

/// Whether all cells of a sum are those of the editions that the tables of the report are of.
fn is_asked_for(report: &Report, sum: &CellSum) -> bool {
    sum.cells().all(|cell| match report.table(cell.table()) {
        Some(TableEdition::One(edition)) => TableForm::of(cell.table(), edition).contains(cell),
        Some(TableEdition::Mixed) | None => true,
    })
}

/// A claim contradicts only where it is about this report for certain.
fn in_scope(claim: &Claim, year: Option<u16>, firm: bool, verdict: Agreement) -> Agreement {
    let other_year = claim.year.zip(year).is_some_and(|(stated, year)| stated != year);
    let is_share = matches!(claim.about, ClaimSubject::Share { .. });
    match (claim.scope, verdict) {
        (_, Agreement::Unlinked(reason))
            if matches!(
                claim.about,
                ClaimSubject::Change { .. }
                    | ClaimSubject::ProcessingFee
                    | ClaimSubject::Other { .. }
            ) || matches!(reason, Unlinked::NotInForm | Unlinked::NumberLeftOut) =>
        {
            Agreement::Unlinked(reason)
        }
        _ if other_year => Agreement::Unlinked(Unlinked::OtherYear),
        (Scope::Others, _) => Agreement::OtherScope,
        // A share is of what the sentence itself names.
        (Scope::Own, _) | (_, Agreement::Agree) => match verdict {
            Agreement::Contradict if !firm => Agreement::Unlinked(Unlinked::Doubtful),
            verdict => verdict,
        },
        _ if is_share => verdict,
        (Scope::Region | Scope::Unknown, _) => Agreement::OtherScope,
    }
}

fn count(
    known: &KnownFigures<'_>,
    claims: &[Claim],
    claim: &Claim,
    any_of: &[CellSum],
    allowed: Interval,
) -> Agreement {
    let meant: Vec<_> = any_of.iter().map(|it| known.sum(it)).collect();
    if meant.iter().any(|it| it.only().is_some() && it.meets(allowed)) {
        return Agreement::Agree;
    }
    if meant.iter().any(|it| it.meets(allowed)) {
        return Agreement::Unlinked(Unlinked::FiguresMissing);
    }
    // A zero is the same for all that is narrower.
    let stated_some = allowed.least > 0;
    let near = |it: &CellSum| known.sum(it).meets(allowed);
    let narrower = any_of.iter().flat_map(|it| known.narrower(it));
    let wider = any_of.iter().flat_map(|it| known.wider(it));
    let by_parts = any_of.iter().flat_map(|it| known.by_parts(it));
    if stated_some && narrower.chain(wider).chain(by_parts).any(|it| near(&it))
        || is_of_new_ones(known, claims, claim, allowed)
    {
        return Agreement::Unlinked(Unlinked::Doubtful);
    }
    Agreement::Contradict
}

/// Whether it may state the results of what was newly received alone, while the table has those of what was carried
/// in as well.
fn is_of_new_ones(
    known: &KnownFigures<'_>,
    claims: &[Claim],
    claim: &Claim,
    allowed: Interval,
) -> bool {
    let whole = claim.of.and_then(|it| claims.get(it));
    let of_concluded =
        whole.is_some_and(|it| it.cells().any(|cell| cell.row() == ogi_model::Row::Concluded));
    let without_old = |it: &CellSum| {
        let sum = known.sum(it);
        let old = Interval { least: 0, ..known.carried_in() };
        it.plus.iter().all(|cell| is_outcome(*cell)) && sum.minus(old).meets(allowed)
    };
    !of_concluded && sums(claim).iter().any(without_old)
}

/// An amount in 万元, stated in its own unit: rounded either way, or cut off.
fn money(known: &KnownFigures<'_>, any_of: &[CellSum], stated: Decimal, hedge: Hedge) -> Agreement {
    let Some(amounts) = any_of.iter().map(|it| known.money(it)).collect::<Option<Vec<_>>>() else {
        return Agreement::Unlinked(Unlinked::FiguresMissing);
    };
    let fits = |amount: &Decimal| {
        let scale = stated.scale().min(amount.scale());
        let unit = Decimal::new(1, scale);
        let off = (stated - *amount).abs();
        match hedge {
            Hedge::Exact => off < unit,
            Hedge::About | Hedge::Over => off <= unit.max(stated / Decimal::TEN),
            Hedge::AtLeast => *amount >= stated,
            Hedge::AtMost => *amount <= stated,
        }
    };
    if amounts.iter().any(fits) { Agreement::Agree } else { Agreement::Contradict }
}

#[cfg(feature = "serde")]
impl serde::Serialize for ClaimVerdict {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;

        let reason = match self.verdict {
            Agreement::Unlinked(reason) => Some(reason),
            _ => None,
        };
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("verdict", self.verdict.key())?;
        map.serialize_entry("reason", &reason)?;
        map.serialize_entry("figures", &self.figures)?;
        map.end()
    }
}

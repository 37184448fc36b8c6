//! An outcome as JSON that is read again, with nothing lost.
//!
//! What the program prints is another matter: [`FileOutcome`](crate::FileOutcome) has lines and columns, and no bounds.

use ogi_model::{CellId, Date, Place, Value};
use ogi_solve::Mechanism as Kind;
use serde::de::{DeserializeSeed, Error as _};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{
    Coverage, Expected, Explanation, Finding, Mechanism, Message, Outcome, Policy, Reason, Rule,
    Severity, Summary, Unevaluated, UnusedReason, UnusedWaiver, Verdict, Waived, Waiver,
};

/// An outcome whose rules are ids.
#[derive(Serialize, Deserialize)]
struct Whole {
    verdict: Verdict,
    accepted: bool,
    fail_on: Severity,
    coverage: Coverage,
    summary: Summary,
    findings: Vec<WholeFinding>,
    explanations: Vec<Explanation>,
    unexplained: Vec<usize>,
    exhaustive: bool,
    unevaluated: Vec<WholeUnevaluated>,
    idle_waivers: Vec<WholeUnusedWaiver>,
    own_rules: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct WholeFinding {
    id: usize,
    rule: String,
    severity: Severity,
    message: Message,
    cell: Option<CellId>,
    cells: Vec<CellId>,
    printed: String,
    observed: Option<Value>,
    expected: Option<Bound>,
    residual: Option<Value>,
    place: Option<Place>,
    explanations: Vec<usize>,
    waived: Option<Waived>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Bound {
    Exactly(Value),
    AtLeast(Value),
    AtMost(Value),
}

#[derive(Serialize, Deserialize)]
struct WholeUnevaluated {
    rule: String,
    cell: Option<CellId>,
    missing: Vec<CellId>,
    implied: Vec<(CellId, Value)>,
    reason: Reason,
}

#[derive(Serialize, Deserialize)]
struct WholeUnusedWaiver {
    why: UnusedReason,
    waiver: WholeWaiver,
}

#[derive(Serialize, Deserialize)]
struct WholeWaiver {
    agency: Option<String>,
    year: Option<u16>,
    rule: String,
    cell: Option<CellId>,
    printed: String,
    reason: String,
    expires: Option<Date>,
}

/// Nothing is lost: reading it again gives an equal outcome.
///
/// ```
/// use ogi_check::{Outcome, Policy};
/// use ogi_model::Report;
///
/// let outcome = ogi_check::check(&Report::new(), &Policy::default());
/// let json = serde_json::to_string(&outcome)?;
/// assert_eq!(serde_json::from_str::<Outcome>(&json)?, outcome);
/// # Ok::<(), serde_json::Error>(())
/// ```
impl Serialize for Outcome {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Whole::from(self).serialize(serializer)
    }
}

/// Of our own rules; an outcome with rules of a program's own is read by a policy that knows them, which is a
/// [seed](DeserializeSeed).
impl<'de> Deserialize<'de> for Outcome {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Policy::default().deserialize(deserializer)
    }
}

/// Reads an outcome with the rules that the policy knows.
///
/// ```
/// use ogi_check::{Policy, Rule};
/// use ogi_model::Report;
/// use serde::de::DeserializeSeed;
///
/// static SOUND: Rule = Rule::of_report("acme-sound", &|run| run.fail(Default::default()))
///     .with_title("甲", "a")
///     .with_statement("乙", "b")
///     .with_message("丙", "c");
///
/// let policy = Policy::default().with_rules([&SOUND])?;
/// let outcome = ogi_check::check(&Report::new(), &policy);
/// let json = serde_json::to_string(&outcome)?;
/// let back = policy.deserialize(&mut serde_json::Deserializer::from_str(&json))?;
/// assert_eq!(back, outcome);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl<'de> DeserializeSeed<'de> for &Policy {
    type Value = Outcome;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Outcome, D::Error> {
        Whole::deserialize(deserializer)?.outcome(self).map_err(D::Error::custom)
    }
}

impl From<&Outcome> for Whole {
    fn from(outcome: &Outcome) -> Self {
        let finding = |it: &Finding| WholeFinding {
            id: it.id,
            rule: it.rule.id.to_owned(),
            severity: it.severity,
            message: it.message.clone(),
            cell: it.cell,
            cells: it.cells.clone(),
            printed: it.printed.clone(),
            observed: it.observed,
            expected: it.expected.map(Bound::from),
            residual: it.residual,
            place: it.place.clone(),
            explanations: it.explanations.clone(),
            waived: it.waived.clone(),
        };
        let unevaluated = |it: &Unevaluated| WholeUnevaluated {
            rule: it.rule.id.to_owned(),
            cell: it.cell,
            missing: it.missing.clone(),
            implied: it.implied.clone(),
            reason: it.reason,
        };
        let unused = |it: &UnusedWaiver| {
            let Waiver { agency, year, rule, cell, printed, reason, expires } = it.waiver.clone();
            let rule = rule.id.to_owned();
            let waiver = WholeWaiver { agency, year, rule, cell, printed, reason, expires };
            WholeUnusedWaiver { why: it.why, waiver }
        };
        Self {
            verdict: outcome.verdict,
            accepted: outcome.accepted,
            fail_on: outcome.fail_on,
            coverage: outcome.coverage,
            summary: outcome.summary,
            findings: outcome.findings.iter().map(finding).collect(),
            explanations: outcome.explanations.clone(),
            unexplained: outcome.unexplained.clone(),
            exhaustive: outcome.exhaustive,
            unevaluated: outcome.unevaluated.iter().map(unevaluated).collect(),
            idle_waivers: outcome.idle_waivers.iter().map(unused).collect(),
            own_rules: outcome.own_rules.iter().map(|it| it.id.to_owned()).collect(),
        }
    }
}

impl Whole {
    /// The outcome, with the rules that a policy knows.
    fn outcome(self, policy: &Policy) -> Result<Outcome, String> {
        let rule = |id: &str| -> Result<&'static Rule, String> {
            policy.rule(id).ok_or_else(|| format!("unknown rule `{id}`"))
        };
        let finding = |it: WholeFinding| {
            Ok(Finding {
                id: it.id,
                rule: rule(&it.rule)?,
                severity: it.severity,
                message: it.message,
                cell: it.cell,
                cells: it.cells,
                printed: it.printed,
                observed: it.observed,
                expected: it.expected.map(Expected::from),
                residual: it.residual,
                place: it.place,
                explanations: it.explanations,
                waived: it.waived,
            })
        };
        let unevaluated = |it: WholeUnevaluated| {
            let WholeUnevaluated { rule: id, cell, missing, implied, reason } = it;
            Ok(Unevaluated { rule: rule(&id)?, cell, missing, implied, reason })
        };
        let unused = |it: WholeUnusedWaiver| {
            let WholeWaiver { agency, year, rule: id, cell, printed, reason, expires } = it.waiver;
            let rule = rule(&id)?;
            let waiver = Waiver { agency, year, rule, cell, printed, reason, expires };
            Ok(UnusedWaiver { why: it.why, waiver })
        };
        Ok(Outcome {
            findings: self.findings.into_iter().map(finding).collect::<Result<_, String>>()?,
            explanations: self.explanations,
            unexplained: self.unexplained,
            exhaustive: self.exhaustive,
            summary: self.summary,
            unevaluated: self
                .unevaluated
                .into_iter()
                .map(unevaluated)
                .collect::<Result<_, String>>()?,
            idle_waivers: self
                .idle_waivers
                .into_iter()
                .map(unused)
                .collect::<Result<_, String>>()?,
            own_rules: self.own_rules.iter().map(|it| rule(it)).collect::<Result<_, String>>()?,
            fail_on: self.fail_on,
            coverage: self.coverage,
            verdict: self.verdict,
            accepted: self.accepted,
        })
    }
}

impl From<Expected> for Bound {
    fn from(expected: Expected) -> Self {
        match expected {
            Expected::Exactly(value) => Self::Exactly(value),
            Expected::AtLeast(value) => Self::AtLeast(value),
            Expected::AtMost(value) => Self::AtMost(value),
        }
    }
}

impl From<Bound> for Expected {
    fn from(bound: Bound) -> Self {
        match bound {
            Bound::Exactly(value) => Self::Exactly(value),
            Bound::AtLeast(value) => Self::AtLeast(value),
            Bound::AtMost(value) => Self::AtMost(value),
        }
    }
}

/// By its id: what it is called is written once.
impl<'de> Deserialize<'de> for Mechanism {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Named {
            id: String,
        }
        let Named { id } = Named::deserialize(deserializer)?;
        let kind = Kind::ALL.iter().copied().find(|it| it.id() == id);
        kind.map(Self::from).ok_or_else(|| D::Error::custom(format!("unknown mechanism `{id}`")))
    }
}

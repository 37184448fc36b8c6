//! What was found, as a line of a list.

use ogi_check::{Outcome, Rule, Subject, grouped};
use ogi_model::LineIndex;
use ogi_model::{Language, Severity};

use crate::cause;
use crate::line::printable;

/// A finding, or several that say the same of several cells.
#[derive(Clone, Debug)]
#[cfg_attr(not(feature = "xlsx"), expect(dead_code, reason = "only workbooks list findings"))]
pub(crate) struct Line {
    pub(crate) severity: Severity,
    pub(crate) rule: &'static Rule,
    pub(crate) message: String,
    pub(crate) printed: String,
    pub(crate) expected: String,
    pub(crate) causes: String,
    pub(crate) place: String,
    /// Why it is waived.
    pub(crate) waived: String,
}

impl Line {
    pub(super) fn all(subject: &Subject<'_>, outcome: &Outcome, language: Language) -> Vec<Self> {
        let report = subject.report();
        let lines = LineIndex::new(subject.text());
        let groups = grouped(report, &outcome.findings);
        let line = groups.iter().map(|group| {
            let it = group.first;
            let causes = cause::of(report, outcome, it, language);
            let causes: Vec<_> = causes.iter().map(ToString::to_string).collect();
            let others = group.others_in_words(report, language);
            let others =
                others.map_or_else(String::new, |it| format!("{}{it}", language.pick("；", "; ")));
            let place = it.place.as_ref().map(|it| language.of_place(it, &lines));
            Self {
                severity: it.severity,
                rule: it.rule,
                message: printable(&format!("{}{others}", language.of(&it.message))),
                printed: it.observed.map(|it| it.to_string()).unwrap_or_default(),
                expected: it.expected.map(|it| it.to_string()).unwrap_or_default(),
                causes: causes.join(language.pick("；", "; ")),
                place: printable(&place.unwrap_or_default()),
                waived: it.waived.as_ref().map(|it| printable(&it.reason)).unwrap_or_default(),
            }
        });
        line.collect()
    }
}

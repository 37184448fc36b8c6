//! What may have gone wrong, for people.

use core::fmt;

#[cfg(feature = "findings")]
use ogi_check::{Edit, Explanation, Finding, Outcome};
use ogi_model::Language;
use ogi_model::{CellId, Report};

/// The most causes that are stated of a finding.
#[cfg(feature = "findings")]
const MOST: usize = 3;

/// What may have gone wrong, and how likely that is: words, figures, and the names of cells, which a page links.
#[derive(Clone)]
pub(crate) struct Cause {
    pub(crate) pieces: Vec<Piece>,
}

#[derive(Clone)]
pub(crate) enum Piece {
    Words(String),
    Cell {
        #[cfg_attr(not(feature = "html"), expect(dead_code, reason = "only pages link cells"))]
        id: CellId,
        name: String,
    },
    /// What a cell should print.
    Figure(String),
}

/// The causes that a check names for a finding, the likeliest first.
#[cfg(feature = "findings")]
pub(crate) fn of(
    report: &Report,
    outcome: &Outcome,
    finding: &Finding,
    language: Language,
) -> Vec<Cause> {
    let explanations = outcome.explanations_of(finding).take(MOST);
    explanations.map(|it| Cause::new(report, it, language)).collect()
}

#[cfg(feature = "findings")]
impl Cause {
    fn new(report: &Report, explanation: &Explanation, language: Language) -> Self {
        let mechanism = language.of_words(explanation.mechanism.name);
        let likely = language.of_likelihood(explanation.posterior);
        let mut pieces = vec![Piece::Words(match language {
            Language::Zh => format!("{mechanism}（可能性{likely}）"),
            Language::En => format!("{mechanism} ({likely} likely)"),
        })];
        pieces.extend(explanation.edits.iter().flat_map(|it| change(report, it, language)));
        if explanation.class_size > 1 {
            let many = explanation.class_size;
            pieces.push(Piece::Words(match language {
                Language::Zh => format!("（同样说得通的共{many}种）"),
                Language::En => format!(" (one of {many} that are as plausible)"),
            }));
        }
        Self { pieces }
    }

    /// The cells that it would change.
    #[cfg(feature = "html")]
    pub(crate) fn cells(&self) -> impl Iterator<Item = CellId> {
        self.pieces.iter().filter_map(|it| match it {
            Piece::Cell { id, .. } => Some(*id),
            _ => None,
        })
    }
}

/// `，“行政复议·总计”由0改为2`
#[cfg(feature = "findings")]
fn change(report: &Report, edit: &Edit, language: Language) -> [Piece; 4] {
    let name = ogi_model::names::cell(report, edit.cell);
    let how = match (edit.from, language) {
        (Some(from), Language::Zh) => format!("由{from}改为"),
        (None, Language::Zh) => "填为".to_owned(),
        (Some(from), Language::En) => format!(" from {from} to "),
        (None, Language::En) => " to be ".to_owned(),
    };
    [
        Piece::Words(language.pick("，", ", ").to_owned()),
        Piece::Cell { id: edit.cell, name: format!("“{}”", language.of(&name)) },
        Piece::Words(how),
        Piece::Figure(edit.to.to_string()),
    ]
}

/// `总计填成了0（可能性87%），“行政复议·总计”由0改为2`
impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.pieces.iter().try_for_each(|it| match it {
            Piece::Words(text) | Piece::Figure(text) | Piece::Cell { name: text, .. } => {
                f.write_str(text)
            }
        })
    }
}

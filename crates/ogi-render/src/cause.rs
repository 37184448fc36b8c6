//! What may have gone wrong, for people.

use core::fmt;

use ogi_check::{Explanation, Finding, Outcome, cell_name};
use ogi_model::{CellId, Report};

/// The most causes that are told of a finding.
const MOST: usize = 3;

/// What may have gone wrong.
#[derive(Clone)]
pub(crate) struct Cause {
    pub(crate) mechanism: &'static str,
    pub(crate) edits: Vec<Edit>,
    /// How many causes arithmetic cannot tell from this one, itself included.
    pub(crate) alike: usize,
}

/// What to change then.
#[derive(Clone)]
pub(crate) struct Edit {
    #[cfg_attr(not(feature = "html"), expect(dead_code, reason = "only pages link cells"))]
    pub(crate) cell: CellId,
    pub(crate) name: String,
    pub(crate) from: Option<String>,
    pub(crate) to: String,
}

/// The causes that a check names for a finding, the likeliest first.
pub(crate) fn of(report: &Report, outcome: &Outcome, finding: &Finding) -> Vec<Cause> {
    outcome.explanations_of(finding).take(MOST).map(|it| Cause::new(report, it)).collect()
}

impl Cause {
    fn new(report: &Report, explanation: &Explanation) -> Self {
        let edits = explanation.edits.iter().map(|it| Edit {
            cell: it.cell,
            name: cell_name(report, it.cell).zh,
            from: it.from.map(|it| it.to_string()),
            to: it.to.to_string(),
        });
        Self {
            mechanism: explanation.mechanism.name.zh,
            edits: edits.collect(),
            alike: explanation.class_size,
        }
    }
}

/// `总计填成了0，“行政复议·总计”由0改为2`
impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.mechanism)?;
        for Edit { name, from, to, .. } in &self.edits {
            match from {
                Some(from) => write!(f, "，“{name}”由{from}改为{to}")?,
                None => write!(f, "，“{name}”填为{to}")?,
            }
        }
        match self.alike {
            0 | 1 => Ok(()),
            many => write!(f, "（同样说得通的共{many}种）"),
        }
    }
}

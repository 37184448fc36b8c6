//! What somebody changed on the page.

use ogi::model::Field;
use ogi::{CellId, Report};
use serde::Deserialize;

use crate::failure::Failure;

/// What now stands somewhere in a report.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edit {
    /// Where: a cell (`disputes.reconsideration.total`), or a field (`agency`, `overview`).
    pub target: String,
    /// What was typed.
    pub text: String,
}

impl Edit {
    /// Makes it.
    pub(crate) fn apply(&self, report: &mut Report) -> Result<(), Failure> {
        let text = self.text.trim();
        let some = || (!text.is_empty()).then(|| text.to_owned());
        if let Ok(cell) = self.target.parse::<CellId>() {
            report.set(cell, ogi::parse::cell(text, cell.unit()));
            return Ok(());
        }
        match self.target.parse::<Field>() {
            Ok(Field::Title) => report.title = some(),
            Ok(Field::Agency) => report.agency = some(),
            Ok(Field::Published) => report.published = text.parse().ok(),
            Ok(Field::Preamble) => report.preamble = some(),
            Ok(Field::Overview) => report.overview = some(),
            Ok(Field::Problems) => report.problems = some(),
            Ok(Field::OtherMatters) => report.other_matters = some(),
            _ => {
                let en = format!("`{}` is nothing that can be changed", self.target);
                return Err(Failure::new("request", "页面内部的请求有误", en));
            }
        }
        Ok(())
    }
}

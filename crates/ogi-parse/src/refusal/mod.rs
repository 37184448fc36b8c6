//! What is no report, and what it is instead.
//!
//! Every kind has a score of several signs, each general (a title, who is called on, what is ordered, a year); no single
//! word decides. Figures are what a report has and the others have not: where its tables are read, nothing else counts.

mod before_2019;
mod evidence;
mod explanation;
mod list;
mod notice;
mod stranger;
mod university;

pub(crate) use evidence::{Evidence, has_report};
pub(crate) use stranger::is_stranger;

use crate::error::ParseError;

/// Why there is no report to read, if there is none.
pub(crate) fn of(evidence: &Evidence<'_>) -> Option<ParseError> {
    let kinds = [
        (notice::is_notice(evidence), ParseError::Notice),
        (explanation::is_explanation(evidence), ParseError::Explanation),
        (university::is_university(evidence), ParseError::University),
        (list::is_list(evidence), ParseError::List),
    ];
    if let Some((_, error)) = kinds.into_iter().find(|it| it.0) {
        return Some(error);
    }
    if let Some(year) = before_2019::year(evidence) {
        return Some(ParseError::Before2019 { year });
    }
    let has_tables = evidence.has_tables() && (evidence.has_heads || !evidence.is_prose());
    match has_tables {
        true => None,
        false if evidence.headings > 1 => Some(ParseError::NoTables),
        false => Some(ParseError::NotAReport),
    }
}

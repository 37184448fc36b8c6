//! Documents, decisions and fees: table two.

use ogi_model::{CellId, CellSum, Column, Row};

use super::super::phrase::Phrase;
use super::super::word::Topic;
use super::{Context, Kind, Subject};

pub(super) fn documents(phrase: &Phrase, cx: &Context) -> Option<Subject> {
    let decisions = phrase.topics.iter().find_map(|it| match it {
        Topic::Decisions(row) => Some(*row),
        _ => None,
    });
    // 受理行政许可申请1200件: these are no decisions.
    let asked = phrase.request || phrase.has(Topic::Receive) || phrase.has(Topic::Requests);
    if decisions.is_some() && asked {
        return None;
    }
    if let Some(row) = decisions {
        // 公开行政处罚信息64条: what is counted is what was published.
        if phrase.has(Topic::Information) && phrase.has(Topic::Publish) {
            return None;
        }
        let firm = phrase.has(Topic::Decision) && !phrase.has(Topic::Publish);
        let any_of = vec![CellSum::of([CellId::new(row, Column::Decisions)])];
        return Some(Subject { any_of, firm, kind: Kind::Documents });
    }
    if phrase.has(Topic::Fees) || phrase.has(Topic::Charge) {
        let any_of = vec![CellSum::of([CellId::new(Row::Fees, Column::Amount)])];
        return Some(Subject { any_of, firm: phrase.has(Topic::Fees), kind: Kind::Fee });
    }
    let mut rows: Vec<_> = phrase
        .topics
        .iter()
        .filter_map(|it| match it {
            Topic::Documents(row) => Some(*row),
            _ => None,
        })
        .collect();
    let verb =
        |it: &Topic| matches!(it, Topic::Issue | Topic::Publish | Topic::Repeal | Topic::InForce);
    // 现行有效 says more than 公开.
    let own = phrase.topics.iter().copied().filter(verb).max_by_key(|it| match it {
        Topic::Publish => 0,
        Topic::Issue => 1,
        _ => 2,
    });
    if rows.is_empty() {
        // 废止b件，现行有效c件: of what was named before.
        let goes_on = matches!(own, Some(Topic::Issue | Topic::Repeal | Topic::InForce));
        let is_other = phrase.has(Topic::Information) || phrase.has_text() || phrase.request;
        rows.extend(cx.documents.filter(|_| goes_on && !is_other));
    }
    if rows.is_empty() {
        return None;
    }
    let verb = own.or(cx.document_verb)?;
    let columns: &[Column] = match verb {
        Topic::Issue => &[Column::Issued, Column::Produced, Column::NewlyDisclosed],
        Topic::Repeal => &[Column::Repealed],
        Topic::InForce => &[Column::InForce, Column::DisclosedTotal],
        _ => &[
            Column::Issued,
            Column::InForce,
            Column::NewlyDisclosed,
            Column::Produced,
            Column::DisclosedTotal,
        ],
    };
    let sum = |column: &Column| {
        rows.iter().map(|row| CellId::try_new(*row, *column)).collect::<Option<Vec<_>>>()
    };
    let mut any_of: Vec<_> = columns.iter().filter_map(sum).map(CellSum::of).collect();
    // 现行有效393件，本年制发77件: the stock may be stated without what the year added.
    if verb == Topic::InForce {
        let issued = sum(&Column::Issued).unwrap_or_default();
        any_of.extend(sum(&Column::InForce).map(|it| CellSum::of(it).less(issued)));
    }
    let firm = rows.len() == 1 && verb != Topic::Publish && !phrase.has(Topic::Publish);
    Some(Subject { any_of, firm, kind: Kind::Documents })
}

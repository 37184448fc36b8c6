//! One value against the truth.

use ogi_model::{Decimal, TableId};
use serde_json::{Map, Value};

/// How a value came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// As the truth has it.
    Right,
    /// Otherwise.
    Wrong,
    /// Given as unreadable.
    Unreadable,
    /// Not given.
    Missing,
}

/// A value of the truth, or one that was read beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// Its keys, from the report down: `applications`, `granted`, `total`.
    pub path: Vec<String>,
    /// What the truth says; none if the source has no such value.
    pub expected: Option<Value>,
    /// What was read.
    pub seen: Option<Value>,
    /// How it came.
    pub verdict: Verdict,
}

/// Judges the JSON of a report that was read, none if none was, by a truth: every value that the truth has, and every
/// value of its tables that it has not.
///
/// A blank that was read as a number is wrong, and so is a number that was read as blank. What is true of year, agency
/// and day and was not read is missing.
///
/// ```
/// use ogi_testkit::{Verdict, judge};
/// use serde_json::json;
///
/// let truth = json!({"active_disclosure": {"fees": {"amount": "25.10"}}});
/// let read = json!({"active_disclosure": {"fees": {"amount": "25.1"}, "licensing": {"decisions": 0}}});
/// let verdicts: Vec<_> = judge(&truth, Some(&read)).iter().map(|it| it.verdict).collect();
/// assert_eq!(verdicts, [Verdict::Right, Verdict::Wrong]);
/// ```
pub fn judge(truth: &Value, got: Option<&Value>) -> Vec<Judged> {
    let mut judged = Vec::new();
    if let Value::Object(truth) = truth {
        walk(truth, got.and_then(Value::as_object), &mut Vec::new(), &mut judged);
    }
    judged
}

fn walk(
    truth: &Map<String, Value>,
    got: Option<&Map<String, Value>>,
    path: &mut Vec<String>,
    judged: &mut Vec<Judged>,
) {
    for (key, expected) in truth {
        let seen = got.and_then(|it| it.get(key));
        path.push(key.clone());
        match expected {
            Value::Object(inner) => walk(inner, seen.and_then(Value::as_object), path, judged),
            _ => judged.push(Judged {
                path: path.clone(),
                expected: Some(expected.clone()),
                seen: seen.cloned(),
                verdict: verdict(expected, got, seen, path.len() == 1),
            }),
        }
        path.pop();
    }
    let is_in_table = path.first().is_some_and(|it| it.parse::<TableId>().is_ok());
    let beside = got
        .into_iter()
        .flatten()
        .filter(|(key, _)| is_in_table && !truth.contains_key(*key) && key.as_str() != "edition");
    for (key, seen) in beside {
        let verdict = if claims(seen) { Verdict::Wrong } else { Verdict::Unreadable };
        let path = path.iter().chain([key]).cloned().collect();
        judged.push(Judged { path, expected: None, seen: Some(seen.clone()), verdict });
    }
}

fn verdict(
    expected: &Value,
    got: Option<&Map<String, Value>>,
    seen: Option<&Value>,
    is_metadata: bool,
) -> Verdict {
    // The row is not there; or a cell of it, which is as good as blank.
    if got.is_none() || (seen.is_none() && !expected.is_null()) {
        return Verdict::Missing;
    }
    let seen = seen.unwrap_or(&Value::Null);
    if is_metadata && seen.is_null() && !expected.is_null() {
        return Verdict::Missing;
    }
    if is_unreadable(seen) {
        return Verdict::Unreadable;
    }
    if same(expected, seen) { Verdict::Right } else { Verdict::Wrong }
}

fn same(expected: &Value, seen: &Value) -> bool {
    let (expected, seen) = (plain(expected), plain(seen));
    let (Some(expected), Some(seen)) = (&expected, &seen) else { return expected == seen };
    let number = |it: &str| it.parse::<Decimal>().ok();
    match (number(expected), number(seen)) {
        (Some(expected), Some(seen)) => expected == seen,
        _ => expected == seen,
    }
}

/// A value without its remark, as a word; any token for "not applicable" is `/`, nothing is a blank.
fn plain(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        Value::Object(cell) if cell.contains_key("na") => Some("/".to_owned()),
        Value::Object(cell) => cell.get("value").map_or_else(|| Some(value.to_string()), plain),
        _ => Some(value.to_string()),
    }
}

fn is_unreadable(seen: &Value) -> bool {
    seen.get("unreadable").is_some()
}

/// Whether a row or cell claims any value.
fn claims(seen: &Value) -> bool {
    match seen {
        Value::Object(it)
            if ["unreadable", "value", "na"].iter().all(|key| !it.contains_key(*key)) =>
        {
            it.values().any(claims)
        }
        _ => !is_unreadable(seen),
    }
}

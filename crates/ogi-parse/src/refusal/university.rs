//! Reports of universities: over an academic year, by rules of their own (高等学校信息公开办法).

use ogi_text::date::first_period;

use super::evidence::{Evidence, count, is_of_reports};

/// What schools are called.
const SCHOOLS: [&str; 4] = ["大学", "学院", "学校", "职业技术"];
/// The rules that they report by.
const RULES: [&str; 3] = ["高等学校信息公开办法", "高等学校信息公开事项清单", "教育部令第29号"];

/// Whether a source is the report of a university: name, academic year, its rules, its period say so.
pub(super) fn is_university(evidence: &Evidence<'_>) -> bool {
    const ENOUGH: usize = 4;
    if evidence.has_many_figures() {
        return false;
    }
    let titles = || evidence.titles().filter(|it| is_of_reports(it) && !it.contains('。'));
    let is_school = titles().any(|it| count(it, &SCHOOLS) > 0);
    let academic_year = titles().any(|it| it.contains("学年"));
    let period = first_period(evidence.beginning());
    let from_september = period.is_some_and(|(it, _)| it.start.month() == 9 && it.end.month() == 8);
    let score = 2 * usize::from(is_school)
        + 2 * usize::from(academic_year)
        + 2 * count(evidence.text, &RULES).min(1)
        + usize::from(from_september);
    score >= ENOUGH
}

//! Explanations: of a report (解读), or of how one is filled in (解释, 填报说明).

use super::evidence::{Evidence, count, is_of_reports};

/// What pages are called that explain a report.
const EXPLAINS: [&str; 6] = ["解读", "图解", "读懂", "看懂", "图说", "问答"];
/// What the title of a document ends with that explains how reports are filled in.
const ENDINGS: [&str; 7] =
    ["的解释", "的答复", "的说明", "填报说明", "填写说明", "编制说明", "常见问题"];
/// What such documents say.
const SAYS: [&str; 9] = [
    "答复要点",
    "解释如下",
    "答复如下",
    "说明如下",
    "问题：",
    "问：",
    "答：",
    "解读如下",
    "应当填写",
];
/// The longest title, in bytes.
const LONGEST: usize = 300;

/// Whether a source explains: the first title that names a report says so, or its title and words do.
pub(super) fn is_explanation(evidence: &Evidence<'_>) -> bool {
    const ENOUGH: usize = 3;
    let named = evidence.titles().filter(|it| it.len() <= LONGEST && !it.contains(['。', '>']));
    let first = named.clone().find(|it| is_of_reports(it) && it.contains("20"));
    let explains = first.is_some_and(|it| count(it, &EXPLAINS) > 0);
    let about = named.take(30).any(|it| {
        let ends = ENDINGS.iter().any(|end| it.ends_with(end)) || count(it, &EXPLAINS) > 0;
        ends && is_of_reports(it)
    });
    let about = about && !evidence.has_many_figures();
    let score = 3 * usize::from(explains)
        + 2 * usize::from(about)
        + count(evidence.text, &SAYS).min(2) * usize::from(!evidence.has_figures());
    score >= ENOUGH
}

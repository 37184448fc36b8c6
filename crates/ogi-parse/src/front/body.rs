//! Names of bodies.
//!
//! `示例市民政局` is one; `各县（区）人民政府` is nobody's name.

use ogi_model::AgencyKind;

/// Endings of bodies that are of no kind of government office.
const ENDINGS: [&str; 14] = [
    "管委会",
    "管理委员会",
    "委员会",
    "分局",
    "中心",
    "支队",
    "大队",
    "总队",
    "公司",
    "集团",
    "医院",
    "学校",
    "大学",
    "学院",
];
/// Endings of places whose reports are those of their governments.
const PLACES: [char; 9] = ['省', '市', '县', '区', '州', '旗', '盟', '镇', '乡'];
/// What a report calls its own body.
const OWN: [char; 4] = ['我', '本', '全', '该'];
/// The longest name, in characters.
const LONGEST: usize = 40;

/// Whether a text is the name of a body: it ends with what bodies are called, and is no sentence.
pub(super) fn is_body(text: &str) -> bool {
    let is_of_name = |c: char| c.is_alphabetic() || c.is_whitespace() || "()（）".contains(c);
    let name = text.trim_end_matches([')', '）']).trim();
    let length = text.chars().count();
    (3..LONGEST).contains(&length)
        && text.chars().all(is_of_name)
        && !text.starts_with(OWN)
        && !text.contains("联系")
        && (AgencyKind::of_name(text) != AgencyKind::Other
            || ENDINGS.iter().any(|it| name.ends_with(it)))
}

/// Whether a text is the name of a place.
pub(super) fn is_place(text: &str) -> bool {
    !text.starts_with(OWN) && text.ends_with(PLACES)
}

/// Whose report it is, by its title and by what the page says who published it (发布机构).
///
/// The title counts, for who publishes may be an office of the body (示例实验区 and 示例实验区管委会办公室) or any office at
/// all (办公室); but a name that only adds where the body is (民政局 and 示例市民政局) is the fuller one.
pub(super) fn agency<'n>(of_title: Option<&'n str>, publisher: Option<&'n str>) -> Option<&'n str> {
    let (Some(title), Some(publisher)) = (of_title, publisher) else {
        return of_title.or(publisher);
    };
    let is_name = is_body(title) || is_place(title);
    Some(if publisher.ends_with(title) || !is_name { publisher } else { title })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_in_the_title_counts_unless_the_other_is_fuller() {
        for (title, publisher, whose) in [
            ("示例综合实验区", "示例综合实验区管委会办公室", "示例综合实验区"),
            ("示例市民政局", "办公室", "示例市民政局"),
            ("民政局", "示例市民政局", "示例市民政局"),
            ("关于做好", "示例市民政局", "示例市民政局"),
        ] {
            assert_eq!(agency(Some(title), Some(publisher)), Some(whose));
        }
        assert_eq!(agency(None, Some("示例市民政局")), Some("示例市民政局"));
        assert_eq!(agency(Some("示例市"), None), Some("示例市"));
    }

    #[test]
    fn names_are_no_sentences_and_no_pronouns() {
        for name in ["示例综合实验区管委会", "示例市公安局花园分局", "示例县柳林镇人民政府"]
        {
            assert!(is_body(name), "{name}");
        }
        for text in ["我局", "请联系示例市民政局", "栏目：示例市民政局", "2025年1月17日", "无。"]
        {
            assert!(!is_body(text), "{text}");
        }
    }
}

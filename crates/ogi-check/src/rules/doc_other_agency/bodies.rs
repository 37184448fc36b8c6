//! Names that cannot be those of one body.

use ogi_model::{AgencyKind, infer_county};

use crate::agency::fold;

/// Fields of work that the usual departments are called by. No department has two of these, unless its name has both:
/// what is often joined, or is a second name of another body, is left out.
const FIELDS: [&[&str]; 14] = [
    &["教育"],
    &["公安"],
    &["民政"],
    &["司法"],
    &["财政"],
    &["审计"],
    &["统计"],
    &["水利", "水务"],
    &["交通"],
    &["卫生", "卫健"],
    &["生态环境", "环境保护"],
    &["医疗保障", "医保"],
    &["退役军人"],
    &["市场监督", "市场监管"],
];

/// Whether two names are for certain those of different bodies.
pub(super) fn are_different(one: &str, other: &str) -> bool {
    let (one, other) = (fold(one), fold(other));
    if is_short_for(&one, &other) || is_short_for(&other, &one) {
        return false;
    }
    if let (Some(one), Some(other)) = (infer_county(&one), infer_county(&other))
        && share_nothing(one, other)
    {
        return true;
    }
    use AgencyKind::{Department, Street, Town};
    match (AgencyKind::of_name(&one), AgencyKind::of_name(&other)) {
        (Department, Department) => {
            // A body of several fields has them all in its name.
            let has_field_of = |name: &str, of: &str| fields(of).any(|it| has(name, it));
            fields(&one).next().is_some()
                && fields(&other).next().is_some()
                && !has_field_of(&one, &other)
        }
        (Department, Town | Street) => fields(&one).next().is_some() && town(&other).is_some(),
        (Town | Street, Department) => fields(&other).next().is_some() && town(&one).is_some(),
        (Town | Street, Town | Street) => {
            town(&one).zip(town(&other)).is_some_and(|(one, other)| share_nothing(one, other))
        }
        _ => false,
    }
}

/// Whether a name leaves characters of another out, and has no others: 发改局 and 发展和改革局.
fn is_short_for(short: &str, full: &str) -> bool {
    let mut full = full.chars();
    short.chars().all(|it| full.any(|of_full| of_full == it))
}

/// Whether no character is in both names of places: one may be misspelt.
fn share_nothing(one: &str, other: &str) -> bool {
    !one.chars().any(|it| other.contains(it))
}

/// The fields of work in a name.
fn fields(name: &str) -> impl Iterator<Item = &'static [&'static str]> + '_ {
    FIELDS.into_iter().filter(|it| has(name, it))
}

fn has(name: &str, field: &[&str]) -> bool {
    field.iter().any(|it| name.contains(it))
}

/// The name of a town, a township or a street, without those words and without its county.
fn town(name: &str) -> Option<&str> {
    let end = ["镇", "乡", "街道"].iter().filter_map(|it| name.rfind(it)).max()?;
    let own = name[..end].rsplit(['县', '区', '市', '旗']).next()?;
    (own.chars().count() >= 2).then_some(own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_may_be_the_same_are_not_different() {
        for (one, other) in [
            ("示例县民政局", "示例县民政局"),
            ("示例市卫生健康委员会", "示例市卫健委"),
            ("示例市民政局", "市民政局"),
            ("示例县教育体育局", "示例县教育局"),
            ("示例县教育局", "示例县教育体育和文化局"),
            ("示例县水利局", "示例县水务局"),
            ("示例县水利局", "示例县农业农村和水利局"),
            ("示例县财政和审计局", "示例县审计局"),
            ("示例县自然资源局", "示例县林业局"),
            ("示例县商务局", "示例县发展和改革局"),
            ("示例市花园区人民政府", "示例市人民政府办公室"),
            ("沭例县民政局", "沐例县民政局"),
            ("柳林镇人民政府", "柳林乡人民政府"),
            ("示例县柳林镇人民政府", "示例县柳林街道办事处"),
            ("示例市民政局", "样板市民政局"),
        ] {
            assert!(!are_different(one, other), "{one} {other}");
            assert!(!are_different(other, one), "{other} {one}");
        }
    }

    #[test]
    fn names_that_cannot_be_the_same_are_different() {
        for (one, other) in [
            ("示例县民政局", "示例县教育局"),
            ("示例县民政局", "样板县民政局"),
            ("示例市花园区人民政府", "示例市滨河区人民政府办公室"),
            ("示例县柳林镇人民政府", "示例县青石镇人民政府"),
            ("示例县柳林镇人民政府", "示例县司法局"),
        ] {
            assert!(are_different(one, other), "{one} {other}");
            assert!(are_different(other, one), "{other} {one}");
        }
    }
}

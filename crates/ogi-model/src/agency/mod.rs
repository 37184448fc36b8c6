//! Kinds and levels of agencies, as far as their names state.

mod level;
mod organ;

pub use level::{AgencyLevel, infer_county};

use crate::form::keyed;
use organ::Organ;

keyed! {
    /// What kind of body an agency is, as far as its name states.
    AgencyKind as "agency kind" {
        /// A people's government of county level or above.
        Government = "government", "Government";
        /// A department of such a government.
        Department = "department", "Department";
        /// Its general office.
        Office = "office", "General office";
        /// A town or township.
        Town = "town", "Town";
        /// A street office (街道办事处).
        Street = "street", "Street office";
        /// Anything else.
        Other = "other", "Other body";
    }
}

impl AgencyKind {
    /// The name in Chinese.
    ///
    /// ```
    /// # use ogi_model::AgencyKind;
    /// assert_eq!(AgencyKind::Town.chinese(), "乡镇");
    /// ```
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::Government => "县级以上人民政府",
            Self::Department => "县级以上人民政府部门",
            Self::Office => "政府办公室（厅）",
            Self::Town => "乡镇",
            Self::Street => "街道",
            Self::Other => "其他单位",
        }
    }
}

/// Endings and what they state, the first match counts.
const ENDINGS: &[(&str, AgencyKind)] = &[
    ("街道", AgencyKind::Street),
    ("街道办", AgencyKind::Street),
    ("办事处", AgencyKind::Street),
    ("镇人民政府", AgencyKind::Town),
    ("镇政府", AgencyKind::Town),
    ("乡人民政府", AgencyKind::Town),
    ("乡政府", AgencyKind::Town),
    ("镇", AgencyKind::Town),
    ("乡", AgencyKind::Town),
    ("政府办公室", AgencyKind::Office),
    ("政府办公厅", AgencyKind::Office),
    ("政府办", AgencyKind::Office),
    ("政府", AgencyKind::Government),
    // Bodies of people, of the Party and of zones are no departments of a government.
    ("村民委员会", AgencyKind::Other),
    ("居民委员会", AgencyKind::Other),
    ("工作委员会", AgencyKind::Other),
    ("村委", AgencyKind::Other),
    ("居委", AgencyKind::Other),
    ("党委", AgencyKind::Other),
    ("党工委", AgencyKind::Other),
    ("纪委", AgencyKind::Other),
    ("省委", AgencyKind::Other),
    ("市委", AgencyKind::Other),
    ("县委", AgencyKind::Other),
    ("区委", AgencyKind::Other),
    ("政法委", AgencyKind::Other),
    ("监督管理委员会", AgencyKind::Department),
    ("管理委员会", AgencyKind::Other),
    ("管委会", AgencyKind::Other),
    ("管委", AgencyKind::Other),
    ("宣传部", AgencyKind::Other),
    ("组织部", AgencyKind::Other),
    ("统战部", AgencyKind::Other),
    ("工作部", AgencyKind::Other),
    ("武装部", AgencyKind::Other),
    ("指挥部", AgencyKind::Other),
    ("分局", AgencyKind::Other),
    ("局", AgencyKind::Department),
    ("委", AgencyKind::Department),
    ("委员会", AgencyKind::Department),
    ("部", AgencyKind::Department),
    ("厅", AgencyKind::Department),
    ("办公室", AgencyKind::Department),
];

/// What the offices of a body are called; they report for it.
const OFFICES: &[&str] =
    &["党政综合办公室", "党政办公室", "综合办公室", "党政办", "办公室", "综合办"];

impl AgencyKind {
    /// The kind that a name states.
    ///
    /// ```
    /// use ogi_model::AgencyKind;
    ///
    /// assert_eq!(AgencyKind::of_name("示例市人民政府办公室"), AgencyKind::Office);
    /// assert_eq!(AgencyKind::of_name("示例县人民政府"), AgencyKind::Government);
    /// assert_eq!(AgencyKind::of_name("示例区花园街道办事处"), AgencyKind::Street);
    /// assert_eq!(AgencyKind::of_name("示例县柳林镇人民政府"), AgencyKind::Town);
    /// assert_eq!(AgencyKind::of_name("示例县柳林镇党政办公室"), AgencyKind::Town);
    /// assert_eq!(AgencyKind::of_name("示例市民政局"), AgencyKind::Department);
    /// assert_eq!(AgencyKind::of_name("示例大学"), AgencyKind::Other);
    /// ```
    pub fn of_name(name: &str) -> Self {
        let name = proper(name);
        if Organ::of_name(name).is_some() {
            return Self::Government;
        }
        let of = |name: &str| ENDINGS.iter().find(|it| name.ends_with(it.0)).map(|it| it.1);
        // The office of a town or of a zone reports for it, unlike that of a government.
        let body = OFFICES.iter().find_map(|it| name.strip_suffix(it));
        if body.is_some_and(|it| Organ::of_name(it).is_some()) {
            return Self::Government;
        }
        match body.and_then(of) {
            Some(kind @ (Self::Town | Self::Street | Self::Other)) => kind,
            _ => of(name).unwrap_or(Self::Other),
        }
    }
}

/// A name without a bracket behind it, which states other names of the body.
fn proper(name: &str) -> &str {
    let name = name.trim();
    let bracket = name.ends_with([')', '）']).then(|| name.rfind(['(', '（'])).flatten();
    bracket.map_or(name, |at| name[..at].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_state_kinds() {
        use AgencyKind::{Department, Government, Office, Other, Street, Town};
        for (name, kind) in [
            ("示例县人民政府", Government),
            ("示例自治县人民政府", Government),
            ("示例镇市人民政府", Government),
            ("示例市政府办公室", Office),
            ("示例市人民政府办公室（示例市外事办公室）", Office),
            ("示例省人民政府办公厅", Office),
            ("示例县人民政府政务公开办公室", Department),
            ("示例市卫生健康委员会", Department),
            ("示例市国有资产监督管理委员会", Department),
            ("示例市发改委", Department),
            ("示例市信访局 ", Department),
            ("示例县柳林镇", Town),
            ("示例县柳林镇人民政府办公室", Town),
            ("示例县白鹭乡党政综合办公室", Town),
            ("示例区花园街道", Street),
            ("示例区花园街道办事处党政办公室", Street),
            ("示例区花园办事处", Street),
            // Organs that governments send out do what a government does in their zone.
            ("示例高新技术产业开发区管理委员会", Government),
            ("示例经济开发区管委会党政办公室", Government),
            ("示例综合实验区管理委员会", Government),
            ("示例左旗", Government),
            ("示例新区民政局", Department),
            ("中共示例市委", Other),
            ("中共示例市委宣传部", Other),
            ("示例市公安局花园分局", Other),
            ("示例区花园社区居民委员会", Other),
            ("示例市第一中学", Other),
            ("", Other),
        ] {
            assert_eq!(AgencyKind::of_name(name), kind, "{name}");
        }
    }
}

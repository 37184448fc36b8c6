//! Kinds of agencies.

use crate::form::keyed;

keyed! {
    /// What kind of body an agency is, as far as its name tells.
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

/// Endings and what they tell, the first match counts.
const ENDINGS: &[(&str, AgencyKind)] = &[
    ("街道", AgencyKind::Street),
    ("街道办", AgencyKind::Street),
    ("街道办事处", AgencyKind::Street),
    ("政府办公室", AgencyKind::Office),
    ("政府办公厅", AgencyKind::Office),
    ("政府办", AgencyKind::Office),
    ("镇人民政府", AgencyKind::Town),
    ("镇政府", AgencyKind::Town),
    ("乡人民政府", AgencyKind::Town),
    ("乡政府", AgencyKind::Town),
    ("镇", AgencyKind::Town),
    ("乡", AgencyKind::Town),
    ("政府", AgencyKind::Government),
    ("管理委员会", AgencyKind::Other),
    ("管委会", AgencyKind::Other),
    ("局", AgencyKind::Department),
    ("委", AgencyKind::Department),
    ("委员会", AgencyKind::Department),
    ("部", AgencyKind::Department),
    ("厅", AgencyKind::Department),
    ("办公室", AgencyKind::Department),
];

impl AgencyKind {
    /// The kind that a name tells.
    ///
    /// ```
    /// use ogi_model::AgencyKind;
    ///
    /// assert_eq!(AgencyKind::of_name("示例市人民政府办公室"), AgencyKind::Office);
    /// assert_eq!(AgencyKind::of_name("示例县人民政府"), AgencyKind::Government);
    /// assert_eq!(AgencyKind::of_name("示例区花园街道办事处"), AgencyKind::Street);
    /// assert_eq!(AgencyKind::of_name("示例县柳林镇人民政府"), AgencyKind::Town);
    /// assert_eq!(AgencyKind::of_name("示例市民政局"), AgencyKind::Department);
    /// assert_eq!(AgencyKind::of_name("示例大学"), AgencyKind::Other);
    /// ```
    pub fn of_name(name: &str) -> Self {
        let name = name.trim();
        ENDINGS.iter().find(|it| name.ends_with(it.0)).map_or(Self::Other, |it| it.1)
    }
}

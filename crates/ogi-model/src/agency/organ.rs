//! Governments and their organs that are not called 人民政府: zones, leagues, banners, the Corps.

use super::AgencyLevel;

/// A kind of government or of its organs, as its name ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Organ {
    /// The end of the name.
    pub(super) end: &'static str,
    /// What must stand before it, somewhere; empty for anything.
    pub(super) after: &'static str,
    /// Its level; `None` if that is one below the government that set it up.
    pub(super) level: Option<AgencyLevel>,
}

const fn organ(end: &'static str, after: &'static str, level: Option<AgencyLevel>) -> Organ {
    Organ { end, after, level }
}

/// The kinds, longer ends first.
///
/// Sources: Constitution, article 30 (自治县, 旗 beside counties); Organic Law of Local People's Congresses and
/// Governments, article 85 (organs that governments send out: leagues of an autonomous region; zones by analogy); the
/// Corps' white paper of 2014 (the Corps has the powers of a province's level; its divisions are of a prefecture's, its
/// regiments of a county's).
const ORGANS: &[Organ] = &[
    organ("综合实验区管理委员会", "", None),
    organ("综合实验区管委会", "", None),
    organ("区管理委员会", "", None),
    organ("区管委会", "", None),
    organ("区管委", "", None),
    organ("综合实验区", "", None),
    organ("开发区", "", None),
    organ("高新区", "", None),
    organ("经开区", "", None),
    organ("新区", "", None),
    organ("建设兵团", "", Some(AgencyLevel::Province)),
    organ("兵团", "", Some(AgencyLevel::Province)),
    organ("团场", "", Some(AgencyLevel::County)),
    organ("团", "师", Some(AgencyLevel::County)),
    organ("师", "第", Some(AgencyLevel::City)),
    organ("自治县", "", Some(AgencyLevel::County)),
    organ("行政公署", "", Some(AgencyLevel::City)),
    organ("盟", "", Some(AgencyLevel::City)),
    organ("旗", "", Some(AgencyLevel::County)),
];

impl Organ {
    /// The kind that a name is of, by its end alone.
    pub(super) fn of_name(name: &str) -> Option<&'static Self> {
        ORGANS.iter().find(|it| {
            name.strip_suffix(it.end)
                .is_some_and(|rest| !rest.is_empty() && rest.contains(it.after))
        })
    }

    /// Its level. What a government sets up is one level below it, if its name says which government that is.
    pub(super) fn level_of(&self, name: &str) -> Option<AgencyLevel> {
        if self.level.is_some() {
            return self.level;
        }
        let above = name.strip_suffix(self.end).unwrap_or(name);
        let has = |marks: &[char]| above.char_indices().any(|(at, c)| at > 0 && marks.contains(&c));
        // 示例市东城高新区: whether a district set it up or the city, nobody can know.
        match (has(&['县', '旗']), has(&['市', '州', '盟'])) {
            (true, _) => Some(AgencyLevel::Township),
            (false, true) if !has(&['区']) => Some(AgencyLevel::County),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_of_names_state_organs() {
        use AgencyLevel::{City, County, Province, Township};
        for (name, level) in [
            ("示例综合实验区管理委员会", None),
            ("示例市高新技术产业开发区管委会", Some(County)),
            ("示例县经济开发区管理委员会", Some(Township)),
            ("示例综合实验区", None),
            ("示例盟", Some(City)),
            ("示例盟行政公署", Some(City)),
            ("示例左旗", Some(County)),
            ("示例族自治县", Some(County)),
            ("示例生产建设兵团", Some(Province)),
            ("示例兵团第一师", Some(City)),
            ("第一师示例团场", Some(County)),
        ] {
            let organ = Organ::of_name(name).unwrap();
            assert_eq!(organ.level_of(name), level, "{name}");
        }
        for name in
            ["示例新区民政局", "示例市监督管理委员会", "新区", "示例市旗帜管理局", "示例集团"]
        {
            assert!(Organ::of_name(name).is_none(), "{name}");
        }
    }
}

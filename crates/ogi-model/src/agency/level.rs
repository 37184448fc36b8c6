//! Levels of government.

use super::organ::Organ;
use super::{AgencyKind, proper};
use crate::form::keyed;

keyed! {
    /// The level of government of an agency, where its name states it for certain.
    AgencyLevel as "agency level" {
        /// A province, an autonomous region, or a body of one.
        Province = "province", "Province";
        /// An autonomous prefecture, a league or a prefecture, or a body of one.
        City = "city", "City";
        /// A county, a banner or a district of a city, or a body of one.
        County = "county", "County";
        /// A town, a township or a street office.
        Township = "township", "Township";
    }
}

/// Zones and words that end with 区 and are no districts. A district may be called 城区 or 矿区, but so may any part of
/// a city.
const NO_DISTRICTS: &[&str] = &[
    "自治区",
    "地区",
    "特区",
    "新区",
    "开发区",
    "高新区",
    "经开区",
    "功能区",
    "经济区",
    "保税区",
    "业园区",
    "技园区",
    "流园区",
    "化园区",
    "市园区",
    "市景区",
    "风景区",
    "度假区",
    "示范区",
    "试验区",
    "实验区",
    "合作区",
    "先行区",
    "集聚区",
    "管理区",
    "保护区",
    "社区",
    "小区",
    "片区",
    "辖区",
    "校区",
    "港区",
    "林区",
    "矿区",
    "灌区",
    "库区",
    "垦区",
    "农场区",
    "市区",
    "市城区",
    "市郊区",
    "全区",
    "我区",
    "本区",
];

/// What makes another word of the character before it: 区域, 县级.
const OTHER_WORDS: &[char] = &['域', '划', '块', '间', '级', '际', '位'];

impl AgencyLevel {
    /// The level that a name states; `None` where it states none for certain, as that of a city, which may be of city or
    /// of county level.
    ///
    /// ```
    /// use ogi_model::AgencyLevel;
    ///
    /// assert_eq!(AgencyLevel::of_name("示例市花园区民政局"), Some(AgencyLevel::County));
    /// assert_eq!(AgencyLevel::of_name("示例县柳林镇人民政府"), Some(AgencyLevel::Township));
    /// assert_eq!(AgencyLevel::of_name("示例市民政局"), None);
    /// ```
    pub fn of_name(name: &str) -> Option<Self> {
        Self::of_name_with_word(name).map(|it| it.0)
    }

    /// The same, and the word of the name that states it.
    ///
    /// ```
    /// use ogi_model::AgencyLevel;
    ///
    /// assert_eq!(AgencyLevel::of_name_with_word("示例左旗人民政府"), Some((AgencyLevel::County, "旗")));
    /// ```
    pub fn of_name_with_word(name: &str) -> Option<(Self, &'static str)> {
        let name = proper(name);
        if let Some(organ) = Organ::of_name(name) {
            return Some((organ.level_of(name)?, organ.end));
        }
        match AgencyKind::of_name(name) {
            AgencyKind::Town => return Some((Self::Township, "乡镇")),
            AgencyKind::Street => return Some((Self::Township, "街道")),
            AgencyKind::Other => return None,
            AgencyKind::Government | AgencyKind::Department | AgencyKind::Office => {}
        }
        let has = |mark: char| units(name, mark).next().is_some();
        let county = [('县', "县"), ('旗', "旗"), ('区', "区")].into_iter().find(|it| has(it.0));
        if let Some((_, mark)) = county {
            return Some((Self::County, mark));
        }
        // A city that belongs to what is named before it may be of either level.
        let is_last = |unit: &str| {
            name.find(unit).is_some_and(|at| at > 0 && !name[at + unit.len()..].contains('市'))
        };
        // The four cities under the central government.
        const MUNICIPALITIES: [&str; 4] = ["北京市", "天津市", "上海市", "重庆市"];
        if let Some(mark) = MUNICIPALITIES.into_iter().find(|it| name.starts_with(it)) {
            return Some((Self::Province, mark));
        }
        if let Some(mark) = ["自治州", "盟", "地区"].into_iter().find(|it| is_last(it)) {
            return Some((Self::City, mark));
        }
        let province = ["省", "自治区"].into_iter().find(|it| is_last(it));
        province.map(|mark| (Self::Province, mark))
    }
}

/// The county, banner or district that a name states, without that word.
///
/// ```
/// use ogi_model::infer_county;
///
/// assert_eq!(infer_county("示例市花园区民政局"), Some("花园"));
/// assert_eq!(infer_county("示例市民政局"), None);
/// ```
pub fn infer_county(name: &str) -> Option<&str> {
    let at = ['县', '旗', '区'].into_iter().filter_map(|it| units(name, it).next()).min()?;
    name[..at].rsplit(['省', '市', '州', '盟']).next().filter(|it| !it.is_empty())
}

/// Where a name has a unit with this mark: something before it, and no other word made of it.
fn units(name: &str, mark: char) -> impl Iterator<Item = usize> {
    name.match_indices(mark).map(|it| it.0).filter(move |at| {
        let (before, after) = name.split_at(at + mark.len_utf8());
        let is_district = mark != '区' || !NO_DISTRICTS.iter().any(|it| before.ends_with(it));
        *at > 0
            && is_district
            && !after.starts_with(OTHER_WORDS)
            && !before.ends_with("红旗")
            && !before.ends_with("国旗")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_state_levels() {
        use AgencyLevel::{City, County, Province, Township};
        for (name, level) in [
            ("示例县人民政府", Some(County)),
            ("示例自治县民政局", Some(County)),
            ("示例左旗人民政府", Some(County)),
            ("示例市花园区人民政府办公室", Some(County)),
            ("花园区人民政府", Some(County)),
            ("示例市东城区城市管理局", Some(County)),
            ("示例县区域合作局", Some(County)),
            ("示例区花园街道办事处", Some(Township)),
            ("示例县柳林镇人民政府办公室", Some(Township)),
            // Of either level, or of none.
            ("示例市人民政府", None),
            ("示例市人民政府办公室", None),
            ("示例市民政局", None),
            ("示例省示例市人民政府", None),
            ("示例自治州示例市教育局", None),
            ("示例市城区管理局", None),
            ("示例市园区管理局", None),
            ("示例工业园区财政局", None),
            ("示例市区域合作局", None),
            ("示例新区民政局", None),
            ("示例市高新区财政局", None),
            ("示例经济特区人民政府", None),
            ("示例市县域经济发展局", None),
            ("示例市红旗林场管理局", None),
            ("区人民政府办公室", None),
            ("县民政局", None),
            ("示例县人民医院", None),
            // Above.
            ("示例自治州人民政府", Some(City)),
            ("示例盟民政局", Some(City)),
            ("示例地区教育局", Some(City)),
            ("示例省人民政府", Some(Province)),
            ("示例省民政厅", Some(Province)),
            ("示例自治区教育厅", Some(Province)),
        ] {
            assert_eq!(AgencyLevel::of_name(name), level, "{name}");
        }
    }
}

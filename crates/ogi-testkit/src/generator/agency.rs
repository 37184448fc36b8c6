//! Fictional agencies.

use ogi_model::AgencyKind;
use rand::seq::IndexedRandom as _;
use rand::{Rng, RngExt as _};

/// Who reports, and what it calls itself in prose.
pub(super) struct Agency {
    pub(super) name: String,
    pub(super) short: &'static str,
    pub(super) phone: u32,
}

const PLACES: &[&str] = &["示例市", "示例县", "示例区"];

const DEPARTMENTS: &[&str] = &[
    "民政局",
    "财政局",
    "教育局",
    "司法局",
    "公安局",
    "水利局",
    "交通运输局",
    "生态环境局",
    "自然资源和规划局",
    "市场监督管理局",
    "卫生健康委员会",
    "发展和改革委员会",
];

const TOWNS: &[&str] = &["柳林镇", "青石镇", "云溪乡", "石桥镇", "白鹭乡"];

const STREETS: &[&str] = &["花园", "城东", "新华", "滨河"];

impl Agency {
    pub(super) fn random(rng: &mut impl Rng) -> Self {
        let place = pick(PLACES, rng);
        let (name, short) = match rng.random_range(0..10) {
            0..4 => (format!("{place}{}", pick(DEPARTMENTS, rng)), "我局"),
            4..6 => (format!("{place}人民政府办公室"), "我办"),
            6 => (format!("{place}人民政府"), "我区"),
            7 => (format!("示例县{}人民政府", pick(TOWNS, rng)), "我镇"),
            8 => (format!("示例区{}街道办事处", pick(STREETS, rng)), "我街道"),
            // One that is no department by its name.
            _ if place == "示例区" => (format!("{place}供销合作社联合社"), "我社"),
            _ => (format!("{place}经济开发区管理委员会"), "我委"),
        };
        let short = match (short, place) {
            ("我区", "示例市") => "我市",
            ("我区", "示例县") => "我县",
            _ if name.ends_with("委员会") => "我委",
            _ if name.contains('乡') => "我乡",
            _ => short,
        };
        Self { name, short, phone: rng.random_range(5_550_000..5_560_000) }
    }

    /// A government, for others to be below it.
    pub(super) fn government(rng: &mut impl Rng) -> Self {
        loop {
            let agency = Self::random(rng);
            if agency.is_government() {
                return agency;
            }
        }
    }

    pub(super) fn is_government(&self) -> bool {
        AgencyKind::of_name(&self.name) == AgencyKind::Government
    }

    /// Whether it can make rules (规章): in this fiction the city and its office.
    pub(super) fn makes_rules(&self) -> bool {
        self.name.starts_with("示例市人民政府")
    }
}

fn pick<'a>(names: &[&'a str], rng: &mut impl Rng) -> &'a str {
    names.choose(rng).copied().unwrap_or_default()
}

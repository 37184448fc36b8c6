//! What is known of the report before its sentences are read.

use ogi_model::{AgencyKind, Report};

use super::word::Whose;

/// What is known of the report.
#[derive(Clone, Debug, Default)]
pub(super) struct KnownFacts {
    pub(super) year: Option<u16>,
    /// The region whose figures the report has, if it is that of a government: 县 of 全县.
    pub(super) region: Option<char>,
    /// The names by which the reporting agency is called, the longest first, and whose figures each states.
    pub(super) names: Vec<(String, Whose)>,
    /// The characters that names begin with.
    pub(super) begins: Vec<char>,
}

impl KnownFacts {
    pub(super) fn of(report: &Report) -> Self {
        let is_government =
            matches!(report.agency_kind, Some(AgencyKind::Government | AgencyKind::Town));
        let agency = report.agency.as_deref().unwrap_or_default();
        let region = region(agency).filter(|_| report.agency_kind == Some(AgencyKind::Government));
        let names = if agency.is_empty() { Vec::new() } else { names(agency, is_government) };
        let begins = names.iter().filter_map(|it| it.0.chars().next()).collect();
        Self { year: report.year, region, names, begins }
    }

    /// Whether the report is that of a government with a region: it adds up those below it.
    pub(super) const fn is_government(&self) -> bool {
        self.region.is_some()
    }

    /// Whether words for a region (全县, 我市) mean that of the report.
    pub(super) fn is_own_region(&self, words: &str) -> bool {
        self.region.is_some_and(|it| words.ends_with(it))
    }

    /// Whether a name of the reporting agency begins with a character.
    pub(super) fn begins(&self, first: char) -> bool {
        self.begins.contains(&first)
    }

    /// The name of the reporting agency that a text begins with, and what follows it.
    pub(super) fn name<'s>(&self, text: &'s str) -> Option<(&'s str, Whose)> {
        if !self.begins.contains(&text.chars().next()?) {
            return None;
        }
        self.names
            .iter()
            .find_map(|(name, whose)| Some((text.strip_prefix(name.as_str())?, *whose)))
    }
}

/// What the region of a government is called: 县, 旗, 区.
fn region(agency: &str) -> Option<char> {
    const ORGANS: [&str; 5] = ["人民政府", "管理委员会", "管委会", "政府", "生产建设"];
    let place = ORGANS.iter().find_map(|it| Some(agency.split_once(it)?.0)).unwrap_or(agency);
    place.chars().next_back()
}

/// A name in full and without the place it begins with. The short name of a government may mean its office alone.
fn names(agency: &str, is_government: bool) -> Vec<(String, Whose)> {
    const PLACES: [char; 8] = ['省', '市', '县', '区', '州', '盟', '旗', '镇'];
    let short = if is_government { Whose::OnBehalf } else { Whose::Own };
    let mut names = vec![(agency.to_owned(), Whose::Own)];
    for (at, place) in agency.char_indices().filter(|it| PLACES.contains(&it.1)) {
        let after = at + place.len_utf8();
        names.push((agency[at..].to_owned(), short));
        names.push((agency[after..].to_owned(), short));
    }
    let without: Vec<_> =
        names.iter().map(|(it, whose)| (it.replace("人民政府", "政府"), *whose)).collect();
    names.extend(without);
    names.retain(|it| it.0.chars().count() >= 3);
    names.sort_by_key(|it| core::cmp::Reverse(it.0.len()));
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_is_own_only_at_its_level() {
        let known = |agency: &str| {
            let report =
                Report::builder(ogi_model::Edition::E2021).agency(agency).year(2025).build();
            KnownFacts::of(&report.unwrap())
        };
        let county = known("示例县人民政府");
        assert!(county.is_own_region("全县") && !county.is_own_region("全市"));
        for agency in ["示例县财政局", "示例县柳林镇人民政府", "示例县人民政府办公室"]
        {
            assert!(!known(agency).is_own_region("全县"), "{agency}");
        }
    }

    #[test]
    fn names_of_an_agency() {
        let known = |agency: &str| {
            let report =
                Report::builder(ogi_model::Edition::E2021).agency(agency).year(2025).build();
            KnownFacts::of(&report.unwrap())
        };
        let bureau = known("示例县发展和改革局");
        for name in ["示例县发展和改革局", "县发展和改革局", "发展和改革局"] {
            assert_eq!(bureau.name(name), Some(("", Whose::Own)), "{name}");
        }
        assert_eq!(bureau.name("县财政局"), None);
        let government = known("示例市人民政府");
        assert_eq!(government.name("示例市人民政府收到"), Some(("收到", Whose::Own)));
        assert_eq!(government.name("市政府收到"), Some(("收到", Whose::OnBehalf)));
    }
}

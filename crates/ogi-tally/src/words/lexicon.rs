//! Looking words up: labels of the form are known, everything else is a guess with a reason.

use std::collections::BTreeMap;

use ogi_model::{Edition, Group, Row, TableForm, TableId};

use super::aliases::{ALIASES, YES};
use super::meaning::{in_edition, is_in};
use super::{Meaning, Vocabulary, key};

/// Longer texts are sentences, of which nothing is guessed.
const LONGEST_WORD: usize = 40;

/// The shortest name that is looked for inside of a word: `公开` stands in too many.
const SHORTEST_INSIDE: usize = 3;

/// How alike a mistyped word and the name are, of 1, and by how much more than the next.
const ALIKE: f64 = 0.74;
const APART: f64 = 0.1;

/// What turns a word around that it stands before, so many characters before it: `不属于国家秘密`.
const NEGATED_WITHIN: usize = 3;
const NEGATIONS: [char; 5] = ['不', '未', '非', '无', '没'];

/// The words of a vocabulary in an edition of the form.
#[derive(Debug)]
pub(crate) struct Lexicon {
    vocabulary: Vocabulary,
    edition: Edition,
    /// The labels of the form.
    labels: BTreeMap<String, Meaning>,
    /// Other names.
    aliases: BTreeMap<String, Meaning>,
    /// Merged heads, which mean several rows or columns.
    groups: BTreeMap<String, Group>,
    /// Words that agree with the head of their column.
    yes: Vec<String>,
}

impl Lexicon {
    pub(crate) fn new(vocabulary: Vocabulary, edition: Edition) -> Self {
        let mut labels = BTreeMap::new();
        let meanings = vocabulary.meanings(edition);
        for meaning in &meanings {
            if let Some(label) = label(*meaning, edition) {
                labels.insert(key(label), *meaning);
                labels.entry(key(ogi_text::ordinal::stem(label))).or_insert(*meaning);
            }
        }
        let mut aliases = BTreeMap::new();
        for (_, meaning, words) in ALIASES.iter().filter(|it| it.0 == vocabulary) {
            let meaning = match meaning {
                Meaning::Row(row) if vocabulary == Vocabulary::Outcomes => {
                    in_edition(*row, edition).map(Meaning::Row)
                }
                other => Some(*other),
            };
            for (word, meaning) in words.split_whitespace().zip(core::iter::repeat(meaning)) {
                if let Some(meaning) = meaning.filter(|it| meanings.contains(it)) {
                    aliases.insert(key(word), meaning);
                }
            }
        }
        let groups = groups(vocabulary, edition);
        let yes = YES.split_whitespace().map(key).collect();
        Self { vocabulary, edition, labels, aliases, groups, yes }
    }

    /// What a word means that is a label of the form.
    pub(crate) fn known(&self, word: &str) -> Option<Meaning> {
        let found = self.labels.get(&key(word));
        found.or_else(|| self.labels.get(&key(unnumbered(word)))).copied()
    }

    /// The merged head that a word is: one of several rows or columns is meant, and it does not say which.
    pub(crate) fn group(&self, word: &str) -> Option<Group> {
        let found = self.groups.get(&key(word));
        found.or_else(|| self.groups.get(&key(unnumbered(word)))).copied()
    }

    /// Whether a meaning is among those of a merged head.
    pub(crate) fn is_within(&self, meaning: Meaning, group: Group) -> bool {
        let form = TableForm::of(TableId::Applications, self.edition);
        match meaning {
            Meaning::Row(row) => is_in(form, form.row(row).and_then(|it| it.group), group),
            Meaning::Column(column) => {
                let mut columns = form.blocks.iter().flat_map(|it| it.columns);
                let found = columns.find(|it| it.column == column);
                is_in(form, found.and_then(|it| it.group), group)
            }
            Meaning::Nothing => false,
        }
    }

    /// What a word most likely means below a head; nothing where that is in doubt.
    pub(crate) fn guess(&self, word: &str, head: &str, within: Option<Group>) -> Option<Meaning> {
        let folded = key(word);
        if folded.chars().count() > LONGEST_WORD {
            return None;
        }
        if self.yes.contains(&folded) {
            return if head.is_empty() { None } else { self.guess(head, "", within) };
        }
        if self.group(word).is_some() {
            return None;
        }
        let stem = key(unnumbered(word));
        let fits = |it: &Meaning| within.is_none_or(|group| self.is_within(*it, group));
        let exactly = self.known(word).or_else(|| self.aliases.get(&folded).copied());
        let found = exactly.or_else(|| self.aliases.get(&stem).copied()).filter(fits);
        // Numbers and days are like no word.
        if found.is_some() || folded.is_ascii() {
            return found;
        }
        self.inside(&folded).filter(fits).or_else(|| self.alike(&stem, fits))
    }

    fn names(&self) -> impl Iterator<Item = (&str, Meaning)> {
        self.labels.iter().chain(&self.aliases).map(|(name, meaning)| (name.as_str(), *meaning))
    }

    /// The one name that stands inside of a word, as in `不予公开（涉及国家秘密）`.
    fn inside(&self, word: &str) -> Option<Meaning> {
        let mut found: Vec<(core::ops::Range<usize>, Meaning)> = Vec::new();
        for (name, meaning) in self.names().filter(|it| it.0.chars().count() >= SHORTEST_INSIDE) {
            let at = word.match_indices(name).map(|it| it.0);
            found.extend(at.map(|at| (at..at + name.len(), meaning)));
        }
        // A name within a longer one is part of that.
        let is_part = |it: &core::ops::Range<usize>| {
            found.iter().any(|(other, _)| {
                other.len() > it.len() && other.start <= it.start && it.end <= other.end
            })
        };
        let whole: Vec<_> = found.iter().filter(|it| !is_part(&it.0)).collect();
        let is_negated = |at: usize| {
            let mut before = word[..at].chars().rev().take(NEGATED_WITHIN);
            before.any(|it| NEGATIONS.contains(&it))
        };
        if whole.iter().any(|it| is_negated(it.0.start)) {
            return None;
        }
        let mut meanings: Vec<Meaning> = whole.iter().map(|it| it.1).collect();
        meanings.sort_unstable();
        meanings.dedup();
        // 区分处理的，只计这一情形，不计其他情形 (form)
        let partially = Meaning::Row(Row::PartiallyGranted);
        if meanings.contains(&partially) {
            return Some(partially);
        }
        let [one] = meanings[..] else { return None };
        let contradicts = self.groups.iter().any(|(name, group)| {
            name.chars().count() >= SHORTEST_INSIDE
                && word.contains(name.as_str())
                && !self.is_within(one, *group)
        });
        (!contradicts).then_some(one)
    }

    /// The one name that a word is much like.
    fn alike(&self, word: &str, fits: impl Fn(&Meaning) -> bool) -> Option<Meaning> {
        if word.chars().count() <= SHORTEST_INSIDE {
            return None;
        }
        let mut best: BTreeMap<Meaning, f64> = BTreeMap::new();
        let long = word.chars().count() as f64;
        let negations = |it: &str| it.chars().filter(|it| NEGATIONS.contains(it)).count();
        // 不予以公开 is much like 予以公开 and means the contrary.
        let as_negated = |it: &str| negations(it) == negations(word);
        for (name, meaning) in self.names().filter(|it| as_negated(it.0)) {
            let name_long = name.chars().count() as f64;
            // Each character more is one that differs.
            if long.min(name_long) < (ALIKE - APART) * long.max(name_long) {
                continue;
            }
            let likeness = strsim::normalized_damerau_levenshtein(word, name);
            let so_far = best.entry(meaning).or_default();
            *so_far = so_far.max(likeness);
        }
        let mut ranked: Vec<_> = best.into_iter().collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
        let (first, likeness) = *ranked.first()?;
        let next = ranked.get(1).map_or(0.0, |it| it.1);
        (likeness >= ALIKE && likeness - next >= APART && fits(&first)).then_some(first)
    }

    /// Whether a word says anything that is understood or guessed.
    pub(crate) fn understands(&self, word: &str, head: &str) -> bool {
        let is_yes_or_no = self.vocabulary == Vocabulary::Carried && self.yes.contains(&key(word));
        is_yes_or_no || self.group(word).is_some() || self.guess(word, head, None).is_some()
    }
}

/// A word without an ordinal before it; with all that stands behind it, as `不予公开（国家秘密）` has it.
fn unnumbered(word: &str) -> &str {
    let stem = ogi_text::ordinal::stem(word);
    if word.ends_with(stem) { stem } else { word }
}

/// The label of the form.
fn label(meaning: Meaning, edition: Edition) -> Option<&'static str> {
    let tables = [TableId::Applications, TableId::Disputes].map(|it| TableForm::of(it, edition));
    match meaning {
        Meaning::Row(row) => tables.iter().find_map(|form| form.row(row)).map(|it| it.label),
        Meaning::Column(column) => {
            let mut columns = tables.iter().flat_map(|it| it.blocks).flat_map(|it| it.columns);
            columns.find(|it| it.column == column).map(|it| it.label)
        }
        Meaning::Nothing => None,
    }
}

/// The merged heads over what words of a vocabulary mean.
fn groups(vocabulary: Vocabulary, edition: Edition) -> BTreeMap<String, Group> {
    let form = TableForm::of(TableId::Applications, edition);
    let outer = match vocabulary {
        Vocabulary::Applicants => Group::Applicants,
        Vocabulary::Outcomes => Group::Outcome,
        Vocabulary::Results | Vocabulary::Litigation | Vocabulary::Carried => {
            return BTreeMap::new();
        }
    };
    // A head over rows of this edition, and no row itself.
    let has_parts = |group: Group| {
        let rows = form.rows().any(|it| it.group == Some(group));
        let mut columns = form.blocks.iter().flat_map(|it| it.columns);
        rows || columns.any(|it| it.group == Some(group))
    };
    let inner = form.groups.iter().filter(|it| it.parent == Some(outer) && has_parts(it.group));
    let names = inner.flat_map(|it| {
        [it.label, ogi_text::ordinal::stem(it.label)].map(|name| (key(name), it.group))
    });
    names.collect()
}

#[cfg(test)]
mod tests {
    use ogi_model::Column;

    use super::*;

    fn outcome(word: &str) -> Option<Row> {
        match Lexicon::new(Vocabulary::Outcomes, Edition::E2021).guess(word, "", None) {
            Some(Meaning::Row(row)) => Some(row),
            _ => None,
        }
    }

    #[test]
    fn labels_of_the_form_are_known() {
        for edition in Edition::ALL {
            for vocabulary in Vocabulary::ALL {
                let lexicon = Lexicon::new(vocabulary, *edition);
                for meaning in vocabulary.meanings(*edition) {
                    let Some(label) = label(meaning, *edition) else { continue };
                    for word in [label, ogi_text::ordinal::stem(label)] {
                        assert_eq!(lexicon.known(word), Some(meaning), "{edition} {word}");
                    }
                }
            }
        }
    }

    #[test]
    fn words_are_guessed_with_a_reason() {
        for (word, row) in [
            ("同意公开", Row::Granted),
            ("(一) 予以公開", Row::Granted),
            ("不予公开（涉及国家秘密）", Row::DeniedStateSecret),
            ("不予公开-国家秘密类", Row::DeniedStateSecret),
            ("部分公开（涉及个人隐私）", Row::PartiallyGranted),
            ("无法提供：本机关不掌握相关政府信息", Row::UnavailableNotHeld),
            ("属于行政执法案券", Row::DeniedEnforcementFile),
            ("申请人主动撤回", Row::OtherReasons),
            ("办理中", Row::CarriedOut),
        ] {
            assert_eq!(outcome(word), Some(row), "{word}");
        }
        for word in [
            "不予公开",
            "其他处理",
            "不予以公开",
            "不予公开（予以公开的除外）",
            "已阅",
            "",
            "不属于国家秘密、商业秘密",
            "国家秘密或者第三方合法权益",
            "公开与否待定",
        ] {
            assert_eq!(outcome(word), None, "{word}");
        }
    }

    #[test]
    fn a_ground_is_looked_for_below_its_head() {
        let lexicon = Lexicon::new(Vocabulary::Outcomes, Edition::E2021);
        assert_eq!(lexicon.group("（三）不予公开"), Some(Group::Denied));
        let within = |word| lexicon.guess(word, "", Some(Group::Denied));
        assert_eq!(within("商业秘密"), Some(Meaning::Row(Row::DeniedThirdParty)));
        assert_eq!(within("重复申请"), None);
    }

    #[test]
    fn yes_is_what_the_head_says() {
        let lexicon = Lexicon::new(Vocabulary::Carried, Edition::E2021);
        let guess = |head| lexicon.guess("是", head, None);
        assert_eq!(guess("是否上年结转"), Some(Meaning::Row(Row::CarriedIn)));
        assert_eq!(guess("是否结转下年"), Some(Meaning::Row(Row::CarriedOut)));
        assert_eq!(guess("是否结转"), None);
        assert_eq!(lexicon.guess("否", "是否结转", None), Some(Meaning::Nothing));
    }

    #[test]
    fn applicants_and_results() {
        let applicants = Lexicon::new(Vocabulary::Applicants, Edition::E2021);
        for (word, column) in [
            ("公民", Column::NaturalPerson),
            ("示例律师事务所", Column::LegalServiceOrganization),
            ("其他", Column::OtherOrganization),
            ("商业企业（个体户）", Column::CommercialEnterprise),
        ] {
            assert_eq!(applicants.guess(word, "", None), Some(Meaning::Column(column)), "{word}");
        }
        assert_eq!(applicants.group("法人或其他组织"), Some(Group::Organizations));
        assert_eq!(applicants.guess("法人或其他组织", "", None), None);
        let results = Lexicon::new(Vocabulary::Results, Edition::E2021);
        for (word, column) in [
            ("维持", Column::Upheld),
            ("撤销并责令重新答复", Column::Corrected),
            ("驳回诉讼请求", Column::Upheld),
            ("驳回起诉", Column::OtherResult),
            ("审理中", Column::Pending),
        ] {
            assert_eq!(results.guess(word, "", None), Some(Meaning::Column(column)), "{word}");
        }
        assert_eq!(results.guess("否", "", None), Some(Meaning::Nothing));
    }
}

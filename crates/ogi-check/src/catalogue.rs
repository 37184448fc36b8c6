//! A rule as a catalogue describes it.

use crate::{BasisKind, Language, Rule, Words};

impl Rule {
    /// Everything about the rule, a line each: how bad a finding is, what it demands, what a finding says, on what basis, in
    /// which editions, since when.
    ///
    /// ```
    /// use ogi_check::{Language, Rule};
    ///
    /// let text = Rule::find("t4-sum").unwrap().describe(Language::En);
    /// assert!(text.starts_with("t4-sum  Table four: totals\n  severity: error\n  demands: In each part"));
    /// ```
    pub fn describe(&self, language: Language) -> String {
        let editions: Vec<_> = self.editions.iter().map(|it| it.key()).collect();
        let kind = language.of_words(self.basis.kind.words());
        let basis = format!("{} ({kind})", language.of_words(self.basis.source));
        let milder = self.severities.iter().map(|it| it.in_words(language));
        let severities: Vec<_> =
            [self.severity.in_words(language)].into_iter().chain(milder).collect();
        let rows = [
            (language.pick("级别", "severity"), &*severities.join(language.pick("、", ", "))),
            (language.pick("要求", "demands"), language.of_words(self.statement)),
            (language.pick("提示语", "message"), language.of_words(self.message)),
            (language.pick("依据", "basis"), &basis),
            (language.pick("适用版本", "editions"), &*editions.join(", ")),
            (language.pick("始于版本", "since"), self.since),
        ];
        let mut text = format!("{}  {}\n", self.id, language.of_words(self.title));
        for (name, value) in rows.into_iter().filter(|it| !it.1.is_empty()) {
            text += &format!("  {name}{}{value}\n", language.pick("：", ": "));
        }
        text
    }
}

impl BasisKind {
    /// What it is called.
    ///
    /// ```
    /// assert_eq!(ogi_check::BasisKind::Habit.words().zh, "惯例");
    /// ```
    pub const fn words(self) -> Words {
        let (zh, en) = match self {
            Self::Law => ("法规", "law"),
            Self::Notice => ("通知", "notice"),
            Self::Form => ("规定格式载明", "printed on the form"),
            Self::Sense => ("规定格式的含义", "meaning of the form"),
            Self::Habit => ("惯例", "habit"),
        };
        Words { zh, en }
    }
}

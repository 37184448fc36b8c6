//! How many findings and targets there are, in words.

use crate::{Language, Outcome, Severity};

impl Outcome {
    /// How many findings of each severity are open, the worst first, how many are waived, and what became of the targets:
    /// in a few words each.
    ///
    /// ```
    /// use ogi_check::{Language, Policy};
    /// use ogi_model::Report;
    ///
    /// let policy = Policy::default().with_select(["doc-table-missing"]);
    /// let outcome = ogi_check::check(&Report::new(), &policy);
    /// assert_eq!(outcome.counts(Language::Zh), ["错误3处", "不符3项"]);
    /// ```
    pub fn counts(&self, language: Language) -> Vec<String> {
        [self.by_severity(language), self.put_up_with(language), self.targets(language)].concat()
    }

    fn by_severity(&self, language: Language) -> Vec<String> {
        let counts = Severity::ALL
            .iter()
            .rev()
            .map(|level| (*level, self.open().filter(|it| it.severity == *level).count()));
        counts.filter(|it| it.1 > 0).map(|it| it.0.counted(it.1, language)).collect()
    }

    fn put_up_with(&self, language: Language) -> Vec<String> {
        let count = self.waived().count();
        let words = match language {
            Language::Zh => format!("豁免{count}处"),
            Language::En => format!("{count} waived"),
        };
        if count > 0 { vec![words] } else { Vec::new() }
    }

    fn targets(&self, language: Language) -> Vec<String> {
        let summary = self.summary;
        // What nobody could judge is no part of "all".
        let without_source = self.without_source();
        if self.is_valid() && summary.pass > 0 {
            let all = summary.pass;
            let mut words = vec![match language {
                Language::Zh => format!("已核对的{all}项全部相符"),
                Language::En => format!("all {all} that were judged hold"),
            }];
            if without_source > 0 {
                words.push(match language {
                    Language::Zh => format!("另有{without_source}项须有原文才能核对"),
                    Language::En => format!("{without_source} more need the source"),
                });
            }
            return words;
        }
        if [summary.pass, summary.fail, summary.not_evaluated] == [0; 3] {
            return vec![language.pick("没有可核对的事项", "nothing to judge").to_owned()];
        }
        [
            (summary.pass, language.pick("相符", "pass")),
            (summary.fail, language.pick("不符", "fail")),
            (summary.not_evaluated, language.pick("未能核对", "not evaluated")),
        ]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| match language {
            Language::Zh => format!("{what}{count}项"),
            Language::En => format!("{count} {what}"),
        })
        .collect()
    }
}

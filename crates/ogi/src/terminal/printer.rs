//! Findings with excerpts.

use annotate_snippets::{Group, Level, Message, Origin, Renderer};
use ogi_check::{
    ClaimVerdict, Comparison, Finding, Outcome, RollUp, Severity, Statistics, Summed, grouped,
};
use ogi_model::{LineIndex, Place, Reading, Report};

use super::{
    Language, claims, comparison, decisions, excerpt, rolled_up, row, statistics, stories, summary,
    summed, visible,
};

/// Turns outcomes into text for people.
#[derive(Clone, Copy, Debug)]
pub struct Printer {
    language: Language,
    colour: bool,
}

impl Printer {
    /// Text in a language, without colour.
    pub const fn new(language: Language) -> Self {
        Self { language, colour: false }
    }

    #[cfg(feature = "tally")]
    pub(super) const fn language(&self) -> Language {
        self.language
    }

    /// With colour or without.
    pub const fn colour(self, colour: bool) -> Self {
        Self { colour, ..self }
    }

    /// All findings about a file, the worst first, each with its excerpt, then a summary. Those that say the same of
    /// several cells, as of the blanks of a row, are [shown once](ogi_check::grouped) with the names of all cells. Those
    /// that are waived are only counted.
    ///
    /// `path` is what the source is called. A report without a source has no excerpts.
    pub fn outcome(&self, path: &str, reading: &Reading, outcome: &Outcome) -> String {
        let path = visible(path);
        let lines = reading.lines();
        let renderer = if self.colour { Renderer::styled() } else { Renderer::plain() };
        let mut text = String::new();
        for same in grouped(&reading.report, outcome.open()) {
            let mut group = self.finding(&path, reading, &lines, same.first);
            if let Some(others) = same.others_in_words(&reading.report, self.language) {
                group = group.element(self.aside(self.language.pick("说明", "note"), others));
            }
            text += &renderer.render(&[group]);
            text += "\n\n";
        }
        text += &summary::of(&path, &reading.report, outcome, self.language);
        text
    }

    /// What the sentences of a report say about figures, each with its place, its verdict and what its cells come to.
    pub fn claims(&self, path: &str, reading: &Reading, verdicts: &[ClaimVerdict]) -> String {
        claims::of(path, reading, verdicts, self.language)
    }

    /// What may have gone wrong: one story for the findings that one change mends, each with its likeliest explanations
    /// and the numbers by which they are applied. Empty if there are none.
    pub fn stories(&self, report: &Report, outcome: &Outcome) -> String {
        stories::of(report, outcome, self.language)
    }

    /// How often each rule is broken: a line for each with how many findings there are in how many reports, the worst
    /// first.
    pub fn statistics(&self, statistics: &Statistics) -> String {
        statistics::of(statistics, self.language)
    }

    /// Why a report was read as it was: a line for each decision, and one below it for each reading that lost. The
    /// reading must have been asked to keep them.
    ///
    /// ```
    /// use ogi::ReadOptions;
    /// use ogi::terminal::{Language, Printer};
    ///
    /// let text = "四、政府信息公开行政复议、行政诉讼情况
    /// | 类型 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
    /// | 行政复议 | 1 | 0 | 0 | 0 | 1 |
    /// | 未经复议，直接起诉 | 3 | 0 | 0 | 0 | 3 |
    /// | 复议后起诉 | 0 | 0 | 0 | 0 | 0 |";
    /// let options = ReadOptions::default().with_explain(true);
    /// let reading = ogi::read(text, &options)?;
    ///
    /// let shown = Printer::new(Language::En).decisions("a.txt", &reading);
    /// assert!(shown.contains("“未经复议，直接起诉” → “Litigation without prior reconsideration”: official but for width"));
    /// assert!(shown.contains("took 3 | 0 | 0 | 0 | 3"));
    /// # Ok::<(), ogi::ReadError>(())
    /// ```
    pub fn decisions(&self, path: &str, reading: &Reading) -> String {
        decisions::of(path, reading, self.language)
    }

    /// What differs between two reports, each with what its source is called.
    pub fn comparison(
        &self,
        old: (&str, &Report),
        new: (&str, &Report),
        comparison: &Comparison,
    ) -> String {
        comparison::of(old, new, comparison, self.language)
    }

    /// A parent beside its children: whom to call first, the figures that differ from the sums, as printed and corrected, and
    /// what bodies without a report would have to hold. The findings are shown by [`outcome`](Self::outcome).
    pub fn rolled_up(&self, report: &Report, rolled_up: &RollUp) -> String {
        rolled_up::of(report, rolled_up, self.language)
    }

    /// What the sum of several reports lacks: the totals that are only lower bounds, and the notes.
    pub fn summed(&self, summed: &Summed) -> String {
        summed::of(summed, self.language)
    }

    fn finding<'a>(
        &self,
        path: &'a str,
        reading: &Reading,
        lines: &LineIndex<'_>,
        finding: &'a Finding,
    ) -> Group<'a> {
        let message = visible(self.language.of(&finding.message));
        let title = self.level(finding.severity).primary_title(message).id(finding.rule.id);
        if let Some(snippet) = excerpt::of(finding, reading, lines, self.language) {
            return title.element(snippet.path(path));
        }
        let row = finding.cell.filter(|_| finding.place.is_some());
        let row = row.and_then(|it| row::of(&reading.report, it, self.language));
        let row =
            row.map(|it| self.aside(self.language.pick("该行", "row"), visible(&it).into_owned()));
        let origin = match &finding.place {
            Some(place) => match where_to_look(place, lines, self.language) {
                Some(words) => Origin::path(visible(&format!("{path} {words}")).into_owned()),
                None => Origin::path(path),
            },
            None => Origin::path(path),
        };
        let group = title.element(match &finding.place {
            Some(Place::Grid(grid)) if grid.line.is_some() => {
                origin.line(grid.line.unwrap_or_default() as usize)
            }
            _ => origin,
        });
        match row {
            Some(row) => group.element(row),
            None => group,
        }
    }

    fn aside(&self, what: &'static str, text: String) -> Message<'static> {
        Level::NOTE.with_name(what).message(text)
    }

    fn level(&self, severity: Severity) -> Level<'static> {
        let level = match severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Info => Level::INFO,
        };
        level.with_name(severity.in_words(self.language))
    }
}

/// Where to look in a source without lines, in words; an excerpt or a line number says it otherwise.
fn where_to_look(place: &Place, lines: &LineIndex<'_>, language: Language) -> Option<String> {
    let in_words = match place {
        Place::Grid(grid) => {
            let is_paragraph = grid.table == 0 && grid.row > 0;
            grid.address.is_some() || grid.table > 0 || (grid.line.is_none() && is_paragraph)
        }
        Place::Page(_) => true,
        _ => false,
    };
    in_words.then(|| language.of_place(place, lines))
}

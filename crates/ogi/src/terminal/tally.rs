//! What a register comes to, as text.

use ogi_check::cell_name;
use ogi_model::{Column, Report, Row, TableForm, TableId};
use ogi_tally::{Comparison, Difference, Line, Mapping, Meaning, Tally, Vocabulary};

use super::{Language, Printer, visible};

/// The most rows, or runs of rows below one another, that are named; JSON has them all.
const MOST_RUNS: usize = 20;

impl Printer {
    /// How a register is understood: its columns, and its words below what they mean.
    pub fn mapping(&self, mapping: &Mapping) -> String {
        let language = self.language();
        let mut text = String::new();
        for (field, name) in mapping.columns() {
            text += &format!("  {} ← {name}\n", language.of_words(field.words()));
        }
        for vocabulary in Vocabulary::ALL {
            let mut words: Vec<(Option<Meaning>, &str)> =
                mapping.words(vocabulary).map(|(word, meaning)| (meaning, word)).collect();
            if words.is_empty() {
                continue;
            }
            // What nobody understands comes last.
            words.sort_by_key(|it| (it.0.is_none(), it.0));
            text +=
                &format!("{}{}\n", language.of_words(vocabulary.words()), language.pick("：", ":"));
            for same in words.chunk_by(|one, other| one.0 == other.0) {
                let meaning = match (same[0].0, language) {
                    (Some(meaning), Language::Zh) => meaning.label(),
                    (Some(meaning), Language::En) => meaning.english().to_owned(),
                    (None, _) => language.pick("（没有对应的项）", "(not understood)").to_owned(),
                };
                let words: Vec<_> = same.iter().map(|it| it.1).collect();
                text += &format!("  {meaning} ← {}\n", words.join(language.pick("、", ", ")));
            }
        }
        visible(&text).into_owned()
    }

    /// What a register comes to: the rows of tables three and four that are not 0, the rows that are of other years or fit
    /// nowhere, and where a report differs, with what that is called.
    pub fn tally(
        &self,
        path: &str,
        tally: &Tally,
        compared: Option<(&str, &Comparison)>,
    ) -> String {
        let shown = Shown { tally, report: &tally.report(None), language: self.language() };
        let mut text = shown.figures(path);
        text += &shown.other_years();
        text += &shown.left_over();
        text += &shown.notes();
        if let Some((path, comparison)) = compared {
            text += &shown.comparison(path, comparison);
        }
        visible(&text).into_owned()
    }
}

/// A tally that is shown.
struct Shown<'a> {
    tally: &'a Tally,
    /// States the labels of its edition.
    report: &'a Report,
    language: Language,
}

impl Shown<'_> {
    fn figures(&self, path: &str) -> String {
        let year = self.tally.scope.year;
        let total = |row| self.tally.total(row);
        let (new, came) = (total(Row::NewlyReceived), total(Row::CarriedIn));
        let (done, open) = (total(Row::Concluded), total(Row::CarriedOut));
        let count = self.tally.requests;
        let mut text = match self.language {
            Language::Zh => format!(
                "{path}：{year}年度计入申请{count}件（本年新收{new}，上年结转{came}；办结{done}，结转下年度{open}）\n"
            ),
            Language::En => format!(
                "{path}: {count} requests of {year} ({new} new, {came} carried in; {done} concluded, {open} carried out)\n"
            ),
        };
        for table in [TableId::Applications, TableId::Disputes] {
            let form = TableForm::of(table, self.tally.scope.edition);
            let heading = table.section().heading(self.tally.scope.edition);
            text += &format!("\n{}\n", self.language.pick(heading, table.english()));
            let mut blank = true;
            for row in form.rows() {
                let line = self.row(form, row.row);
                blank &= line.is_none();
                text += &line.unwrap_or_default();
            }
            if blank {
                text += self.language.pick("  全部为0\n", "  all 0\n");
            }
        }
        text
    }

    /// A row of a table, if it is not 0.
    fn row(&self, form: &TableForm, row: Row) -> Option<String> {
        let columns = form.block(row)?.columns;
        let figure = |column: Column| {
            ogi_model::CellId::try_new(row, column).map_or(0, |it| self.tally.figure(it))
        };
        let parts: Vec<_> = columns
            .iter()
            .filter(|it| !it.is_total && figure(it.column) != 0)
            .map(|it| match self.language {
                Language::Zh => format!("{}{}", it.label, figure(it.column)),
                Language::En => format!("{} {}", it.column.english(), figure(it.column)),
            })
            .collect();
        let total = columns.iter().find(|it| it.is_total).map_or(0, |it| figure(it.column));
        let label = Meaning::Row(row).label();
        let label = self.language.pick(&label, row.english());
        (total != 0).then(|| match self.language {
            Language::Zh => format!("  {label}：{total}（{}）\n", parts.join("，")),
            Language::En => format!("  {label}: {total} ({})\n", parts.join(", ")),
        })
    }

    fn other_years(&self) -> String {
        let year = self.tally.scope.year;
        let words = [
            (
                &self.tally.answered_before,
                format!("{year}年以前已答复"),
                format!("answered before {year}"),
            ),
            (
                &self.tally.received_after,
                format!("{year}年以后收到"),
                format!("received after {year}"),
            ),
            (
                &self.tally.disputes_elsewhere,
                format!("复议、诉讼不在{year}年"),
                format!("reconsideration or litigation not of {year}"),
            ),
        ];
        let lines = words.iter().filter(|it| !it.0.is_empty()).map(|(lines, zh, en)| {
            let (count, which) = (lines.len(), self.lines(lines));
            match self.language {
                Language::Zh => format!("  {zh}：{count}行（{which}）\n"),
                Language::En => format!("  {en}: {count} ({which})\n"),
            }
        });
        let lines: String = lines.collect();
        let head = self.language.pick("不属于本年度，不计入：", "of other years, not counted:");
        if lines.is_empty() { lines } else { format!("\n{head}\n{lines}") }
    }

    fn left_over(&self) -> String {
        let count = self.tally.left_over.len();
        if count == 0 {
            return String::new();
        }
        let mut text = match self.language {
            Language::Zh => format!("\n未能计入{count}处，请改正台账或补充对应关系：\n"),
            Language::En => format!("\n{count} fit nowhere; mend the register or the mapping:\n"),
        };
        for it in &self.tally.left_over {
            let (line, why) = (self.tally.name_of(it.line), it.message());
            text += &format!(
                "  {}{}{}\n",
                self.language.of(&line),
                self.language.pick("：", ": "),
                self.language.of(&why)
            );
        }
        text
    }

    fn notes(&self) -> String {
        let mut notes = Vec::new();
        let aside = &self.tally.aside;
        if !aside.is_empty() {
            let (count, which) = (aside.len(), self.lines(aside));
            notes.push(match self.language {
                Language::Zh => format!("{count}行没有申请的内容（{which}）"),
                Language::En => format!("{count} rows say nothing of a request ({which})"),
            });
        }
        for (sheet, rows) in &self.tally.skipped_sheets {
            notes.push(match self.language {
                Language::Zh => format!("工作表“{sheet}”没有所需的列，其中{rows}行未读"),
                Language::En => {
                    format!("the sheet “{sheet}” lacks the columns: its {rows} rows are not read")
                }
            });
        }
        if self.tally.unread_carried > 0 {
            let count = self.tally.unread_carried;
            notes.push(match self.language {
                Language::Zh => format!("“结转”一列有{count}行的写法没有对应的项，只按日期判断"),
                Language::En => {
                    format!(
                        "{count} words for what was carried over are not understood: the days count"
                    )
                }
            });
        }
        let undated = &self.tally.disputes_undated;
        if !undated.is_empty() {
            let (count, which) = (undated.len(), self.lines(undated));
            notes.push(match self.language {
                Language::Zh => format!("复议、诉讼没有日期，按申请的年度计入：{count}行（{which}）"),
                Language::En => format!(
                    "reconsideration or litigation without a day, counted with its request: {count} ({which})"
                ),
            });
        }
        if notes.is_empty() {
            return String::new();
        }
        let head = self.language.pick("说明：", "notes:");
        format!("\n{head}\n{}", notes.iter().map(|it| format!("  {it}\n")).collect::<String>())
    }

    fn comparison(&self, path: &str, comparison: &Comparison) -> String {
        let (count, compared) = (comparison.differences.len(), comparison.compared);
        let mut text = match self.language {
            Language::Zh if count == 0 => format!("\n与{path}相符（比对{compared}项）\n"),
            Language::En if count == 0 => {
                format!("\n{path} agrees ({compared} figures compared)\n")
            }
            Language::Zh => format!("\n与{path}不符{count}处（比对{compared}项）：\n"),
            Language::En => format!("\n{path} differs in {count} of {compared} figures:\n"),
        };
        // What follows from the others comes after them.
        let (follow, first): (Vec<_>, Vec<_>) =
            comparison.differences.iter().partition(|it| it.follows);
        for it in first.into_iter().chain(follow) {
            text += &self.difference(it);
        }
        let blank = comparison.not_compared.len();
        if blank > 0 {
            text += &match self.language {
                Language::Zh => format!("  另有{blank}项报告没有数字，未能比对\n"),
                Language::En => {
                    format!("  {blank} cells of the report hold no number: not compared\n")
                }
            };
        }
        text
    }

    fn difference(&self, it: &Difference) -> String {
        let name = cell_name(self.report, it.cell);
        let name = self.language.of(&name);
        let (counted, printed) = (it.counted, it.printed);
        let which = match (it.follows, it.lines.is_empty(), self.language) {
            (true, _, Language::Zh) => "；随各部分不同".to_owned(),
            (true, _, Language::En) => "; as its parts do".to_owned(),
            (false, false, Language::Zh) => format!("；台账{}", self.lines(&it.lines)),
            (false, false, Language::En) => format!("; {} of the register", self.lines(&it.lines)),
            (false, true, _) => String::new(),
        };
        let left_over = match (it.left_over.is_empty(), self.language) {
            (true, _) => String::new(),
            (false, Language::Zh) => {
                format!("；可能属于此项而未能计入：{}", self.lines(&it.left_over))
            }
            (false, Language::En) => format!("; may belong here: {}", self.lines(&it.left_over)),
        };
        match self.language {
            Language::Zh => format!("  {name}：台账{counted}，报告{printed}{which}{left_over}\n"),
            Language::En => {
                format!(
                    "  {name}: {counted} by the register, {printed} in the report{which}{left_over}\n"
                )
            }
        }
    }

    /// `第3-5、9行`, each sheet on its own.
    fn lines(&self, lines: &[Line]) -> String {
        let mut sorted = lines.to_vec();
        sorted.sort_unstable();
        let mut runs = 0;
        let mut sheets = Vec::new();
        for of_sheet in sorted.chunk_by(|one, other| one.sheet == other.sheet) {
            let all: Vec<_> = of_sheet
                .chunk_by(|one, other| one.number + 1 == other.number)
                .map(|run| match (run, run.last()) {
                    ([one], _) => one.number.to_string(),
                    ([first, ..], Some(last)) => format!("{}-{}", first.number, last.number),
                    _ => String::new(),
                })
                .collect();
            let few: Vec<_> = all.iter().take(MOST_RUNS.saturating_sub(runs)).cloned().collect();
            runs += all.len();
            if few.is_empty() {
                continue;
            }
            let sheet =
                self.tally.sheet_of(of_sheet[0]).filter(|_| self.tally.has_several_sheets());
            sheets.push(match (sheet, self.language) {
                (Some(sheet), Language::Zh) => format!("{sheet}第{}行", few.join("、")),
                (Some(sheet), Language::En) => format!("{sheet}, line {}", few.join(", ")),
                (None, Language::Zh) => format!("第{}行", few.join("、")),
                (None, Language::En) => format!("line {}", few.join(", ")),
            });
        }
        let text = sheets.join(self.language.pick("、", "; "));
        match self.language {
            _ if runs <= MOST_RUNS => text,
            Language::Zh => format!("{text}等共{}行", lines.len()),
            Language::En => format!("{text} and more, {} in all", lines.len()),
        }
    }
}

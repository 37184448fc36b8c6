//! Why a report was read as it was.

use ogi_check::{Language, Message, Words, cell_name, label_name, section_name};
use ogi_model::{
    AssignedFigure, Cost, CostOf, Decision, EqualityId, EqualityKind, Evidence, Label, Reading,
    Rejected, Report, RowProblem, TableEdition, TableId, Target,
};

use super::visible;

/// All decisions of a reading, a line each, and below it one for each reading that lost.
pub(super) fn of(path: &str, reading: &Reading, language: Language) -> String {
    let lines = reading.lines();
    let in_words = InWords { report: &reading.report, language };
    let mut text = format!("{path}\n");
    for it in &reading.decisions {
        let place = language.of_place(&it.place, &lines);
        text += &format!("  {place}  {}\n", in_words.decision(it));
        for lost in &it.lost {
            text += &format!("      {}{}\n", language.pick("未取：", "not: "), in_words.lost(lost));
        }
    }
    visible(&text).into_owned()
}

struct InWords<'a> {
    report: &'a Report,
    language: Language,
}

impl InWords<'_> {
    fn pick<'b>(&self, zh: &'b str, en: &'b str) -> &'b str {
        self.language.pick(zh, en)
    }

    /// A text of either language with its parts.
    fn form(&self, zh: String, en: String) -> String {
        match self.language {
            Language::Zh => zh,
            Language::En => en,
        }
    }

    fn decision(&self, it: &Decision) -> String {
        let about = self.about(it.about);
        let mut text = match &*it.printed {
            "" => about,
            printed if self.language == Language::Zh && about == format!("“{printed}”") => {
                about
            }
            printed => format!("“{}” → {about}", printed.replace('\n', " ")),
        };
        text += self.pick("：", ": ");
        text += &self.known(&it.known, it.about);
        if let Some(problem) = it.problem {
            text += self.pick("；无法辨认：", "; unreadable: ");
            text += &self.problem(problem);
        }
        if !it.costs.is_empty() {
            let cost = |it: &Cost| {
                let of = match it.of {
                    CostOf::Figures => self.pick("断行", "figures"),
                    CostOf::Placing => self.pick("归列", "placing"),
                    CostOf::Labels => self.pick("标签与次序", "labels and order"),
                };
                format!("{of} {}", in_nats(it.millinats))
            };
            let costs: Vec<_> = it.costs.iter().map(cost).collect();
            text += self.pick("；代价 ", "; costs ");
            text += &costs.join(self.pick("、", ", "));
        }
        if !it.settled_by.is_empty() {
            let by: Vec<_> = it.settled_by.iter().map(|it| self.equality(*it)).collect();
            text += self.pick("；空白格的位置依勾稽关系定出：", "; its blanks were placed by ");
            text += &by.join(self.pick("、", ", "));
        }
        if !it.taken.is_empty() {
            let figures: Vec<_> = it.taken.iter().map(|it| self.taken(it)).collect();
            text += match it.problem {
                Some(_) => self.pick("；原文 ", "; printed "),
                None => self.pick("；取 ", "; took "),
            };
            text += &figures.join(" | ");
        }
        text
    }

    fn taken(&self, it: &AssignedFigure) -> String {
        let unreadable = it.cell.is_some_and(|cell| self.report[cell].unreadable().is_some());
        match unreadable {
            true => format!("{}({})", it.printed, self.pick("无法辨认", "unreadable")),
            false => self.figure(&it.printed),
        }
    }

    fn figure(&self, printed: &str) -> String {
        match printed {
            "" => self.pick("空", "blank").to_owned(),
            _ => printed.replace('\n', " "),
        }
    }

    fn figures(&self, printed: &[String]) -> String {
        let figures: Vec<_> = printed.iter().map(|it| self.figure(it)).collect();
        figures.join(" | ")
    }

    fn name(&self, name: &Message) -> String {
        format!("“{}”", self.language.of(name))
    }

    fn about(&self, about: Target) -> String {
        let label = |label| self.name(&label_name(self.report, label));
        match about {
            Target::Section(section) => self.name(&section_name(self.report, section)),
            Target::Edition { table, edition } => {
                let table = self.table(table);
                match edition {
                    TableEdition::One(edition) => self.form(
                        format!("{table}为{}年版规定格式", edition.key()),
                        format!("{table} is of edition {}", edition.key()),
                    ),
                    TableEdition::Mixed => self.form(
                        format!("{table}混用两个版本的规定格式"),
                        format!("{table} mixes editions"),
                    ),
                }
            }
            Target::Head(table) => {
                let table = self.table(table);
                self.form(format!("{table}的表头"), format!("heads of {table}"))
            }
            Target::Group(group) => label(Label::Group(group)),
            Target::Column(column) => label(Label::Column(column)),
            Target::Row(row) => label(Label::Row(row)),
            Target::Nothing(_) => self.pick("不属于任何行列", "no row or column").to_owned(),
        }
    }

    fn table(&self, table: TableId) -> String {
        self.name(&section_name(self.report, table.section()))
    }

    fn known(&self, known: &Evidence, about: Target) -> String {
        let words = match known {
            Evidence::Exact => {
                Words { zh: "与规定格式逐字相同", en: "official to the letter" }
            }
            Evidence::Folded => Words {
                zh: "只有全半角、空格或标点不同",
                en: "official but for width, blanks and punctuation",
            },
            Evidence::Wording => Words {
                zh: "已知的其他写法（缺序号或注释，或为另一版本的规定格式）",
                en: "a known wording: without ordinal or gloss, or of the other edition",
            },
            Evidence::Glued => {
                Words { zh: "几个标签连写", en: "labels without anything between them" }
            }
            Evidence::Pieces { pieces } => {
                let n = pieces.len();
                return self.form(
                    format!("断成{n}段，合起来就是它"),
                    format!("torn into {n} pieces that make it up"),
                );
            }
            Evidence::Beginning { .. } => {
                Words { zh: "只有这个标签这样开头", en: "no other label begins so" }
            }
            Evidence::Similar { distance } => {
                let letters = if *distance == 1 { "letter differs" } else { "letters differ" };
                return self.form(
                    format!("近似，差{distance}字"),
                    format!("similar, {distance} {letters}"),
                );
            }
            Evidence::Word { word } => {
                return self
                    .form(format!("由“{word}”一词认出"), format!("known by the word “{word}”"));
            }
            Evidence::Order => Words {
                zh: "由前后相邻的标签推定",
                en: "known by the labels before and after it",
            },
            Evidence::Letters => Words {
                zh: "表头的字都在，但次序已乱，按规定格式的次序认定",
                en: "all letters are there in no readable order; the form's order was taken",
            },
            Evidence::Number => Words {
                zh: "表头没有名称，但列数相符，按规定格式的次序认定",
                en: "the heads say nothing and are as many as the form's; the form's order was taken",
            },
            Evidence::Heads => {
                Words { zh: "由各块的表头认定", en: "known by the heads over the rows" }
            }
            Evidence::Row { row } => {
                let row = self.about(Target::Row(*row));
                return self.form(format!("只有它有{row}"), format!("only it has {row}"));
            }
            Evidence::Year { year: Some(year) } => {
                return self.form(
                    format!("从表内无法判断，按报告年度{year}认定"),
                    format!("the table leaves it open; taken from the report's year {year}"),
                );
            }
            Evidence::Year { year: None } => Words {
                zh: "从表内无法判断，也没有年度，按最新版本的规定格式认定",
                en: "neither the table nor a year states; the newest was taken",
            },
            Evidence::Unknown if matches!(about, Target::Nothing(_)) => {
                Words { zh: "无法识别", en: "not known" }
            }
            Evidence::Unknown => Words { zh: "没有找到", en: "not found" },
        };
        self.language.of_words(words).to_owned()
    }

    fn problem(&self, problem: RowProblem) -> String {
        let words = match problem {
            RowProblem::TooFewFigures { figures, columns } => {
                return self.form(
                    format!("{columns}列只有{figures}个数字，无法确定哪些是空白格"),
                    format!(
                        "{figures} figures for {columns} columns, and nothing shows which are blank"
                    ),
                );
            }
            RowProblem::TooManyFigures { figures, columns } => {
                return self.form(
                    format!("{columns}列有{figures}个数字"),
                    format!("{figures} figures for {columns} columns"),
                );
            }
            RowProblem::ColumnsUnknown => {
                Words { zh: "无法确定数字属于哪些列", en: "its columns are not known" }
            }
            RowProblem::FiguresTornOff => Words {
                zh: "数字与标签断开，可能是别行的",
                en: "figures are torn off their labels and may be another row's",
            },
            RowProblem::Repeated => Words {
                zh: "同一行出现多次，数字不同",
                en: "it is there again with other figures",
            },
            RowProblem::LabelUncertain => Words {
                zh: "标签断开，可能是别行的",
                en: "its label is torn and could be another's",
            },
        };
        self.language.of_words(words).to_owned()
    }

    fn lost(&self, lost: &Rejected) -> String {
        match lost {
            Rejected::Label { label, distance, .. } => self.form(
                format!("“{label}”，差{distance}字"),
                format!("“{label}”, {distance} letters differ"),
            ),
            Rejected::Word { section, word } => {
                let name = self.about(Target::Section(*section));
                self.form(
                    format!("{name}：“{word}”一词分量较轻"),
                    format!("{name}: the word “{word}” states less"),
                )
            }
            Rejected::Edition { edition } => self.form(
                format!("{}年版规定格式", edition.key()),
                format!("edition {}", edition.key()),
            ),
            Rejected::Placings { count, example, broken } => {
                let (figures, broken) = (self.figures(example), self.equality(*broken));
                self.form(
                    format!("{count}种放法，如 {figures}：{broken}不成立"),
                    format!("{count} placings such as {figures}: {broken} cannot hold"),
                )
            }
            Rejected::Possible { count, example } => {
                let figures = self.figures(example);
                self.form(
                    format!("{count}种放法都说得通，如 {figures}"),
                    format!("{count} placings that nothing rules out, such as {figures}"),
                )
            }
            Rejected::Pads { cells } => self.form(
                format!("{cells}个空白格：不是单元格，或在最后一列之后"),
                format!("blank cells beyond its columns or of merged heads: {cells}"),
            ),
            Rejected::RunnerUp { figures, gap } => {
                let gap = in_nats(*gap);
                match &figures[..] {
                    [] => self.form(
                        format!("次优读法中没有这一行，差{gap}"),
                        format!("in the runner-up the row is not there; {gap} nats more"),
                    ),
                    figures => {
                        let figures = self.figures(figures);
                        self.form(
                            format!("次优读法取 {figures}，差{gap}"),
                            format!("the runner-up takes {figures}; {gap} nats more"),
                        )
                    }
                }
            }
            Rejected::Again { figures } if figures.is_empty() => self
                .pick("同一标签再次出现，旁边没有数字", "the label again, without figures")
                .to_owned(),
            Rejected::Again { figures } => {
                let figures = self.figures(figures);
                self.form(
                    format!("同一标签再次出现：{figures}"),
                    format!("the label again: {figures}"),
                )
            }
        }
    }

    fn equality(&self, id: EqualityId) -> String {
        let total = self.name(&cell_name(self.report, id.total));
        let kind = match id.kind {
            EqualityKind::RowSum => Words { zh: "各列之和", en: "sum of the columns" },
            EqualityKind::OutcomeSum => Words { zh: "各结果之和", en: "sum of the results" },
            EqualityKind::Balance => Words { zh: "前两项与后两项相等", en: "balance" },
        };
        let kind = self.language.of_words(kind);
        self.form(format!("{total}的{kind}"), format!("{total} ({kind})"))
    }
}

/// Thousandths of a nat, in nats.
fn in_nats(millinats: i64) -> String {
    format!("{:.2}", millinats as f64 / 1000.0)
}

//! What is known of a source when it is decided whether it is a report.

use ogi_model::{CellId, Report, TableId};
use ogi_text::blank;

use crate::grammar::{Title, title};

/// A line that is longer, in bytes, may be a whole page; its words are its lines.
const LONGEST_LINE: usize = 600;
/// How many lines the opening of a page has, with what a portal prints above it.
const OPENING: usize = 60;
/// So many figures are those of a report.
const MANY: usize = 20;

/// What is known of a source.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Evidence<'e> {
    /// All of it, in simplified characters.
    pub(crate) text: &'e str,
    /// The title of the container.
    pub(crate) of_container: Option<&'e str>,
    /// Where part one begins.
    pub(crate) parts_begin: Option<usize>,
    /// How many headings of parts were met.
    pub(crate) headings: usize,
    /// Whether tables have heads of columns.
    pub(crate) has_heads: bool,
    pub(crate) report: &'e Report,
}

impl<'e> Evidence<'e> {
    /// The lines before part one, or the first of a text without parts.
    pub(super) fn opening(&self) -> impl Iterator<Item = &'e str> + Clone + use<'e> {
        pieces(&self.text[..self.parts_begin.unwrap_or(self.text.len())]).take(OPENING)
    }

    /// Whether any table was found.
    pub(super) fn has_tables(&self) -> bool {
        TableId::ALL.iter().any(|it| self.report.table(*it).is_some())
    }

    /// The first of the text, about a page.
    pub(super) fn beginning(&self) -> &'e str {
        const PAGE: usize = 6_000;
        &self.text[..self.text.floor_char_boundary(PAGE)]
    }

    /// All lines; the words of one that is a whole page.
    pub(super) fn lines(&self) -> impl Iterator<Item = &'e str> + use<'e> {
        pieces(self.text)
    }

    /// What may be its title: that of the container, then the first lines, without labels (标题：).
    pub(super) fn titles(&self) -> impl Iterator<Item = &'e str> + Clone + use<'e> {
        const LABELS: [&str; 3] = ["标题", "名称", "题名"];
        let unlabelled = |line: &'e str| {
            let rest = LABELS.iter().find_map(|it| line.strip_prefix(it));
            rest.map_or(line, |it| it.trim_start_matches([':', '：', '\t', '|', ' ']))
        };
        self.of_container.into_iter().chain(self.opening()).map(unlabelled)
    }

    /// The title of a report that states most.
    pub(super) fn title(&self) -> Option<Title> {
        self.titles().filter_map(title).max_by_key(Title::facts).filter(|it| it.facts() > 0)
    }

    /// How many cells print a figure, read or not.
    pub(super) fn has_figures(&self) -> bool {
        self.printed().next().is_some()
    }

    /// Whether there are as many figures as only a report has.
    pub(super) fn has_many_figures(&self) -> bool {
        self.printed().nth(MANY).is_some()
    }

    fn printed(&self) -> impl Iterator<Item = CellId> {
        CellId::all().filter(|it| {
            let cell = &self.report[*it];
            cell.value().is_some() || cell.unreadable().is_some_and(|it| !it.is_empty())
        })
    }

    /// Whether what seems to be rows without any heads over them are sentences: few, and none of them can be read.
    pub(super) fn is_prose(&self) -> bool {
        let cells = || CellId::of_table(TableId::Applications);
        let printed = cells().filter(|it| self.report[*it].is_present()).count();
        printed * 2 < cells().count() && !CellId::all().any(|it| is_read(self.report, it))
    }
}

/// Whether all tables are there with figures, and most of table three can be read: then the report itself is there.
pub(crate) fn has_report(report: &Report) -> bool {
    let cells = || CellId::of_table(TableId::Applications);
    TableId::ALL.iter().all(|it| report.table(*it).is_some())
        && cells().filter(|it| is_read(report, *it)).count() * 2 > cells().count()
        && CellId::all().any(|it| report[it].value().is_some())
}

fn is_read(report: &Report, cell: CellId) -> bool {
    report[cell].is_present() && report[cell].unreadable().is_none()
}

/// How many of these words a text has.
pub(super) fn count(text: &str, words: &[&str]) -> usize {
    words.iter().filter(|it| text.contains(**it)).count()
}

/// Whether a title is about reports of government information.
pub(super) fn is_of_reports(title: &str) -> bool {
    title.contains("信息公开") && count(title, &["年报", "年度报告", "工作报告"]) > 0
}

fn pieces(text: &str) -> impl Iterator<Item = &str> + Clone {
    let words = |line: &'_ str| line.len() > LONGEST_LINE;
    let of_line = move |line| {
        let is_page = words(line);
        line.split(move |c: char| is_page && c.is_whitespace())
    };
    text.lines().flat_map(of_line).map(blank::trimmed).filter(|it| !it.is_empty())
}

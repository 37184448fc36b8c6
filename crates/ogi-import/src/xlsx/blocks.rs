//! Where the tables of a sheet are: a sheet has no tables, only cells below one another.

use ogi_model::TableForm;
use ogi_text::ordinal;

/// What a row of a sheet has.
#[derive(Default)]
pub(super) struct Extent<'a> {
    pub(super) row: u32,
    /// The column of the first text.
    pub(super) first: Option<u32>,
    /// What is printed in it.
    pub(super) texts: Vec<&'a str>,
    /// How many cells the file lists, blank ones too.
    pub(super) declared: usize,
    /// The column after the last text, and after all that it is merged with.
    pub(super) after_text: u32,
    /// The same, or the column after the last merged cell that reaches into the row.
    pub(super) after: u32,
}

/// How a row is put down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Nothing,
    /// A heading, a title, prose.
    Line,
    /// A head over a whole block: the only cell of a row of a table.
    Head,
    /// A row of a table, all cells in front of a column, blank ones too.
    Row {
        width: u32,
    },
}

/// How each row is put down. Blank cells within the width of a table are cells, and those beside it are not: so
/// rows below one another are taken together, up to the next heading or head over a whole block.
pub(super) fn shapes(extents: &[Extent<'_>]) -> Vec<Shape> {
    let mut shapes = vec![Shape::Nothing; extents.len()];
    let mut from = 0;
    while from < extents.len() {
        let mut to = from + 1;
        while to < extents.len()
            && extents[to].row == extents[to - 1].row + 1
            && !is_line(&extents[to])
            && !is_block_head(&extents[to])
        {
            to += 1;
        }
        if is_line(&extents[from]) || is_block_head(&extents[from]) {
            shapes[from] = if is_line(&extents[from]) { Shape::Line } else { Shape::Head };
            shape_table(&extents[from + 1..to], &mut shapes[from + 1..to]);
        } else {
            shape_table(&extents[from..to], &mut shapes[from..to]);
        }
        from = to;
    }
    shapes
}

/// Rows below one another, without headings.
fn shape_table(rows: &[Extent<'_>], shapes: &mut [Shape]) {
    let widest = rows.iter().map(|it| it.after).max().unwrap_or(0);
    let titles = rows.iter().take_while(|it| it.texts.len() < 2).count();
    let mut from = 0;
    while from < rows.len() {
        // What stands alone and is as wide as the table is a head; without a row above it, a title.
        let alone =
            |at: usize| rows[at].texts.len() == 1 && (rows[at].after_text >= widest || at < titles);
        if alone(from) {
            shapes[from] = if from < titles { Shape::Line } else { Shape::Head };
            from += 1;
            continue;
        }
        let mut to = from + 1;
        while to < rows.len() && !alone(to) {
            to += 1;
        }
        let width = rows[from..to].iter().map(|it| it.after).max().unwrap_or(0);
        for at in from..to {
            // A row without any text is one of blank figures if heads stand above it.
            let below_heads = at > from
                && rows[at].declared > 1
                && !rows[at - 1].texts.is_empty()
                && !rows[at - 1].has_figures();
            if !rows[at].texts.is_empty() || below_heads {
                shapes[at] = Shape::Row { width };
            }
        }
        from = to;
    }
}

/// Whether a row is the head over a block of the form. What stands below it is as wide as it needs, though another table
/// stands right below.
fn is_block_head(extent: &Extent<'_>) -> bool {
    let [text] = extent.texts.as_slice() else { return false };
    let is_printed = |c: &char| !c.is_whitespace();
    let heads = TableForm::ALL.iter().flat_map(|form| form.blocks.iter().filter_map(|it| it.label));
    heads.into_iter().any(|head| text.chars().filter(is_printed).eq(head.chars()))
}

/// Whether a row is a heading of the report, or prose.
fn is_line(extent: &Extent<'_>) -> bool {
    let [text] = extent.texts.as_slice() else { return false };
    let text = text.trim();
    let of_report = |it: &str| ["情况", "事项", "概述"].iter().any(|word| it.contains(word));
    text.contains('。') || ordinal::of_heading(text).is_some() && of_report(text)
}

impl Extent<'_> {
    fn has_figures(&self) -> bool {
        self.texts.iter().any(|it| it.trim().starts_with(|c: char| c.is_numeric() || c == '/'))
    }
}

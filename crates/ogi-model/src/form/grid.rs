//! A table of the form as it lies on the page: merged heads, labels, places of figures.

use super::{Block, CellId, Layout, TableForm};

/// A table as a page prints it: rows of cells, merged ones with their spans.
///
/// Everything that draws a table walks over a grid; spans are computed from the form, never typed.
///
/// ```
/// use ogi_model::{Content, TableForm, Grid};
///
/// let grid = Grid::of(TableForm::DISPUTES_2021);
/// assert_eq!((grid.rows.len(), grid.width), (4, 15));
/// assert_eq!(grid.rows[0][1].content, Content::Head("行政诉讼"));
/// assert_eq!(grid.rows[0][1].column_span, 10);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// The rows; a cell that a merged one covers is not listed again.
    pub rows: Vec<Vec<GridCell>>,
    /// How many columns wide.
    pub width: usize,
}

/// One cell of a [`Grid`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GridCell {
    /// What stands in it.
    pub content: Content,
    /// How many rows it covers, from 1.
    pub row_span: usize,
    /// How many columns it covers, from 1.
    pub column_span: usize,
}

/// What stands in a cell of a [`Grid`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// A head over columns or a block.
    Head(&'static str),
    /// A label or merged head beside rows.
    Label(&'static str),
    /// A figure.
    Figure(CellId),
}

/// A cell of a [`Grid`] with the row and column where it begins, both from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlacedCell {
    /// The row of the grid.
    pub row: usize,
    /// The column of the grid.
    pub column: usize,
    /// The cell, with its spans.
    pub cell: GridCell,
}

impl Content {
    /// The printed label, if it is no figure.
    pub const fn label(&self) -> Option<&'static str> {
        match self {
            Self::Head(label) | Self::Label(label) => Some(label),
            Self::Figure(_) => None,
        }
    }
}

impl GridCell {
    /// The cell of the form whose figure stands in it.
    pub const fn figure(&self) -> Option<CellId> {
        match self.content {
            Content::Figure(cell) => Some(cell),
            Content::Head(_) | Content::Label(_) => None,
        }
    }

    /// Whether it is a head over columns or a block.
    pub const fn is_head(&self) -> bool {
        matches!(self.content, Content::Head(_))
    }
}

impl Grid {
    /// A whole table of the form.
    pub fn of(form: &TableForm) -> Self {
        Self::of_blocks(&form.blocks.iter().map(|block| (form, block)).collect::<Vec<_>>(), |_| {
            true
        })
    }

    /// Blocks below one another, of several editions if need be, with those rows and columns only that have
    /// a cell which `has` accepts.
    pub fn of_blocks(
        blocks: &[(&TableForm, &'static Block)],
        has: impl Fn(CellId) -> bool,
    ) -> Self {
        Self::laid_out(blocks, |form| form.layout, has)
    }

    /// Like [`Grid::of_blocks`] with every row on a line of its own, also where the form prints the rows beside
    /// one another: for formats that have one line of heads and no merged cells.
    ///
    /// ```
    /// use ogi_model::{Content, TableForm, Grid};
    ///
    /// let form = TableForm::DISPUTES_2021;
    /// let grid = Grid::of_blocks_down(&[(form, &form.blocks[0])], |_| true);
    /// assert_eq!((grid.rows.len(), grid.width), (4, 7));
    /// assert_eq!(grid.rows[1][0].content, Content::Label("行政复议"));
    /// ```
    pub fn of_blocks_down(
        blocks: &[(&TableForm, &'static Block)],
        has: impl Fn(CellId) -> bool,
    ) -> Self {
        Self::laid_out(blocks, |_| Layout::Down, has)
    }

    /// Its cells, row by row, each with the row and column where it begins.
    ///
    /// ```
    /// use ogi_model::{Content, TableForm, Grid};
    ///
    /// let placed = Grid::of(TableForm::APPLICATIONS_2021).placed();
    /// let total = placed.iter().find(|it| it.cell.content == Content::Head("总计")).unwrap();
    /// assert_eq!((total.row, total.column), (1, 9));
    /// ```
    pub fn placed(&self) -> Vec<PlacedCell> {
        // How many rows each column is covered by a cell that began before, the current row included.
        let mut covered = vec![0_usize; self.width];
        let mut placed = Vec::new();
        for (row, cells) in self.rows.iter().enumerate() {
            let mut column = 0;
            for cell in cells {
                column += covered.iter().skip(column).take_while(|rows| **rows > 0).count();
                placed.push(PlacedCell { row, column, cell: *cell });
                for rows in covered.iter_mut().skip(column).take(cell.column_span) {
                    *rows = cell.row_span;
                }
                column += cell.column_span;
            }
            for rows in &mut covered {
                *rows = rows.saturating_sub(1);
            }
        }
        placed
    }

    /// How many columns of labels stand left of the figures.
    ///
    /// ```
    /// use ogi_model::{TableForm, Grid};
    ///
    /// assert_eq!(Grid::of(TableForm::APPLICATIONS_2021).label_columns(), 3);
    /// assert_eq!(Grid::of(TableForm::DISPUTES_2021).label_columns(), 0);
    /// ```
    pub fn label_columns(&self) -> usize {
        let figures = self.placed().into_iter().filter(|it| it.cell.figure().is_some());
        figures.map(|it| it.column).min().unwrap_or(0)
    }

    fn laid_out(
        blocks: &[(&TableForm, &'static Block)],
        layout: impl Fn(&TableForm) -> Layout,
        has: impl Fn(CellId) -> bool,
    ) -> Self {
        let parts: Vec<Part> = blocks
            .iter()
            .filter_map(|(form, block)| Part::new(form, block, layout(form), &has))
            .collect();
        let labels = parts.iter().map(|part| part.label_depth).max().unwrap_or(0);
        let figures = parts.iter().map(|part| part.columns.len()).max().unwrap_or(0);
        let rows = parts.iter().flat_map(|part| part.lay_out(labels, figures)).collect();
        Self { rows, width: labels + figures }
    }
}

/// A block with the paths of heads over its columns and beside its rows.
struct Part {
    head: Option<&'static str>,
    corner: Option<&'static str>,
    label_depth: usize,
    columns: Vec<Vec<&'static str>>,
    rows: Vec<(Vec<&'static str>, Vec<CellId>)>,
}

impl Part {
    fn new(
        form: &TableForm,
        block: &'static Block,
        layout: Layout,
        has: impl Fn(CellId) -> bool,
    ) -> Option<Self> {
        let cell =
            |row: &super::FormRow, column: &super::FormColumn| CellId::new(row.row, column.column);
        let rows: Vec<_> = block
            .rows
            .iter()
            .filter(|row| block.columns.iter().any(|column| has(cell(row, column))))
            .collect();
        let columns: Vec<_> = block
            .columns
            .iter()
            .filter(|column| rows.iter().any(|row| has(cell(row, column))))
            .collect();
        if rows.is_empty() {
            return None;
        }
        let path = |group, label| {
            let mut path: Vec<_> = form.group_path(group).iter().map(|it| it.label).collect();
            path.push(label);
            path
        };
        let mut part = Self {
            head: block.label,
            corner: block.rows_label.or(form.corner),
            label_depth: 0,
            columns: Vec::new(),
            rows: Vec::new(),
        };
        match layout {
            Layout::Down => {
                part.columns = columns.iter().map(|it| path(it.group, it.label)).collect();
                part.rows = rows
                    .iter()
                    .map(|row| {
                        let cells = columns.iter().map(|column| cell(row, column)).collect();
                        (path(row.group, row.label), cells)
                    })
                    .collect();
                part.label_depth = part.rows.iter().map(|(path, _)| path.len()).max().unwrap_or(0);
            }
            Layout::Across => {
                let mut cells = Vec::new();
                for row in rows {
                    for column in &columns {
                        let mut heads = path(row.group, row.label);
                        heads.push(column.label);
                        part.columns.push(heads);
                        cells.push(cell(row, column));
                    }
                }
                part.rows = vec![(Vec::new(), cells)];
            }
        }
        Some(part)
    }

    fn lay_out(&self, labels: usize, figures: usize) -> Vec<Vec<GridCell>> {
        let mut rows = Vec::new();
        if let Some(head) = self.head {
            rows.push(vec![GridCell {
                content: Content::Head(head),
                row_span: 1,
                column_span: labels + figures,
            }]);
        }
        rows.extend(self.head_rows(labels, figures));
        for (number, (path, cells)) in self.rows.iter().enumerate() {
            let mut row = self.label_cells(number, path, labels);
            row.extend(cells.iter().enumerate().map(|(i, cell)| GridCell {
                content: Content::Figure(*cell),
                row_span: 1,
                column_span: share(figures, self.columns.len(), i),
            }));
            rows.push(row);
        }
        rows
    }

    /// The heads over the columns, level by level; a head without levels below it reaches down.
    fn head_rows(&self, labels: usize, figures: usize) -> Vec<Vec<GridCell>> {
        let depth = self.columns.iter().map(Vec::len).max().unwrap_or(0);
        let mut rows: Vec<Vec<GridCell>> = vec![Vec::new(); depth];
        if labels > 0 {
            rows[0].push(GridCell {
                content: Content::Head(self.corner.unwrap_or("")),
                row_span: depth,
                column_span: labels,
            });
        }
        for (level, row) in rows.iter_mut().enumerate() {
            let mut first = 0;
            while first < self.columns.len() {
                let path = &self.columns[first];
                let same = self.columns[first..]
                    .iter()
                    .take_while(|other| other.get(..=level) == path.get(..=level))
                    .count();
                let leaf = level + 1 == path.len();
                let many = if leaf { 1 } else { same };
                if level < path.len() {
                    row.push(GridCell {
                        content: Content::Head(path[level]),
                        row_span: if leaf { depth - level } else { 1 },
                        column_span: (first..first + many)
                            .map(|i| share(figures, self.columns.len(), i))
                            .sum(),
                    });
                }
                first += many;
            }
        }
        rows
    }

    /// The label of a row and the merged heads that begin beside it.
    fn label_cells(&self, number: usize, path: &[&'static str], labels: usize) -> Vec<GridCell> {
        let mut row = Vec::new();
        for (level, label) in path.iter().enumerate() {
            let leaf = level + 1 == path.len();
            let starts = leaf
                || number == 0
                || self.rows[number - 1].0.get(..=level) != Some(&path[..=level]);
            if !starts {
                continue;
            }
            let row_span = if leaf {
                1
            } else {
                self.rows[number..]
                    .iter()
                    .take_while(|(other, _)| other.get(..=level) == Some(&path[..=level]))
                    .count()
            };
            row.push(GridCell {
                content: Content::Label(label),
                row_span,
                column_span: if leaf { labels - level } else { 1 },
            });
        }
        row
    }
}

/// The width of the `i`th of `parts` columns that share `width`; the last takes what is left.
fn share(width: usize, parts: usize, i: usize) -> usize {
    let each = width / parts.max(1);
    if i + 1 == parts { width - each * (parts - 1) } else { each }
}

//! The weights of the alignment: costs in nats, minus the logarithm of a probability. No other number decides.
//!
//! Each has the page that makes it necessary. They were set by hand on real and derived files and are changed together,
//! after a run of the damage test. This is version 3 of the table; version 1 was the prototype's.

/// The posterior from which on a value is read.
pub(super) const READ_AT: f64 = 0.999;
/// The posterior from which on the most likely placing of a row counts in sums of columns.
pub(super) const LIKELY: f64 = 0.9;

/// What a piece of text costs as a printed form of a label.
pub(super) mod label {
    /// A beginning or an end of it: `本机关不掌握相关`.
    pub(crate) const EDGE: f64 = 1.5;
    /// Its middle: `逾期未按收费通知`.
    pub(crate) const MIDDLE: f64 = 3.0;
    /// Each character that the label does not have: `法律行政止公开`.
    pub(crate) const LOST: f64 = 2.0;
    /// Each stretch of common characters beyond the first.
    pub(crate) const STRETCH: f64 = 1.0;
    /// A wording that is not the first of its row: `予以公开` without its ordinal.
    pub(crate) const OTHER_WORDING: f64 = 0.3;
    /// Text that is no label: short pieces say little, long ones much.
    pub(crate) const NONE: f64 = 1.5;
    /// The same, for each character.
    pub(crate) const NONE_EACH: f64 = 1.0;
    /// The most that each letter of a text may cost on average where it is a head, misspelt: `其他主动公开文件` shares
    /// half of its letters with one and is none.
    pub(crate) const HEAD_LIKE: f64 = 0.7;
    /// The same for all letters of a short text: `单位：件` is like `单位：万元`.
    pub(crate) const HEAD_LIKE_SHORT: f64 = 6.0;
    /// A join of two pieces to one label, `其他处` and `理`.
    pub(crate) const JOIN: f64 = 0.3;
    /// How far from the best a row may cost and still be kept as a reading of a label.
    pub(crate) const KEPT: f64 = 4.0;
    /// From here on it is not the label of another edition either: `1.申请人无正当理由逾期不补正` over a table of 2019.
    pub(crate) const ALIEN: f64 = 2.0;
}

/// How a label stands to the row of figures beside it.
pub(super) mod relation {
    /// On the same line or row of a grid: it is its label.
    pub(crate) const BESIDE_OWN: f64 = 0.03;
    /// On the same line, and no label of a row.
    pub(crate) const BESIDE_NONE: f64 = 3.0;
    /// On the same line, and the label of another row.
    pub(crate) const BESIDE_OTHER: f64 = 13.0;
    /// A label, then its figures.
    pub(crate) const BEFORE_OWN: f64 = 0.05;
    pub(crate) const BEFORE_NONE: f64 = 3.0;
    /// A row without figures between: `规章` whose blanks vanished, before `行政规范性文件`.
    pub(crate) const BEFORE_SKIPPED: f64 = 4.0;
    pub(crate) const BEFORE_OTHER: f64 = 13.0;
    /// Where lines are displaced (columns of a PDF as text) a label still stands near its row.
    pub(crate) const LOOSE_OWN: f64 = 0.9;
    pub(crate) const LOOSE_PREVIOUS: f64 = 2.5;
    pub(crate) const LOOSE_SKIPPED: f64 = 2.0;
    pub(crate) const LOOSE_FAR: f64 = 1.8;
    /// The only label between two rows, in full, and neither's.
    pub(crate) const LOOSE_ONLY: f64 = 7.0;
    pub(crate) const LOOSE_EACH: f64 = 0.30;
    pub(crate) const LOOSE_NONE: f64 = 1.6;
    /// A change between a stretch in order and a displaced one.
    pub(crate) const SWITCH: f64 = 3.0;
    /// A head in full.
    pub(crate) const HEAD: f64 = 0.3;
    /// From which cost on the label of a row is displaced or torn: `以公开` below the figures of its row.
    pub(crate) const DISPLACED: f64 = 4.0;
    /// From which cost on a row is odd: it takes a label that is torn and displaced, and a skipped row.
    pub(crate) const ODD: f64 = 8.0;
}

/// The order of rows.
pub(super) mod order {
    pub(crate) const SKIP: f64 = 3.5;
    pub(crate) const SKIP_EACH: f64 = 1.2;
    /// The same where no label beside says so: figures of a PDF's columns as text, their labels below them all.
    pub(crate) const SKIP_UNLABELLED: f64 = 1.0;
    /// Back into a gap, or up: rows that were exchanged.
    pub(crate) const BACK: f64 = 3.5;
    /// The same where no label beside says so.
    pub(crate) const BACK_UNLABELLED: f64 = 5.0;
    /// The same in table four.
    pub(crate) const BACK_ACROSS: f64 = 6.0;
    pub(crate) const RESUME: f64 = 0.5;
    /// The same row again, with equal values: a page break repeats it.
    pub(crate) const REPEAT: f64 = 7.0;
    /// All rows missing at the end: a table cut by the end of the page.
    pub(crate) const CUT: f64 = 14.0;
    /// A row of the form whose label is nowhere.
    pub(crate) const ABSENT: f64 = 1.5;
    /// A label that only another edition has.
    pub(crate) const ALIEN: f64 = 8.0;
    /// Blocks of several editions, and heads that another edition has.
    pub(crate) const MIXED: f64 = 4.5;
}

/// Figures cut into rows.
pub(super) mod cut {
    /// Fewer figures than columns.
    pub(crate) const SHORT: f64 = 4.0;
    pub(crate) const SHORT_EACH: f64 = 1.5;
    /// The same where blank cells vanish as a habit.
    pub(crate) const SHORT_HABIT: f64 = 1.0;
    /// No offsets to say where the blanks are.
    pub(crate) const SHORT_BLIND: f64 = 1.0;
    /// A blank among figures that are glued: `406` is 4, 0 and 6, or 40 and 6.
    pub(crate) const GLUED_BLANK: f64 = 1.5;
    /// A blank cell in a table that hardly has any.
    pub(crate) const RARE_BLANK: f64 = 2.5;
    /// A blank beyond the last column: the pad of a merged cell.
    pub(crate) const PAD_END: f64 = 0.2;
    pub(crate) const PAD_START: f64 = 2.5;
    /// One figure too many: a page number.
    pub(crate) const EXTRA: f64 = 5.0;
    /// A blank too many in the middle.
    pub(crate) const EXTRA_BLANK: f64 = 7.0;
    /// The same in a table that is drawn, whose cells are as many as its columns.
    pub(crate) const EXTRA_DRAWN: f64 = 10.5;
    /// A line is cut.
    pub(crate) const LINE: f64 = 7.0;
    /// Nothing marks the end of a row.
    pub(crate) const BARE: f64 = 0.4;
    /// Blank lines within a row, between some of its figures.
    pub(crate) const MIXED: f64 = 2.5;
    /// Text within a row.
    pub(crate) const TEXT: f64 = 5.0;
    /// Figures of no row.
    pub(crate) const NOISE: f64 = 4.5;
    pub(crate) const NOISE_EACH: f64 = 0.4;
    /// The same, and no page number.
    pub(crate) const NOISE_BIG: f64 = 3.5;
    pub(crate) const NOISE_BLANK: f64 = 3.0;
    /// Blanks beside text: pads of heads.
    pub(crate) const NOISE_HEAD: f64 = 0.3;
    /// The label of a row beside figures of no row.
    pub(crate) const NOISE_LABEL: f64 = 5.0;
    /// A block of columns, one after another.
    pub(crate) const COLUMN_MAJOR: f64 = 2.5;
    /// A stretch that is not understood.
    pub(crate) const JUMBLE: f64 = 16.0;
    pub(crate) const JUMBLE_LABEL: f64 = 3.5;
    /// All fifteen figures of table four.
    pub(crate) const ACROSS: f64 = 0.5;
    /// Figures of a row that stand in another order than their columns: a 总计 printed a line above its row.
    pub(crate) const SORTED: f64 = 1.5;
    /// The ways a row's figures fall into its columns that are kept, by how much worse than the best.
    pub(crate) const PLACING_KEPT: f64 = 15.0;
    /// The largest number that may be a page's.
    pub(crate) const LAST_PAGE: i64 = 40;
}

/// How sure it is that the figures of a row stand in the order of its columns, by how it is printed: in a row of a
/// grid, on lines between labels, in a long run of figures, broken, without figures.
pub(super) const REGULAR: [f64; 5] = [15.0, 12.5, 9.5, 4.0, 0.0];

/// The sums.
pub(super) mod sums {
    /// A sum that does not hold.
    pub(crate) const BROKEN: f64 = 4.5;
    /// A blank total of parts that are not all 0.
    pub(crate) const BLANK_TOTAL: f64 = 1.0;
    /// A total that is more than its parts, one of which is blank.
    pub(crate) const BLANK_PART: f64 = 1.0;
    /// The most that a column's sum says for its figures where a cell of it is blank and may hide something: of several
    /// rows with a blank lost, some way of placing them gives any small total.
    pub(crate) const OVER_BLANKS: f64 = 3.0;
    /// How many figures are 0.
    pub(crate) const ZERO: f64 = 0.70;
}

/// Columns.
pub(super) mod columns {
    /// A row that stands elsewhere than the others as a whole: what is before it was longer than its cell.
    pub(crate) const SHIFTED: f64 = 8.0;
    /// By how many characters figures of a column stray.
    pub(crate) const STRAY: f64 = 1.5;
    /// The most that one figure's offset costs.
    pub(crate) const STRAY_MOST: f64 = 12.0;
    /// How many blanks may stand between a figure that was pushed to the right and what has pushed it: two, and the
    /// pads of both.
    pub(crate) const PUSHED_APART: u16 = 4;
}

/// Zones of the tables.
pub(super) mod zone {
    pub(crate) const STEP: f64 = 3.0;
    pub(crate) const SKIP: f64 = 7.0;
    pub(crate) const FIGURE_IN_PROSE: f64 = 1.2;
    pub(crate) const FIGURE_IN_TABLE: f64 = 0.2;
    pub(crate) const BLANK_IN_PROSE: f64 = 0.1;
    pub(crate) const MOST: f64 = 14.0;
}

/// The search.
pub(super) mod search {
    /// More figures than a table that is there twice has, with page numbers and notes.
    pub(crate) const MOST_FIGURES: usize = 600;
    /// More labels than one that is there three times has.
    pub(crate) const MOST_LABELS: usize = 300;
    /// Hypotheses that are kept.
    pub(crate) const HYPOTHESES: usize = 300;
    /// Steps of the search for them.
    pub(crate) const STEPS: usize = 20_000;
    /// By how much worse than the best a partial reading may be.
    pub(crate) const BEAM: f64 = 16.0;
    /// By how much worse than the best a hypothesis may be.
    pub(crate) const KEPT: f64 = 11.0;
    /// What labels, order and heads may cost for each row of the form where a table is still understood. Of one that
    /// costs more no figure is read, however well its sums hold: the likeliest of readings that are all unlikely is a
    /// guess.
    pub(crate) const UNDERSTOOD: f64 = 3.4;
}

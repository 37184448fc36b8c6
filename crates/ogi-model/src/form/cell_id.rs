//! The address of a cell.

use core::fmt;
use core::str::FromStr;

use super::{Column, Row, TableForm, TableId, Unit};
use crate::UnknownKey;

/// A row and a column of the form that exist together: the address of one figure.
///
/// Small (one byte) and ordered as the tables are. [`CellId::new`] is for addresses in code, where a pair
/// that the form does not have is a mistake and, in a constant, does not compile; [`CellId::try_new`] is for
/// addresses that come from data.
///
/// ```
/// use ogi_model::{CellId, Column, Row};
///
/// const GRANTED: CellId = CellId::new(Row::Granted, Column::NaturalPerson);
/// assert_eq!(GRANTED.to_string(), "applications.granted.natural_person");
/// assert_eq!("applications.granted.natural_person".parse(), Ok(GRANTED));
/// assert_eq!(CellId::try_new(Row::Granted, Column::Issued), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellId(u8);

const ROWS: usize = Row::ALL.len();
const COLUMNS: usize = Column::ALL.len();
const NONE: u8 = u8::MAX;

/// What the form says of a row and a column together.
#[derive(Clone, Copy)]
struct Pair {
    /// Which editions have it, one bit an edition.
    editions: u8,
    /// What it counts, as the newest edition that has it says.
    unit: Unit,
}

/// The only walk over the form in here.
const FORM: [[Pair; COLUMNS]; ROWS] = {
    let mut pairs = [[Pair { editions: 0, unit: Unit::Count }; COLUMNS]; ROWS];
    let mut f = TableForm::ALL.len();
    // The newest edition comes first, and so is written last.
    while f > 0 {
        f -= 1;
        let mut b = 0;
        while b < TableForm::ALL[f].blocks.len() {
            let block = &TableForm::ALL[f].blocks[b];
            let mut r = 0;
            while r < block.rows.len() {
                let mut c = 0;
                while c < block.columns.len() {
                    let pair =
                        &mut pairs[block.rows[r].row as usize][block.columns[c].column as usize];
                    pair.editions |= 1 << TableForm::ALL[f].edition as u8;
                    pair.unit = block.columns[c].unit;
                    c += 1;
                }
                r += 1;
            }
            b += 1;
        }
    }
    pairs
};

/// The pairs that exist, numbered in table order.
const INDEX: [[u8; COLUMNS]; ROWS] = {
    let mut index = [[NONE; COLUMNS]; ROWS];
    let (mut row, mut next) = (0, 0);
    while row < ROWS {
        let mut column = 0;
        while column < COLUMNS {
            if FORM[row][column].editions != 0 {
                index[row][column] = next;
                next += 1;
            }
            column += 1;
        }
        row += 1;
    }
    index
};

const PAIRS: [(Row, Column); CellId::COUNT] = {
    let mut pairs = [(Row::Rules, Column::Issued); CellId::COUNT];
    let mut row = 0;
    while row < ROWS {
        let mut column = 0;
        while column < COLUMNS {
            if INDEX[row][column] != NONE {
                pairs[INDEX[row][column] as usize] = (Row::ALL[row], Column::ALL[column]);
            }
            column += 1;
        }
        row += 1;
    }
    pairs
};

const TABLES: usize = TableId::ALL.len();

/// The first cell of each table.
const FIRST: [u8; TABLES] = {
    let mut first = [0; TABLES];
    let mut i = CellId::COUNT;
    while i > 0 {
        i -= 1;
        first[PAIRS[i].0.table() as usize] = i as u8;
    }
    first
};

impl CellId {
    /// How many cells all editions have together.
    pub const COUNT: usize = {
        let (mut row, mut count) = (0, 0);
        while row < ROWS {
            let mut column = 0;
            while column < COLUMNS {
                count += (FORM[row][column].editions != 0) as usize;
                column += 1;
            }
            row += 1;
        }
        count
    };

    /// The cell of a row and a column.
    ///
    /// # Panics
    /// If no edition of the form has it. Use [`CellId::try_new`] for pairs that come from data.
    #[track_caller]
    pub const fn new(row: Row, column: Column) -> Self {
        match Self::try_new(row, column) {
            Some(cell) => cell,
            None => panic!("no edition of the form has this row and column together"),
        }
    }

    /// The cell of a row and a column, if an edition of the form has it.
    pub const fn try_new(row: Row, column: Column) -> Option<Self> {
        match INDEX[row as usize][column as usize] {
            NONE => None,
            index => Some(Self(index)),
        }
    }

    /// Every cell of every edition, in table order.
    pub fn all() -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator {
        (0..Self::COUNT as u8).map(Self)
    }

    /// Every cell of a table in every edition, in table order.
    ///
    /// ```
    /// # use ogi_model::{CellId, TableId};
    /// assert_eq!(CellId::of_table(TableId::Disputes).count(), 15);
    /// ```
    pub fn of_table(table: TableId) -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator {
        let first = |table: usize| if table < TABLES { FIRST[table] } else { Self::COUNT as u8 };
        (first(table as usize)..first(table as usize + 1)).map(Self)
    }

    /// Its number in table order, from 0, below [`CellId::COUNT`].
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// Whether every edition of the form has it.
    ///
    /// ```
    /// use ogi_model::{CellId, Column, Row};
    /// assert!(CellId::new(Row::Reconsideration, Column::Total).is_in_every_edition());
    /// assert!(!CellId::new(Row::OtherReasons, Column::Total).is_in_every_edition());
    /// ```
    pub fn is_in_every_edition(self) -> bool {
        crate::Edition::ALL.iter().all(|it| self.editions() & (1 << *it as u8) != 0)
    }

    /// The editions whose form has it, one bit each.
    pub(super) const fn editions(self) -> u8 {
        FORM[self.row() as usize][self.column() as usize].editions
    }

    /// What it counts.
    pub const fn unit(self) -> Unit {
        FORM[self.row() as usize][self.column() as usize].unit
    }

    /// Its row.
    pub const fn row(self) -> Row {
        PAIRS[self.0 as usize].0
    }

    /// Its column.
    pub const fn column(self) -> Column {
        PAIRS[self.0 as usize].1
    }

    /// Its table.
    pub const fn table(self) -> TableId {
        self.row().table()
    }
}

impl fmt::Display for CellId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.table(), self.row(), self.column())
    }
}

/// `table.row.column`, as it is displayed.
impl FromStr for CellId {
    type Err = UnknownKey;

    fn from_str(key: &str) -> Result<Self, UnknownKey> {
        let cell = || {
            let mut keys = key.splitn(3, '.');
            let table: TableId = keys.next()?.parse().ok()?;
            let (row, column) = (keys.next()?.parse().ok()?, keys.next()?.parse().ok()?);
            Self::try_new(row, column).filter(|it| it.table() == table)
        };
        cell().ok_or_else(|| UnknownKey { what: "cell", key: key.to_owned() })
    }
}

impl fmt::Debug for CellId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

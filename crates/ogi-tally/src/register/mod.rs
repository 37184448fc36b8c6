//! A register: rows of text, each with its line.

mod separated;
#[cfg(feature = "xlsx")]
mod workbook;

use csv::StringRecord;
use ogi_import::{Imported, Kind, Limits, import};
use ogi_model::Message;

use crate::TallyError;

/// The most cells of a register, where its limits say less: 100,000 requests have more than a report may have.
const CELLS: usize = 4_000_000;

/// A register as it was read: one list of text, or the sheets of a workbook.
#[derive(Clone, Debug)]
pub struct Register {
    pub(crate) sheets: Vec<Sheet>,
}

/// A list of rows.
#[derive(Clone, Debug)]
pub(crate) struct Sheet {
    /// Its name in a workbook.
    pub(crate) name: Option<String>,
    /// Rows that hold anything.
    pub(crate) rows: Vec<Record>,
}

/// A row, as it stands in the source.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    /// The number of its line, from 1.
    pub(crate) line: u32,
    pub(crate) cells: StringRecord,
}

/// Where a row stands: a line of a list, or a row of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Line {
    /// The number of its sheet among those that were read, from 0.
    pub sheet: u16,
    /// From 1.
    pub number: u32,
}

impl Line {
    /// What the line is called, with the name of its sheet where it is one of several.
    pub(crate) fn name(self, sheets: &[Option<String>]) -> Message {
        let number = self.number;
        match sheets.get(usize::from(self.sheet)) {
            Some(Some(sheet)) if sheets.len() > 1 => {
                Message::new(format!("{sheet}第{number}行"), format!("{sheet}, line {number}"))
            }
            _ => Message::new(format!("第{number}行"), format!("line {number}")),
        }
    }
}

impl Register {
    /// Reads a register: CSV in any encoding, with commas, tabs or semicolons; a workbook.
    ///
    /// The limits are those of [`ogi_import`], but for cells, of which there may be 4,000,000 at least.
    ///
    /// ```
    /// use ogi_import::Limits;
    /// use ogi_tally::Register;
    ///
    /// let text = "收到日期,申请人类型\n2025-03-04,自然人\n\n2025-03-05,商业企业\n";
    /// let register = Register::read(text.as_bytes(), &Limits::default())?;
    /// assert_eq!(register.len(), 3);
    /// # Ok::<(), ogi_tally::TallyError>(())
    /// ```
    ///
    /// # Errors
    /// [`TallyError`] if it cannot be opened, is no list, or its rows cannot be distinguished.
    pub fn read(bytes: &[u8], limits: &Limits) -> Result<Self, TallyError> {
        let limits = limits.clone().with_cells(limits.cells.max(CELLS));
        let sheets = match Kind::of(bytes)? {
            Kind::Text => match import(bytes, &limits)? {
                Imported::Text(text) => vec![separated::read(&text)?],
                _ => return Err(TallyError::NoRegister),
            },
            #[cfg(feature = "xlsx")]
            Kind::Workbook => workbook::read(bytes, &limits)?,
            _ => return Err(TallyError::NoRegister),
        };
        Ok(Self { sheets })
    }

    /// How many rows there are that hold anything, heads among them.
    pub fn len(&self) -> usize {
        self.sheets.iter().map(|it| it.rows.len()).sum()
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The names of the sheets.
    pub(crate) fn names(&self) -> Vec<Option<String>> {
        self.sheets.iter().map(|it| it.name.clone()).collect()
    }
}

//! Where in a sheet the columns of a mapping are.

use std::collections::BTreeSet;

use super::Mapping;
use super::heads::{Heads, candidates};
use crate::register::{Record, Register, Sheet};
use crate::words::{key, said};
use crate::{Field, TallyError};

/// The columns of a sheet, by what they state.
#[derive(Clone, Debug)]
pub(crate) struct Columns {
    /// The first row below the heads.
    pub(crate) below: usize,
    /// The heads of the sheet.
    names: Vec<String>,
    at: [Option<usize>; Field::ALL.len()],
}

impl Columns {
    pub(crate) fn new(heads: &Heads, fields: impl Iterator<Item = (Field, usize)>) -> Self {
        let mut at = [None; Field::ALL.len()];
        for (field, column) in fields {
            at[field as usize] = Some(column);
        }
        Self { below: heads.below, names: heads.names.clone(), at }
    }

    /// Whether there is a column for this.
    pub(crate) const fn has(&self, field: Field) -> bool {
        self.at[field as usize].is_some()
    }

    /// Whether rows are requests; without that they can only speak of reconsideration and litigation.
    pub(crate) fn has_requests(&self) -> bool {
        Field::REQUIRED.iter().all(|it| self.has(*it))
    }

    /// Whether rows state anything that counts.
    fn counts(&self) -> bool {
        let disputes = [
            (Field::Reconsideration, Field::ReconsiderationDate),
            (Field::Litigation, Field::LitigationDate),
            (Field::LitigationDirect, Field::LitigationDate),
            (Field::LitigationAfterReconsideration, Field::LitigationDate),
        ];
        self.has_requests() || disputes.iter().any(|it| self.has(it.0) && self.has(it.1))
    }

    /// What a row says of this, if it says anything.
    pub(crate) fn said<'a>(&self, record: &'a Record, field: Field) -> Option<&'a str> {
        said(record.cells.get(self.at[field as usize]?)?)
    }

    /// Whether a row has the heads once more, as a list that was printed page by page has them.
    pub(crate) fn is_head(&self, record: &Record) -> bool {
        let mut known = self.at.iter().flatten().peekable();
        let is_name = |at: &usize| {
            let cell = record.cells.get(*at).unwrap_or_default();
            let last = |name: &str| key(name.rsplit(['·', '#']).next().unwrap_or(name));
            let name = self.names.get(*at).map_or("", String::as_str);
            !cell.trim().is_empty() && (key(cell) == key(name) || key(cell) == last(name))
        };
        known.peek().is_some() && known.all(is_name)
    }
}

/// The columns of each sheet; none of a sheet that has other heads.
///
/// # Errors
/// [`TallyError`] if no sheet has what is needed.
pub(crate) fn find(
    register: &Register,
    mapping: &Mapping,
) -> Result<Vec<Option<Columns>>, TallyError> {
    let missing: Vec<Field> =
        Field::REQUIRED.into_iter().filter(|it| mapping.column(*it).is_none()).collect();
    if !missing.is_empty() {
        return Err(TallyError::ColumnsMissing { fields: missing, heads: all_heads(register) });
    }
    // Each column that the mapping names is somewhere.
    let heads: BTreeSet<String> = register
        .sheets
        .iter()
        .flat_map(candidates)
        .flat_map(|it| it.names)
        .map(|it| key(&it))
        .collect();
    for (field, name) in mapping.columns() {
        if !heads.contains(&key(name)) {
            let (name, heads) = (name.to_owned(), all_heads(register));
            return Err(TallyError::NoSuchColumn { field, name, heads });
        }
    }
    let columns: Vec<Option<Columns>> = register.sheets.iter().map(|it| of(it, mapping)).collect();
    if columns.iter().flatten().any(Columns::has_requests) {
        Ok(columns)
    } else {
        let (fields, heads) = (Field::REQUIRED.to_vec(), all_heads(register));
        Err(TallyError::ColumnsMissing { fields, heads })
    }
}

fn of(sheet: &Sheet, mapping: &Mapping) -> Option<Columns> {
    let found = candidates(sheet).into_iter().map(|heads| {
        let at = |name: &str| heads.names.iter().position(|it| key(it) == key(name));
        let fields = mapping.columns().filter_map(|(field, name)| Some((field, at(name)?)));
        Columns::new(&heads, fields)
    });
    // The first of those that have most.
    let count = |it: &Columns| it.at.iter().flatten().count();
    let best = found.reduce(|best, it| if count(&it) > count(&best) { it } else { best })?;
    best.counts().then_some(best)
}

/// The columns of all sheets, as far as one can know: the row with most names among the first.
pub(super) fn all_heads(register: &Register) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for sheet in &register.sheets {
        let names = |it: &Heads| it.names.iter().filter(|it| !it.is_empty()).count();
        let found = candidates(sheet).into_iter();
        let Some(heads) =
            found.reduce(|best, it| if names(&it) > names(&best) { it } else { best })
        else {
            continue;
        };
        for name in heads.names.into_iter().filter(|it| !it.is_empty()) {
            if !all.contains(&name) {
                all.push(name);
            }
        }
    }
    all
}

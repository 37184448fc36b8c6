//! Records become a record batch.

use std::sync::Arc;

use arrow_array::builder::{Date32Builder, Decimal128Builder, Int64Builder, StringBuilder};
use arrow_array::{ArrayRef, RecordBatch};
use ogi_render::data::{
    DECIMAL_PRECISION, DECIMAL_SCALE, DataTable, Datum, Field, Kind, Record, scaled,
};

use crate::{Error, schema};

/// A record batch that is being made.
#[derive(Debug)]
pub struct Batch {
    table: DataTable,
    columns: Vec<Column>,
    rows: usize,
}

#[derive(Debug)]
enum Column {
    Text(StringBuilder),
    Integer(Int64Builder),
    Decimal(Decimal128Builder),
    Date(Date32Builder),
}

impl Batch {
    /// An empty one.
    pub fn new(table: DataTable) -> Self {
        let columns = table.fields().into_iter().map(Column::of).collect();
        Self { table, columns, rows: 0 }
    }

    /// Adds a line of the table.
    ///
    /// # Errors
    /// [`Error::OtherTable`] if the record is of another table; [`Error::TooPrecise`] if a number of it does not fit.
    pub fn add<R: Record>(&mut self, record: &R) -> Result<(), Error> {
        if R::TABLE != self.table {
            let (record, table) = (R::TABLE.key(), self.table.key());
            return Err(Error::OtherTable { record, table });
        }
        for (column, (field, datum)) in self.columns.iter_mut().zip(record.data()) {
            column.add(field, &datum)?;
        }
        self.rows += 1;
        Ok(())
    }

    /// How many lines it has.
    pub const fn rows(&self) -> usize {
        self.rows
    }

    /// The batch.
    ///
    /// # Errors
    /// [`Error::Arrow`] if Arrow refuses it, which it does not while the columns are those of the table.
    pub fn finish(self) -> Result<RecordBatch, Error> {
        let columns =
            self.columns.into_iter().map(Column::finish).collect::<Result<Vec<_>, _>>()?;
        Ok(RecordBatch::try_new(schema(self.table), columns)?)
    }
}

impl Column {
    fn of(field: &Field) -> Self {
        match field.kind {
            Kind::Integer => Self::Integer(Int64Builder::new()),
            Kind::Decimal => Self::Decimal(Decimal128Builder::new()),
            Kind::Date => Self::Date(Date32Builder::new()),
            _ => Self::Text(StringBuilder::new()),
        }
    }

    fn add(&mut self, field: &Field, datum: &Datum<'_>) -> Result<(), Error> {
        match (self, datum) {
            (Self::Text(it), Datum::Text(text)) => it.append_value(text),
            (Self::Integer(it), Datum::Integer(number)) => it.append_value(*number),
            (Self::Decimal(it), Datum::Decimal(number)) => {
                let number = scaled(*number).ok_or(Error::TooPrecise { column: field.name })?;
                it.append_value(number);
            }
            (Self::Date(it), Datum::Date(date)) => it.append_value(days(*date)),
            (Self::Text(it), _) => it.append_null(),
            (Self::Integer(it), _) => it.append_null(),
            (Self::Decimal(it), _) => it.append_null(),
            (Self::Date(it), _) => it.append_null(),
        }
        Ok(())
    }

    fn finish(self) -> Result<ArrayRef, Error> {
        Ok(match self {
            Self::Text(mut it) => Arc::new(it.finish()),
            Self::Integer(mut it) => Arc::new(it.finish()),
            Self::Decimal(mut it) => Arc::new(
                it.finish().with_precision_and_scale(DECIMAL_PRECISION, DECIMAL_SCALE as i8)?,
            ),
            Self::Date(mut it) => Arc::new(it.finish()),
        })
    }
}

/// Days since 1 January 1970, by the Gregorian calendar.
fn days(date: ogi_model::Date) -> i32 {
    let (month, day) = (i32::from(date.month()), i32::from(date.day()));
    // Years begin in March, so that the odd day of February is their last.
    let year = i32::from(date.year()) - i32::from(month < 3);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    365 * year + year / 4 - year / 100 + year / 400 + day_of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted() {
        for (date, count) in [
            ("1970-01-01", 0),
            ("1969-12-31", -1),
            ("2000-02-29", 11_016),
            ("2000-03-01", 11_017),
            ("2025-12-31", 20_453),
            ("2026-01-27", 20_480),
        ] {
            assert_eq!(days(date.parse().unwrap()), count, "{date}");
        }
    }
}

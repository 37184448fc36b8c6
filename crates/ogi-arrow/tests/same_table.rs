//! What Parquet holds is what CSV holds, line by line and column by column.

// Clippy knows tests, not what they call.
#![allow(clippy::unwrap_used)]

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Decimal128Type, Int64Type};
use arrow_array::{Array, RecordBatch};
use arrow_schema::DataType;
use bytes::Bytes;
use ogi_arrow::{Batch, Error, Parquet, schema};
use ogi_check::{Message, Outcome, Policy};
use ogi_model::{Decimal, Reading};
use ogi_render::Csv;
use ogi_render::data::{
    DECIMAL_SCALE, DataTable, Record, ReportRecord, Source, UnreadRecord, figures, findings, unread,
};
use ogi_testkit::Generator;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

/// The same records in both formats.
struct Both<'a> {
    csv: Csv<&'a mut Vec<u8>>,
    parquet: Parquet<&'a mut Vec<u8>>,
}

impl Both<'_> {
    fn write<R: Record>(&mut self, records: impl IntoIterator<Item = R>) {
        for it in records {
            self.csv.write(&it).unwrap();
            self.parquet.write(&it).unwrap();
        }
    }
}

/// Reports with gaps, remarks and money.
fn readings() -> Vec<(Reading, Outcome)> {
    let mut generator = Generator::new(7).blanks(0.1).remarks(0.1);
    (0..120)
        .map(|_| {
            let reading = Reading::of_report(generator.report());
            let outcome = ogi_check::check(&reading, &Policy::default());
            (reading, outcome)
        })
        .collect()
}

fn written(table: DataTable) -> (Vec<u8>, Vec<u8>) {
    let (mut csv, mut parquet) = (Vec::new(), Vec::new());
    write(
        table,
        Both {
            csv: Csv::new(&mut csv, table).unwrap(),
            parquet: Parquet::new(&mut parquet, table).unwrap(),
        },
    );
    (csv, parquet)
}

fn write(table: DataTable, mut both: Both<'_>) {
    let message = Message::new("=这是图片\n不读", "this is an image");
    for (n, (reading, outcome)) in readings().iter().enumerate() {
        let path = format!("{n}.txt");
        let agency = reading.report.agency.as_deref();
        let source = Source { path: &path, hash: "00", format: "text", agency };
        match table {
            DataTable::Reports => both.write([ReportRecord::new(source, reading, outcome)]),
            DataTable::Figures => both.write(figures(source, reading)),
            DataTable::Findings => both.write(findings(source, reading, outcome)),
            DataTable::Unread => {
                both.write([UnreadRecord::file(&path, "unsupported", &message)]);
                both.write(unread(source, reading));
            }
        }
    }
    both.csv.finish().unwrap();
    both.parquet.finish().unwrap();
}

/// A value as CSV would write it, money with the scale of its column.
fn shown(batch: &RecordBatch, column: usize, row: usize) -> Option<String> {
    let array = batch.column(column);
    if array.is_null(row) {
        return None;
    }
    Some(match array.data_type() {
        DataType::Utf8 => array.as_string::<i32>().value(row).to_owned(),
        DataType::Int64 => array.as_primitive::<Int64Type>().value(row).to_string(),
        DataType::Date32 => {
            let days = array.as_primitive::<Date32Type>();
            days.value_as_date(row).unwrap().to_string()
        }
        DataType::Decimal128(..) => {
            let number = array.as_primitive::<Decimal128Type>().value(row);
            Decimal::from_i128_with_scale(number, DECIMAL_SCALE.into()).normalize().to_string()
        }
        other => panic!("{other}"),
    })
}

#[test]
fn parquet_holds_what_csv_holds() {
    for table in DataTable::ALL {
        let (csv, parquet) = written(*table);
        let reader = ParquetRecordBatchReaderBuilder::try_new(Bytes::from(parquet)).unwrap();
        assert_eq!(reader.schema().fields(), schema(*table).fields());
        assert_eq!(reader.schema().metadata()["ogi.table"], table.key());
        let mut lines = csv::Reader::from_reader(&csv[..]);
        assert!(lines.headers().unwrap().iter().eq(table.fields().iter().map(|it| it.name)));
        let mut lines = lines.into_records();
        let mut rows = 0;
        for batch in reader.build().unwrap() {
            let batch = batch.unwrap();
            for row in 0..batch.num_rows() {
                let line = lines.next().unwrap().unwrap();
                for (column, field) in table.fields().into_iter().enumerate() {
                    let mut wanted = line[column].to_owned();
                    if let DataType::Decimal128(..) = batch.column(column).data_type()
                        && !wanted.is_empty()
                    {
                        wanted = wanted.parse::<Decimal>().unwrap().normalize().to_string();
                    }
                    // The apostrophe before what a spreadsheet would take for a formula.
                    let wanted = wanted.strip_prefix('\'').unwrap_or(&wanted);
                    let got = shown(&batch, column, row).unwrap_or_default();
                    assert_eq!(got, wanted, "{} {row} {}", table.key(), field.name);
                }
                rows += 1;
            }
        }
        assert!(lines.next().is_none() && rows >= 100, "{}: {rows}", table.key());
    }
}

#[test]
fn a_record_of_another_table_is_refused() {
    let message = Message::new("这是图片", "this is an image");
    let mut batch = Batch::new(DataTable::Figures);
    let error = batch.add(&UnreadRecord::file("a.png", "unsupported", &message)).unwrap_err();
    assert!(matches!(error, Error::OtherTable { record: "unread", table: "figures" }));
    assert_eq!(error.kind(), "other-table");
    assert_eq!(batch.finish().unwrap().num_rows(), 0);
}

/// A disk that is full is stated as one.
#[test]
fn what_cannot_be_written_is_stated() {
    struct Full;
    impl std::io::Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let message = Message::new("这是图片", "this is an image");
    let written = Parquet::new(Full, DataTable::Unread).and_then(|mut it| {
        it.write(&UnreadRecord::file("a.png", "unsupported", &message))?;
        it.finish()
    });
    assert_eq!(written.unwrap_err().kind(), "io");
}

//! The columns of the tables, as Arrow's.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_schema::{DataType, Field, Schema, SchemaRef};
use ogi_render::data::{self, DECIMAL_PRECISION, DECIMAL_SCALE, DataTable, Kind, SCHEMA_VERSION};

/// The Arrow schema of a table. Its metadata have `ogi.table` and `ogi.schema_version`, those of a column what it means:
/// `zh` and `en`.
///
/// ```
/// use arrow_schema::DataType;
/// use ogi_render::data::DataTable;
///
/// let schema = ogi_arrow::schema(DataTable::Figures);
/// assert_eq!(schema.metadata()["ogi.schema_version"], "1");
/// assert_eq!(*schema.field_with_name("amount_value")?.data_type(), DataType::Decimal128(38, 10));
/// # Ok::<(), arrow_schema::ArrowError>(())
/// ```
pub fn schema(table: DataTable) -> SchemaRef {
    let metadata = HashMap::from([
        ("ogi.table".to_owned(), table.key().to_owned()),
        ("ogi.schema_version".to_owned(), SCHEMA_VERSION.to_string()),
    ]);
    let fields: Vec<_> = table.fields().into_iter().map(field).collect();
    Arc::new(Schema::new_with_metadata(fields, metadata))
}

fn field(field: &data::Field) -> Field {
    let kind = match field.kind {
        Kind::Integer => DataType::Int64,
        Kind::Decimal => DataType::Decimal128(DECIMAL_PRECISION, DECIMAL_SCALE as i8),
        Kind::Date => DataType::Date32,
        _ => DataType::Utf8,
    };
    let meaning = [("zh", field.meaning.zh), ("en", field.meaning.en)];
    let meaning = meaning.map(|(language, words)| (language.to_owned(), words.to_owned()));
    Field::new(field.name, kind, !field.required).with_metadata(meaning.into())
}

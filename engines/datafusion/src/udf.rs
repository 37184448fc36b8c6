//! Functions of one value: bytes of a file in, a struct out.

use std::sync::Arc;

use datafusion::arrow::array::{
    Array, ArrayRef, BinaryArray, BooleanBuilder, Date32Array, Int64Builder, ListBuilder,
    StringBuilder, StructArray, StructBuilder,
};
use datafusion::arrow::buffer::NullBuffer;
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::{DataType, Field, Fields};
use datafusion::common::cast::as_binary_array;
use datafusion::error::Result;
use datafusion::logical_expr::{
    ColumnarValue, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility,
};
use ogi::check::Expected;
use ogi::embed::{self, EmbedError};
use ogi::{Policy, ReadOptions, Reading};

/// `ogi_parse` and `ogi_check`.
pub fn scalar_functions() -> [ScalarUDF; 2] {
    [Function::Parse, Function::Check].map(|function| {
        // Files come as binary, or as text that somebody pasted.
        let signature = Signature::uniform(
            1,
            vec![DataType::Binary, DataType::LargeBinary, DataType::BinaryView, DataType::Utf8],
            Volatility::Immutable,
        );
        ScalarUDF::new_from_impl(ReportUdf { function, signature })
    })
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Function {
    Parse,
    Check,
}

#[derive(Debug, PartialEq, Eq, Hash)]
struct ReportUdf {
    function: Function,
    signature: Signature,
}

impl ScalarUDFImpl for ReportUdf {
    fn name(&self) -> &'static str {
        match self.function {
            Function::Parse => "ogi_parse",
            Function::Check => "ogi_check",
        }
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(DataType::Struct(match self.function {
            Function::Parse => parsed_fields(),
            Function::Check => checked_fields(),
        }))
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let sources = args.args[0].to_array(args.number_rows)?;
        let sources = cast(&sources, &DataType::Binary)?;
        let sources = as_binary_array(&sources)?;
        let answer = match self.function {
            Function::Parse => parse(sources)?,
            Function::Check => check(sources)?,
        };
        Ok(ColumnarValue::Array(Arc::new(answer)))
    }
}

fn text(name: &str) -> Field {
    Field::new(name, DataType::Utf8, true)
}

fn parsed_fields() -> Fields {
    Fields::from(vec![
        text("error"),
        text("agency"),
        Field::new("year", DataType::Int64, true),
        text("title"),
        Field::new("published", DataType::Date32, true),
        text("report"),
    ])
}

fn finding_fields() -> Fields {
    let names = ["rule", "severity", "cell", "observed", "expected", "zh", "en"];
    names.map(text).into_iter().collect()
}

fn checked_fields() -> Fields {
    let finding = Field::new_list_field(DataType::Struct(finding_fields()), true);
    Fields::from(vec![
        text("error"),
        text("verdict"),
        Field::new("accepted", DataType::Boolean, true),
        Field::new("findings", DataType::List(Arc::new(finding)), true),
    ])
}

fn read(source: &[u8], claims: bool) -> Result<Reading, EmbedError> {
    embed::read(source, &ReadOptions::default().with_claims(claims))
}

fn parse(sources: &BinaryArray) -> Result<StructArray> {
    let [mut error, mut agency, mut title, mut published, mut report] =
        std::array::from_fn(|_| StringBuilder::new());
    let mut year = Int64Builder::new();
    for source in sources {
        let read = source.map(|it| read(it, false));
        let failed = read.as_ref().and_then(|it| it.as_ref().err());
        let it = read.as_ref().and_then(|it| it.as_ref().ok()).map(|it| &it.report);
        error.append_option(failed.map(EmbedError::kind));
        agency.append_option(it.and_then(|it| it.agency.as_deref()));
        year.append_option(it.and_then(|it| it.year).map(i64::from));
        title.append_option(it.and_then(|it| it.title.as_deref()));
        published.append_option(it.and_then(|it| it.published).map(|it| it.to_string()));
        report.append_option(it.and_then(|it| serde_json::to_string(it).ok()));
    }
    // Arrow reads a date as it is written here.
    let published = cast(&published.finish(), &DataType::Date32)?;
    let published = published.as_any().downcast_ref::<Date32Array>().cloned();
    let columns: Vec<ArrayRef> = vec![
        Arc::new(error.finish()),
        Arc::new(agency.finish()),
        Arc::new(year.finish()),
        Arc::new(title.finish()),
        Arc::new(published.unwrap_or_else(|| Date32Array::new_null(sources.len()))),
        Arc::new(report.finish()),
    ];
    Ok(StructArray::try_new(parsed_fields(), columns, nulls(sources))?)
}

fn check(sources: &BinaryArray) -> Result<StructArray> {
    let (mut error, mut verdict) = (StringBuilder::new(), StringBuilder::new());
    let mut accepted = BooleanBuilder::new();
    let mut findings = ListBuilder::new(StructBuilder::from_fields(finding_fields(), 0));
    let policy = Policy::default();
    for source in sources {
        let outcome = source.map(|it| read(it, true).map(|it| ogi::check(&it, &policy)));
        let failed = outcome.as_ref().and_then(|it| it.as_ref().err());
        let it = outcome.as_ref().and_then(|it| it.as_ref().ok());
        error.append_option(failed.map(EmbedError::kind));
        verdict.append_option(it.map(|it| it.verdict.key()));
        accepted.append_option(it.map(|it| it.accepted));
        for finding in it.into_iter().flat_map(|it| &it.findings) {
            let expected = finding.expected.and_then(Expected::exactly);
            let words = [
                Some(finding.rule.id.to_owned()),
                Some(finding.severity.key().to_owned()),
                finding.cell.map(|it| it.to_string()),
                finding.observed.map(|it| it.to_string()),
                expected.map(|it| it.to_string()),
                Some(finding.message.zh.clone()),
                Some(finding.message.en.clone()),
            ];
            for (n, word) in words.into_iter().enumerate() {
                if let Some(column) = findings.values().field_builder::<StringBuilder>(n) {
                    column.append_option(word);
                }
            }
            findings.values().append(true);
        }
        findings.append(it.is_some());
    }
    let columns: Vec<ArrayRef> = vec![
        Arc::new(error.finish()),
        Arc::new(verdict.finish()),
        Arc::new(accepted.finish()),
        Arc::new(findings.finish()),
    ];
    Ok(StructArray::try_new(checked_fields(), columns, nulls(sources))?)
}

/// Where there is no source there is no answer.
fn nulls(sources: &BinaryArray) -> Option<NullBuffer> {
    sources.nulls().cloned()
}

//! Why nothing can be counted.

use ogi_import::ImportError;
use ogi_model::Message;

use crate::{Field, MappingErrors};

/// Why a register cannot be counted. What is odd about a row of it is no error: see [`LeftOver`](crate::LeftOver).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TallyError {
    /// It cannot be opened.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// It is neither a workbook nor a list of text.
    #[error("this is no register: it is neither a workbook nor CSV; save it as .xlsx or .csv")]
    NoRegister,
    /// A quotation mark is opened and never closed: all rows behind it would be one cell.
    #[error("line {line}: a quotation mark is opened and never closed")]
    OpenQuote {
        /// Where the cell begins, from 1.
        line: u32,
    },
    /// Columns that are needed were not found.
    #[error("no column was found for {}; the columns are {}", english(fields), heads.join(", "))]
    ColumnsMissing {
        /// What they should state.
        fields: Vec<Field>,
        /// The columns that are there.
        heads: Vec<String>,
    },
    /// The register does not have a column of the mapping.
    #[error("there is no column “{name}” for {}; the columns are {}", field.words().en, heads.join(", "))]
    NoSuchColumn {
        /// What it should state.
        field: Field,
        /// What the mapping calls it.
        name: String,
        /// The columns that are there.
        heads: Vec<String>,
    },
    /// The mapping has a mistake.
    #[error(transparent)]
    Mapping(#[from] MappingErrors),
    /// There is no such year.
    #[error("there is no report year {0}")]
    NoSuchYear(u16),
}

impl TallyError {
    /// A stable word for the kind of error, for programs.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Import(error) => error.kind(),
            Self::NoRegister => "no-register",
            Self::OpenQuote { .. } => "open-quote",
            Self::ColumnsMissing { .. } => "columns-missing",
            Self::NoSuchColumn { .. } => "no-such-column",
            Self::Mapping(_) => "mapping",
            Self::NoSuchYear(_) => "no-such-year",
        }
    }

    /// What it is and what to do, in both languages.
    pub fn message(&self) -> Message {
        let zh = match self {
            Self::Import(error) => return error.message(),
            Self::Mapping(errors) => return errors.message(),
            Self::NoRegister => {
                "这不是台账：既不是工作簿，也不是 CSV。请另存为 .xlsx 或 .csv".to_owned()
            }
            Self::OpenQuote { line } => format!("第{line}行的引号没有结束，后面各行无法分开"),
            Self::ColumnsMissing { fields, heads } => {
                let fields: Vec<_> = fields.iter().map(|it| it.words().zh).collect();
                format!("没有找到“{}”对应的列；台账的列有：{}", fields.join("”“"), heads.join("、"))
            }
            Self::NoSuchColumn { field, name, heads } => format!(
                "台账没有“{name}”这一列（{}）；台账的列有：{}",
                field.words().zh,
                heads.join("、")
            ),
            Self::NoSuchYear(year) => format!("没有{year}年度的这种报告"),
        };
        Message::new(zh, self.to_string())
    }
}

fn english(fields: &[Field]) -> String {
    fields.iter().map(|it| it.words().en).collect::<Vec<_>>().join(", ")
}

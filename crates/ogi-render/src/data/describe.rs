//! What the tables have, for people and as JSON Schema.

use std::fmt::Write;

use serde_json::{Map, Value, json};

use super::{DECIMAL_PRECISION, DECIMAL_SCALE, DataTable, Field, Kind, SCHEMA_VERSION};

impl DataTable {
    /// What a line of it is.
    const fn line(self) -> [&'static str; 2] {
        match self {
            #[cfg(feature = "findings")]
            Self::Reports => ["每份读出的报告一行", "one line a report that was read"],
            Self::Figures => [
                "每个数字一行：报告所用版本的每一个单元格，空白的也在内",
                "one line a figure: every cell of the editions that a report uses, blank ones too",
            ],
            #[cfg(feature = "findings")]
            Self::Findings => ["每个问题一行，豁免的也在内", "one line a finding, waived ones too"],
            Self::Unread => [
                "未能读取的文件每个一行；无法辨认的单元格，同在一处的合为一行",
                "one line a file that could not be read; unreadable cells that stand at one place are one line",
            ],
        }
    }
}

/// The page about the tables, in Markdown, in both languages.
///
/// ```
/// assert!(ogi_render::data::describe().contains("| `count_value` | int64"));
/// ```
pub fn describe() -> String {
    let mut page = format!(
        "\
# 导出的数据表 | Tables of `ogi export`

由程序本身生成，请勿手改（见 CONTRIBUTING.md）。| Generated from the program; not to be edited (see CONTRIBUTING.md).

`ogi export 文件夹 -o 目录 --format csv|jsonl|parquet` 写出四张表，各为一个文件。列名、顺序、含义在三种格式中相同；金额在 Parquet 中为
decimal128({DECIMAL_PRECISION},{DECIMAL_SCALE})，单位万元。没有的内容为空（CSV）、null（JSON、Parquet），不写成0。文字中的换行写成空格。CSV 中以 =、+、-、@ 等开头的文字前加一个
撇号，以免电子表格当作公式。

`ogi export FOLDER -o DIR --format csv|jsonl|parquet` writes four tables, a file each. Names, order and meaning of the columns are
the same in all formats; money is in 万元, in Parquet decimal128({DECIMAL_PRECISION},{DECIMAL_SCALE}). What is not there is empty (CSV) or null (JSON,
Parquet), never 0. A line break within a text is a space. In CSV a text that begins with =, +, -, @ or the like has an
apostrophe in front, so that no spreadsheet takes it for a formula.

版本 | Version: {SCHEMA_VERSION}
"
    );
    for table in DataTable::ALL {
        let [zh, en] = table.line();
        let _ = write!(
            page,
            "\n## {}\n\n{zh}。| {}.\n\n| 列 column | 类型 type | 含义 meaning |\n|---|---|---|\n",
            table.key(),
            capital(en),
        );
        for Field { name, kind, required, meaning } in table.fields() {
            let may = if *required { "" } else { "，可为空 may be empty" };
            let _ = writeln!(
                page,
                "| `{name}` | {}{may} | {} / {} |",
                kind.word(),
                meaning.zh,
                meaning.en
            );
        }
    }
    page
}

/// The JSON Schema of the lines of each table, as it is committed: indented, ending with a line feed.
///
/// ```
/// let schema: serde_json::Value = serde_json::from_str(&ogi_render::data::schema())?;
/// assert_eq!(schema["$defs"]["figures"]["properties"]["count_value"]["type"][0], "integer");
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn schema() -> String {
    format!("{:#}\n", of_tables())
}

fn of_tables() -> Value {
    let of_table = |table: &DataTable| {
        let fields = table.fields();
        let properties: Map<_, _> =
            fields.iter().map(|it| (it.name.to_owned(), it.json_schema())).collect();
        let names: Vec<_> = fields.iter().map(|it| it.name).collect();
        let schema = json!({
            "type": "object",
            "description": table.line().join(" | "),
            "properties": properties,
            "required": names,
            "additionalProperties": false,
        });
        (table.key().to_owned(), schema)
    };
    let tables: Map<_, _> = DataTable::ALL.iter().map(of_table).collect();
    let any: Vec<_> =
        tables.keys().map(|key| json!({ "$ref": format!("#/$defs/{key}") })).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "ogi export",
        "version": SCHEMA_VERSION,
        "anyOf": any,
        "$defs": tables,
    })
}

impl Field {
    fn json_schema(&self) -> Value {
        let kind = match self.kind {
            Kind::Text | Kind::Date => "string",
            Kind::Integer => "integer",
            Kind::Decimal => "number",
        };
        let kind = if self.required { json!(kind) } else { json!([kind, "null"]) };
        let mut schema = json!({
            "description": format!("{} | {}", self.meaning.zh, self.meaning.en),
            "type": kind,
        });
        if self.kind == Kind::Date {
            schema["format"] = json!("date");
        }
        schema
    }
}

impl Kind {
    /// What Arrow calls it.
    const fn word(self) -> &'static str {
        match self {
            Self::Text => "utf8",
            Self::Integer => "int64",
            Self::Decimal => "decimal128",
            Self::Date => "date32",
        }
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |it| it.to_uppercase().chain(letters).collect())
}

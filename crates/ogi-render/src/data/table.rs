//! The four tables.

use super::field::{Column, Datum, Field};
use super::{figure, identity, place, unread};
#[cfg(feature = "findings")]
use super::{finding, report};

/// The version of the tables: it changes when a column is taken away, renamed or given another meaning; a new column comes
/// at the end of its group without a new version.
pub const SCHEMA_VERSION: u32 = 1;

/// One of the four tables.
///
/// ```
/// use ogi_render::data::DataTable;
///
/// let names: Vec<_> = DataTable::ALL.iter().map(|it| it.key()).collect();
/// assert_eq!(names, ["reports", "figures", "findings", "unread"]);
/// assert_eq!(DataTable::Unread.fields()[0].name, "report_path");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DataTable {
    /// One line a report that was read.
    #[cfg(feature = "findings")]
    Reports,
    /// One line a figure.
    Figures,
    /// One line a finding.
    #[cfg(feature = "findings")]
    Findings,
    /// One line a file or a piece of one that could not be read.
    Unread,
}

/// A line of a table.
pub trait Record {
    /// Of which.
    const TABLE: DataTable;

    /// What stands in its columns, in their order.
    fn data(&self) -> impl Iterator<Item = (&'static Field, Datum<'_>)>;
}

impl DataTable {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        #[cfg(feature = "findings")]
        Self::Reports,
        Self::Figures,
        #[cfg(feature = "findings")]
        Self::Findings,
        Self::Unread,
    ];

    /// Its name, also that of its file.
    pub const fn key(self) -> &'static str {
        match self {
            #[cfg(feature = "findings")]
            Self::Reports => "reports",
            Self::Figures => "figures",
            #[cfg(feature = "findings")]
            Self::Findings => "findings",
            Self::Unread => "unread",
        }
    }

    /// Its columns, in their order.
    pub fn fields(self) -> Vec<&'static Field> {
        let mut fields = fields(identity::COLUMNS);
        match self {
            #[cfg(feature = "findings")]
            Self::Reports => fields.extend(self::fields(report::COLUMNS)),
            Self::Figures => fields.extend(self::fields(figure::COLUMNS)),
            #[cfg(feature = "findings")]
            Self::Findings => fields.extend(self::fields(finding::COLUMNS)),
            Self::Unread => fields.extend(self::fields(unread::COLUMNS)),
        }
        // A report as a whole stands at no place.
        if self.key() != "reports" {
            fields.extend(self::fields(place::COLUMNS));
        }
        fields
    }
}

fn fields<G>(columns: &'static [Column<G>]) -> Vec<&'static Field> {
    columns.iter().map(|it| &it.field).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_no_words_of_sql_and_each_is_there_once() {
        // Words of SQL:2023 and of common engines that have an underscore.
        let words = ["current_", "session_", "system_", "local", "end_", "regr_", "row_number"];
        for table in DataTable::ALL {
            let names: Vec<_> = table.fields().iter().map(|it| it.name).collect();
            for name in &names {
                let is_plain = |it: u8| it.is_ascii_lowercase() || it == b'_';
                assert!(name.bytes().all(is_plain) && name.contains('_'), "{name}");
                assert!(!words.iter().any(|it| name.starts_with(it)), "{name}");
                assert_eq!(names.iter().filter(|it| *it == name).count(), 1, "{name}");
            }
        }
    }

    #[test]
    fn everything_is_said_in_both_languages() {
        let is_chinese = |text: &str| text.chars().any(|c| ('一'..='龥').contains(&c));
        for field in DataTable::ALL.iter().flat_map(|it| it.fields()) {
            assert!(is_chinese(field.meaning.zh) && !field.meaning.en.is_empty(), "{}", field.name);
        }
    }
}

//! What a word can mean: rows and columns of the form.

use core::fmt;

use ogi_model::{Column, Edition, FormRow, Group, Row, TableForm, TableId, Words};

/// A closed list of what words of a register can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Vocabulary {
    /// Kinds of applicants: columns of table three.
    Applicants,
    /// Outcomes: result rows of table three, and 结转下年度继续办理 while a request is open.
    Outcomes,
    /// Results of reconsideration and litigation: columns of table four.
    Results,
    /// Whether litigation came after reconsideration: rows of table four.
    Litigation,
    /// Whether a request was carried over: rows of table three.
    Carried,
}

/// What a word means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Meaning {
    /// A column of the form.
    Column(Column),
    /// A row of the form.
    Row(Row),
    /// That there is none: no reconsideration, not carried over.
    Nothing,
}

/// The key of [`Meaning::Nothing`].
const NOTHING: &str = "none";

impl Meaning {
    /// The key of the row or column, or `none`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Column(column) => column.key(),
            Self::Row(row) => row.key(),
            Self::Nothing => NOTHING,
        }
    }

    /// The label of the form; a row of one kind below its merged head.
    pub fn label(self) -> String {
        match self {
            Self::Column(column) => column.label().to_owned(),
            Self::Row(row) => {
                let form = TableForm::ALL.iter().find(|form| form.row(row).is_some());
                let path = form.map(|it| it.group_path(it.row(row).and_then(|it| it.group)));
                match path.as_deref() {
                    Some([_, .., innermost]) => format!("{}·{}", innermost.label, row.label()),
                    _ => row.label().to_owned(),
                }
            }
            Self::Nothing => "无".to_owned(),
        }
    }

    /// The English name.
    pub const fn english(self) -> &'static str {
        match self {
            Self::Column(column) => column.english(),
            Self::Row(row) => row.english(),
            Self::Nothing => "none",
        }
    }
}

impl fmt::Display for Meaning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

impl Vocabulary {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Applicants, Self::Outcomes, Self::Results, Self::Litigation, Self::Carried];

    /// The key in a mapping.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Applicants => "applicants",
            Self::Outcomes => "outcomes",
            Self::Results => "results",
            Self::Litigation => "litigation",
            Self::Carried => "carried",
        }
    }

    /// Its name in both languages.
    pub const fn words(self) -> Words {
        let (zh, en) = match self {
            Self::Applicants => ("申请人类型", "kinds of applicants"),
            Self::Outcomes => ("办理结果", "outcomes"),
            Self::Results => ("复议、诉讼结果", "results of reconsideration and litigation"),
            Self::Litigation => ("起诉方式", "kinds of litigation"),
            Self::Carried => ("结转", "carried over"),
        };
        Words { zh, en }
    }

    /// What its words can mean in an edition, in the order of the form.
    pub fn meanings(self, edition: Edition) -> Vec<Meaning> {
        let columns = |table| {
            let blocks = TableForm::of(table, edition).blocks.iter().flat_map(|it| it.columns);
            blocks.filter(|it| !it.is_total).map(|it| Meaning::Column(it.column))
        };
        match self {
            Self::Applicants => columns(TableId::Applications).collect(),
            Self::Outcomes => {
                let open = [Meaning::Row(Row::CarriedOut)];
                results(edition).map(|it| Meaning::Row(it.row)).chain(open).collect()
            }
            Self::Results => columns(TableId::Disputes).chain([Meaning::Nothing]).collect(),
            Self::Litigation => {
                let rows = TableForm::of(TableId::Disputes, edition).rows();
                let litigation = rows.filter(|it| it.group == Some(Group::Litigation));
                litigation.map(|it| Meaning::Row(it.row)).chain([Meaning::Nothing]).collect()
            }
            Self::Carried => {
                let rows = [Row::CarriedIn, Row::CarriedOut].map(Meaning::Row);
                rows.into_iter().chain([Meaning::Nothing]).collect()
            }
        }
    }

    /// The meaning of a key, of any edition.
    pub(crate) fn meaning(self, key: &str) -> Option<Meaning> {
        self.all_meanings().find(|it| it.key() == key)
    }

    /// What its words can mean in any edition.
    pub(crate) fn all_meanings(self) -> impl Iterator<Item = Meaning> {
        Edition::ALL.iter().rev().flat_map(move |it| self.meanings(*it))
    }
}

/// The rows that a request can end in.
pub(crate) fn results(edition: Edition) -> impl Iterator<Item = &'static FormRow> {
    let form = TableForm::of(TableId::Applications, edition);
    form.rows().filter(move |it| it.sum.is_none() && is_in(form, it.group, Group::Outcome))
}

/// Whether a merged head is another, or within it.
pub(crate) fn is_in(form: &TableForm, group: Option<Group>, outer: Group) -> bool {
    form.group_path(group).iter().any(|it| it.group == outer)
}

/// The same outcome in an edition: what 2021 splits by reasons, 2019 has in one row.
pub(crate) fn in_edition(row: Row, edition: Edition) -> Option<Row> {
    if TableForm::of(TableId::Applications, edition).row(row).is_some() {
        return Some(row);
    }
    let other_form = TableForm::ALL.iter().find(|it| it.row(row).is_some())?;
    let group = other_form.row(row)?.group.and_then(|it| other_form.group(it))?;
    let whole = |it: &&FormRow| it.label == group.label;
    TableForm::of(TableId::Applications, edition).rows().find(whole).map(|it| it.row)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_result_of_the_form_can_be_meant() {
        let outcomes = Vocabulary::Outcomes.meanings(Edition::E2021);
        assert_eq!(outcomes.len(), 22);
        assert!(!outcomes.contains(&Meaning::Row(Row::Concluded)));
        assert_eq!(Vocabulary::Applicants.meanings(Edition::E2019).len(), 6);
        assert_eq!(
            Vocabulary::Results.meaning("corrected"),
            Some(Meaning::Column(Column::Corrected))
        );
        assert_eq!(Vocabulary::Results.meaning("granted"), None);
        assert_eq!(Vocabulary::Outcomes.meaning("other"), Some(Meaning::Row(Row::OtherProcessing)));
    }

    #[test]
    fn reasons_are_one_row_in_2019() {
        assert_eq!(in_edition(Row::OtherFeeUnpaid, Edition::E2019), Some(Row::OtherProcessing));
        assert_eq!(in_edition(Row::OtherFeeUnpaid, Edition::E2021), Some(Row::OtherFeeUnpaid));
        assert_eq!(in_edition(Row::OtherProcessing, Edition::E2021), None);
        assert_eq!(in_edition(Row::Granted, Edition::E2019), Some(Row::Granted));
    }
}

//! The labels of the form, to be looked up by hash. Built at compile time from the form's tables.

mod build;
mod exact;
mod wordings;

use ogi_model::{Column, Edition, Group, Label, Row, Section, TableId};
use ogi_text::fold;

/// What a piece of text is a label of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// The heading of a part.
    Section(Section),
    /// The head of a block of table two.
    Block,
    /// The head over the labels of rows, or the corner.
    Corner(TableId),
    /// A merged head.
    Group(Group),
    /// A column.
    Column(Column),
    /// A row.
    Row(Row),
}

/// A label that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// What it is a label of.
    pub(crate) mark: Mark,
    /// In which editions this is the official wording, one bit each; none for an alias.
    pub(crate) official: u8,
}

pub(crate) const fn bit(edition: Edition) -> u8 {
    1 << edition as u8
}

impl Mark {
    /// Equality, at compile time too.
    const fn is(self, other: Self) -> bool {
        match (self, other) {
            (Self::Section(a), Self::Section(b)) => a as u8 == b as u8,
            (Self::Block, Self::Block) => true,
            (Self::Corner(a), Self::Corner(b)) => a as u8 == b as u8,
            (Self::Group(a), Self::Group(b)) => a as u8 == b as u8,
            (Self::Column(a), Self::Column(b)) => a as u8 == b as u8,
            (Self::Row(a), Self::Row(b)) => a as u8 == b as u8,
            _ => false,
        }
    }

    /// The label of the form, for notes.
    pub(crate) const fn label(self) -> Option<Label> {
        match self {
            Self::Row(row) => Some(Label::Row(row)),
            Self::Column(column) => Some(Label::Column(column)),
            Self::Group(group) => Some(Label::Group(group)),
            Self::Section(_) | Self::Block | Self::Corner(_) => None,
        }
    }
}

pub(crate) use build::without_gloss;
pub(crate) use exact::find_exactly;

/// Whether a text is an official wording to the letter.
pub(crate) fn is_wording(text: &str, mark: Mark) -> bool {
    wordings::WORDINGS.iter().any(|it| it.label == text && it.mark == mark)
}

/// Looks up a piece of text as a whole: the official wording, it without its ordinal or gloss, or it with a
/// gloss that the form does not have.
pub(crate) fn find(text: &str) -> Option<Found> {
    let look_up = |text: &str| match fold::hash(text.as_bytes()) {
        0 => None,
        hash => build::LEXICON.find(hash),
    };
    look_up(text).or_else(|| {
        let found = look_up(without_last_bracket(text)?)?;
        Some(Found { official: 0, ..found })
    })
}

/// What stands before the bracket that ends a text.
fn without_last_bracket(text: &str) -> Option<&str> {
    let text = text.strip_suffix([')', '）'])?;
    let open = text.rfind(['(', '（'])?;
    (open > 0).then(|| &text[..open])
}

#[cfg(test)]
mod tests {
    use super::*;
    use ogi_model::TableForm;

    #[test]
    fn every_label_of_the_form_is_found() {
        for form in TableForm::ALL {
            for row in form.rows() {
                let found = find(row.label).expect(row.label);
                assert_eq!(found.mark, Mark::Row(row.row));
                assert!(found.official & bit(form.edition) != 0, "{}", row.label);
            }
            for column in form.blocks.iter().flat_map(|block| block.columns) {
                let found = find(column.label).expect(column.label);
                assert_eq!(found.mark, Mark::Column(column.column));
                assert!(found.official & bit(form.edition) != 0, "{}", column.label);
            }
        }
        for section in Section::ALL {
            for edition in Edition::ALL {
                let found = find(section.heading(*edition)).unwrap();
                assert_eq!(found.mark, Mark::Section(*section));
            }
        }
    }

    #[test]
    fn ordinals_and_glosses_may_be_left_out_where_nothing_else_is_meant() {
        let mark = |text: &str| find(text).map(|it| (it.mark, it.official != 0));
        assert_eq!(mark("(二)部分公开"), Some((Mark::Row(Row::PartiallyGranted), false)));
        assert_eq!(mark("属于国家秘密"), Some((Mark::Row(Row::DeniedStateSecret), false)));
        assert_eq!(mark("总计"), Some((Mark::Column(Column::Total), true)));
        assert_eq!(mark("其他"), Some((Mark::Column(Column::OtherOrganization), true)));
        assert_eq!(mark("本年收费金额"), Some((Mark::Column(Column::Amount), false)));
        assert_eq!(mark("其他处理"), Some((Mark::Row(Row::OtherProcessing), false)));
        assert_eq!(mark("(六)其他处理"), Some((Mark::Row(Row::OtherProcessing), true)));
        assert_eq!(mark("采购总金额（万元）"), Some((Mark::Column(Column::Amount), false)));
        assert_eq!(mark("（一）"), None);
        assert_eq!(mark("政府信息公开情况"), None);
    }
}

//! Labels as the source prints them, where they are not the form's.

#[cfg(feature = "findings")]
use ogi_check::Subject;
#[cfg(feature = "findings")]
use ogi_model::NoteKind;
use ogi_model::{CellId, Content, Label, PlacedCell, Report, Section, TableForm, names};

#[cfg(feature = "findings")]
use crate::line::printable;

/// What the source prints for headings and labels that are not the form's.
#[derive(Default)]
pub(super) struct Labels {
    headings: Vec<(Section, String)>,
    labels: Vec<(Label, String)>,
}

impl Labels {
    #[cfg(feature = "findings")]
    pub(super) fn of(subject: &Subject<'_>) -> Self {
        let mut all = Self::default();
        for note in subject.reading().into_iter().flat_map(|it| &it.notes) {
            match &note.kind {
                NoteKind::HeadingNonstandard { section, printed } => {
                    all.headings.push((*section, printable(printed)));
                }
                NoteKind::LabelNonstandard { label, printed } => {
                    all.labels.push((*label, printable(printed)));
                }
                _ => {}
            }
        }
        all
    }

    /// What the source prints for a heading.
    pub(super) fn heading(&self, section: Section) -> Option<String> {
        self.headings.iter().find(|it| it.0 == section).map(|it| it.1.clone())
    }

    /// What the source prints for a label or head of a table, each wording once.
    pub(super) fn of_cell(
        &self,
        it: &PlacedCell,
        placed: &[PlacedCell],
        report: &Report,
    ) -> Option<String> {
        if self.labels.is_empty() {
            return None;
        }
        let label = label(it, placed, report)?;
        let mut printed: Vec<&str> = Vec::new();
        for (_, words) in self.labels.iter().filter(|it| it.0 == label) {
            if !printed.contains(&&**words) {
                printed.push(words);
            }
        }
        (!printed.is_empty()).then(|| printed.join("、"))
    }
}

/// Which label of the form a head or label is: one of those around the first figure that it is for.
fn label(it: &PlacedCell, placed: &[PlacedCell], report: &Report) -> Option<Label> {
    let words = it.cell.content.label()?;
    let rows = it.row..it.row + it.cell.row_span;
    let columns = it.column..it.column + it.cell.column_span;
    let is_for = |figure: &PlacedCell| match it.cell.content {
        Content::Label(_) => rows.contains(&figure.row),
        _ => figure.row >= rows.end && columns.contains(&figure.column),
    };
    let figure = placed.iter().filter(|it| is_for(it)).find_map(|it| it.cell.figure())?;
    let around = around(report, figure);
    around.into_iter().find(|it| names::label(report, *it).zh == words)
}

/// The labels of a figure's row and column, and of the merged heads around these.
fn around(report: &Report, figure: CellId) -> Vec<Label> {
    let mut labels = vec![Label::Row(figure.row()), Label::Column(figure.column())];
    let blocks = report.blocks(figure.table());
    let forms = blocks.iter().map(|it| it.0).filter(|form| form.contains(figure));
    let groups = forms.flat_map(|form: &TableForm| {
        let of_row = form.row(figure.row()).and_then(|it| it.group);
        let of_column = form.column(figure).and_then(|it| it.group);
        [of_row, of_column].into_iter().flat_map(|it| form.group_path(it))
    });
    labels.extend(groups.map(|it| Label::Group(it.group)));
    labels
}

#[cfg(test)]
mod tests {
    use ogi_model::{Column, Edition, Grid, Row, TableId};

    use super::*;

    /// Every head and label of every form is known, but for corners and the heads of blocks.
    #[test]
    fn every_label_of_the_form_is_known() {
        for edition in Edition::ALL {
            let report =
                Report::builder(*edition).agency("示例市民政局").year(2025).build().unwrap();
            for table in TableId::ALL {
                let grid = Grid::of(TableForm::of(*table, *edition));
                let placed = grid.placed();
                let labels = grid.label_columns();
                let unknown: Vec<_> = placed
                    .iter()
                    .filter(|it| {
                        it.cell.figure().is_none() && label(it, &placed, &report).is_none()
                    })
                    .filter(|it| !(it.cell.is_head() && it.column < labels))
                    .map(|it| it.cell.content.label())
                    .collect();
                assert_eq!(unknown, [], "{table:?} {edition:?}");
            }
        }
    }

    #[test]
    fn labels_of_rows_columns_and_merged_heads_are_stated_apart() {
        let report =
            Report::builder(Edition::E2021).agency("示例市民政局").year(2025).build().unwrap();
        let placed = Grid::of(TableForm::APPLICATIONS_2021).placed();
        let of = |words: &str| {
            let it = placed.iter().find(|it| it.cell.content.label() == Some(words)).unwrap();
            label(it, &placed, &report)
        };
        assert_eq!(of("（七）总计"), Some(Label::Row(Row::Concluded)));
        assert_eq!(of("总计"), Some(Label::Column(Column::Total)));
        assert!(matches!(of("法人或其他组织"), Some(Label::Group(_))));
        assert!(matches!(of("（三）不予公开"), Some(Label::Group(_))));
    }
}

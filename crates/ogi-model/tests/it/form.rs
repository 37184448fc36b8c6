//! The form, whole: a change to any label, key, span or sum shows in a snapshot.

use std::collections::BTreeSet;
use std::fmt::{self, Write};

use ogi_model::{
    Content, Edition, Equality, EqualityKind, Grid, GridCell, Group, Row, Section, Sign, TableForm,
    TableId,
};

#[test]
fn headings() {
    let mut text = String::new();
    for edition in Edition::ALL {
        writeln!(text, "{edition}").unwrap();
        for section in Section::ALL {
            let (number, heading) = (section.number(), section.heading(*edition));
            writeln!(text, "  {number} {section}: {heading}").unwrap();
        }
    }
    insta::assert_snapshot!(text);
}

#[test]
fn tables() {
    for form in TableForm::ALL {
        let name = format!("{}-{}", form.table, form.edition);
        insta::assert_snapshot!(name, describe(form).unwrap());
    }
}

#[test]
fn a_table_and_an_edition_name_a_form() {
    for form in TableForm::ALL {
        assert!(std::ptr::eq(TableForm::of(form.table, form.edition), *form));
    }
    assert_eq!(TableForm::ALL.len(), TableId::ALL.len() * Edition::ALL.len());
}

#[test]
fn size_of_table_three() {
    let size =
        |form: &TableForm| (form.rows().count(), form.cells().count(), form.equalities().len());
    assert_eq!(size(TableForm::APPLICATIONS_2021), (25, 175, 39));
    assert_eq!(size(TableForm::APPLICATIONS_2019), (23, 161, 37));
}

#[test]
fn span_of_the_results() {
    let rows = |form| {
        Grid::of(form)
            .rows
            .into_iter()
            .flatten()
            .find(|cell| cell.content == Content::Label("三、本年度办理结果"))
            .map(|cell| cell.row_span)
    };
    assert_eq!(rows(TableForm::APPLICATIONS_2021), Some(22));
    assert_eq!(rows(TableForm::APPLICATIONS_2019), Some(20));
}

/// Every place of every grid is covered by exactly one cell.
#[test]
fn grids_are_complete_rectangles() {
    for form in TableForm::ALL {
        let grid = Grid::of(form);
        let mut covered = BTreeSet::new();
        for (y, row) in grid.rows.iter().enumerate() {
            let mut x = 0;
            for cell in row {
                while covered.contains(&(y, x)) {
                    x += 1;
                }
                for dy in 0..cell.row_span {
                    for dx in 0..cell.column_span {
                        assert!(covered.insert((y + dy, x + dx)), "{} {y} {x}", form.table);
                    }
                }
            }
        }
        assert_eq!(covered.len(), grid.rows.len() * grid.width, "{}", form.table);
        let figures: Vec<_> = grid.rows.iter().flatten().filter_map(figure).collect();
        assert!(figures.into_iter().eq(form.cells()), "{}", form.table);
    }
}

#[test]
fn every_row_is_in_a_form_and_every_group_has_members() {
    let rows: BTreeSet<Row> =
        TableForm::ALL.iter().flat_map(|form| form.rows()).map(|it| it.row).collect();
    assert!(rows.into_iter().eq(Row::ALL.iter().copied()));
    let groups: BTreeSet<Group> =
        TableForm::ALL.iter().flat_map(|form| form.groups).map(|it| it.group).collect();
    assert!(groups.into_iter().eq(Group::ALL.iter().copied()));
}

fn figure(cell: &GridCell) -> Option<ogi_model::CellId> {
    match cell.content {
        Content::Figure(cell) => Some(cell),
        Content::Head(_) | Content::Label(_) => None,
    }
}

fn describe(form: &TableForm) -> Result<String, fmt::Error> {
    let mut text = String::new();
    writeln!(text, "table {} edition {} layout {:?}", form.table, form.edition, form.layout)?;
    writeln!(text, "corner {}", form.corner.unwrap_or("none"))?;
    for group in form.groups {
        let path: Vec<_> = form.group_path(Some(group.group)).iter().map(|it| it.label).collect();
        writeln!(text, "group {}: {}", group.group, path.join(" / "))?;
    }
    for block in form.blocks {
        let labels = (block.label.unwrap_or("none"), block.rows_label.unwrap_or("none"));
        writeln!(text, "block {}, rows under {}", labels.0, labels.1)?;
        for it in block.columns {
            let total = if it.is_total { ", total" } else { "" };
            let group = it.group.map_or("-", Group::key);
            let stock = if it.is_additive { "" } else { ", not additive" };
            let (key, label, unit) = (it.key(), it.label, it.unit);
            writeln!(text, "  column {key}: {label} in {group}, {unit:?}{total}{stock}")?;
        }
        for it in block.rows {
            let article = if it.article.is_empty() { "-" } else { it.article };
            let group = it.group.map_or("-", Group::key);
            writeln!(text, "  row {}: {} in {group}, article {article}", it.key(), it.label)?;
        }
    }
    writeln!(text, "equalities")?;
    for equality in form.equalities() {
        writeln!(text, "  {}", sum(equality)?)?;
    }
    let grid = Grid::of(form);
    writeln!(text, "grid {} x {} (cells: rows x columns)", grid.rows.len(), grid.width)?;
    for row in &grid.rows {
        let cells: Vec<_> = row.iter().map(cell).collect();
        writeln!(text, "  {}", cells.join(" | "))?;
    }
    Ok(text)
}

/// What runs along a row names columns, what runs down a column names rows.
fn sum(equality: &Equality) -> Result<String, fmt::Error> {
    let total = equality.total();
    let along = equality.kind() == EqualityKind::RowSum;
    let mut text = format!("{:?} {}.{} =", equality.kind(), total.row(), total.column());
    for term in equality.parts() {
        let sign = if term.sign == Sign::Plus { '+' } else { '-' };
        let name = if along { term.cell.column().key() } else { term.cell.row().key() };
        write!(text, " {sign} {name}")?;
    }
    Ok(text)
}

fn cell(cell: &GridCell) -> String {
    let span = match (cell.row_span, cell.column_span) {
        (1, 1) => String::new(),
        (rows, columns) => format!(" {rows}x{columns}"),
    };
    match cell.content {
        Content::Head(label) => format!("[{label}]{span}"),
        Content::Label(label) => format!("{label}{span}"),
        Content::Figure(cell) => format!("{}{span}", cell.column()),
    }
}

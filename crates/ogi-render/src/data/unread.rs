//! The table of what could not be read.

use ogi_model::Message;
use ogi_model::{CellId, NoteKind, Place, Reading};

use super::field::{Column, Kind, words};
use super::identity::{self, Identity};
use super::place::{self, Located};
use super::{DataTable, Datum, Field, Record, Source};

/// A file that could not be read, or a piece of one.
#[derive(Clone, Debug)]
pub struct UnreadRecord<'a> {
    identity: Identity<'a>,
    number: usize,
    kind: &'static str,
    problem: String,
    message: Option<&'a Message>,
    raw: Option<&'a str>,
    cells: Vec<CellId>,
    place: Located,
}

type Get = for<'a> fn(&'a UnreadRecord<'_>) -> Datum<'a>;

pub(super) const COLUMNS: &[Column<Get>] = &[
    Column::of(
        "unread_number",
        Kind::Integer,
        |it| it.number.into(),
        words("该文件的第几条", "Which line of its file"),
    ),
    Column::of(
        "unread_kind",
        Kind::Text,
        |it| it.kind.into(),
        words("file 整个文件、cells 若干单元格", "file (all of it) or cells"),
    ),
    Column::of(
        "problem_key",
        Kind::Text,
        |it| it.problem.as_str().into(),
        words("原因的代号", "A stable word for the reason"),
    ),
    Column::maybe(
        "message_zh",
        Kind::Text,
        |it| it.message.map(|it| it.zh.as_str()).into(),
        words("文件未能读取的原因", "Why the file could not be read, in Chinese"),
    ),
    Column::maybe(
        "message_en",
        Kind::Text,
        |it| it.message.map(|it| it.en.as_str()).into(),
        words("同上，英文", "The same in English"),
    ),
    Column::maybe(
        "raw_text",
        Kind::Text,
        |it| it.raw.into(),
        words(
            "所印内容；几格同在一处的只写一次",
            "What is printed; once where several cells stand at one place",
        ),
    ),
    Column::maybe(
        "table_key",
        Kind::Text,
        |it| it.common(|it| it.table().key()).into(),
        words("表", "The table"),
    ),
    Column::maybe(
        "row_key",
        Kind::Text,
        |it| it.common(|it| it.row().key()).into(),
        words("行；不止一行的为空", "The row, where it is one"),
    ),
    Column::maybe(
        "column_key",
        Kind::Text,
        |it| it.common(|it| it.column().key()).into(),
        words("列；不止一列的为空", "The column, where it is one"),
    ),
    Column::of(
        "cell_count",
        Kind::Integer,
        |it| it.cells.len().into(),
        words("涉及几个单元格", "How many cells it is about"),
    ),
];

/// What a reading could not read, in the order of the form: cells that stand at one place are one piece.
pub fn unread<'a>(source: Source<'a>, reading: &'a Reading) -> Vec<UnreadRecord<'a>> {
    let identity = Identity::new(source, reading);
    let lines = reading.lines();
    let of_piece = |(number, piece): (usize, Piece<'a>)| UnreadRecord {
        identity,
        number,
        kind: "cells",
        problem: problem(reading, &piece),
        message: None,
        raw: Some(piece.raw),
        place: Located::new(piece.place, &lines),
        cells: piece.cells,
    };
    (1..).zip(pieces(reading)).map(of_piece).collect()
}

/// A piece of a source that could not be read.
pub(super) struct Piece<'a> {
    pub(super) cells: Vec<CellId>,
    raw: &'a str,
    place: Option<&'a Place>,
}

/// The unreadable cells, those together that stand at one place or, without one, in one row with the same text.
pub(super) fn pieces(reading: &Reading) -> Vec<Piece<'_>> {
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    for (cell, printed) in reading.report.cells() {
        let Some(raw) = printed.unreadable() else { continue };
        let place = reading.place(cell).or_else(|| note(reading, cell).map(|it| &it.place));
        let is_same = |it: &&mut Piece<'_>| {
            let is_row = it.cells.last().is_some_and(|it| it.row() == cell.row());
            it.raw == raw && it.place == place && (place.is_some() || is_row)
        };
        match pieces.iter_mut().find(is_same) {
            Some(piece) => piece.cells.push(cell),
            None => pieces.push(Piece { cells: vec![cell], raw, place }),
        }
    }
    pieces
}

/// What is said about the row of a cell.
fn note(reading: &Reading, cell: CellId) -> Option<&ogi_model::Note> {
    reading
        .notes
        .iter()
        .find(|it| matches!(&it.kind, NoteKind::RowUnreadable { row, .. } if *row == cell.row()))
}

/// Why a piece could not be read.
fn problem(reading: &Reading, piece: &Piece<'_>) -> String {
    let note = piece.cells.first().and_then(|it| note(reading, *it));
    let word = |it: &ogi_model::Note| match &it.kind {
        NoteKind::RowUnreadable { problem, .. } => {
            serde_json::to_value(problem).ok()?["problem"].as_str().map(str::to_owned)
        }
        _ => None,
    };
    note.and_then(word).unwrap_or_else(|| "no-figure".to_owned())
}

impl<'a> UnreadRecord<'a> {
    /// A file that could not be read: a stable word for the reason, and what it is.
    pub fn file(path: &'a str, problem: &str, message: &'a Message) -> Self {
        Self {
            identity: Identity { path, agency: None, year: None },
            number: 1,
            kind: "file",
            problem: problem.to_owned(),
            message: Some(message),
            raw: None,
            cells: Vec::new(),
            place: Located::default(),
        }
    }

    /// What all its cells have in common.
    fn common(&self, of: impl Fn(&CellId) -> &'static str) -> Option<&'static str> {
        let first = of(self.cells.first()?);
        self.cells.iter().all(|it| of(it) == first).then_some(first)
    }
}

impl Record for UnreadRecord<'_> {
    const TABLE: DataTable = DataTable::Unread;

    fn data(&self) -> impl Iterator<Item = (&'static Field, Datum<'_>)> {
        identity::data(self.identity)
            .chain(COLUMNS.iter().map(|it| (&it.field, (it.get)(self))))
            .chain(place::data(&self.place))
    }
}

#[cfg(test)]
mod tests {
    use ogi_model::{Cell, Column, Edition, Report, Row};

    use super::*;

    #[test]
    fn text_of_several_cells_is_there_once() {
        let mut report =
            Report::builder(Edition::E2021).agency("示例市民政局").year(2025).build().unwrap();
        let glued = Cell::Unreadable("1 2 3".into());
        for column in [Column::NaturalPerson, Column::ResearchInstitution, Column::Total] {
            report.set(CellId::new(Row::Granted, column), glued.clone());
        }
        report.set(CellId::new(Row::Concluded, Column::Total), glued.clone());
        let reading = Reading::of_report(report);
        let all = unread(Source::default(), &reading);
        let counts: Vec<_> = all.iter().map(|it| (it.cells.len(), it.number)).collect();
        assert_eq!(counts, [(3, 1), (1, 2)]);
        assert_eq!(all[0].common(|it| it.row().key()), Some("granted"));
        assert_eq!(all[0].common(|it| it.column().key()), None);
        assert_eq!(all[1].common(|it| it.column().key()), Some("total"));
    }
}

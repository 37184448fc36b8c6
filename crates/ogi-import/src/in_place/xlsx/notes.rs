//! Notes of cells: a part that holds them, the boxes that they are shown in, and what ties both to the sheet.

use super::book::Book;
use super::shapes;
use super::sheet::address;
use crate::in_place::markup::{Element, escaped};
use crate::in_place::package::Package;
use crate::in_place::splices::Splices;
use crate::in_place::{Comments, InPlaceError, by_place};
use crate::{Limits, words};
use ogi_model::Place;

const CONTENT_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
/// What the author of a note is called that stands for a thread of comments, which newer programs show in its place.
const THREAD: &str = "tc=";

/// A note: its cell, and its lines.
pub(super) struct Note<'c> {
    /// From 1.
    pub(super) row: u32,
    /// From 1.
    pub(super) column: u32,
    pub(super) lines: Vec<&'c str>,
}

impl Note<'_> {
    fn address(&self) -> String {
        let mut letters = Vec::new();
        let mut rest = self.column;
        while rest > 0 {
            rest -= 1;
            letters.push(char::from(b'A' + (rest % 26) as u8));
            rest /= 26;
        }
        letters.iter().rev().collect::<String>() + &self.row.to_string()
    }
}

/// Puts notes into a workbook.
pub(in crate::in_place) fn annotate(
    bytes: &[u8],
    comments: &Comments<'_>,
    limits: &Limits,
) -> Result<Vec<u8>, InPlaceError> {
    let mut package = Package::open(bytes, limits, words::WORKBOOK)?;
    let book = Book::open(&mut package)?;
    let first = book.first_sheet().ok_or_else(|| package.damaged("it has no sheets"))?.to_owned();
    let threads = threads(&mut package, &book)?;
    let of = |place: Option<&Place>| match place? {
        Place::Grid(it) => Some((book.sheet(it)?.to_owned(), it.row, it.column)),
        _ => None,
    };
    let of = |place: Option<&Place>| of(place).filter(|it| !threads.contains(it));
    let mut of_sheets: Vec<(String, Vec<Note<'_>>)> = Vec::new();
    for ((sheet, row, column), lines) in by_place(comments, of, (first, 1, 1)) {
        let note = Note { row, column, lines };
        match of_sheets.iter_mut().find(|it| it.0 == sheet) {
            Some(it) => it.1.push(note),
            None => of_sheets.push((sheet, vec![note])),
        }
    }
    for (sheet, notes) in of_sheets {
        let boxes = write(&mut package, &book, &sheet, &notes, comments)?;
        shapes::add(&mut package, &book, &sheet, &boxes)?;
    }
    package.finish()
}

/// The cells that have a thread of comments: newer programs show that and not the note in its place.
fn threads(
    package: &mut Package<'_>,
    book: &Book,
) -> Result<Vec<(String, u32, u32)>, InPlaceError> {
    let mut threads = Vec::new();
    for sheet in book.sheet_parts() {
        let known = package.relations(sheet)?.into_iter().find(|it| it.is("comments"));
        let Some(known) = known else { continue };
        let text = package.part(&known.target)?.unwrap_or_default();
        let all = package.elements(&text)?;
        let authors = all.iter().filter(|it| it.local() == "author");
        let authors: Vec<String> = authors.map(Element::printed).collect();
        let is_thread = |it: &Element<'_>| {
            let number = it.attribute("authorId").and_then(|it| it.parse::<usize>().ok());
            number.and_then(|it| authors.get(it)).is_some_and(|it| it.starts_with(THREAD))
        };
        let of_threads = all.iter().filter(|it| it.local() == "comment" && is_thread(it));
        let cells = of_threads.filter_map(|it| address(&it.attribute("ref")?));
        threads.extend(cells.map(|(row, column)| (sheet.to_owned(), row, column)));
    }
    Ok(threads)
}

/// Writes the notes of a sheet; those that need a new box. A cell has one note: what is new stands behind what is there.
fn write<'n, 'c>(
    package: &mut Package<'_>,
    book: &Book,
    sheet: &str,
    notes: &'n [Note<'c>],
    comments: &Comments<'_>,
) -> Result<Vec<&'n Note<'c>>, InPlaceError> {
    let known = package.relations(sheet)?.into_iter().find(|it| it.is("comments"));
    let part = match known {
        Some(it) => it.target,
        None => new_part(package, book, sheet)?,
    };
    let text = package.part(&part)?;
    let text = text.ok_or_else(|| package.damaged(format!("it has no {part}")))?;
    let all = package.elements(&text)?;
    let find = |name: &str| all.iter().find(|it| it.local() == name);
    let damaged = || package.damaged(format!("{part} has no list of comments"));
    let authors = find("authors").ok_or_else(damaged)?;
    let list = find("commentList").ok_or_else(damaged)?;
    let prefix = list.prefix();
    let names: Vec<String> =
        all.iter().filter(|it| it.local() == "author").map(Element::printed).collect();

    let mut splices = Splices::default();
    let known_author = names.iter().position(|it| it == comments.author);
    let author = known_author.unwrap_or(names.len());
    let (mut new, mut boxes) = (String::new(), Vec::new());
    for note in notes {
        let is_here = |it: &&Element<'_>| {
            it.local() == "comment"
                && it.attribute("ref").and_then(|it| address(&it)) == Some((note.row, note.column))
        };
        let said = escaped(note.lines.join("\n"));
        let run = |text: &str| {
            format!("<{prefix}r><{prefix}t xml:space=\"preserve\">{text}</{prefix}t></{prefix}r>")
        };
        let Some(comment) = all.iter().find(is_here) else {
            let address = note.address();
            new += &format!(
                "<{prefix}comment ref=\"{address}\" authorId=\"{author}\"><{prefix}text>{}</{prefix}text></{prefix}comment>",
                run(&said)
            );
            boxes.push(note);
            continue;
        };
        let within: Vec<_> = all.iter().filter(|it| comment.holds(it)).collect();
        let body = within.iter().find(|it| it.local() == "text").ok_or_else(damaged)?;
        // A text that is not in runs becomes the first of them.
        if let Some(plain) =
            within.iter().find(|it| it.local() == "t" && it.depth == body.depth + 1)
        {
            splices.insert(plain.open.start, format!("<{prefix}r>"));
            splices.insert(plain.close.end, format!("</{prefix}r>"));
        }
        body.append(&mut splices, &run(&format!("\n{}: {said}", escaped(comments.author))));
    }
    if known_author.is_none() {
        let name = escaped(comments.author);
        authors.append(&mut splices, &format!("<{prefix}author>{name}</{prefix}author>"));
    }
    list.append(&mut splices, &new);
    let text = splices.apply(&text);
    package.put(&part, text)?;
    Ok(boxes)
}

/// An empty part for the notes of a sheet that has none.
fn new_part(package: &mut Package<'_>, book: &Book, sheet: &str) -> Result<String, InPlaceError> {
    let text = package.part(sheet)?.unwrap_or_default();
    let all = package.elements(&text)?;
    let root = all.first().ok_or_else(|| package.damaged(format!("{sheet} is empty")))?;
    let vocabulary = root.vocabulary(root.prefix()).unwrap_or_default();
    let part = package.free_name("xl/comments", ".xml");
    package.relate(sheet, &format!("{}comments", book.relations), &part)?;
    package.declare(&part, CONTENT_TYPE)?;
    let empty = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments xmlns=\"{vocabulary}\"><authors></authors><commentList></commentList></comments>"
    );
    package.put(&part, empty)?;
    Ok(part)
}

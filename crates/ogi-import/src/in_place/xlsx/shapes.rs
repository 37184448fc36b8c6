//! The boxes that notes are shown in: shapes of VML, in a part that the sheet names.

use super::book::Book;
use super::notes::Note;
use crate::in_place::InPlaceError;
use crate::in_place::package::Package;
use crate::in_place::splices::Splices;

const CONTENT_TYPE: &str = "application/vnd.openxmlformats-officedocument.vmlDrawing";
/// The kind of shape that all of them are.
const KIND: &str = "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";
const ID: &str = "_x0000_s";
/// What stands behind the name of the drawing in a sheet.
const BEHIND: [&str; 9] = [
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
    "AlternateContent",
];

/// Adds a box for each note of a sheet.
pub(super) fn add(
    package: &mut Package<'_>,
    book: &Book,
    sheet: &str,
    notes: &[&Note<'_>],
) -> Result<(), InPlaceError> {
    if notes.is_empty() {
        return Ok(());
    }
    let part = match drawing(package, sheet)? {
        Some(part) => part,
        None => new_part(package, book, sheet)?,
    };
    let text = package.part(&part)?;
    let text = text.ok_or_else(|| package.damaged(format!("it has no {part}")))?;
    // It need not be XML in all of it: Excel writes line breaks as HTML does.
    let end = text.rfind("</xml>").ok_or_else(|| package.damaged(format!("{part} has no end")))?;
    let mut next = ids(&text).max().map_or(1025, |it| it.saturating_add(1));
    let mut new = String::new();
    if !text.contains("id=\"_x0000_t202\"") {
        new += KIND;
    }
    for note in notes {
        new += &shape(note, next);
        next = next.saturating_add(1);
    }
    let mut splices = Splices::default();
    splices.insert(end, new);
    package.put(&part, splices.apply(&text))
}

/// The part of the drawing that a sheet names.
fn drawing(package: &mut Package<'_>, sheet: &str) -> Result<Option<String>, InPlaceError> {
    let text = package.part(sheet)?.unwrap_or_default();
    let all = package.elements(&text)?;
    let named = all.iter().find(|it| it.depth == 1 && it.local() == "legacyDrawing");
    let Some(id) = named.and_then(|it| it.attribute("id")) else { return Ok(None) };
    let relations = package.relations(sheet)?;
    Ok(relations.into_iter().find(|it| it.id == id).map(|it| it.target))
}

/// The numbers of shapes.
fn ids(text: &str) -> impl Iterator<Item = u32> + '_ {
    text.match_indices(ID).filter_map(|(at, _)| {
        let digits = &text[at + ID.len()..];
        let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
        digits[..end].parse().ok()
    })
}

/// An empty drawing, named in the sheet where its order of elements wants it.
fn new_part(package: &mut Package<'_>, book: &Book, sheet: &str) -> Result<String, InPlaceError> {
    let part = package.free_name("xl/drawings/vmlDrawing", ".vml");
    let id = package.relate(sheet, &format!("{}vmlDrawing", book.relations), &part)?;
    package.declare_ending("vml", CONTENT_TYPE)?;
    let empty = "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout></xml>";
    package.put(&part, empty.to_owned())?;

    let text = package.part(sheet)?.unwrap_or_default();
    let all = package.elements(&text)?;
    let root = all.first().ok_or_else(|| package.damaged(format!("{sheet} is empty")))?;
    let cells = all.iter().find(|it| it.depth == 1 && it.local() == "sheetData");
    let behind = cells.map_or(0, |it| it.close.end);
    let next = all
        .iter()
        .find(|it| it.depth == 1 && it.open.start >= behind && BEHIND.contains(&it.local()));
    let relations = book.relations.trim_end_matches('/');
    let named = format!("<{}legacyDrawing xmlns:r=\"{relations}\" r:id=\"{id}\"/>", root.prefix());
    let mut splices = Splices::default();
    match next {
        Some(next) => splices.insert(next.open.start, named),
        None => root.append(&mut splices, &named),
    }
    package.put(sheet, splices.apply(&text))?;
    Ok(part)
}

/// A box beside its cell, as wide as two columns of a usual sheet and as high as its text.
fn shape(note: &Note<'_>, id: u32) -> String {
    const LETTERS_IN_A_LINE: usize = 16;
    let (row, column) = (note.row.saturating_sub(1), note.column.saturating_sub(1));
    let lines: usize =
        note.lines.iter().map(|it| it.chars().count().div_ceil(LETTERS_IN_A_LINE).max(1)).sum();
    let height = 15 * (lines + 1);
    let (top, bottom) = (row.saturating_sub(1), row.saturating_sub(1) + lines as u32 + 1);
    let (left, right) = (column + 1, column + 4);
    format!(
        "<v:shape id=\"{ID}{id}\" type=\"#_x0000_t202\" style=\"position:absolute;margin-left:60pt;margin-top:1.5pt;width:180pt;height:{height}pt;z-index:1;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\">\
         <v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/>\
         <v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox>\
         <x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{left}, 15, {top}, 2, {right}, 15, {bottom}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
    )
}

//! OFD documents: one long page, the borders of tables as paths.

use crate::sheet::{Piece, Placed, Sheet, Table};
use crate::word::{archive, escaped};

/// The size of text, how high a line is, and how wide a column of a table, in millimetres.
const SIZE: f64 = 4.0;
const LINE: f64 = 6.0;
const COLUMN: f64 = 40.0;
/// How many characters a line of text, and a column, has room for.
const OF_LINE: usize = 60;
const OF_COLUMN: usize = 9;

/// What stands on the page.
#[derive(Default)]
struct Page {
    objects: String,
    y: f64,
}

/// A report as a document.
pub(super) fn document(sheet: &Sheet) -> Vec<u8> {
    let mut page = Page { y: 20.0, ..Page::default() };
    for piece in &sheet.pieces {
        match piece {
            Piece::Title(text)
            | Piece::Heading(text)
            | Piece::Line(text)
            | Piece::Paragraph(text) => {
                for line in lines(text, OF_LINE) {
                    page.text(20.0, page.y, &line);
                    page.y += LINE;
                }
            }
            Piece::Gap => page.y += LINE,
            Piece::Table(table) => page.table(table),
        }
    }
    let names = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";
    let area = format!(
        "<ofd:PageArea><ofd:PhysicalBox>0 0 700 {}</ofd:PhysicalBox></ofd:PageArea>",
        page.y + 20.0
    );
    archive(&[
        (
            "OFD.xml",
            &format!(
                "<?xml version=\"1.0\"?><ofd:OFD {names}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>\
                 </ofd:DocBody></ofd:OFD>"
            ),
        ),
        (
            "Doc_0/Document.xml",
            &format!(
                "<?xml version=\"1.0\"?><ofd:Document {names}><ofd:CommonData>{area}</ofd:CommonData><ofd:Pages>\
                 <ofd:Page ID=\"1\" BaseLoc=\"Pages/Page_0/Content.xml\"/></ofd:Pages></ofd:Document>"
            ),
        ),
        (
            "Doc_0/Pages/Page_0/Content.xml",
            &format!(
                "<?xml version=\"1.0\"?><ofd:Page {names}><ofd:Content><ofd:Layer>{}</ofd:Layer></ofd:Content></ofd:Page>",
                page.objects
            ),
        ),
    ])
}

impl Page {
    /// A line of text, its upper left corner there.
    fn text(&mut self, x: f64, y: f64, text: &str) {
        let step = |c: char| if c.is_ascii() { SIZE / 2.0 } else { SIZE };
        let steps: Vec<String> = text.chars().map(|it| step(it).to_string()).collect();
        self.objects += &format!(
            "<ofd:TextObject Boundary=\"{x} {y} 400 {SIZE}\" Font=\"1\" Size=\"{SIZE}\"><ofd:TextCode X=\"0\" Y=\"{}\" \
             DeltaX=\"{}\">{}</ofd:TextCode></ofd:TextObject>",
            SIZE * 0.85,
            steps.join(" "),
            escaped(text)
        );
    }

    fn table(&mut self, table: &Table) {
        let placed = table.placed();
        // A row is as high as its highest cell.
        let mut heights = vec![LINE; table.rows.len()];
        for Placed { row, cell, .. } in &placed {
            let needed = lines(&cell.text, OF_COLUMN * cell.column_span).len() as f64 * LINE;
            let each = needed / cell.row_span as f64;
            for height in heights.iter_mut().skip(*row).take(cell.row_span) {
                *height = height.max(each);
            }
        }
        let top = |row: usize| self.y + heights[..row.min(heights.len())].iter().sum::<f64>();
        let tops: Vec<f64> = (0..=heights.len()).map(top).collect();
        for Placed { row, column, cell } in placed {
            let (x, y) = (20.0 + column as f64 * COLUMN, tops[row]);
            let width = cell.column_span as f64 * COLUMN;
            let height = tops[(row + cell.row_span).min(tops.len() - 1)] - y;
            self.objects += &format!(
                "<ofd:PathObject Boundary=\"{x} {y} {width} {height}\"><ofd:AbbreviatedData>M 0 0 L {width} 0 L {width} \
                 {height} L 0 {height} C</ofd:AbbreviatedData></ofd:PathObject>"
            );
            for (i, line) in lines(&cell.text, OF_COLUMN * cell.column_span).iter().enumerate() {
                self.text(x + 1.0, y + 1.0 + i as f64 * LINE, line);
            }
        }
        self.y = tops.last().copied().unwrap_or(self.y) + LINE;
    }
}

/// A text in lines of so many characters.
fn lines(text: &str, most: usize) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let lines = chars.split(|c| *c == '\n').flat_map(|it| it.chunks(most));
    lines.map(|it| it.iter().collect()).collect()
}

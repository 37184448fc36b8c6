//! Documents as clerks leave them: the form with merged heads, its words in pieces.

use std::io::{Cursor, Write as _};

use ogi_model::{Content, Edition, Grid, GridCell, Report, Section, TableEdition};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const NAMES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
    xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" \
    xmlns:v=\"urn:schemas-microsoft-com:vml\"";

/// An archive of parts.
pub(crate) fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A part with this content.
pub(crate) fn part(root: &str, content: &str) -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:{root} {NAMES}>{content}</w:{root}>")
}

/// A document with this body.
pub(crate) fn docx(body: &str) -> Vec<u8> {
    archive(&[("word/document.xml", &part("document", &format!("<w:body>{body}</w:body>")))])
}

/// A document with this body and these lists.
pub(crate) fn docx_with_lists(body: &str, lists: &str) -> Vec<u8> {
    archive(&[
        ("word/document.xml", &part("document", &format!("<w:body>{body}</w:body>"))),
        ("word/numbering.xml", &part("numbering", lists)),
    ])
}

/// A run of plain text.
pub(crate) fn run(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

/// A paragraph of one run.
pub(crate) fn paragraph(text: &str) -> String {
    format!("<w:p>{}</w:p>", run(text))
}

/// A cell of paragraphs, with properties.
pub(crate) fn cell(properties: &str, content: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>")
}

/// How the words of a document are marked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// A run a paragraph.
    Plain,
    /// Labels in two paragraphs of several runs, figures changed with changes tracked, the title in a text box,
    /// the ordinals of headings automatic.
    Edited,
}

/// A whole report as a document.
pub(crate) fn report(report: &Report, style: Style) -> Vec<u8> {
    let edition = match report.table(ogi_model::TableId::Disputes) {
        Some(TableEdition::One(edition)) => edition,
        _ => Edition::E2021,
    };
    let mut body = String::new();
    let title = report.title.as_deref().unwrap_or_default();
    body += &match style {
        Style::Plain => paragraph(title),
        Style::Edited => text_box(title),
    };
    for section in Section::ALL {
        let heading = section.heading(edition);
        body += &match (style, heading.split_once('、')) {
            (Style::Edited, Some((_, words))) => numbered(1, 0, words),
            _ => paragraph(heading),
        };
        if let Some(table) = section.table() {
            let blocks = report.blocks(table);
            body += &self::table(
                &Grid::of_blocks(&blocks, |cell| report[cell].is_present()),
                report,
                style,
            );
        }
        for line in report.narrative(*section).unwrap_or_default().lines() {
            body += &paragraph(line);
        }
    }
    docx_with_lists(&body, CHINESE_LIST)
}

/// 一、 and （一）
pub(crate) const CHINESE_LIST: &str = "<w:abstractNum w:abstractNumId=\"0\">\
    <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCountingThousand\"/>\
    <w:lvlText w:val=\"%1、\"/></w:lvl>\
    <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"japaneseCounting\"/>\
    <w:lvlText w:val=\"（%2）\"/></w:lvl>\
    <w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>\
    <w:lvlText w:val=\"%1.%2.%3\"/><w:isLgl/></w:lvl></w:abstractNum>\
    <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>\
    <w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/>\
    <w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>";

/// A paragraph of a list.
pub(crate) fn numbered(list: u32, level: u32, words: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>{}</w:p>",
        run(words)
    )
}

/// A paragraph that holds a text box, as Word writes it: once for each kind of program.
pub(crate) fn text_box(text: &str) -> String {
    let content = format!("<w:txbxContent>{}</w:txbxContent>", paragraph(text));
    format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx>{content}</wps:txbx></mc:Choice>\
         <mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
}

fn table(grid: &Grid, report: &Report, style: Style) -> String {
    // For each column, how many rows the merged cell in it still reaches down, and how wide it is.
    let mut reaching = vec![(0, 0); grid.width];
    let mut out = String::from("<w:tbl>");
    for row in &grid.rows {
        out += "<w:tr>";
        let mut cells = row.iter();
        let mut column = 0;
        while column < grid.width {
            if let (rows @ 1.., width) = reaching[column] {
                let span = format!("<w:gridSpan w:val=\"{width}\"/><w:vMerge/>");
                out += &cell(&span, "<w:p/>");
                reaching[column].0 = rows - 1;
                column += width;
                continue;
            }
            let Some(next) = cells.next() else { break };
            let mut properties = format!("<w:gridSpan w:val=\"{}\"/>", next.column_span);
            if next.row_span > 1 {
                properties += "<w:vMerge w:val=\"restart\"/>";
                reaching[column] = (next.row_span - 1, next.column_span);
            }
            out += &cell(&properties, &content(next, report, style));
            column += next.column_span;
        }
        out += "</w:tr>";
    }
    out + "</w:tbl>"
}

fn content(cell: &GridCell, report: &Report, style: Style) -> String {
    match (style, cell.content) {
        (Style::Plain, Content::Figure(id)) => paragraph(&report[id].to_string()),
        (Style::Plain, Content::Head(label) | Content::Label(label)) => paragraph(label),
        (Style::Edited, Content::Figure(id)) => format!(
            "<w:p><w:del w:id=\"1\"><w:r><w:delText>99</w:delText></w:r></w:del>\
             <w:ins w:id=\"2\">{}</w:ins></w:p>",
            run(&report[id].to_string())
        ),
        (Style::Edited, Content::Head(label) | Content::Label(label)) => in_pieces(label),
    }
}

/// A label in two paragraphs, each of two runs.
fn in_pieces(label: &str) -> String {
    let letters: Vec<char> = label.chars().collect();
    let paragraphs = letters.chunks(letters.len().div_ceil(2).max(1)).map(|half| {
        let runs = half.chunks(half.len().div_ceil(2));
        let runs: String = runs.map(|it| run(&it.iter().collect::<String>())).collect();
        format!("<w:p>{runs}</w:p>")
    });
    paragraphs.collect()
}

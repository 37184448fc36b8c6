//! Word: the official form as offices file it, on A4, its tables fitted to the width of the page.
//!
//! The parts of the document are templates; only the text differs from report to report.

mod document;
mod row;

use std::io::{Cursor, Write as _};

use ogi_model::Report;
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

use crate::WriteError;
use document::{Document, Properties};

/// The parts that are the same in every document.
const PARTS: [(&str, &str); 7] = [
    ("[Content_Types].xml", include_str!("../../templates/docx/content_types.xml")),
    ("_rels/.rels", include_str!("../../templates/docx/package.rels")),
    ("word/_rels/document.xml.rels", include_str!("../../templates/docx/document.rels")),
    ("word/styles.xml", include_str!("../../templates/docx/styles.xml")),
    ("word/fontTable.xml", include_str!("../../templates/docx/fonts.xml")),
    ("word/settings.xml", include_str!("../../templates/docx/settings.xml")),
    ("word/footer1.xml", include_str!("../../templates/docx/footer.xml")),
];

/// A report as a Word document: headings are headings, heads are merged as on the form, fonts are those of official
/// documents with others declared in their place.
///
/// ```
/// use ogi_model::{Edition, Report};
///
/// let report = Report::builder(Edition::E2021).agency("示例市司法局").year(2024).build()?;
/// let document = ogi_render::docx(&report)?;
/// assert!(document.starts_with(b"PK"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`WriteError`] if there is no memory for the archive.
pub fn docx(report: &Report) -> Result<Vec<u8>, WriteError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // The same report gives the same bytes: no clock.
    let options = SimpleFileOptions::default().last_modified_time(DateTime::DEFAULT);
    let mut part = |name: &str, text: &str| -> Result<(), WriteError> {
        archive.start_file(name, options).map_err(std::io::Error::from)?;
        Ok(archive.write_all(text.as_bytes())?)
    };
    for (name, text) in PARTS {
        part(name, text)?;
    }
    part("docProps/core.xml", &rendered(&Properties::new(report)))?;
    part("word/document.xml", &rendered(&Document::new(report)))?;
    Ok(archive.finish().map_err(std::io::Error::from)?.into_inner())
}

fn rendered(part: &impl askama::Template) -> String {
    part.render().expect("memory takes any text, and the template asks for nothing that can fail")
}

//! What a new file holds otherwise than the one it was made from, or not at all.

use ogi::check::{label_name, section_name};
use ogi::terminal::{Language, visible};
use ogi::{NoteKind, Reading};

/// A line for each: words that become those of the form, text that belongs nowhere, and what only the old file has.
pub(crate) fn told(reading: &Reading, language: Language) -> Vec<String> {
    let report = &reading.report;
    let rewritten = |printed: &str, official: &str| match language {
        Language::Zh => format!("“{printed}”改为规定格式的“{official}”"),
        Language::En => format!("“{printed}” becomes “{official}”, as in the form"),
    };
    let of_note = |kind: &NoteKind| match kind {
        NoteKind::LabelNonstandard { label, printed } => {
            Some(rewritten(printed, &label_name(report, *label).zh))
        }
        NoteKind::HeadingNonstandard { section, printed } => {
            Some(rewritten(printed, &section_name(report, *section).zh))
        }
        NoteKind::LabelUnknown { printed, .. } => Some(match language {
            Language::Zh => format!("表格中的“{printed}”没有写入"),
            Language::En => format!("“{printed}” among the figures is not written"),
        }),
        _ => None,
    };
    let of_notes = reading.notes.iter().filter_map(|note| of_note(&note.kind));
    let of_document = is_document(reading).then(|| language.pick(
        "只写入报告本身：原文件的页眉页脚、签章、附件、图片和排版没有写入",
        "only the report is written, not the headers, signatures, attachments, pictures and layout of the old file",
    ).to_owned());
    of_notes.chain(of_document).map(|it| visible(&it).into_owned()).collect()
}

/// Whether it was read from a file that is more than its text.
fn is_document(reading: &Reading) -> bool {
    reading.text.is_empty() && reading.sources.iter().next().is_some()
}

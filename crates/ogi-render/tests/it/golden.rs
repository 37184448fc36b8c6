//! Golden files, few and short enough that people look at them; tables are held by `laid_out`.

use ogi_model::Report;
use ogi_render::Format;

use crate::reports;

fn bytes(report: &Report, format: Format) -> Vec<u8> {
    let mut out = Vec::new();
    ogi_render::write(report, format, &mut out).unwrap();
    out
}

/// Without the style sheet, which is a file that can be read itself.
pub(crate) fn without_style(page: &str) -> String {
    match (page.split_once("<style>"), page.split_once("</style>")) {
        (Some((before, _)), Some((_, after))) => format!("{before}<style></style>{after}"),
        _ => page.to_owned(),
    }
}

/// Reports short enough to be looked at.
pub(crate) fn short() -> [(&'static str, Report); 2] {
    [("missing_parts", reports::missing_parts()), ("awkward_text", reports::awkward_text())]
}

#[test]
fn goldens() {
    for (name, report) in short() {
        for format in [Format::Text, Format::Markdown, Format::Json, Format::Html] {
            let text = String::from_utf8(bytes(&report, format)).unwrap();
            insta::assert_snapshot!(format!("{name}.{format}"), without_style(&text));
        }
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    for (name, report) in reports::all() {
        for format in Format::ALL {
            assert_eq!(bytes(&report, *format), bytes(&report, *format), "{name} {format}");
        }
    }
}

#[test]
fn what_cannot_be_written_to_is_an_error() {
    struct Full;
    impl std::io::Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    for format in Format::ALL {
        let error = ogi_render::write(&reports::edition_2021(), *format, &mut Full).unwrap_err();
        let ogi_render::WriteError::Io(cause) = error else { panic!("{error}") };
        assert_eq!(cause.kind(), std::io::ErrorKind::StorageFull, "{format}");
    }
}

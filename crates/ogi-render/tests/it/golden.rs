//! Golden files: to be looked at by people.

use ogi_render::{Format, to_string};

use crate::reports;

#[test]
fn goldens() {
    for (name, report) in reports::all() {
        for format in Format::ALL {
            insta::assert_snapshot!(format!("{name}.{format}"), to_string(&report, *format));
        }
    }
}

#[test]
fn writing_to_memory_is_the_string() {
    for (name, report) in reports::all() {
        for format in Format::ALL {
            let mut out = Vec::new();
            ogi_render::write(&report, *format, &mut out).unwrap();
            assert_eq!(out, to_string(&report, *format).as_bytes(), "{name} {format}");
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

//! A form saved by an old program and by a new one.

use ogi_model::CellId;

use crate::read;

/// The same workbook saved by two programs, in the old container and in the new one.
#[test]
fn the_old_container_holds_the_same() {
    let new = read(include_bytes!("fixtures/form.xlsx"));
    let old = read(include_bytes!("fixtures/form.xls"));
    assert_eq!(new.report, old.report);
    assert_eq!(old.report.agency.as_deref(), Some("示例市发展和改革委员会"));
    let (mut figures, mut blank) = (0, 0);
    for cell in CellId::all() {
        assert_eq!(new.place(cell), old.place(cell), "{cell}");
        figures += usize::from(old.report[cell].value().is_some());
        blank += usize::from(old.report[cell].is_blank());
        assert!(old.report[cell].unreadable().is_none(), "{cell}");
    }
    assert_eq!((figures, blank), (185, 15));
}

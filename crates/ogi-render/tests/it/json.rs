//! JSON is read back whole.

use crate::reports;

#[test]
fn reading_back_gives_an_equal_report() {
    for (name, report) in reports::all() {
        let text = ogi_render::json(&report);
        assert!(text.ends_with("}\n"));
        let back: ogi_model::Report = serde_json::from_str(&text).unwrap();
        // A cell of a table that is not there is not written.
        let mut expected = report.clone();
        for (id, _) in report.cells() {
            if report.table(id.table()).is_none() {
                expected.set(id, ogi_model::Cell::Absent);
            }
        }
        assert_eq!(back, expected, "{name}");
        assert_eq!(ogi_render::json(&back), text, "{name}");
    }
}

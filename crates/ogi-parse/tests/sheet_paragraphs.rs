//! Paragraphs of sheets: what their pieces print.

use ogi_model::Place;
use ogi_parse::Sheet;

/// PDF prints soft hyphens where lines end: the figures behind them are read as they stand.
#[test]
fn soft_hyphens_move_no_figure() {
    for (line, printed) in [
        ("行政许\u{ad}可 1234 56", "  行政许可 #1234 #56\n"),
        ("in\u{ad} cluding 2 and 13", "  in cluding #2\n  and #13\n"),
        ("行政许可 12\u{ad}34 5", "  行政许可 #1234 #5\n"),
    ] {
        let mut sheet = Sheet::new();
        sheet.paragraph("一、总体情况", Place::Text { start: 0, end: 0 });
        sheet.paragraph(line, Place::Text { start: 0, end: 0 });
        let rows = sheet.to_string();
        let below = rows.split_once('\n').map(|it| it.1);
        assert_eq!(below, Some(printed), "{line}");
    }
}

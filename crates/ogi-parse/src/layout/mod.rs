//! How a text lays out its tables: from text to rows of pieces.

mod bars;
mod cell;
mod lines;
mod plain;
mod rows;
mod tabs;

use memchr::memchr2;

use crate::blank;
use crate::sheet::Sheet;
use lines::{Line, lines};
use rows::Rows;

/// The rows of pieces that a text shows.
#[cfg_attr(not(test), expect(dead_code, reason = "the alignment reads it"))]
pub(crate) fn sheet(text: &str) -> Sheet<'_> {
    let mut rows = Rows::new(text);
    let mut bars = bars::Bars::of(text);
    for line in lines(text) {
        line_of(&mut rows, &mut bars, &line);
    }
    rows.finish()
}

fn line_of(rows: &mut Rows<'_>, bars: &mut bars::Bars, line: &Line) {
    let text = rows.source();
    let bytes = text.as_bytes();
    let (start, end) = blank::trim(bytes, line.start, line.end);
    if start == end {
        return plain::blank_line(rows, line);
    }
    match memchr2(b'|', b'\t', &bytes[start..end]).map(|it| bytes[start + it]) {
        Some(b'|') => bars.line(rows, line),
        Some(_) => tabs::line(rows, line),
        None => plain::line(rows, start..end),
    }
}

#[cfg(test)]
mod tests {
    use super::sheet;

    fn shown(text: &str) -> String {
        sheet(text).to_string()
    }

    #[test]
    fn every_way_to_draw_cells() {
        assert_eq!(
            shown("规章\n\n0\n\n 1,113\n\n\u{a0}\n\n/"),
            "  规章\n\n  #0\n\n  =1,113\n\n| _\u{a0}\n\n  =/\n"
        );
        assert_eq!(shown("规章 | 0 | | 1 |"), "| 规章<0> #0<1> _ <2> #1<3>\n");
        assert_eq!(shown("| 规章 | 0 ||\n"), "| 规章<0> #0<1> .<2>\n");
        assert_eq!(shown("\t规章\t0\t\t3"), "| .<0> 规章<1> #0<2> _<3> #3<4>\n");
        assert_eq!(shown("行政许可 447 7 行政处罚 8"), "  行政许可 #447 #7\n  行政处罚 #8\n");
        assert_eq!(
            shown("规章 22 （其中修订 16 件） 6 251000 元"),
            "  规章 =22 （其中修订 16 件） #6 =251000 元\n"
        );
        assert_eq!(shown("- 3 -\n2024 年 1 月 17 日"), "\n  2024 年 1 月 17 日\n");
    }
}

#[cfg(test)]
mod look {
    //! For looking only.
    #[test]
    #[ignore]
    fn look() {
        let path = std::env::var("LOOK").unwrap();
        let bytes = std::fs::read(path).unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        print!("{}", super::sheet(&text));
    }
}

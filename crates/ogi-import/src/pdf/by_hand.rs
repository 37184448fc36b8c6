//! Pages made by hand, as programs print them.

use pdfplumber::{BBox, Char, Color, Line, Page, TextDirection};

use super::pages::Pages;
use super::stroke;
use crate::Limits;

const SIZE: f64 = 10.0;
const HEIGHT: f64 = 800.0;

/// The characters of a word that begins at a place.
fn word(x: f64, base: f64, text: &str, color: &Color) -> Vec<Char> {
    let mut at = x;
    let mut chars = Vec::new();
    for c in text.chars() {
        let advance = if c.is_ascii() { SIZE / 2.0 } else { SIZE };
        let (top, bottom) = (base - 0.8 * SIZE, base + 0.2 * SIZE);
        chars.push(Char {
            text: c.to_string(),
            bbox: BBox::new(at, top, at + advance, bottom),
            fontname: "F".to_owned(),
            size: SIZE,
            advance,
            doctop: top,
            upright: true,
            direction: TextDirection::Ltr,
            stroking_color: None,
            non_stroking_color: Some(color.clone()),
            ctm: [1.0, 0.0, 0.0, 1.0, at, HEIGHT - base],
            char_code: u32::from(c),
            mcid: None,
            tag: None,
        });
        at += advance;
    }
    chars
}

fn black(x: f64, base: f64, text: &str) -> Vec<Char> {
    word(x, base, text, &Color::black())
}

/// What is read of a page.
fn read(chars: Vec<Vec<Char>>, lines: Vec<Line>) -> String {
    let chars = chars.into_iter().flatten().collect();
    let page = Page::with_geometry(0, 600.0, HEIGHT, chars, lines, Vec::new(), Vec::new());
    let mut pages = Pages::default();
    pages.push(&page, &Limits::default()).unwrap();
    pages.into_sheet(&Limits::default()).unwrap().to_string()
}

/// A table of two columns, with rows of twenty points from 100 on.
fn frame(rows: u8) -> Vec<Line> {
    let bottom = 100.0 + 20.0 * f64::from(rows);
    let down = [50.0, 150.0, 250.0].map(|x| stroke::down(x, 100.0, bottom));
    let across = (0..=rows).map(|it| stroke::across(50.0, 250.0, 100.0 + 20.0 * f64::from(it)));
    down.into_iter().chain(across).collect()
}

#[test]
fn a_line_through_figures_crosses_them_out() {
    for above in [2.0, 3.0, 5.0] {
        let mut lines = frame(2);
        lines.push(stroke::across(160.0, 170.0, 115.0 - above));
        // Underlined.
        lines.push(stroke::across(160.0, 170.0, 136.0));
        let chars = vec![
            black(60.0, 115.0, "规章"),
            black(160.0, 115.0, "886"),
            black(60.0, 135.0, "规范"),
            black(160.0, 135.0, "86"),
        ];
        assert_eq!(read(chars, lines), "| 规章[0] #6[1]\n| 规范[0] #86[1]\n", "{above}");
    }
}

#[test]
fn white_figures_join_no_others() {
    for white in [Color::Gray(1.0), Color::Rgb(1.0, 1.0, 1.0), Color::Cmyk(0.0, 0.0, 0.0, 0.0)] {
        let label = || black(60.0, 115.0, "规章");
        let chars = vec![label(), word(160.0, 115.0, "88", &white), black(170.0, 115.0, "6")];
        assert_eq!(read(chars, frame(1)), "| 规章[0] ?88 6[1]\n");
        let outside = vec![word(160.0, 115.0, "88", &white), black(170.0, 115.0, "6")];
        assert_eq!(read(outside, Vec::new()), "  #88 #6\n");
    }
}

/// Printing cuts off the border at the right; only cells with words are closed by what stands in them.
#[test]
fn a_blank_cell_without_its_right_border_is_a_cell() {
    let mut lines = frame(3);
    lines.retain(|it| it.x0 != 250.0);
    lines.push(stroke::down(250.0, 100.0, 120.0));
    let chars = vec![
        black(60.0, 115.0, "规章"),
        black(160.0, 115.0, "5"),
        black(60.0, 135.0, "规范"),
        black(60.0, 155.0, "许可"),
        black(160.0, 155.0, "7"),
    ];
    let read = read(chars, lines);
    assert_eq!(read, "| 规章[0] #5[1]\n| 规范[0] _[1]\n| 许可[0] #7[1]\n");
}

#[test]
fn a_table_ruled_only_downwards_has_its_rows() {
    let lines = vec![
        stroke::down(150.0, 120.0, 180.0),
        stroke::down(200.0, 120.0, 180.0),
        stroke::down(250.0, 100.0, 220.0),
        stroke::down(150.0, 180.0, 220.0),
    ];
    let chars = vec![
        black(60.0, 115.0, "第二十条"),
        black(60.0, 135.0, "信息"),
        black(155.0, 135.0, "制发"),
        black(205.0, 135.0, "废止"),
        black(60.0, 155.0, "规章"),
        black(155.0, 155.0, "5"),
        black(205.0, 155.0, "12"),
        black(60.0, 175.0, "规范"),
        black(205.0, 175.0, "7"),
        black(60.0, 195.0, "信息"),
        black(160.0, 195.0, "数量"),
        black(60.0, 215.0, "许可"),
        black(205.0, 215.0, "2293"),
    ];
    let read = read(chars, lines);
    let printed = "| 第二十条[0-2]\n| 信息[0] 制发[1] 废止[2]\n| 规章[0] #5[1] #12[2]\n| 规范[0] _[1] #7[2]\n\
        | 信息[0] 数量[1-2]\n| 许可[0] #2293[1-2]\n";
    assert_eq!(read, printed);
}

/// Nobody can know which row a line of a broken label belongs to: the table stays text.
#[test]
fn a_table_ruled_only_downwards_with_broken_labels_is_text() {
    let lines = vec![stroke::down(150.0, 100.0, 150.0), stroke::down(250.0, 100.0, 150.0)];
    let chars = vec![
        black(60.0, 111.0, "规范性"),
        black(155.0, 117.0, "5"),
        black(60.0, 123.0, "文件"),
        black(60.0, 145.0, "许可"),
        black(155.0, 145.0, "7"),
    ];
    assert!(!read(chars, lines).contains('|'));
}

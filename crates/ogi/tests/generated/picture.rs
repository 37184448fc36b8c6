//! `docs/pictures/reading.svg`: which line of a text becomes which cell, as it was read.

use std::fmt::Write;

use ogi::{Place, ReadOptions, TableForm};

use crate::is_current;

const LINE: usize = 22;
const TOP: usize = 64;

#[test]
fn from_text_to_table() {
    let text = include_str!("../../../../examples/reports/garden-street-2024.txt");
    let reading = ogi::read(text, &ReadOptions::default()).unwrap();
    let lines = reading.lines();
    let line_of = |place: &Place| lines.at(place.span().unwrap().start).line;
    let cells: Vec<_> = TableForm::DISPUTES_2021
        .cells()
        .map(|cell| (cell, line_of(reading.place(cell).unwrap())))
        .collect();

    // From the heading on, without blank lines.
    let last = cells.iter().map(|it| it.1).max().unwrap();
    let heading = (1..last).rev().find(|it| lines.line(*it).trim().starts_with("四、")).unwrap();
    let printed: Vec<_> =
        (heading + 1..=last).filter(|it| !lines.line(*it).trim().is_empty()).collect();

    let height = TOP + printed.len() * LINE + 16;
    let mut svg = format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 {height}" width="720" height="{height}" role="img" aria-labelledby="title" font-family="'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',sans-serif" font-size="14">
<title id="title">从文字到表格 | From text to table</title>
<rect width="720" height="{height}" fill="#ffffff"/>
<text x="24" y="32" font-size="16" font-weight="bold" fill="#1f2328">复制的文字 | copied text</text>
<text x="430" y="32" font-size="16" font-weight="bold" fill="#1f2328">表四的单元格 | cells of table four</text>
"##
    );
    let y = |at: usize| TOP + at * LINE;
    for (at, line) in printed.iter().enumerate() {
        let is_figure = cells.iter().any(|it| it.1 == *line);
        let colour = if is_figure { "#1f2328" } else { "#59636e" };
        let (y, words) = (y(at), lines.line(*line).trim());
        writeln!(svg, r##"<text x="24" y="{y}" fill="#8b949e" font-size="12">{line}</text><text x="64" y="{y}" fill="{colour}">{words}</text>"##)
            .unwrap();
    }
    let outcome = ogi::check(&reading, &ogi::Policy::default());
    let step = (printed.len() - 1) * LINE / (cells.len() - 1);
    for (at, (cell, line)) in cells.iter().enumerate() {
        let from = y(printed.iter().position(|it| it == line).unwrap()) - 5;
        let to = TOP + at * step;
        let is_wrong = outcome.findings.iter().any(|it| it.cell == Some(*cell));
        let colour = if is_wrong { "#b42318" } else { "#1f2328" };
        let stroke = if is_wrong { "#b42318" } else { "#1a5fb4" };
        let name = ogi::check::cell_name(&reading.report, *cell).zh;
        let value = &reading.report[*cell];
        let bend = to - 5;
        writeln!(svg, r#"<path d="M 84 {from} C 240 {from} 280 {bend} 420 {bend}" fill="none" stroke="{stroke}" stroke-width="1.5" opacity="0.7"/>"#)
            .unwrap();
        writeln!(
            svg,
            r#"<text x="430" y="{to}" fill="{colour}">{name}：<tspan font-weight="bold">{value}</tspan></text>"#
        )
        .unwrap();
    }
    svg += "</svg>\n";
    is_current("docs/pictures/reading.svg", &svg);
}

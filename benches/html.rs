//! Reading web pages against building their trees: `cargo bench --bench html`, or with `-- --quick` for a glance.
//!
//! The floor is html5ever with the project's own tree sink, and nothing done with the tree.

#![allow(clippy::print_stdout)]

mod measure;

use std::fs;
use std::hint::black_box;

use measure::{alone, in_turns, print};
use ogi::import::bench::html_tree;
use ogi::model::Content;
use ogi::{Edition, Grid, Limits, ReadOptions, Report, Section};
use ogi_testkit::{Generator, Size};

/// Published pages, where the corpus lies beside the repository.
const PAGES: [(&str, &str); 2] = [
    (
        "shanghai-office-2019",
        concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/corpus/shanghai-office-2019.html"),
    ),
    (
        "shuyang-fgj-2023",
        concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/corpus/shuyang-fgj-2023.html"),
    ),
];

fn main() {
    let rounds = measure::rounds(201);

    let report = Generator::new(1).edition(Edition::E2021).size(Size::Large).report();
    let mut pages = vec![
        ("generated, bare".to_owned(), bare(&report)),
        ("generated, on a portal".to_owned(), on_a_portal(&report)),
    ];
    for (name, path) in PAGES {
        match fs::read_to_string(path) {
            Ok(page) => pages.push((name.to_owned(), page)),
            Err(_) => println!("{name} is not here; skipped"),
        }
    }
    for (name, page) in &pages {
        measure(name, page, rounds);
    }
}

fn measure(name: &str, page: &str, rounds: usize) {
    let options = ReadOptions { claims: false, ..ReadOptions::default() };
    let limits = Limits::default();
    let figures = match ogi::read(page, &options) {
        Ok(reading) => reading.report.cells().filter(|(_, cell)| cell.count().is_some()).count(),
        Err(error) => return println!("{name}: {error}"),
    };
    let nodes = match html_tree(page, &limits) {
        Ok(nodes) => nodes,
        Err(error) => return println!("{name}: {error}"),
    };
    let tree = || {
        let _ = black_box(html_tree(black_box(page), &limits));
    };
    println!(
        "{name}, {} bytes, {nodes} nodes, {figures} figures, tree {:.2?}",
        page.len(),
        alone(tree)
    );
    print(
        "read",
        "the tree",
        "at most 1.3 x",
        in_turns(rounds, tree, || {
            let _ = black_box(ogi::read(black_box(page), &options));
        }),
    );
}

/// A page with little more than the report: a text a cell.
fn bare(report: &Report) -> String {
    let text = |text: &str| text.to_owned();
    format!("<!doctype html>\n<html><body>\n{}</body></html>\n", article(report, text, ""))
}

/// The report as an editor marks it up, with what a portal puts around it.
fn on_a_portal(report: &Report) -> String {
    let mut page = String::from(
        "<!doctype html>\n<html><head><meta charset=\"utf-8\">\n<title>示例市人民政府</title>\n\
         <meta name=\"ArticleTitle\" content=\"年度报告\">\n<style>\n",
    );
    for i in 0..150 {
        page += &format!(".nav{i} li {{ width: {i}px; color: #222; line-height: 1.5em }}\n");
    }
    page += "</style>\n<script>\n";
    for i in 0..150 {
        page += &format!("if (width < {i}) {{ show(\"nav{i}\", '<li class=on>'); }}\n");
    }
    page += "</script></head><body>\n<div class=\"head\"><ul class=\"nav\">\n";
    for i in 0..120 {
        page += &format!(
            "<li class=\"nav{i}\"><a href=\"/zwgk/{i}/\" target=\"_blank\">公开栏目{i}</a></li>\n"
        );
    }
    page += "</ul></div>\n<div id=\"zoom\" style=\"font-size: 16px\">\n";
    let text = |text: &str| {
        format!(
            "<p class=\"MsoNormal\" style=\"text-align:center;line-height:15.0pt\"><span lang=\"EN-US\" \
             style=\"font-family:仿宋;color:black\">{text}</span></p>"
        )
    };
    page +=
        &article(report, text, " style=\"width:66px;border:solid windowtext 1.0pt;padding:0cm\"");
    page += "</div>\n<div class=\"foot\"><p>主办：示例市人民政府办公室</p>\n";
    for i in 0..60 {
        page += &format!("<a href=\"https://www.example.invalid/{i}/\">示例网站{i}</a>&nbsp;|\n");
    }
    page + "</div></body></html>\n"
}

fn article(report: &Report, mark_up: impl Fn(&str) -> String, attributes: &str) -> String {
    let mut out = format!("<h1>{}</h1>\n", report.title.as_deref().unwrap_or_default());
    for section in Section::ALL {
        out += &format!("{}\n", paragraph(section.heading(Edition::E2021), &mark_up));
        if let Some(table) = section.table() {
            let grid = Grid::of_blocks(&report.blocks(table), |cell| report[cell].is_present());
            out += &self::table(&grid, report, &mark_up, attributes);
        }
        for line in report.narrative(*section).unwrap_or_default().lines() {
            out += &format!("{}\n", paragraph(line, &mark_up));
        }
    }
    out
}

fn paragraph(text: &str, mark_up: &impl Fn(&str) -> String) -> String {
    let marked = mark_up(text);
    if marked == text { format!("<p>{text}</p>") } else { marked }
}

fn table(
    grid: &Grid,
    report: &Report,
    mark_up: &impl Fn(&str) -> String,
    attributes: &str,
) -> String {
    let mut out = String::from("<table border=\"1\"><tbody>\n");
    for row in &grid.rows {
        out += "<tr>\n";
        for cell in row {
            let content = match cell.content {
                Content::Head(label) | Content::Label(label) => mark_up(label),
                Content::Figure(id) => mark_up(&report[id].to_string()),
            };
            out += &format!(
                "<td colspan=\"{}\" rowspan=\"{}\"{attributes}>{content}</td>\n",
                cell.column_span, cell.row_span
            );
        }
        out += "</tr>\n";
    }
    out + "</tbody></table>\n"
}

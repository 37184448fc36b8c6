//! Reading web pages against building their trees: `cargo bench --bench html`, or with `-- --quick` for a glance.
//!
//! The floor is html5ever with the project's own tree sink, and nothing done with the tree.

#![allow(clippy::print_stdout)]

mod measure;

use std::fs;
use std::hint::black_box;

use measure::{alone, in_turns, print};
use ogi::import::bench::html_tree;
use ogi::{Edition, Limits, ReadOptions};
use ogi_testkit::{Document, Generator, HtmlStyle, Mess, Size};

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
    let page = |style, mess: &Mess| {
        let bytes = Document::Html(style).write_messy(&report, mess);
        String::from_utf8_lossy(&bytes).into_owned()
    };
    let mess = Mess::new(1, 0.2);
    let mut pages = vec![
        ("generated, bare".to_owned(), page(HtmlStyle::Plain, &Mess::none())),
        ("generated, on a portal".to_owned(), page(HtmlStyle::Portal, &Mess::none())),
        ("generated, a mess on a portal".to_owned(), page(HtmlStyle::Portal, &mess)),
        ("generated, a mess from Word".to_owned(), page(HtmlStyle::Pasted, &mess)),
        ("generated, a careless mess".to_owned(), page(HtmlStyle::Careless, &mess)),
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
    let options = ReadOptions::default().with_claims(false);
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

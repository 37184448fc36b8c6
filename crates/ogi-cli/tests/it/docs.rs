//! What the pages in `docs` show is what the program prints.
//!
//! Blocks marked `console` have lines `$ ogi ...` and what each prints, standard output first. They are run one after the
//! other, each page in a copy of `examples` of its own. A line `…` stands for any number of lines, `$ echo $?` for the exit
//! code, `$ head -n 3 FILE` for the first lines of a file. `OGI_GENERATE=1 cargo test -p ogi-cli --test it docs::` writes
//! anew what is not as printed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::program::folder;

const LEFT_OUT: &str = "…";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The pages, in order.
fn pages() -> Vec<PathBuf> {
    let folders = ["docs/zh", "docs/en"].map(|it| root().join(it));
    let mut pages: Vec<_> = folders
        .iter()
        .flat_map(|it| fs::read_dir(it).unwrap().map(|it| it.unwrap().path()))
        .filter(|it| it.extension().is_some_and(|it| it == "md"))
        .collect();
    pages.sort();
    pages
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for it in fs::read_dir(from).unwrap().map(|it| it.unwrap().path()) {
        let target = to.join(it.file_name().unwrap());
        if it.is_dir() {
            copy(&it, &target);
        } else {
            fs::copy(&it, target).unwrap();
        }
    }
}

/// A folder in which the commands of a page are run.
struct Desk {
    folder: PathBuf,
    code: i32,
}

impl Desk {
    /// Runs a line, and what it prints.
    fn run(&mut self, line: &str) -> String {
        if line == "echo $?" {
            return format!("{}\n", self.code);
        }
        if let Some((many, file)) = line.strip_prefix("head -n ").and_then(|it| it.split_once(' '))
        {
            let text = fs::read_to_string(self.folder.join(file)).unwrap();
            let lines = text.lines().take(many.parse().unwrap());
            return lines.map(|it| format!("{it}\n")).collect();
        }
        let (line, file) = line.split_once(" > ").map_or((line, None), |it| (it.0, Some(it.1)));
        let mut words = line.split_whitespace();
        assert_eq!(words.next(), Some("ogi"), "only the program is run: {line}");
        let output = Command::new(env!("CARGO_BIN_EXE_ogi"))
            .args(words)
            .current_dir(&self.folder)
            .env("NO_COLOR", "1")
            .output()
            .unwrap();
        self.code = output.status.code().unwrap();
        let (mut out, err) = (output.stdout, String::from_utf8(output.stderr).unwrap());
        if let Some(file) = file {
            fs::write(self.folder.join(file), &out).unwrap();
            out.clear();
        }
        String::from_utf8(out).unwrap() + &err
    }
}

/// The page with what its commands print.
fn with_outputs(page: &str, desk: &mut Desk) -> String {
    let mut written = String::new();
    let mut lines = page.lines().peekable();
    while let Some(line) = lines.next() {
        written += &format!("{line}\n");
        if line != "```console" {
            continue;
        }
        while let Some(line) = lines.next_if(|it| *it != "```") {
            let command = line.strip_prefix("$ ").expect("a block begins with a command");
            let mut shown = String::new();
            while let Some(it) = lines.next_if(|it| *it != "```" && !it.starts_with("$ ")) {
                shown += &format!("{it}\n");
            }
            let printed = desk.run(command);
            let printed = if is_as_shown(&printed, &shown) { shown } else { printed };
            written += &format!("{line}\n{printed}");
        }
    }
    written
}

/// Whether it is what the page shows, in which lines may be left out, and blanks at the ends of lines.
fn is_as_shown(printed: &str, shown: &str) -> bool {
    let lines = |text: &str| text.lines().map(|it| it.trim_end().to_owned()).collect::<Vec<_>>();
    let (printed, shown) = (lines(printed), lines(shown));
    let mut parts = shown.split(|it| it == LEFT_OUT);
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = printed.strip_prefix(first) else { return false };
    let Some(last) = parts.next_back() else { return rest.is_empty() };
    for part in parts {
        let Some(at) = (0..=rest.len()).find(|at| rest[*at..].starts_with(part)) else {
            return false;
        };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last)
}

#[test]
fn pages_show_what_the_program_prints() {
    let pages = pages();
    let mut stale = Vec::new();
    for path in &pages {
        let name = path.strip_prefix(root()).unwrap().to_str().unwrap().to_owned();
        let folder = folder(&format!("docs-{}", name.replace(['/', '.'], "-")));
        copy(&root().join("examples"), &folder);
        let page = fs::read_to_string(path).unwrap();
        let wanted = with_outputs(&page, &mut Desk { folder, code: 0 });
        if std::env::var_os("OGI_GENERATE").is_some() {
            fs::write(path, &wanted).unwrap();
        } else if page != wanted {
            stale.push(format!("{name}:\n{wanted}"));
        }
    }
    assert!(
        stale.is_empty(),
        "`OGI_GENERATE=1 cargo test -p ogi-cli --test it docs::` writes these anew:\n{}",
        stale.join("\n"),
    );
}

#[test]
fn every_page_is_there_in_both_languages() {
    let names = |language: &str| -> Vec<_> {
        let folder = root().join("docs").join(language);
        let pages = pages().into_iter();
        pages.filter_map(|it| it.strip_prefix(&folder).ok().map(Path::to_owned)).collect()
    };
    assert_eq!(names("zh"), names("en"));
    // The list of pages names them all.
    for language in ["zh", "en"] {
        let list =
            fs::read_to_string(root().join("docs").join(language).join("README.md")).unwrap();
        for name in names(language) {
            let name = name.to_str().unwrap();
            assert!(
                name == "README.md" || list.contains(&format!("({name})")),
                "{language}: {name}"
            );
        }
    }
}

/// What a page links to or shows, without what stands on other sites.
fn links(page: &str) -> impl Iterator<Item = &str> {
    let ends = page.split("](").skip(1).filter_map(|it| it.split([')', '#']).next());
    ends.filter(|it| !it.is_empty() && !it.contains("://"))
}

#[test]
fn links_lead_to_files() {
    let crates = fs::read_dir(root().join("crates")).unwrap().map(|it| it.unwrap().path());
    let top = ["README.md", "README.zh-CN.md", "CONTRIBUTING.md", "SECURITY.md", "docs/design.md"];
    let others =
        top.map(|it| root().join(it)).into_iter().chain(crates.map(|it| it.join("README.md")));
    let mut lost = Vec::new();
    for path in others.chain(pages()) {
        let page = fs::read_to_string(&path).unwrap();
        let folder = path.parent().unwrap();
        let gone = links(&page).filter(|it| !folder.join(it).exists());
        lost.extend(gone.map(|it| format!("{}: {it}", path.display())));
    }
    assert!(lost.is_empty(), "{lost:#?}");
    assert_eq!(links("[a](b.md#c) ![d](e.png) [f](https://g) [h](#i)").count(), 2);
}

#[test]
fn what_is_left_out_is_left_out() {
    let printed = "a\nb \nc\nd\n";
    for shown in ["a\nb\nc\nd\n", "a\n…\nd\n", "…\n", "…\nc\nd\n", "a\n…\nb\n…\n"] {
        assert!(is_as_shown(printed, shown), "{shown}");
    }
    for shown in ["", "a\nb\nc\n", "a\n…\ne\n", "b\n…\n", "…\nc\n", "a\n…\nc\n…\nb\n…\n"]
    {
        assert!(!is_as_shown(printed, shown), "{shown}");
    }
}

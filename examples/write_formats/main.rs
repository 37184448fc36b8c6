//! Writes a report of each edition in every format: `cargo run -p write_formats -- FOLDER`
//!
//! Without a folder it makes one beside the program, in the target folder. The third of the bundled reports has planted
//! errors: it is written as a page and as a workbook with what a check found, and has its row in an overview.

#![allow(clippy::print_stdout)]

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use ogi::check::{FileOutcome, Language};
use ogi::render::{Entry, Html, Overview};
use ogi::{Edition, Format, Policy, ReadOptions, Report, render};

const BUNDLED: [(&str, &str); 2] = [
    ("edition-2021", include_str!("../reports/civil-affairs-bureau-2025.txt")),
    ("edition-2019", include_str!("../reports/county-office-2020.txt")),
];
const WITH_ERRORS: &str = include_str!("../reports/garden-street-2024.txt");

fn main() -> Result<(), Box<dyn Error>> {
    let folder = match env::args_os().nth(1) {
        Some(folder) => PathBuf::from(folder),
        None => env::current_exe()?.with_file_name("write_formats-output"),
    };
    fs::create_dir_all(&folder)?;

    for (name, text) in BUNDLED {
        let report = ogi::read(text, &ReadOptions::default())?.report;
        for format in Format::ALL {
            let mut written = Vec::new();
            ogi::write(&report, *format, &mut written)?;
            save(&folder, &format!("{name}.{}", format.extensions()[0]), &written)?;
        }
    }

    let reading = ogi::read(WITH_ERRORS, &ReadOptions::default())?;
    let outcome = ogi::check(&reading, &Policy::default());
    let page = render::html_with_findings(&reading, &outcome);
    save(&folder, "with-findings.html", page.as_bytes())?;
    save(&folder, "with-findings.xlsx", &render::xlsx_with_findings(&reading, &outcome)?)?;

    let mut overview = Overview::new(Language::Zh);
    let file = FileOutcome::new("garden-street-2024.txt", &reading, &outcome);
    overview.push(Entry::new(&file, Language::Zh).page("with-findings.html"));
    overview.push(Entry::skipped("Thumbs.db", "不是报告"));
    save(&folder, "overview.html", Html::new().overview(&overview).as_bytes())?;
    save(&folder, "overview.xlsx", &render::xlsx_overview(&overview)?)?;

    let form = Report::builder(Edition::E2021).agency("示例市民政局").year(2026).instructions();
    save(&folder, "form-to-fill-in.xlsx", &render::xlsx_form(&form.build()?)?)?;
    println!("{}", folder.display());
    Ok(())
}

fn save(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), Box<dyn Error>> {
    println!("{name}: {} bytes", bytes.len());
    Ok(fs::write(folder.join(name), bytes)?)
}

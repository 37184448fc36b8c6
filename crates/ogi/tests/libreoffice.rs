//! LibreOffice as an oracle: it opens what is written, and its own sums are ours.

// What helpers of tests unwrap fails the test.
#![allow(clippy::unwrap_used, clippy::print_stderr)]

use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use ogi::model::EqualityKind;
use ogi::{Cell, CellId, Edition, Format, ReadOptions, Report};
use ogi_testkit::Generator;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Makes it compute all formulas of a workbook anew when it opens one.
const ALWAYS_COMPUTE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"#;

/// A folder of this test alone, emptied.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("profile/user")).unwrap();
    fs::write(folder.join("profile/user/registrymodifications.xcu"), ALWAYS_COMPUTE).unwrap();
    folder
}

/// Files of a folder as another format, in its folder `out`; `false` if there is no LibreOffice here.
fn convert(folder: &Path, files: &[PathBuf], to: &str) -> bool {
    let profile = folder.join("profile").display().to_string();
    let started = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{profile}"))
        .args(["--headless", "--convert-to", to, "--outdir"])
        .arg(folder.join("out"))
        .args(files)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    match started {
        Ok(status) => {
            assert!(status.success(), "{status}");
            true
        }
        Err(_) => {
            eprintln!("!!! SKIPPED: soffice is not here, so nothing of this test was checked");
            false
        }
    }
}

fn reports() -> Vec<Report> {
    let seeds = (0..6).zip(Edition::ALL.iter().cycle());
    seeds
        .map(|(seed, edition)| {
            let generator = Generator::new(seed).edition(*edition);
            if seed < 3 { generator } else { generator.blanks(0.1).not_applicable(0.1) }.report()
        })
        .collect()
}

/// Every stored result of a formula replaced by a wrong one, so that only an own sum can be right.
fn with_wrong_results(book: &[u8]) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(book)).unwrap();
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    let mut replaced = 0;
    for i in 0..archive.len() {
        let mut file = archive.by_index(i).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut text = Vec::new();
        file.read_to_end(&mut text).unwrap();
        if name.starts_with("xl/worksheets/") {
            let sheet = String::from_utf8(text).unwrap();
            let mut pieces = sheet.split("</f><v>");
            let mut wrong = pieces.next().unwrap().to_owned();
            for piece in pieces {
                let rest = piece.split_once("</v>").unwrap().1;
                wrong += &format!("</f><v>987654</v>{rest}");
                replaced += 1;
            }
            text = wrong.into_bytes();
        }
        out.start_file(name, SimpleFileOptions::default()).unwrap();
        out.write_all(&text).unwrap();
    }
    assert!(replaced > 20, "{replaced} formulas");
    out.finish().unwrap().into_inner()
}

fn assert_same_figures(wrote: &Report, path: &Path) {
    let read = ogi::read(fs::read(path).unwrap(), &ReadOptions::default()).unwrap().report;
    for cell in CellId::all() {
        assert_eq!(read[cell], wrote[cell], "{}: {cell}", path.display());
    }
}

#[test]
fn its_sums_are_the_totals() {
    let folder = folder("libreoffice-sums");
    let reports = reports();
    let files: Vec<_> = (0..reports.len()).map(|i| folder.join(format!("{i}.xlsx"))).collect();
    for (report, file) in reports.iter().zip(&files) {
        let mut book = Vec::new();
        ogi::write(report, Format::Xlsx, &mut book).unwrap();
        fs::write(file, with_wrong_results(&book)).unwrap();
    }
    if !convert(&folder, &files, "xlsx") {
        return;
    }
    for (report, file) in reports.iter().zip(&files) {
        assert_same_figures(report, &folder.join("out").join(file.file_name().unwrap()));
    }
}

#[test]
fn totals_left_to_the_formulas_of_a_form_come_out_right() {
    let folder = folder("libreoffice-form");
    let reports: Vec<_> =
        Edition::ALL.iter().map(|it| Generator::new(5).edition(*it).report()).collect();
    let files: Vec<_> = (0..reports.len()).map(|i| folder.join(format!("{i}.xlsx"))).collect();
    for (report, file) in reports.iter().zip(&files) {
        let mut form = report.clone();
        for sum in report.equalities().filter(|it| it.kind() != EqualityKind::Balance) {
            form.set(sum.total(), Cell::Blank);
        }
        let book = ogi::render::xlsx_form(&form).unwrap();
        fs::write(file, with_wrong_results(&book)).unwrap();
    }
    if !convert(&folder, &files, "xlsx") {
        return;
    }
    for (report, file) in reports.iter().zip(&files) {
        assert_same_figures(report, &folder.join("out").join(file.file_name().unwrap()));
    }
}

#[test]
fn it_opens_documents_and_saves_the_same_figures() {
    let folder = folder("libreoffice-documents");
    let reports = reports();
    let files: Vec<_> = (0..reports.len()).map(|i| folder.join(format!("{i}.docx"))).collect();
    for (report, file) in reports.iter().zip(&files) {
        let mut document = Vec::new();
        ogi::write(report, Format::Docx, &mut document).unwrap();
        fs::write(file, document).unwrap();
    }
    if !convert(&folder, &files, "docx") {
        return;
    }
    for (report, file) in reports.iter().zip(&files) {
        assert_same_figures(report, &folder.join("out").join(file.file_name().unwrap()));
    }
}

/// Comments are shown, and when it saves the file they are still there.
/// What offices save the program's own files as: the kinds of Word 97, Excel 97 (whose tables WPS calls `.et`),
/// OpenDocument and Rich Text.
#[test]
fn it_saves_other_kinds_with_the_same_figures() {
    for (own, kinds) in
        [(Format::Docx, &["doc", "rtf", "odt", "fodt"][..]), (Format::Xlsx, &["xls", "ods"])]
    {
        for kind in kinds {
            let folder = folder(&format!("libreoffice-{kind}"));
            let reports = reports();
            let name = |i: usize| folder.join(format!("{i}.{}", own.key()));
            let files: Vec<_> = (0..reports.len()).map(name).collect();
            for (report, file) in reports.iter().zip(&files) {
                let mut written = Vec::new();
                ogi::write(report, own, &mut written).unwrap();
                fs::write(file, written).unwrap();
            }
            if !convert(&folder, &files, kind) {
                return;
            }
            for (report, file) in reports.iter().zip(&files) {
                let saved = folder.join("out").join(file.with_extension(kind).file_name().unwrap());
                assert_same_figures(report, &saved);
            }
        }
    }
}

#[test]
fn it_opens_annotated_files_and_keeps_the_comments() {
    for (format, comments) in [(Format::Docx, "word/comments"), (Format::Xlsx, "xl/comments")] {
        let folder = folder(&format!("libreoffice-annotated-{format}"));
        let mut report = Generator::new(8).report();
        ogi_testkit::plant(&mut report, &mut ogi_testkit::rng(8)).unwrap();
        let mut written = Vec::new();
        ogi::write(&report, format, &mut written).unwrap();
        let reading = ogi::read(&written, &ReadOptions::default()).unwrap();
        let outcome = ogi::check(&reading, &ogi::Policy::default());
        let language = ogi::check::Language::Zh;
        let bytes = ogi::annotate(&written, &reading, &outcome, language, None).unwrap();
        let file = folder.join(format!("annotated.{format}"));
        fs::write(&file, bytes).unwrap();
        if !convert(&folder, &[file], format.key()) {
            return;
        }
        let saved = folder.join(format!("out/annotated.{format}"));
        assert_same_figures(&report, &saved);
        let mut archive = ZipArchive::new(fs::File::open(saved).unwrap()).unwrap();
        let mut all = String::new();
        for at in 0..archive.len() {
            let mut part = archive.by_index(at).unwrap();
            if part.name().unwrap().starts_with(comments) {
                part.read_to_string(&mut all).unwrap();
            }
        }
        for finding in outcome.open() {
            assert!(all.contains(finding.rule.id), "{format}: {} is not in {all}", finding.rule.id);
        }
    }
}

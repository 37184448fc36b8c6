//! Figures as tables and pictures: golden files, and text of a report that stays text.

use ogi_check::{Language, Message, Policy};
use ogi_model::{Cell, CellId, Column, Reading, Report, Row};
use ogi_render::data::{
    DataTable, Record, ReportRecord, Source, UnreadRecord, figures, findings, json, unread,
};
use ogi_render::{Csv, applicants_chart, outcomes_chart, years_chart};

use crate::reports;

fn csv<R: Record>(records: &[R]) -> String {
    let mut out = Vec::new();
    let mut csv = Csv::new(&mut out, R::TABLE).unwrap();
    records.iter().for_each(|it| csv.write(it).unwrap());
    csv.finish().unwrap();
    String::from_utf8(out).unwrap()
}

fn figures_of(report: &Report) -> String {
    let reading = Reading::of_report(report.clone());
    let agency = report.agency.as_deref();
    csv(&figures(Source { path: "a.txt", hash: "00", format: "text", agency }, &reading))
}

#[test]
fn goldens() {
    for (name, report) in
        reports::all().into_iter().filter(|it| ["odd_cells", "nothing"].contains(&it.0))
    {
        insta::assert_snapshot!(format!("{name}.csv"), figures_of(&report));
        let reading = Reading::of_report(report.clone());
        let lines: Vec<_> = figures(Source::default(), &reading).iter().map(json).collect();
        insta::assert_snapshot!(format!("{name}.jsonl"), lines.join("\n"));
    }
    let (_, report) = reports::all().swap_remove(1);
    insta::assert_snapshot!("outcomes.svg", outcomes_chart(&report, Language::Zh));
    insta::assert_snapshot!("applicants.svg", applicants_chart(&report, Language::En));
    let mut later = report.clone();
    later.year = report.year.map(|it| it + 2);
    insta::assert_snapshot!("years.svg", years_chart(&[later, report], Language::Zh));
}

/// The three tables beside that of figures.
#[test]
fn tables() {
    let (_, mut report) = reports::all().swap_remove(0);
    report.set(CellId::new(Row::Reconsideration, Column::Total), 99);
    report.set(CellId::new(Row::Concluded, Column::Total), Cell::Unreadable("4 7\n或47".into()));
    let reading = Reading::of_report(report);
    let policy = Policy::default().with_select(["t4-sum", "doc-"]);
    let outcome = ogi_check::check(&reading, &policy);
    let agency = reading.report.agency.as_deref();
    let source = Source { path: "a.txt", hash: "00", format: "text", agency };
    let mut record = ReportRecord::new(source, &reading, &outcome);
    record.set_twins(vec!["b.txt".into(), "c.docx".into()]);
    insta::assert_snapshot!("reports.csv", csv(&[record]));
    insta::assert_snapshot!("findings.csv", csv(&findings(source, &reading, &outcome)));
    let message = Message::new("这是图片", "this is an image");
    let mut lost = vec![UnreadRecord::file("b.png", "unsupported", &message)];
    lost.extend(unread(source, &reading));
    insta::assert_snapshot!("unread.csv", csv(&lost));
}

/// One line a record, whatever a report says, and every line has all columns.
#[test]
fn a_record_is_a_line() {
    for (name, report) in reports::all() {
        let text = figures_of(&report);
        let reading = Reading::of_report(report);
        let records = figures(Source::default(), &reading).len();
        assert_eq!(text.lines().count(), records + 1, "{name}");
        let columns = DataTable::Figures.fields().len();
        let mut lines = csv::ReaderBuilder::new().from_reader(text.as_bytes());
        assert!(lines.records().all(|it| it.unwrap().len() == columns), "{name}");
    }
}

#[test]
fn names_stay_names() {
    let (_, mut report) = reports::all().swap_remove(0);
    report.agency = Some("=1+1,\"<script>\"\u{1b}[2J\n&".to_owned());
    let table = figures_of(&report);
    assert!(table.contains("\"'=1+1,\"\"<script>\"\""));
    assert!(!table.contains('\u{1b}'));
    for svg in [
        outcomes_chart(&report, Language::Zh),
        applicants_chart(&report, Language::En),
        years_chart(&[report], Language::Zh),
    ] {
        assert!(!svg.contains("<script>") && !svg.contains('\u{1b}'));
    }
}

//! Figures as tables and pictures: golden files, and text of a report that stays text.

use ogi_check::Language;
use ogi_model::{Reading, Report};
use ogi_render::{Csv, applicants_chart, outcomes_chart, tidy, years_chart};

use crate::reports;

fn csv(report: &Report) -> String {
    let reading = Reading::of_report(report.clone());
    let mut out = Vec::new();
    let mut csv = Csv::new(&mut out, false).unwrap();
    csv.write(tidy(&reading, "a.txt")).unwrap();
    csv.finish().unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn goldens() {
    for (name, report) in
        reports::all().into_iter().filter(|it| ["odd_cells", "nothing"].contains(&it.0))
    {
        insta::assert_snapshot!(format!("{name}.csv"), csv(&report));
        let reading = Reading::of_report(report.clone());
        let lines: Vec<_> =
            tidy(&reading, "a.txt").iter().map(|it| serde_json::to_string(it).unwrap()).collect();
        insta::assert_snapshot!(format!("{name}.jsonl"), lines.join("\n"));
    }
    let (_, report) = reports::all().swap_remove(1);
    insta::assert_snapshot!("outcomes.svg", outcomes_chart(&report, Language::Zh));
    insta::assert_snapshot!("applicants.svg", applicants_chart(&report, Language::En));
    let mut later = report.clone();
    later.year = report.year.map(|it| it + 2);
    insta::assert_snapshot!("years.svg", years_chart(&[later, report], Language::Zh));
}

#[test]
fn names_stay_names() {
    let (_, mut report) = reports::all().swap_remove(0);
    report.agency = Some("=1+1,\"<script>\"\u{1b}[2J\n&".to_owned());
    let table = csv(&report);
    assert!(table.contains("\"'=1+1,\"\"<script>\"\""));
    for svg in [
        outcomes_chart(&report, Language::Zh),
        applicants_chart(&report, Language::En),
        years_chart(&[report], Language::Zh),
    ] {
        assert!(!svg.contains("<script>") && !svg.contains('\u{1b}'));
    }
}

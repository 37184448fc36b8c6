//! The overview of many files: what stands in it is what the outcomes say, in the page and in the workbook.

use ogi_check::{FileOutcome, Language, Outcome, Policy, Severity, check};
use ogi_model::{Cell, CellId, Column, Edition, Report, Row};
use ogi_render::{Entry, Html, Overview};

use crate::page::{Element, elements};
use crate::reports;
use crate::xlsx::part;

const HOSTILE: &str = "<script>alert(1)</script>\"'>../../局\u{1b}[2J";

/// Files of every fate, each with its path.
fn files() -> Vec<(&'static str, Report)> {
    let mut wrong = reports::sound();
    wrong.set(CellId::new(Row::Reconsideration, Column::Total), 5);
    wrong.set(CellId::new(Row::Rules, Column::Issued), Cell::Blank);
    wrong.agency = Some(HOSTILE.into());
    let mut earlier = wrong.clone();
    earlier.year = Some(2024);
    let blank = Report::builder(Edition::E2021).agency("示例市档案局").year(2025).build().unwrap();
    vec![("a.txt", reports::sound()), ("b.txt", blank), ("c.txt", wrong), ("d.txt", earlier)]
}

fn outcomes() -> Vec<(&'static str, Report, Outcome)> {
    let policy = Policy::default();
    let outcome = |(path, report): (&'static str, Report)| {
        let outcome = check(&report, &policy);
        (path, report, outcome)
    };
    files().into_iter().map(outcome).collect()
}

fn overview(outcomes: &[(&'static str, Report, Outcome)], language: Language) -> Overview {
    let mut overview = Overview::new(language);
    for (path, report, outcome) in outcomes {
        let file = FileOutcome::new(path, report, outcome);
        overview.push(Entry::new(&file, language).page(&format!("pages/{path} 1%.html")));
    }
    let damaged = FileOutcome::failed("坏.docx", "archive", "文件不完整");
    overview.push(Entry::new(&damaged, language));
    overview.push(Entry::skipped("Thumbs.db", "自用的文件"));
    overview
}

/// The rows of a table of the page, each with its cells.
fn rows<'p>(page: &'p [Element], section: &str) -> Vec<Vec<&'p Element>> {
    let section = page.iter().find(|it| it.id() == Some(section)).unwrap();
    let body = page.iter().find(|it| it.name == "tbody" && it.is_inside(&section.path)).unwrap();
    let rows = page.iter().filter(|it| it.name == "tr" && it.is_inside(&body.path));
    let cell = |it: &&Element| ["th", "td"].contains(&&*it.name);
    rows.map(|row| page.iter().filter(cell).filter(|it| it.is_inside(&row.path)).collect())
        .collect()
}

fn texts(row: &[&Element]) -> Vec<String> {
    row.iter().map(|it| it.text.trim().to_owned()).collect()
}

#[test]
fn a_row_for_every_file_with_the_counts_of_its_outcome() {
    let outcomes = outcomes();
    let page = elements(&Html::new().overview(&overview(&outcomes, Language::Zh)));
    let rows = rows(&page, "reports");
    assert_eq!(rows.len(), outcomes.len() + 2);
    for (path, report, outcome) in &outcomes {
        let row = rows.iter().find(|row| row.last().unwrap().text == *path).unwrap();
        let count =
            |severity| outcome.open().filter(|it| it.severity == severity).count().to_string();
        let shown = texts(row);
        assert_eq!(shown[1], report.year.unwrap().to_string());
        assert!(shown[2].starts_with(outcome.verdict.words().zh), "{shown:?}");
        let severities = [Severity::Error, Severity::Warning, Severity::Info];
        assert_eq!(shown[3..6], severities.map(count));
        let coverage = outcome.coverage;
        assert_eq!(shown[6], format!("{}/{}", coverage.judged, coverage.required));
        let keys: Vec<_> = row.iter().filter_map(|it| it.get("data-key")).collect();
        assert_eq!(keys.len(), row.len(), "every cell can be sorted by");
    }
    // The worst first; what could not be read, and what was passed over, say why.
    let paths: Vec<_> = rows.iter().map(|row| row.last().unwrap().text.as_str()).collect();
    assert_eq!(paths, ["坏.docx", "c.txt", "d.txt", "b.txt", "a.txt", "Thumbs.db"]);
    assert_eq!(texts(&rows[0])[2], "无法读取 文件不完整");
    assert_eq!(texts(&rows[5])[2], "已跳过 自用的文件");
    let sums = page.iter().find(|it| it.class() == "sums").unwrap();
    assert_eq!(sums.text, "共5份：通过1份，不通过2份，未完成核对1份，无法读取1份。");
}

#[test]
fn rules_and_agencies_have_the_same_counts() {
    let outcomes = outcomes();
    let overview = overview(&outcomes, Language::En);
    let page = elements(&Html::new().overview(&overview));
    let of_rules = rows(&page, "rules");
    let broken = overview.statistics().rules();
    assert_eq!(of_rules.len(), broken.len());
    for (row, count) in of_rules.iter().zip(broken) {
        let of_rule = |outcome: &Outcome| outcome.open().filter(|it| it.rule == count.rule).count();
        let findings: usize = outcomes.iter().map(|it| of_rule(&it.2)).sum();
        let reports = outcomes.iter().filter(|it| of_rule(&it.2) > 0).count();
        assert!(row[0].text.ends_with(count.rule.id));
        assert_eq!(row[2].text, findings.to_string());
        assert_eq!(row[3].get("data-key"), Some(&*reports.to_string()));
        let links = page.iter().filter(|it| it.name == "a" && it.is_inside(&row[3].path));
        assert_eq!(links.count(), reports);
    }
    let agencies = rows(&page, "agencies");
    let all: Vec<_> = agencies.iter().map(|row| texts(row)).collect();
    assert_eq!(all.len(), 3);
    // The one with the most errors first, its years in order.
    let errors = |it: &Outcome| it.open().filter(|it| it.severity == Severity::Error).count();
    assert!(all[0][0].contains("alert(1)"), "{all:?}");
    assert_eq!(all[0][1], "2024 not accepted 2025 not accepted");
    assert_eq!(all[0][2], (errors(&outcomes[2].2) + errors(&outcomes[3].2)).to_string());
}

/// What a report calls itself is text, and where a link leads is a path of the folder.
#[test]
fn hostile_names_are_text() {
    let outcomes = outcomes();
    let overview = overview(&outcomes, Language::Zh);
    let text = Html::new().overview(&overview);
    let page = elements(&text);
    let scripts: Vec<_> = page.iter().filter(|it| it.name == "script").collect();
    assert!(scripts.len() == 1 && !scripts[0].text.contains("alert"), "{scripts:?}");
    assert!(page.iter().any(|it| it.name == "a" && it.text.starts_with("<script>alert(1)")));
    let links: Vec<_> = page.iter().filter_map(|it| it.get("href")).collect();
    assert!(links.len() > 8 && links.contains(&"pages/c.txt%201%25.html"), "{links:?}");
    assert!(links.iter().all(|it| it.starts_with("pages/") && !it.contains("..")), "{links:?}");
    assert!(!text.contains('\u{1b}'));

    let book = ogi_render::xlsx_overview(&overview).unwrap();
    for sheet in 1..=3 {
        assert!(!part(&book, &format!("xl/worksheets/sheet{sheet}.xml")).contains("<f>"));
    }
}

/// Without a script it is a page of tables; the script is small and asks for nothing from anywhere.
#[test]
fn the_page_needs_nothing_else() {
    let text = Html::new().overview(&overview(&outcomes(), Language::Zh));
    for word in ["src=", "http:", "https:", "fetch(", "import ", "<link"] {
        assert!(!text.contains(word), "{word}");
    }
    let page = elements(&text);
    assert!(page.iter().all(|it| it.name != "button"), "what needs the script is made by it");
    assert!(page.iter().filter(|it| it.name == "table").count() == 3);
}

#[test]
fn the_workbook_has_three_lists_to_filter() {
    let outcomes = outcomes();
    let overview = overview(&outcomes, Language::Zh);
    let book = ogi_render::xlsx_overview(&overview).unwrap();
    let names = part(&book, "xl/workbook.xml");
    let sheets = ["报告", "问题", "规则"].map(|it| names.find(&format!("name=\"{it}\"")));
    assert!(sheets.iter().all(Option::is_some) && sheets.is_sorted(), "{names}");
    let groups: usize =
        outcomes.iter().map(|it| ogi_check::grouped(&it.1, &it.2.findings).len()).sum();
    let rows = [outcomes.len() + 2, groups, overview.statistics().rules().len()];
    for (number, rows) in (1..).zip(rows) {
        let sheet = part(&book, &format!("xl/worksheets/sheet{number}.xml"));
        assert!(sheet.contains("state=\"frozen\"") && sheet.contains("<autoFilter "), "{number}");
        assert_eq!(sheet.matches("<row ").count(), rows + 1, "sheet {number}");
    }
    let strings = part(&book, "xl/sharedStrings.xml");
    assert!(strings.contains("文件不完整") && strings.contains("自用的文件"));
}

//! Pages: every figure has its heads, text is text, findings and cells lead to one another.

use std::collections::BTreeSet;

use ogi_check::Policy;
use ogi_model::{
    Cell, CellId, Column, Label, Note, NoteKind, Place, Reading, Report, Row, Section, TableId,
};
use ogi_render::{Html, Overview};

use crate::golden::without_style;
use crate::page::{Element, elements};
use crate::reports;

/// The values of an attribute, in the order of the page.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let begins = format!(" {attribute}=\"");
    page.split(&begins).skip(1).filter_map(|it| it.split('"').next()).collect()
}

#[test]
fn every_figure_names_its_heads() {
    for (name, report) in reports::all() {
        let page = ogi_render::html(&report);
        let ids = values(&page, "id");
        let known: BTreeSet<_> = ids.iter().copied().collect();
        assert_eq!(known.len(), ids.len(), "{name}: ids are unique");
        let lists = values(&page, "headers");
        let there = report.cells().filter(|(id, _)| report.table(id.table()).is_some());
        assert!(lists.len() >= there.count(), "{name}");
        for heads in lists.iter().map(|it| it.split(' ').collect::<Vec<_>>()) {
            assert!(heads.len() >= 2, "{name}: {heads:?}");
            assert!(heads.iter().all(|it| known.contains(it)), "{name}: {heads:?}");
        }
    }
}

#[test]
fn heads_of_a_figure_are_those_of_the_form() {
    let page = ogi_render::html(&reports::edition_2021());
    let heads = |cell: CellId| {
        let begins = format!(" id=\"{cell}\" headers=\"");
        let list = page.split(&begins).nth(1).unwrap().split('"').next().unwrap();
        let texts = list.split(' ').map(|id| {
            let head = page.split(&format!(" id=\"{id}\"")).nth(1).unwrap();
            head.split_once('>').unwrap().1.split('<').next().unwrap()
        });
        texts.collect::<Vec<_>>()
    };
    assert_eq!(
        heads(CellId::new(Row::DeniedByLaw, Column::OtherOrganization)),
        [
            "申请人情况",
            "法人或其他组织",
            "其他",
            "三、本年度办理结果",
            "（三）不予公开",
            "2.其他法律行政法规禁止公开"
        ]
    );
    assert_eq!(
        heads(CellId::new(Row::CompulsoryMeasures, Column::Decisions)),
        ["第二十条第（六）项", "本年处理决定数量", "行政强制"]
    );
    assert_eq!(
        heads(CellId::new(Row::LitigationDirect, Column::Total)),
        ["行政诉讼", "未经复议直接起诉", "总计"]
    );
}

/// What might end a tag, a comment, a style or the page.
const HOSTILE: &str =
    "\"'><script>alert(1)</script></style></title><!-- &lt; {{ title }} \0\u{1b}[2J";

fn hostile() -> Report {
    let mut report = reports::edition_2021();
    for text in [
        &mut report.title,
        &mut report.agency,
        &mut report.preamble,
        &mut report.overview,
        &mut report.problems,
        &mut report.other_matters,
    ] {
        *text = Some(HOSTILE.to_owned());
    }
    report.set(CellId::new(Row::Rules, Column::Issued), Cell::Unreadable(HOSTILE.into()));
    report.set(CellId::new(Row::Rules, Column::Repealed), Cell::from(3).with_remark(HOSTILE));
    report
}

#[test]
fn text_is_text() {
    let report = hostile();
    let outcome = ogi_check::check(&report, &Policy::default());
    let harmless = ogi_render::html(&reports::edition_2021());
    for page in [ogi_render::html(&report), ogi_render::html_with_findings(&report, &outcome)] {
        for tag in ["<script", "<!--"] {
            assert!(!page.contains(tag), "{tag}");
        }
        for tag in ["</style>", "</title>"] {
            assert_eq!(page.matches(tag).count(), harmless.matches(tag).count(), "{tag}");
        }
        let control = page.chars().find(|it| it.is_control() && *it != '\n');
        assert_eq!(control, None);
        assert!(page.contains("&#60;script&#62;alert(1)"));
        assert!(page.contains("&#38;lt; {{ title }} \u{fffd}\u{fffd}[2J"));
    }
}

#[test]
fn every_link_leads_somewhere() {
    for (_, report) in reports::all() {
        let outcome = ogi_check::check(&report, &Policy::default());
        let page = ogi_render::html_with_findings(&report, &outcome);
        let ids: BTreeSet<_> = values(&page, "id").into_iter().collect();
        for target in values(&page, "href") {
            assert!(ids.contains(target.strip_prefix('#').unwrap()), "{target}");
        }
    }
}

#[test]
fn findings_and_cells_lead_to_one_another() {
    let mut report = reports::edition_2021();
    report.set_table(TableId::Disputes, None);
    report.set(CellId::new(Row::Fees, Column::Amount), Cell::Blank);
    let outcome = ogi_check::check(&report, &Policy::default());
    let page = ogi_render::html_with_findings(&report, &outcome);
    let ids: BTreeSet<_> = values(&page, "id").into_iter().collect();
    assert!(outcome.findings.len() > 20);
    for finding in &outcome.findings {
        let id = format!("finding-{}", finding.id);
        assert!(ids.contains(id.as_str()));
        // In the cell and in the list above, for what is about a cell of the page.
        let shown = finding.cell.filter(|it| ids.contains(it.to_string().as_str()));
        let links = page.matches(&format!("href=\"#{id}\"")).count();
        assert_eq!(links, if shown.is_some() { 2 } else { 0 }, "{}", finding.message.zh);
        if let Some(cell) = shown {
            assert!(page.contains(&format!("href=\"#{cell}\"")));
        }
    }
}

/// Blanks of a row are one line, which names them all, leads to each, and is led to from each.
#[test]
fn blanks_of_a_row_are_one_line() {
    let report = reports::odd_cells();
    let outcome = ogi_check::check(&report, &Policy::default());
    let page = elements(&ogi_render::html_with_findings(&report, &outcome));
    let blanks: Vec<_> =
        outcome.findings.iter().filter(|it| it.rule.id == "doc-cell-blank").collect();
    let of_row: Vec<_> =
        blanks.iter().filter(|it| it.cell.unwrap().row() == Row::Granted).collect();
    assert_eq!(of_row.len(), 7);
    let line =
        page.iter().find(|it| it.id() == Some(&format!("finding-{}", of_row[0].id))).unwrap();
    assert!(line.text.contains("另有6处同样的问题：") && line.name == "li", "{}", line.text);
    for it in of_row {
        let (cell, id) = (it.cell.unwrap().to_string(), format!("finding-{}", it.id));
        let within = |it: &&Element| it.is_inside(&line.path);
        assert!(page.iter().filter(within).any(|it| it.get("href") == Some(&format!("#{cell}"))));
        let anchor = page.iter().find(|it| it.id() == Some(&id)).unwrap();
        assert!(anchor.path.starts_with(&line.path), "{id}");
        let mark = page.iter().find(|it| it.get("href") == Some(&format!("#{id}"))).unwrap();
        let owner = page.iter().find(|it| it.id() == Some(&cell)).unwrap();
        assert!(mark.is_inside(&owner.path) || mark.name == "a", "{id}");
    }
    // As many lines as there are rows with blanks.
    let rows: BTreeSet<_> = blanks.iter().map(|it| it.cell.unwrap().row()).collect();
    let lines = page.iter().filter(|it| it.name == "li" && it.id().is_some());
    assert_eq!(lines.filter(|it| it.text.contains("doc-cell-blank")).count(), rows.len());
}

/// Above everything the errors, then the warnings; hints are there, folded.
#[test]
fn the_worst_come_first_and_hints_are_folded() {
    let mut report = reports::odd_cells();
    report.problems = Some("无".into());
    let outcome = ogi_check::check(&report, &Policy::default());
    let page = elements(&ogi_render::html_with_findings(&report, &outcome));
    let verdict = page.iter().find(|it| it.class().starts_with("verdict")).unwrap();
    let lines: Vec<_> =
        page.iter().filter(|it| it.name == "li" && it.is_inside(&verdict.path)).collect();
    let levels: Vec<_> = lines.iter().map(|it| it.class()).collect();
    let rank =
        |it: &&str| ["error", "warning", "info"].iter().position(|known| known == it).unwrap();
    assert!(levels.iter().map(rank).is_sorted(), "{levels:?}");
    assert!(["error", "warning", "info"].iter().all(|it| levels.contains(it)), "{levels:?}");
    let folded: Vec<_> = page.iter().filter(|it| it.name == "details").collect();
    for line in page.iter().filter(|it| it.name == "li" && !it.class().is_empty()) {
        let is_folded = folded.iter().any(|it| line.is_inside(&it.path));
        assert_eq!(is_folded, line.class() == "info", "{}", line.text);
    }
    // The numbers are those of the outcome, and none is left out.
    let stated: BTreeSet<_> =
        page.iter().filter_map(|it| it.id()?.strip_prefix("finding-")).collect();
    assert_eq!(stated.len(), outcome.findings.len());
}

#[test]
fn what_may_have_gone_wrong_says_how_likely_it_is() {
    let mut report = reports::sound();
    report.set(CellId::new(Row::Reconsideration, Column::Total), 0);
    report.set(CellId::new(Row::Reconsideration, Column::Upheld), 10);
    let outcome = ogi_check::check(&report, &Policy::default());
    let likelihood = outcome.explanations[0].posterior;
    for language in ogi_check::Language::ALL {
        let page = Html::new().language(*language).findings(&report, &outcome);
        let causes = elements(&page);
        let cause = causes.iter().find(|it| it.class() == "cause").unwrap();
        assert!(cause.text.contains(&language.of_likelihood(likelihood)), "{}", cause.text);
    }
}

/// What the source prints stands before what the form says, wherever the label stands.
#[test]
fn printed_labels_are_shown() {
    let printed = [
        (Label::Row(Row::DeniedInternalAffairs), "5.属于三类内容事务信息"),
        (Label::Column(Column::NaturalPerson), "自然人<i>"),
        (Label::Column(Column::Pending), "尚未审理"),
    ];
    let mut reading = Reading::of_report(reports::edition_2021());
    let place = Place::Text { start: 0, end: 0 };
    for (label, words) in printed {
        let kind = NoteKind::LabelNonstandard { label, printed: words.into() };
        reading.notes.push(Note { kind, place: place.clone() });
    }
    let section = Section::Problems;
    let kind = NoteKind::HeadingNonstandard { section, printed: "五、问题".into() };
    reading.notes.push(Note { kind, place });
    let outcome = ogi_check::check(&reading, &Policy::default());
    let page = elements(&ogi_render::html_with_findings(&reading, &outcome));
    let shown: Vec<_> = page
        .iter()
        .filter(|it| it.name == "del")
        .map(|it| {
            let around = page.iter().rfind(|other| it.is_inside(&other.path)).unwrap();
            (around.name.as_str(), it.text.as_str(), around.text.replacen(&it.text, "", 1))
        })
        .collect();
    let head = |printed, official: &str| ("th", printed, format!(" {official}"));
    assert_eq!(
        shown,
        [
            head("自然人<i>", "自然人"),
            head("5.属于三类内容事务信息", "5.属于三类内部事务信息"),
            head("尚未审理", "尚未审结"),
            head("尚未审理", "尚未审结"),
            head("尚未审理", "尚未审结"),
            ("h2", "五、问题", " 五、存在的主要问题及改进情况".to_owned()),
        ]
    );
}

/// The labels of a table of rows stay while its figures scroll; figures and heads over them do not.
#[test]
fn labels_stay_in_sight() {
    let page = elements(&ogi_render::html(&reports::edition_2021()));
    let stays = |it: &&Element| it.class() == "stays";
    assert!(page.iter().filter(|it| it.get("scope") == Some("row")).all(|it| stays(&it)));
    assert!(page.iter().filter(|it| it.get("headers").is_some()).all(|it| !stays(&it)));
    let columns: BTreeSet<_> = page.iter().filter(stays).filter_map(|it| it.get("style")).collect();
    assert_eq!(Vec::from_iter(columns), ["--column:0", "--column:1", "--column:2"]);
}

/// For another page: one element, no head, no script, no style that is for anything else, no id twice.
#[test]
fn a_fragment_is_only_the_body() {
    let report = hostile();
    let outcome = ogi_check::check(&report, &Policy::default());
    let fragment = Html::new().fragment(true);
    let mut overview = Overview::new(ogi_check::Language::Zh);
    let file = ogi_check::FileOutcome::new("a.txt", &report, &outcome);
    overview.push(ogi_render::Entry::new(&file, ogi_check::Language::Zh));
    for text in [
        fragment.report(&report),
        fragment.findings(&report, &outcome),
        fragment.overview(&overview),
    ] {
        for tag in ["<!doctype", "<html", "<head>", "<body", "<script", "<meta", "<main"] {
            assert!(!text.contains(tag), "{tag}");
        }
        assert!(text.starts_with("<div class=\"ogi\"") && text.trim_end().ends_with("</div>"));
        let page = elements(&text);
        let top: Vec<_> = page.iter().filter(|it| it.path.len() == 3).collect();
        assert_eq!(top.iter().map(|it| it.class()).collect::<Vec<_>>(), ["", "", "ogi"][2..]);
        let style = &page.iter().find(|it| it.name == "style").unwrap().text;
        let selectors = style.split('}').filter_map(|it| it.rsplit_once('{')).map(|it| it.0);
        let selectors = selectors.map(|it| it.rsplit('{').next().unwrap().trim());
        let mut count = 0;
        for selector in selectors.flat_map(|it| it.split(',')) {
            let selector = selector.rsplit("*/").next().unwrap().trim();
            assert!(selector.starts_with(".ogi") || selector.is_empty(), "{selector}");
            count += 1;
        }
        assert!(count > 30, "{count}");
        assert!(!style.contains("prefers-color-scheme"));
    }
}

#[test]
fn a_sound_report_has_no_marks() {
    let page = ogi_render::html(&reports::edition_2021());
    for word in ["核对", "class=\"error\"", "class=\"mark", "href="] {
        assert!(!page.contains(word), "{word}");
    }
}

#[test]
fn page_with_findings() {
    let report = reports::missing_parts();
    let outcome = ogi_check::check(&report, &Policy::default());
    let page = ogi_render::html_with_findings(&report, &outcome);
    insta::assert_snapshot!("missing_parts.findings.html", without_style(&page));
}

//! Pages: every figure has its heads, text is text, findings and cells lead to one another.

use std::collections::BTreeSet;

use ogi_check::Policy;
use ogi_model::{Cell, CellId, Column, Report, Row, TableId};

use crate::golden::without_style;
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

#[test]
fn a_sound_report_has_no_marks() {
    let page = ogi_render::html(&reports::edition_2021());
    for word in ["核对", "class=\"error\"", "class=\"mark", "href="] {
        assert!(!page.contains(word), "{word}");
    }
}

#[test]
fn page_with_findings() {
    let outcome = ogi_check::check(&reports::odd_cells(), &Policy::default());
    let page = ogi_render::html_with_findings(&reports::odd_cells(), &outcome);
    insta::assert_snapshot!("odd_cells.findings.html", without_style(&page));
}

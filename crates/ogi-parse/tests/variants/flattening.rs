//! What happens to the tables on the way to text.

use ogi_model::{CellId, Column, Edition, Field, Row, Section};
use ogi_parse::{ReadOptions, read};
use ogi_testkit::{Generator, Layout, Size};

use crate::{assert_nothing_wrong, assert_same_figures, reading, report};

#[test]
fn page_numbers_and_repeated_heads_do_no_harm() {
    let report = report(1);
    let heads = "自然人\n\n法人或其他组织\n\n总计\n\n商业企业\n\n科研机构\n\n社会公益组织\n\n法律服务机构\n\n其他\n\n";
    for layout in [Layout::Standard, Layout::A1, Layout::A1b] {
        for label in [Row::DeniedThirdParty, Row::RefusedRepeat, Row::CarriedOut] {
            let text = layout.write(&report);
            let text = text.replace(label.label(), &format!("— 3 —\n\n{heads}{}", label.label()));
            assert_same_figures(&reading(&text), &report, &text);
        }
    }
}

/// Figures before their labels, as some converters print cells that are centred: nothing says that they are.
#[test]
fn figures_torn_from_their_labels_are_never_given_to_others() {
    let report = report(10);
    let text = Layout::A1.write(&report);
    let mut lines: Vec<&str> = text.lines().filter(|it| !it.is_empty()).collect();
    let is_figure = |it: &&str| it.chars().all(|c| c.is_ascii_digit() || c == '.');
    let mut i = 0;
    while i < lines.len() {
        let end = i + 1 + lines[i + 1..].iter().take_while(|it| is_figure(it)).count();
        if end > i + 1 && !is_figure(&lines[i]) {
            lines[i..end].rotate_left(1);
        }
        i = end;
    }
    let text = lines.join("\n");
    let reading = reading(&text);
    assert_nothing_wrong(&reading, &report, &text);
}

#[test]
fn a_text_that_is_cut_off_anywhere_is_read_as_far_as_it_goes() {
    let report = Generator::new(11).edition(Edition::E2019).size(Size::Small).blanks(0.2).report();
    for layout in Layout::ALL {
        let text = layout.write(&report);
        for end in (0..text.len()).filter(|it| text.is_char_boundary(*it)).step_by(173) {
            // No panic; what stands before the cut is none the worse for it.
            let _ = read(&text[..end], &ReadOptions::default());
        }
    }
}

#[test]
fn a_whole_article_on_one_line() {
    let report = report(13);
    let text = Layout::A1.write(&report).split_whitespace().collect::<Vec<_>>().join(" ");
    let reading = reading(&text);
    assert_same_figures(&reading, &report, &text);
    assert_eq!(reading.report.agency, report.agency);
    assert_eq!(reading.report.year, report.year);
    assert!(reading.report.problems.is_some() && reading.report.overview.is_some());
}

#[test]
fn cells_over_several_lines_between_bars() {
    let report = report(15);
    let text = Layout::A6.write(&report);
    let text = text.replace(" | ", "  | \n      \n       ").replace("\n| ", "\n| \n       ");
    assert_same_figures(&reading(&text), &report, &text);
}

/// A page break may leave some rows with pads and others without.
#[test]
fn all_figures_of_a_row_are_enough_whatever_blanks_are_before_them() {
    let report = report(19);
    let text = Layout::Tabs.write(&report);
    let line = text.lines().find(|it| it.contains(Row::Concluded.label())).unwrap();
    let without_pads = line.replace("\t\t", "\t");
    let text = text.replacen(line, &without_pads, 1);
    assert_same_figures(&reading(&text), &report, &text);
}

/// Rows without anything between label and figures: read where the digits cannot be split two ways.
#[test]
fn glued_rows_are_read_where_they_can_be_split_only_one_way() {
    let report = report(20);
    let text = Layout::A5.write(&report);
    let at = text.find("第二十条").unwrap();
    let end = text.find(Section::Problems.heading(Edition::E2021)).unwrap();
    let text = format!(
        "{}{}{}",
        &text[..at],
        text[at..end].replace(" | ", "").replace(" |", ""),
        &text[end..]
    );
    let reading = reading(&text);
    assert_nothing_wrong(&reading, &report, &text);
    for row in [Row::Licensing, Row::Penalties, Row::CompulsoryMeasures] {
        let cell = CellId::new(row, Column::Decisions);
        assert_eq!(reading.report[cell], report[cell], "{text}");
    }
    let fees = CellId::new(Row::Fees, Column::Amount);
    assert_eq!(reading.report[fees], report[fees]);
}

/// Pages end lines anywhere; the report has paragraphs.
#[test]
fn lines_that_a_page_broke_are_paragraphs() {
    let mut report = report(60);
    let sentence =
        "示例市民政局通过门户网站主动公开各类政府信息三千余条，受理政府信息公开申请三百余件";
    let paragraphs = [
        format!("{sentence}，均已依法答复。{sentence}，全年没有发生复议。"),
        "（一）主动公开情况".to_owned(),
        format!("{sentence}，{sentence}，其余工作有序开展。"),
        format!("1.{sentence}，解决了问题。"),
    ];
    report.overview = Some(paragraphs.join("\n"));
    let text = Layout::A9.write(&report);
    let start = text.find("一、总体情况").unwrap();
    let end = text.find("二、主动公开政府信息情况").unwrap();
    let broken: String = paragraphs
        .iter()
        .map(|it| {
            let letters: Vec<char> = format!("　　{it}").chars().collect();
            let lines = letters.chunks(30).map(|it| it.iter().collect::<String>() + "\n");
            lines.collect::<String>()
        })
        .collect();
    let text = format!("{}一、总体情况\n{broken}\n- 2 -\n\n{}", &text[..start], &text[end..]);
    let reading = reading(&text);
    assert_eq!(reading.report.overview, report.overview, "{text}");
    let place = reading.sources.field(Field::Overview).unwrap().span().unwrap();
    assert!(text[place].starts_with("示例市民政局通过"));
}

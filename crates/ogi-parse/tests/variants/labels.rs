//! The labels of rows, columns and blocks.

use ogi_model::{
    Cell, CellId, Column, Edition, NoteKind, Row, Section, TableEdition, TableForm, TableId,
};
use ogi_parse::{ReadOptions, read};
use ogi_testkit::{Generator, Layout};

use crate::{assert_nothing_wrong, assert_same_figures, certain, has, reading, report};

#[test]
fn a_row_that_the_form_does_not_have_is_passed_over() {
    let report = report(2);
    for (layout, row) in [
        (Layout::A1, "其他主动公开文件\n\n3\n\n0\n\n17\n\n第二十条第（五）项"),
        (Layout::A6, "| 其他主动公开文件 | 3 | 0 | 17 |\n| 第二十条第（五）项 |"),
        (Layout::Tabs, "其他主动公开文件\t3\t0\t17\n第二十条第（五）项"),
    ] {
        let text = layout.write(&report);
        let head = text.lines().find(|it| it.contains("第二十条第（五）项")).unwrap();
        let text = text.replacen(head, row, 1);
        let reading = reading(&text);
        // A figure a line: three figures more may be of the row before.
        if layout == Layout::A1 {
            assert_nothing_wrong(&reading, &report, &text);
            continue;
        }
        // Beside it the row before may be unreadable.
        assert_nothing_wrong(&reading, &report, &text);
        assert!(has(
            &reading,
            |it| matches!(it, NoteKind::LabelUnknown { printed, .. } if printed.contains("其他主动公开文件"))
        ));
    }
}

#[test]
fn a_spurious_row_of_heads_within_a_table_does_no_harm() {
    let report = report(3);
    let text = Layout::A6.write(&report);
    let line = text.lines().find(|it| it.contains("重复申请")).unwrap();
    let spurious =
        "| 项目 | 本年新收件数 | 上年结转件数 | 办结件数 | 结转件数 | 备注 | 说明 | 其他 |";
    let text = text.replacen(line, &format!("{spurious}\n{line}"), 1);
    assert_same_figures(&reading(&text), &report, &text);
}

#[test]
fn blocks_of_two_editions_in_one_table() {
    let old = Generator::new(5).edition(Edition::E2019).report();
    let mut mixed = report(5);
    for column in [Column::Issued, Column::Repealed, Column::InForce] {
        for row in [Row::Rules, Row::NormativeDocuments] {
            mixed.set(CellId::new(row, column), Cell::Absent);
        }
    }
    for column in [Column::Produced, Column::NewlyDisclosed, Column::DisclosedTotal] {
        for row in [Row::Rules, Row::NormativeDocuments] {
            let cell = CellId::new(row, column);
            mixed.set(cell, old[cell].clone());
        }
    }
    mixed.set_table(TableId::ActiveDisclosure, Some(TableEdition::Mixed));
    for layout in certain() {
        let text = layout.write(&mixed);
        let reading = reading(&text);
        assert_same_figures(&reading, &mixed, &text);
        assert_eq!(reading.report.table(TableId::ActiveDisclosure), Some(TableEdition::Mixed));
    }
}

#[test]
fn table_four_as_three_tables_or_three_rows() {
    let report = report(6);
    let figures = |row: Row| {
        [Column::Upheld, Column::Corrected, Column::OtherResult, Column::Pending, Column::Total]
            .map(|column| report[CellId::new(row, column)].to_string())
            .join(" | ")
    };
    let rows = [Row::Reconsideration, Row::LitigationDirect, Row::LitigationAfterReconsideration];
    let heads = "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计";
    let three_tables: String =
        rows.map(|row| format!("{}\n| {heads} |\n| {} |\n\n", row.label(), figures(row))).concat();
    let three_rows = format!(
        "| 类型 | {heads} |\n{}",
        rows.map(|row| format!("| {} | {} |\n", row.label(), figures(row))).concat()
    );
    for table in [three_tables, three_rows] {
        let text = Layout::A6.write(&report);
        let heading = Section::Disputes.heading(Edition::E2021);
        let (before, rest) = text.split_once(heading).unwrap();
        let (_, after) = rest.split_once(Section::Problems.heading(Edition::E2021)).unwrap();
        let problems = Section::Problems.heading(Edition::E2021);
        let text = format!("{before}{heading}\n\n{table}\n{problems}{after}");
        assert_same_figures(&reading(&text), &report, &text);
    }
}

#[test]
fn labels_decide_where_rows_and_columns_are_exchanged() {
    let report = report(7);
    let (a, b) = (Row::DeniedThirdParty.label(), Row::DeniedEnforcementFile.label());
    // Heads without names are in the order of the form; heads cut by lines are not exchanged by this, and borders are
    // broken by it.
    let not_exchanged = [
        Layout::A8,
        Layout::A9,
        Layout::A10,
        Layout::A11,
        Layout::Box,
        Layout::Grid,
        Layout::Traditional,
    ];
    let exchanged = |it: &&Layout| !not_exchanged.contains(it);
    for layout in Layout::ALL.iter().filter(exchanged) {
        let text = layout.write(&report);
        let text = text.replace(a, "@").replace(b, a).replace('@', b);
        let text = text
            .replace("科研机构", "@")
            .replace("法律服务机构", "科研机构")
            .replace('@', "法律服务机构");
        let reading = reading(&text);
        let exchanged = |cell: CellId| {
            let row = match cell.row() {
                Row::DeniedThirdParty => Row::DeniedEnforcementFile,
                Row::DeniedEnforcementFile => Row::DeniedThirdParty,
                row => row,
            };
            let column = match cell.column() {
                Column::ResearchInstitution => Column::LegalServiceOrganization,
                Column::LegalServiceOrganization => Column::ResearchInstitution,
                column => column,
            };
            CellId::new(row, column)
        };
        // Without lines around it a row that changed its place may be one whose label did.
        let read_whole = [Layout::A6, Layout::Tabs, Layout::Csv].contains(layout);
        for cell in CellId::of_table(TableId::Applications) {
            let (got, wrote) = (&reading.report[cell], &report[exchanged(cell)]);
            let honest = !read_whole && (got.unreadable().is_some() || !got.is_present());
            assert!(honest || got == wrote, "{layout} {cell}\n{text}");
        }
    }
}

#[test]
fn a_column_that_is_not_there_makes_nothing_wrong() {
    let report = report(8);
    let mut without = report.clone();
    for cell in CellId::of_table(TableId::Applications) {
        if cell.column() == Column::ResearchInstitution {
            without.set(cell, Cell::Absent);
        }
    }
    for layout in Layout::ALL {
        let text = layout.write(&without);
        let reading = reading(&text);
        // The form has it: six figures under six heads are as many as a row with a blank has, so that none is sure.
        assert_nothing_wrong(&reading, &without, &text);
    }
}

#[test]
fn heads_cut_to_two_characters_are_known_by_being_the_only_ones() {
    let report = report(14);
    for layout in [Layout::A1, Layout::A6, Layout::Tabs] {
        let mut text = layout.write(&report);
        for (head, cut) in [
            ("商业企业", "商业"),
            ("科研机构", "科研"),
            ("社会公益组织", "社会公益"),
            ("法律服务机构", "法律服务"),
        ] {
            text = text.replace(head, cut);
        }
        assert_same_figures(&reading(&text), &report, &text);
    }
}

/// With a column of its own, a row may have as many figures as the form has columns and mean others.
#[test]
fn a_column_that_the_form_does_not_have_makes_its_table_unreadable_and_not_wrong() {
    let mut report = report(21);
    let blank = CellId::new(Row::Granted, Column::ResearchInstitution);
    report.set(blank, Cell::Blank);
    for (layout, separator) in [(Layout::A6, " |"), (Layout::Tabs, "\t")] {
        let text = layout.write(&report);
        let lines: Vec<String> = text
            .lines()
            .map(|line| match line {
                it if it.contains("法律服务机构") => {
                    format!("{it}{separator}备注{separator}")
                }
                it if it.contains(Row::Granted.label()) => format!("{it}{separator}5{separator}"),
                it => it.to_owned(),
            })
            .collect();
        let text = lines.join("\n").replace("||", "|").replace("| |", "|");
        assert_nothing_wrong(&reading(&text), &report, &text);
    }
}

#[test]
fn one_reworded_head_is_known_by_its_letters_and_being_the_only_one_missing() {
    let report = report(22);
    for layout in [Layout::A1, Layout::A6, Layout::Tabs] {
        let text = layout.write(&report).replace("社会公益组织", "公益类组织");
        assert_same_figures(&reading(&text), &report, &text);
        let text = layout.write(&report).replace("社会公益组织", "备注");
        let reading = reading(&text);
        assert_nothing_wrong(&reading, &report, &text);
        let cell = CellId::new(Row::Granted, Column::PublicWelfareOrganization);
        assert!(reading.report[cell].unreadable().is_some());
    }
}

/// Short forms of （六）其他处理 that nobody can be sure of: its head must not become a row for that.
#[test]
fn rows_worded_beyond_recognition_do_not_turn_their_head_into_a_row() {
    let report = report(23);
    for ordinals in [["1.", "2.", "3."], ["", "", ""]] {
        for layout in certain() {
            let mut text = layout.write(&report);
            let rows = [Row::OtherNotCorrected, Row::OtherFeeUnpaid, Row::OtherReasons];
            let short = ["逾期不补正", "逾期不缴费", "其他原因处理"];
            for ((row, ordinal), short) in rows.into_iter().zip(ordinals).zip(short) {
                text = text.replace(row.label(), &format!("{ordinal}{short}"));
            }
            let reading = reading(&text);
            assert_nothing_wrong(&reading, &report, &text);
            assert!(
                !reading.report[CellId::new(Row::OtherProcessing, Column::Total)].is_present(),
                "{layout}"
            );
        }
    }
}

/// What is left of a label that lost its beginning must not give its figures to the row before.
#[test]
fn labels_that_lost_their_beginning_give_no_figures_away() {
    let mut report = report(24);
    for cell in
        CellId::of_table(TableId::Applications).filter(|it| it.row() == Row::DeniedInquiryMatter)
    {
        report.set(cell, Cell::Blank);
    }
    for layout in Layout::ALL {
        let text =
            layout.write(&report).replace(Row::UnavailableNotHeld.label(), "不掌握相关政府信息");
        assert_nothing_wrong(&reading(&text), &report, &text);
    }
}

/// A head that is broken over lines is the form's.
#[test]
fn a_broken_head_is_no_other_wording() {
    let wordings = |heads: &str| {
        let text = format!(
            "示例市民政局2025年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n{heads}\n行政复议 | 3 | 0 | 0 | 1 | 4 |\n"
        );
        let notes = read(&text, &ReadOptions::default()).unwrap().notes;
        let printed = |it: NoteKind| match it {
            NoteKind::LabelNonstandard { printed, .. } => Some(printed),
            _ => None,
        };
        notes.into_iter().filter_map(|it| printed(it.kind)).collect::<Vec<_>>()
    };
    let whole = "类型 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |";
    assert_eq!(wordings(whole), [""; 0]);
    // Known fault: one that lost a letter, `尚未审`, is not noted, because heads are torn so too.
    let torn = whole.replace("尚未审结", "尚未审");
    assert_eq!(wordings(&format!("{torn}\n | | | | 结 | |")), [""; 0]);
}

/// Other ways to word a label that leave no doubt about it.
const REWORDED: &[(&str, &[&str])] = &[
    ("第二十条第（一）项", &["第二十条第(一)项", "第二十条  第(一)项", "第二十条 第（一）项"]),
    ("规章", &["规 章"]),
    ("行政规范性文件", &["规范性文件"]),
    ("本年制发件数", &["本年度制发数"]),
    ("本年废止件数", &["本年废止数"]),
    ("现行有效件数", &["现行有效", "现行有效件"]),
    ("本年收费金额（单位：万元）", &["本年收费金额单位:万元"]),
    ("商业企业", &["商业 企业"]),
    ("科研机构", &["科研 机构"]),
    ("社会公益组织", &["社会公益"]),
    ("总计", &["总 计", "总\u{3000}计"]),
    ("（一）予以公开", &["一、予以公开", "(一) 予以公开"]),
    (
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        &[
            "（二）部分公开(区分处理的,只计这一情况,不计其他情形)",
            "（二）部分公开（区分处理的，只计这一情 形，不计其他情形）",
            "（二）部分公开",
        ],
    ),
    ("1.属于国家秘密", &["1. 属于国家秘密", "1、属于国家秘密", "1.属于国家秘密（注）"]),
    ("2.其他法律行政法规禁止公开", &["2.其他法律行政止公开"]),
    ("3.危及“三安全一稳定”", &["3.危及三安全一稳定", "3.危及\"三安全一稳定\""]),
    ("5.属于三类内部事务信息", &["5.属于三类内容事务信息"]),
];

#[test]
fn labels_worded_otherwise_are_those_of_the_form() {
    let report = report(50);
    for layout in [Layout::Standard, Layout::A1, Layout::A3, Layout::A4, Layout::A6, Layout::Tabs] {
        let text = layout.write(&report);
        for (official, others) in REWORDED {
            assert!(text.contains(official), "{layout} {official}");
            for other in *others {
                let text = text.replace(official, other);
                assert_same_figures(&reading(&text), &report, &text);
            }
        }
    }
}

/// Wordings that nobody can be sure of: nothing wrong, whatever the layout.
#[test]
fn labels_that_lost_their_words_give_nothing_away() {
    let mut blank = report(51);
    for cell in CellId::of_table(TableId::ActiveDisclosure) {
        if cell.row() == Row::Rules {
            blank.set(cell, Cell::Blank);
        }
    }
    for report in [report(51), blank] {
        for layout in Layout::ALL {
            let text = layout.write(&report);
            for (official, lost) in [
                ("第二十条第（五）项", "第二十条第"),
                ("规章", " "),
                ("本年制发件数", "本年新"),
                ("本年废止件数", "本年新"),
                ("行政规范性文件", "规范"),
                ("（六）其他处理", "(六) 其他"),
                ("（三）不予公开", "(三)\n\n不予公开"),
                ("三、本年度办理结果", "三、本法提供\n年度办\n理结果"),
                ("自然人", "自然\n人"),
                ("社会公益组织", "社会 法律\n公益 服务 其他"),
                (
                    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
                    "1.逾期不补正",
                ),
                (
                    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
                    "2.逾期不缴费",
                ),
                ("结果维持", "结果"),
            ] {
                let text = text.replace(official, lost);
                // A layout that prints a label otherwise is read as it is.
                if let Ok(reading) = read(&text, &ReadOptions::default()) {
                    assert_nothing_wrong(&reading, &report, &text);
                }
            }
        }
    }
}

/// Clerks put rows of their own into 第二十条第（五）项, and sentences into the cell of a label.
#[test]
fn rows_split_and_labels_with_explanations() {
    let report = report(52);
    for (layout, rows) in [
        (Layout::A6, "| 行政检查 | 31 |\n| 行政确认 | 52 |\n"),
        (Layout::Tabs, "行政检查\t31\n行政确认\t52\n"),
        (Layout::A1, "行政检查\n\n31\n\n行政确认\n\n52\n\n"),
    ] {
        let text = layout.write(&report);
        let line = text.lines().find(|it| it.contains("第二十条第（六）项")).unwrap();
        let split = text.replacen(line, &format!("{rows}{line}"), 1);
        assert_nothing_wrong(&reading(&split), &report, &split);
        let gloss = "行政许可（指本机关依照法律、法规作出的许可决定，不含变更和延续）";
        let glossed = text.replace("行政许可", gloss);
        assert_same_figures(&reading(&glossed), &report, &glossed);
    }
}

/// Everything on one line: heads, kinds of cases, fifteen figures.
#[test]
fn table_four_on_one_line() {
    let report = report(53);
    let figures: Vec<String> = FORM_FOUR
        .rows()
        .flat_map(|row| FORM_FOUR.blocks[0].columns.iter().map(move |it| (row.row, it.column)))
        .map(|(row, column)| report[CellId::new(row, column)].to_string())
        .collect();
    let text = Layout::A6.write(&report);
    let heading = Section::Disputes.heading(Edition::E2021);
    let problems = Section::Problems.heading(Edition::E2021);
    let (before, rest) = text.split_once(heading).unwrap();
    let (_, after) = rest.split_once(problems).unwrap();
    for table in [
        format!("| 行政复议行政诉讼 |\n| {} |", figures.join(" | ")),
        format!("行政复议行政诉讼\n{} |", figures.join(" | ")),
    ] {
        let text = format!("{before}{heading}\n\n{table}\n\n{problems}{after}");
        assert_nothing_wrong(&reading(&text), &report, &text);
    }
}

const FORM_FOUR: &TableForm = TableForm::DISPUTES_2021;

/// Rows that are all there, in the order of the form, with sums that hold: a page may have exchanged them all the same.
#[test]
fn figures_without_labels_are_not_read_by_their_order() {
    let report = report(60);
    let text = Layout::Tabs.write(&report);
    let labels: Vec<&str> = TableForm::APPLICATIONS_2021.rows().map(|it| it.label).collect();
    let is_row = |line: &str| line.split('\t').any(|it| labels.contains(&it.trim()));
    let is_figure = |it: &&str| it.trim().parse::<i64>().is_ok();
    let bare: Vec<String> = text
        .lines()
        .map(|line| match is_row(line) {
            true => line.split('\t').filter(is_figure).collect::<Vec<_>>().join("\t"),
            false => line.to_owned(),
        })
        .collect();
    let reading = reading(&bare.join("\n"));
    for cell in CellId::of_table(TableId::Applications) {
        assert!(reading.report[cell].value().is_none(), "{cell}");
    }
    assert!(reading.report[CellId::new(Row::Licensing, Column::Decisions)].value().is_some());
}

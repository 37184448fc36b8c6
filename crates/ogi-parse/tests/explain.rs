//! Decisions say what was read, and asking for them changes nothing else.

// What helpers of tests unwrap fails the test.
#![allow(clippy::unwrap_used)]

use ogi_model::{Cell, CellId, Column, Decision, Evidence, NoteKind, Reading, Row, Target};
use ogi_parse::{ReadOptions, read};
use ogi_testkit::{Generator, Layout, Mess};

fn explained(text: &str) -> Reading {
    read(text, &ReadOptions::default().with_explain(true)).unwrap()
}

fn of_row(reading: &Reading, row: Row) -> &Decision {
    let mut found = reading.decisions.iter().filter(|it| it.about == Target::Row(row));
    let first = found.next().unwrap_or_else(|| panic!("{row}: {:#?}", reading.decisions));
    assert_eq!(found.next(), None, "{row}");
    first
}

#[test]
fn every_row_of_every_layout_says_what_was_taken() {
    for layout in Layout::ALL {
        for seed in 0..6 {
            let report = Generator::new(seed).blanks(0.05).report();
            let text = layout.write_messy(&report, &Mess::new(seed, 0.2));
            let Ok(plain) = read(&text, &ReadOptions::default()) else { continue };
            let reading = explained(&text);
            for row in Row::ALL {
                let cells: Vec<CellId> = CellId::of_table(row.table())
                    .filter(|it| it.row() == *row && plain.report[*it].is_present())
                    .collect();
                if cells.is_empty() {
                    continue;
                }
                let decision = of_row(&reading, *row);
                let unreadable = |it: &CellId| plain.report[*it].unreadable().is_some();
                assert!(decision.problem.is_none() || cells.iter().all(unreadable), "{decision:?}");
                if decision.problem.is_none() {
                    let taken: Vec<_> = decision.taken.iter().map(|it| it.cell).collect();
                    let wanted: Vec<_> = cells.iter().copied().map(Some).collect();
                    assert_eq!(taken, wanted, "{layout} {seed} {decision:?}\n{text}");
                    for it in &decision.taken {
                        let cell = it.cell.map(|it| &plain.report[it]);
                        let is_blank = cell == Some(&Cell::Blank);
                        let is_unread = cell.is_some_and(|it| it.unreadable().is_some());
                        let says_nothing = it.printed.is_empty();
                        assert!(says_nothing == is_blank || is_unread, "{layout} {seed} {it:?}");
                    }
                }
            }
            assert_eq!(Reading { decisions: Vec::new(), ..reading }, plain, "{layout} {seed}");
            assert_eq!(plain.decisions, []);
        }
    }
}

/// Table three with its rows in pipes.
fn applications(rows: &[&str]) -> String {
    let heads = "| 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |";
    let rows: String = rows.iter().map(|row| format!("| {row} |\n")).collect();
    format!("三、收到和处理政府信息公开申请情况\n| 类别 {heads}\n{rows}")
}

#[test]
fn how_a_label_was_known_and_what_it_is_next_to() {
    let text = applications(&[
        "一、本年新收政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1",
        "(一)予以公开 | 1 | 0 | 0 | 0 | 0 | 0 | 1",
        "部分公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0",
        "4.保护第三方合法权易 | 0 | 0 | 0 | 0 | 0 | 0 | 0",
    ]);
    let reading = explained(&text);
    let known = |row| &of_row(&reading, row).known;
    assert_eq!(known(Row::NewlyReceived), &Evidence::Exact);
    assert_eq!(known(Row::Granted), &Evidence::Folded);
    assert_eq!(known(Row::PartiallyGranted), &Evidence::Wording);
    assert_eq!(known(Row::DeniedThirdParty), &Evidence::Similar { distance: 1 });
    assert!(!of_row(&reading, Row::DeniedThirdParty).costs.is_empty());
    assert_eq!(known(Row::CarriedIn), &Evidence::Unknown);
}

#[test]
fn a_row_stated_by_its_neighbours_and_one_that_is_there_again() {
    let text = applications(&[
        "一、本年新收政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1",
        "余下的 | 0 | 0 | 0 | 0 | 0 | 0 | 0",
        "（一）予以公开 | 1 | 0 | 0 | 0 | 0 | 0 | 1",
        "（一）予以公开 | 2 | 0 | 0 | 0 | 0 | 0 | 2",
    ]);
    let reading = explained(&text);
    let stated = of_row(&reading, Row::CarriedIn);
    assert_eq!((&stated.known, &stated.printed[..]), (&Evidence::Order, "余下的"));
    let again = of_row(&reading, Row::Granted);
    assert!(again.problem.is_some());
    assert!(reading.report[CellId::new(Row::PartiallyGranted, Column::Total)].count().is_none());
}

#[test]
fn text_that_is_no_label_is_named() {
    let text = applications(&["（一）予以公开 | 1 | 0 | 0 | 0 | 0 | 0 | 1", "说明文字若干"]);
    let reading = explained(&text);
    let is_named = |it: &NoteKind| matches!(it, NoteKind::LabelUnknown { printed, .. } if printed == "说明文字若干");
    assert!(reading.notes.iter().any(|it| is_named(&it.kind)), "{:?}", reading.notes);
}

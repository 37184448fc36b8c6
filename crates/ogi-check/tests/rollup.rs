//! A parent beside its children, as a clerk meets it: a test for each thing that goes wrong.

#![allow(clippy::unwrap_used)]

use ogi_check::{
    Child, Compared, Ground, Policy, RollUp, Standing, Verdict, aggregate, check_rollup, roll_up,
};
use ogi_model::{Cell, CellId, Column, Decimal, Edition, Report, Row, TableForm, TableId, Value};

const AGENCIES: [&str; 3] = ["示例区农业局", "示例区教育局", "示例区水利局"];
const PENALTIES: CellId = CellId::new(Row::Penalties, Column::Decisions);
const AMOUNT: CellId = CellId::new(Row::Fees, Column::Amount);

const fn total(row: Row) -> CellId {
    CellId::new(row, Column::Total)
}

/// Reports of bodies that received 3, 4 and 5 requests of natural persons, of which 1 was granted and the rest concern
/// what they do not hold; and the report of the government above them.
fn family() -> (Report, Vec<Report>) {
    let child = |(name, received): (&str, i64)| {
        let zeros =
            TableId::ALL.iter().flat_map(|table| TableForm::of(*table, Edition::E2021).cells());
        let form = Report::builder(Edition::E2021).agency(name).year(2025);
        let mut report = zeros.fold(form, |it, cell| it.set(cell, 0)).build().unwrap();
        let counts = [
            (Row::NewlyReceived, received),
            (Row::Granted, 1),
            (Row::UnavailableNotHeld, received - 1),
            (Row::Concluded, received),
        ];
        for (row, count) in counts {
            report.set(CellId::new(row, Column::NaturalPerson), count);
            report.set(total(row), count);
        }
        report.set(PENALTIES, 10 * received);
        report
    };
    let children: Vec<_> = AGENCIES.into_iter().zip(3..).map(child).collect();
    let mut parent = aggregate(&children).report;
    parent.agency = Some("示例区人民政府".into());
    parent.set(CellId::new(Row::Rules, Column::InForce), 0);
    parent.set(CellId::new(Row::NormativeDocuments, Column::InForce), 12);
    (parent, children)
}

/// The agricultural bureau left its column 总计 at 0.
fn with_totals_left_zero() -> (Report, Vec<Report>) {
    let (parent, mut children) = family();
    for row in [Row::NewlyReceived, Row::Granted, Row::UnavailableNotHeld, Row::Concluded] {
        children[0].set(total(row), 0);
    }
    (parent, children)
}

fn of(parent: &Report, children: &[Report]) -> RollUp {
    roll_up(parent, children, &Policy::default())
}

fn at(rolled_up: &RollUp, cell: CellId) -> &Compared {
    rolled_up.cells.iter().find(|it| it.cell == cell).unwrap()
}

fn findings<'a>(rolled_up: &'a RollUp, rule: &str) -> Vec<&'a str> {
    let findings = rolled_up.outcome.findings.iter().filter(|it| it.rule.id == rule);
    findings.map(|it| &it.message.zh[..]).collect()
}

#[test]
fn a_sound_family_is_equal_in_all_that_adds_up() {
    let (parent, children) = family();
    let rolled_up = of(&parent, &children);
    assert_eq!(rolled_up.standing(Standing::Equal).count(), 198);
    assert_eq!(rolled_up.standing(Standing::ForReference).count(), 2);
    assert!(rolled_up.calls.is_empty() && rolled_up.lacking().next().is_none());
    assert_eq!(rolled_up.outcome, check_rollup(&parent, &children, &Policy::default()));
}

#[test]
fn the_errors_of_children_are_a_list_to_telephone() {
    let (parent, children) = with_totals_left_zero();
    let calls = of(&parent, &children).calls;
    let [call] = &calls[..] else { panic!("{calls:#?}") };
    let said = "示例区农业局：总计列4处为0，应为3、1、2、3（一、本年新收政府信息公开申请数量，（一）予以公开，1.本机关不掌握相关政府信息，（七）总计），据其自身勾稽关系推定";
    assert!(call.message.zh.starts_with(said), "{}", call.message.zh);
    assert!(
        call.message
            .en
            .starts_with("示例区农业局: column “Total”: 4 cells are 0, should be 3, 1, 2, 3 ("),
        "{}",
        call.message.en
    );
    assert_eq!((call.errors.len(), call.corrections.len()), (4, 1));
}

#[test]
fn sums_are_stated_as_printed_and_corrected() {
    let (parent, children) = with_totals_left_zero();
    let rolled_up = of(&parent, &children);
    let mended: Vec<_> = rolled_up
        .standing(Standing::EqualWhenCorrected)
        .map(|it| (it.cell.row(), it.sum, it.corrected))
        .collect();
    let count = Value::Count;
    assert_eq!(
        mended,
        [
            (Row::NewlyReceived, count(9), count(12)),
            (Row::Granted, count(2), count(3)),
            (Row::UnavailableNotHeld, count(7), count(9)),
            (Row::Concluded, count(9), count(12)),
        ]
    );
    // They are still not the same as printed, and each says that correcting the child makes them so.
    let findings = findings(&rolled_up, "rollup-sum");
    assert_eq!(findings.len(), 4);
    assert_eq!(
        findings[0],
        "“一、本年新收政府信息公开申请数量·总计”为12，而各下级相加为9（示例区农业局0→3；更正下级自身的错误后为12，相符）"
    );
}

/// One more figure is wrong than the totals, and the sums leave several ways: the parent states which.
#[test]
fn what_the_sums_leave_open_the_parent_may_state() {
    let person = |row| CellId::new(row, Column::NaturalPerson);
    let (parent, mut children) = with_totals_left_zero();
    let wrong = person(Row::UnavailableUnclear);
    children[0].set(wrong, 1);
    let rolled_up = of(&parent, &children);
    let [correction] = &rolled_up.calls[0].corrections[..] else { panic!("{rolled_up:#?}") };
    assert_eq!(correction.ground, Ground::Parent);
    assert!(correction.edits.iter().any(|it| (it.cell, it.to) == (wrong, Value::Count(0))));
    assert_eq!(correction.edits.len(), 5);
    assert_eq!(rolled_up.standing(Standing::Different).count(), 0);
    // Without it nothing is taken for right.
    let alone = aggregate(&children);
    assert!(alone.calls[0].corrections.is_empty());
    assert!(alone.calls[0].message.zh.contains("而各部分相加为"), "{}", alone.calls[0].message.zh);
}

/// A total that the parent copied is not mended away.
#[test]
fn a_parent_may_have_the_errors_of_its_children() {
    let (_, children) = with_totals_left_zero();
    let mut parent = aggregate(&children).report;
    parent.agency = Some("示例区人民政府".into());
    let rolled_up = of(&parent, &children);
    assert_eq!(rolled_up.calls[0].corrections.len(), 1);
    assert_eq!(rolled_up.standing(Standing::EqualAsPrinted).count(), 4);
    assert!(findings(&rolled_up, "rollup-sum").is_empty());
}

#[test]
fn a_difference_that_remains_names_every_child_and_what_others_must_hold() {
    let (mut parent, mut children) = family();
    children[1].set(PENALTIES, 0);
    parent.set(PENALTIES, 334);
    let rolled_up = of(&parent, &children);
    assert_eq!(
        findings(&rolled_up, "rollup-sum"),
        [
            "“行政处罚·本年处理决定数量”为334，而各下级相加为80（示例区农业局30，示例区教育局0，示例区水利局50）"
        ]
    );
    let lacking: Vec<_> = rolled_up.lacking().map(|(it, value)| (it.cell, value)).collect();
    assert_eq!(lacking, [(PENALTIES, Value::Count(254))]);
    // Nobody can make up for too little.
    parent.set(PENALTIES, 79);
    let rolled_up = of(&parent, &children);
    assert_eq!(at(&rolled_up, PENALTIES).standing, Standing::Different);
    assert_eq!(rolled_up.lacking().count(), 0);
}

#[test]
fn a_blank_that_sums_determine_is_known() {
    let (parent, mut children) = family();
    for cell in TableForm::of(TableId::Applications, Edition::E2021).cells() {
        if matches!(cell.row(), Row::OtherFeeUnpaid | Row::OtherReasons) {
            children[2].set(cell, Cell::Blank);
        }
    }
    let rolled_up = of(&parent, &children);
    assert_eq!(rolled_up.standing(Standing::Equal).count(), 198);
    let figure = &at(&rolled_up, total(Row::OtherReasons)).figures[2];
    assert_eq!((&figure.printed, figure.determined()), (&Cell::Blank, Some(Value::Count(0))));
    // In table two no sum states.
    children[2].set(PENALTIES, Cell::Blank);
    let rolled_up = of(&parent, &children);
    assert_eq!(at(&rolled_up, PENALTIES).standing, Standing::Open);
    assert_eq!(at(&rolled_up, PENALTIES).lacking, Some(Value::Count(50)));
}

#[test]
fn a_parent_with_fewer_decimals_differs_beyond_half_its_last() {
    let (mut parent, mut children) = family();
    children[0].set(AMOUNT, Decimal::new(18_651_064_104, 6));
    for (printed, standing) in [
        (Decimal::new(1_865_106, 2), Standing::Equal),
        (Decimal::new(1_865_107, 2), Standing::Different),
        (Decimal::new(186_511, 1), Standing::Equal),
        (Decimal::new(186_510, 1), Standing::Different),
        (Decimal::new(18_651_064_105, 6), Standing::Different),
        // More digits than the children print are more that differ.
        (Decimal::new(186_510_641_041, 7), Standing::Different),
    ] {
        parent.set(AMOUNT, printed);
        assert_eq!(at(&of(&parent, &children), AMOUNT).standing, standing, "{printed}");
    }
    // Counts are never rounded.
    parent.set(PENALTIES, 121);
    assert_eq!(at(&of(&parent, &children), PENALTIES).standing, Standing::Different);
}

#[test]
fn a_body_of_other_years_is_hinted_at() {
    let (parent, mut children) = family();
    let mut old = children[0].clone();
    (old.agency, old.year) = (Some("示例区林业局".into()), Some(2023));
    children.push(old);
    let rolled_up = of(&parent, &children);
    assert_eq!(rolled_up.former, [("示例区林业局".to_owned(), 2023)]);
    assert_eq!(findings(&rolled_up, "rollup-missing").len(), 1);
    // It may have been dissolved, so the sums do not wait for it.
    assert_eq!((rolled_up.standing(Standing::Equal).count(), rolled_up.bodies.len()), (198, 3));
    // But they do where somebody says that it should have reported.
    let wanted = Child::without_report("示例区林业局");
    let children = children.iter().map(Child::from).chain([wanted]);
    let rolled_up = roll_up(&parent, children, &Policy::default());
    assert_eq!((rolled_up.former.len(), rolled_up.standing(Standing::Open).count()), (0, 198));
}

#[test]
fn an_absent_body_leaves_bounds() {
    let (mut parent, children) = family();
    parent.set(PENALTIES, 374);
    let granted = total(Row::Granted);
    parent.set(granted, 2);
    let absent = Child::without_report("示例区公安局");
    let children = children.iter().map(Child::from).chain([absent]);
    let rolled_up = roll_up(&parent, children, &Policy::default());
    // One is below what the others have already, and one says what the absent body holds; in all others it is 0.
    assert_eq!(at(&rolled_up, granted).standing, Standing::Exceeded);
    assert_eq!(rolled_up.standing(Standing::Open).count(), 197);
    let lacking: Vec<_> = rolled_up.lacking().map(|(it, value)| (it.cell, value)).collect();
    assert_eq!(lacking, [(PENALTIES, Value::Count(254))]);
    assert_eq!(findings(&rolled_up, "rollup-sum").len(), 1);
    assert_eq!(rolled_up.outcome.verdict, Verdict::Rejected);
}

/// What is shown to people is in the JSON, as often.
#[cfg(feature = "serde")]
#[test]
fn json_holds_the_same() {
    let (mut parent, children) = with_totals_left_zero();
    parent.set(PENALTIES, 374);
    let rolled_up = of(&parent, &children);
    let json = serde_json::to_value(&rolled_up).unwrap();
    let cells = json["cells"].as_array().unwrap();
    for standing in Standing::ALL {
        let count = cells.iter().filter(|it| it["standing"] == standing.key()).count();
        assert_eq!(count, rolled_up.standing(*standing).count(), "{}", standing.key());
    }
    assert_eq!(cells.len(), 200);
    assert_eq!(json["calls"].as_array().unwrap().len(), rolled_up.calls.len());
    assert_eq!(json["calls"][0]["message"]["zh"], rolled_up.calls[0].message.zh[..]);
    let penalties = cells.iter().find(|it| it["cell"]["row"] == "penalties").unwrap();
    assert_eq!((&penalties["lacking"], &penalties["sum"]), (&254.into(), &120.into()));
    assert_eq!(penalties["figures"].as_array().unwrap().len(), 3);
}

//! Single rows: where each counts, and what is said of those that count nowhere.

use ogi_model::{CellId, Column, Edition, Row};
use ogi_tally::{Field, Mapping, Meaning, Scope, Tally, TallyError, Vocabulary, tally};

use crate::{register, tallied};

const HEADS: &str =
    "编号,收到日期,申请人类型,组织类型,办理结果,具体情形,答复日期,是否上年结转,复议结果,诉讼结果";

const YEAR: Scope = Scope::of_year(2025);

/// A mapping by the columns alone, so that only labels of the form are understood.
fn mapping(heads: &str) -> Mapping {
    let mut mapping = Mapping::new();
    let fields = [
        (Field::Number, "编号"),
        (Field::Received, "收到日期"),
        (Field::Applicant, "申请人类型"),
        (Field::Organization, "组织类型"),
        (Field::Outcome, "办理结果"),
        (Field::Reason, "具体情形"),
        (Field::Answered, "答复日期"),
        (Field::Carried, "是否上年结转"),
        (Field::Reconsideration, "复议结果"),
        (Field::ReconsiderationDate, "复议日期"),
        (Field::Litigation, "诉讼结果"),
        (Field::LitigationKind, "起诉方式"),
    ];
    for (field, name) in fields.into_iter().filter(|it| heads.split(',').any(|head| head == it.1)) {
        mapping.set_column(field, name);
    }
    mapping.set_word(Vocabulary::Carried, "是", Some(Meaning::Row(Row::CarriedIn)));
    mapping
}

fn of(heads: &str, row: &str) -> Tally {
    let register = register(format!("{heads}\n{row}\n").as_bytes());
    tally(&register, &mapping(heads), YEAR).unwrap()
}

/// Why the row is left over, or where it is counted.
fn stated(row: &str) -> String {
    let tally = of(HEADS, row);
    if let Some(left_over) = tally.left_over.first() {
        assert_eq!((tally.requests, left_over.line.number), (0, 2));
        return left_over.message().zh;
    }
    let cells: Vec<_> = tally
        .cells()
        .filter(|it| !tally.lines(*it).is_empty())
        .map(|it| format!("{}.{}", it.row(), it.column()))
        .collect();
    let others = [
        (&tally.answered_before, "answered before"),
        (&tally.received_after, "received after"),
        (&tally.aside, "aside"),
    ];
    let others = others.into_iter().filter(|it| !it.0.is_empty()).map(|it| it.1.to_owned());
    cells.into_iter().chain(others).collect::<Vec<_>>().join(" ")
}

#[test]
fn days_decide_where_a_request_counts() {
    for (row, expected) in [
        (
            "1,2025-01-01,自然人,,予以公开,,2025-12-31,,,",
            "newly_received.natural_person granted.natural_person",
        ),
        (
            "1,2024-12-31,自然人,,予以公开,,2025-01-01,,,",
            "carried_in.natural_person granted.natural_person",
        ),
        ("1,2025-12-31,自然人,,,,,,,", "newly_received.natural_person carried_out.natural_person"),
        (
            "1,2025-12-31,自然人,,予以公开,,2026-01-01,,,",
            "newly_received.natural_person carried_out.natural_person",
        ),
        (
            "1,2023-05-01,商业企业,,,,,,,",
            "carried_in.commercial_enterprise carried_out.commercial_enterprise",
        ),
        ("1,2024-12-01,自然人,,予以公开,,2024-12-31,,,", "answered before"),
        ("1,2026-01-01,自然人,,,,,,,", "received after"),
        // What is of another year need not be understood.
        ("1,2024-12-01,?,,?,,2024-12-31,,,", "answered before"),
        ("1,2026-01-01,?,,?,,2026-02-01,,,", "received after"),
        // Days as spreadsheets count them.
        (
            "1,45720,自然人,,予以公开,,45721.5,,,",
            "newly_received.natural_person granted.natural_person",
        ),
        (
            "1,,自然人,,予以公开,,2025-01-05,是,,",
            "carried_in.natural_person granted.natural_person",
        ),
        (",,,,,,,,,", ""),
        ("合计,,,,,,,,,", "aside"),
        (HEADS, "aside"),
    ] {
        assert_eq!(stated(row), expected, "{row}");
    }
}

#[test]
fn what_fits_nowhere_is_named_with_all_its_reasons() {
    for (row, expected) in [
        ("1,,自然人,,予以公开,,2025-03-20,,,", "收到日期未填写"),
        ("1,3月4日,自然人,,予以公开,,2025-03-20,,,", "收到日期“3月4日”不是日期"),
        (
            "1,2025-03-04,自然人,,予以公开,,2025-03-02,,,",
            "答复日期2025-03-02早于收到日期2025-03-04",
        ),
        // A year mistyped is no request of another year.
        (
            "1,2025-03-04,自然人,,予以公开,,2024-03-20,,,",
            "答复日期2024-03-20早于收到日期2025-03-04",
        ),
        (
            "1,2052-03-04,自然人,,予以公开,,2025-03-20,,,",
            "答复日期2025-03-20早于收到日期2052-03-04",
        ),
        ("1,2025-03-04,自然人,,予以公开,,,,,", "有办理结果“（一）予以公开”而没有答复日期"),
        ("1,2025-03-04,自然人,,,,2025-03-20,,,", "办理结果未填写"),
        ("1,2025-03-04,自然人,,已阅,,2025-03-20,,,", "办理结果“已阅”没有对应的项"),
        ("1,2025-03-04,,,已阅,,2025-03-20,,,", "申请人类型未填写；办理结果“已阅”没有对应的项"),
        (
            "1,2025-03-04,自然人,,不予公开,,2025-03-20,,,",
            "办理结果“不予公开”只是大类，不能确定是哪一项",
        ),
        (
            "1,2025-03-04,自然人,,不予公开,重复申请,2025-03-20,,,",
            "办理结果“不予公开·重复申请”没有对应的项",
        ),
        (
            "1,2025-03-04,法人或其他组织,,予以公开,,2025-03-20,,,",
            "申请人类型“法人或其他组织”只是大类，不能确定是哪一项",
        ),
        (
            "1,2025-03-04,自然人,,结转下年度继续办理,,2025-03-20,,,",
            "已于2025-03-20答复，办理结果却是尚未办结",
        ),
        (
            "1,2025-03-04,自然人,,予以公开,,2025-03-20,是,,",
            "注明“上年结转政府信息公开申请数量”，与日期不符",
        ),
    ] {
        assert_eq!(stated(row), expected, "{row}");
    }
}

#[test]
fn a_ground_says_what_a_merged_head_does_not() {
    for (row, expected) in [
        (
            "1,2025-03-04,自然人,,不予公开,属于国家秘密,2025-03-20,,,",
            "denied_state_secret.natural_person",
        ),
        (
            "1,2025-03-04,法人或其他组织,科研机构,部分公开,属于国家秘密,2025-03-20,,,",
            "partially_granted.research_institution",
        ),
        (
            "1,2025-03-04,自然人,,,4.无正当理由大量反复申请,2025-03-20,,,",
            "refused_excessive.natural_person",
        ),
    ] {
        let stated = stated(row);
        assert_eq!(stated.split_once(' ').unwrap().1, expected, "{row}");
    }
}

#[test]
fn a_number_is_taken_once_a_year() {
    let text = format!(
        "{HEADS}\n\
         7,2024-03-04,自然人,,予以公开,,2024-03-20,,,\n\
         7,2025-03-04,自然人,,予以公开,,2025-03-20,,,\n\
         8,2025-03-05,自然人,,予以公开,,2025-03-20,,,\n\
         7,2025-03-06,自然人,,予以公开,,2025-03-20,,,\n"
    );
    let tally = tally(&register(text.as_bytes()), &mapping(HEADS), YEAR).unwrap();
    let stated: Vec<_> =
        tally.left_over.iter().map(|it| (it.line.number, it.message().zh)).collect();
    assert_eq!(stated, [(5, "编号与第3行重复".to_owned())]);
    assert_eq!((tally.requests, tally.answered_before.len()), (2, 1));
}

#[test]
fn disputes_are_of_the_year_of_their_day_or_of_their_request() {
    let dated = "收到日期,申请人类型,办理结果,答复日期,复议结果,复议日期";
    let undated = "收到日期,申请人类型,办理结果,答复日期,复议结果,诉讼结果";
    let kind = "收到日期,申请人类型,办理结果,答复日期,诉讼结果,起诉方式";
    for (heads, row, expected) in [
        (
            dated,
            "2024-03-04,自然人,予以公开,2024-03-20,结果维持,2025-01-05",
            "reconsideration.upheld",
        ),
        (dated, "2025-03-04,自然人,予以公开,2025-03-20,结果纠正,2026-01-05", "elsewhere"),
        (dated, "2025-03-04,自然人,予以公开,2025-03-20,尚未审结,", "reconsideration.pending"),
        (dated, "2025-03-04,自然人,予以公开,2025-03-20,结果纠正,", "行政复议日期未填写"),
        (undated, "2024-03-04,自然人,予以公开,2024-03-20,结果维持,", "elsewhere"),
        (undated, "2025-03-04,自然人,予以公开,2025-03-20,,结果维持", "litigation_direct.upheld"),
        (
            undated,
            "2025-03-04,自然人,予以公开,2025-03-20,其他结果,结果纠正",
            "reconsideration.other litigation_after_reconsideration.corrected",
        ),
        (undated, "2025-03-04,自然人,予以公开,2025-03-20,？,/", "行政复议结果“？”没有对应的项"),
        (
            kind,
            "2025-03-04,自然人,予以公开,2025-03-20,结果维持,复议后起诉",
            "litigation_after_reconsideration.upheld",
        ),
        (
            kind,
            "2025-03-04,自然人,予以公开,2025-03-20,结果维持,",
            "有行政诉讼，而不知道是直接起诉还是复议后起诉",
        ),
    ] {
        let tally = of(heads, row);
        let cells = tally.cells().filter(|it| it.table() == ogi_model::TableId::Disputes);
        let cells = cells.filter(|it| !tally.lines(*it).is_empty());
        let mut stated: Vec<_> = cells.map(|it| format!("{}.{}", it.row(), it.column())).collect();
        stated.extend(tally.disputes_elsewhere.iter().map(|_| "elsewhere".to_owned()));
        stated.extend(tally.left_over.iter().map(|it| it.message().zh));
        assert_eq!(stated.join(" "), expected, "{row}");
    }
}

#[test]
fn the_form_of_2019_has_one_row_for_other_ends() {
    let mut mapping = mapping(HEADS);
    let unpaid = Meaning::Row(Row::OtherFeeUnpaid);
    mapping.set_word(Vocabulary::Outcomes, "未缴费", Some(unpaid));
    let text = format!("{HEADS}\n1,2020-03-04,自然人,,未缴费,,2020-03-20,,,\n");
    let tally = tally(&register(text.as_bytes()), &mapping, Scope::of_year(2020)).unwrap();
    assert_eq!(tally.scope.edition, Edition::E2019);
    assert_eq!(tally.figure(CellId::new(Row::OtherProcessing, Column::Total)), 1);
}

#[test]
fn columns_are_stated_by_heads_and_by_what_stands_below() {
    // A title, heads over heads, other words, a ground, and 答复 for both a day and a kind.
    let text = "示例市民政局2025年依申请公开台账,,,,,,,,\n\
                序号,申请人,,收件时间,申请内容,办理情况,,答复时间,行政复议\n\
                ,姓名,类别,,,结论,不予公开理由,,\n\
                1,甲,公民,2025年3月4日,示例路,同意公开,,2025年3月20日,\n\
                2,乙,企业,2025年3月5日,示例河,不予公开,商业秘密,2025年3月21日,维持\n";
    let tally = tallied(text.as_bytes(), YEAR);
    assert_eq!(tally.left_over, []);
    assert_eq!(tally.figure(CellId::new(Row::Granted, Column::NaturalPerson)), 1);
    assert_eq!(tally.figure(CellId::new(Row::DeniedThirdParty, Column::CommercialEnterprise)), 1);
    assert_eq!(tally.figure(CellId::new(Row::Reconsideration, Column::Upheld)), 1);
}

#[test]
fn the_better_of_two_columns_is_taken() {
    let text = "申请日期,收到日期,申请人,申请人类型,答复方式,办理结果,答复期限,答复日期,公开日期\n\
                2024-12-30,2025-01-02,甲,公民,邮寄,公开,2025-02-02,2025-01-20,\n";
    let register = register(text.as_bytes());
    let mapping = Mapping::guess(&register, Edition::E2021).unwrap();
    let stated: Vec<_> = mapping.columns().map(|it| it.1).collect();
    assert_eq!(stated, ["收到日期", "答复日期", "申请人类型", "办理结果"]);
}

#[test]
fn what_is_missing_is_stated_with_what_is_there() {
    let text = "收到日期,申请人类型,备注\n2025-03-04,自然人,\n";
    let error = Mapping::guess(&register(text.as_bytes()), Edition::E2021).unwrap_err();
    assert_eq!(
        error.message().zh,
        "没有找到“答复日期”“办理结果”对应的列；台账的列有：收到日期、申请人类型、备注"
    );
    let mut mapping = mapping(HEADS);
    mapping.set_column(Field::Outcome, "结果");
    let error = tally(&register(HEADS.as_bytes()), &mapping, YEAR).unwrap_err();
    assert!(matches!(error, TallyError::NoSuchColumn { field: Field::Outcome, .. }), "{error}");
    let error = tally(&register(HEADS.as_bytes()), &Mapping::new(), YEAR).unwrap_err();
    assert_eq!(error.kind(), "columns-missing");
    let far = Scope { year: 0, ..YEAR };
    let error = tally(&register(HEADS.as_bytes()), &mapping, far).unwrap_err();
    assert_eq!(error.kind(), "no-such-year");
}

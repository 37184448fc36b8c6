//! What sentences say about figures.

#![allow(clippy::unwrap_used)]

use ogi_model::{
    CellId, CellSum, Claim, ClaimSubject, ClaimValue, Column, Edition, Group, Hedge, Report, Row,
    Scope, Section, TableForm,
};
use ogi_parse::{ReadOptions, read};
use ogi_testkit::Layout;

/// Reads sentences as the overview of a report.
fn claims_of(agency: &str, edition: Edition, sentences: &str) -> Vec<Claim> {
    let year = if edition == Edition::E2019 { 2020 } else { 2025 };
    let report = Report::builder(edition)
        .agency(agency)
        .year(year)
        .narrative(Section::Overview, sentences)
        .build()
        .unwrap();
    read(&Layout::A4.write(&report), &ReadOptions::default()).unwrap().claims
}

/// Rows by their keys, a group by its own: `denied` for the eight of 不予公开.
fn sum(sum: &CellSum) -> String {
    let name = |cell: &CellId| match cell.column() {
        Column::Total => cell.row().to_string(),
        column => format!("{}.{column}", cell.row()),
    };
    let plus: Vec<_> = sum.plus.iter().map(name).collect();
    let minus: String = sum.minus.iter().map(|it| format!("-{}", name(it))).collect();
    let mut text = plus.join("+") + &minus;
    for group in [Group::Denied, Group::Unavailable, Group::Refused, Group::OtherProcessing] {
        let rows = TableForm::APPLICATIONS_2021.rows().filter(|it| it.group == Some(group));
        let rows: Vec<_> = rows.map(|it| it.row.to_string()).collect();
        text = text.replace(&rows.join("+"), group.key());
        text = text.replace(&rows.join("-"), group.key());
    }
    for row in Row::ALL {
        let columns = &Column::ALL
            [Column::CommercialEnterprise as usize..=Column::OtherOrganization as usize];
        let all: Vec<_> = columns.iter().map(|it| format!("{row}.{it}")).collect();
        text = text.replace(&all.join("+"), &format!("{row}.organizations"));
    }
    text
}

fn sums(all: &[CellSum]) -> String {
    all.iter().map(sum).collect::<Vec<_>>().join("|")
}

fn short(claim: &Claim) -> String {
    let (about, firm) = match &claim.about {
        ClaimSubject::Figures { any_of, firm } => (sums(any_of), *firm),
        ClaimSubject::Change { any_of } => (format!("change of {}", sums(any_of)), true),
        ClaimSubject::Share { .. } => ("share".to_owned(), true),
        ClaimSubject::ProcessingFee => ("fee".to_owned(), true),
        ClaimSubject::Other { rest } => ((if *rest { "rest" } else { "other" }).to_owned(), true),
    };
    let hedge = match claim.hedge {
        Hedge::Exact => "",
        Hedge::About => "about ",
        Hedge::AtLeast => ">=",
        Hedge::AtMost => "<=",
        Hedge::Over => "over ",
    };
    let value = match claim.value {
        ClaimValue::Count(n) => n.to_string(),
        ClaimValue::Money(money) => format!("{} wan", money.normalize()),
        ClaimValue::Percent(share) => format!("{share}%"),
        ClaimValue::None => "none".to_owned(),
        ClaimValue::LeftOut => "left out".to_owned(),
    };
    let scope = match claim.scope {
        Scope::Own => "",
        Scope::Region => " of region",
        Scope::Others => " of others",
        Scope::Unknown => " of someone",
    };
    let of = claim.of.map(|it| format!(" in #{it}")).unwrap_or_default();
    let year =
        claim.year.filter(|it| *it != 2025).map(|it| format!(" in {it}")).unwrap_or_default();
    let sure = if firm { "" } else { "?" };
    format!("{about}{sure} = {hedge}{value}{scope}{year}{of}")
}

fn shorts(sentence: &str) -> Vec<String> {
    claims_of("示例市民政局", Edition::E2021, sentence).iter().map(short).collect()
}

/// Sentences and what they claim. `?` is not firm, `in #0` is a part of the first claim.
const CASES: &[(&str, &[&str])] = &[
    ("共受理依申请公开12件。", &["newly_received|newly_received+carried_in = 12"]),
    (
        "全年收到政府信息公开申请12件，上年结转3件。",
        &["newly_received|newly_received+carried_in = 12", "carried_in = 3"],
    ),
    (
        "2025年，我局新收到政府信息公开申请12件,上年结转申请3件,结转下年度继续办理2件。",
        &["newly_received = 12", "carried_in = 3", "carried_out = 2"],
    ),
    (
        "本年度共受理信息公开申请12件，答复13件（含上年度结转申请3件，另有2件顺延到下年度答复）。",
        &[
            "newly_received|newly_received+carried_in = 12",
            "concluded|newly_received-carried_out|concluded-carried_in|concluded-other_processing|concluded-other_processing-refused = 13",
            "carried_in = 3 in #1",
            "carried_out = 2 in #1",
        ],
    ),
    (
        "受理公开申请12件，办结13件（含上年结转3件）。",
        &[
            "newly_received|newly_received+carried_in = 12",
            "concluded|newly_received-carried_out|concluded-carried_in = 13",
            "carried_in = 3 in #1",
        ],
    ),
    (
        "办结政府信息公开申请13件(含2024年结转的3件),其中予以公开5件,部分公开2件,不予公开1件,无法提供3件,不予处理1件,其他处理1件。",
        &[
            "concluded|newly_received-carried_out|concluded-carried_in = 13",
            "carried_in = 3 in #0",
            "granted|granted+partially_granted = 5 in #0",
            "partially_granted = 2 in #0",
            "denied = 1 in #0",
            "unavailable = 3 in #0",
            "refused = 1 in #0",
            "other_processing = 1 in #0",
        ],
    ),
    (
        "全年政府信息公开申请中，同意公开答复5件，部分公开答复2件，不予公开答复1件，无法提供的3件，不予处理1件，其他处理1件，转下一年度2件。",
        &[
            "granted|granted+partially_granted = 5",
            "partially_granted = 2",
            "denied = 1",
            "unavailable = 3",
            "refused = 1",
            "other_processing = 1",
            "carried_out = 2",
        ],
    ),
    (
        "收到政府信息公开申请7件,上年度结转1件;予以公开3件,无法提供4件,结转下年继续办理1件。",
        &[
            "newly_received|newly_received+carried_in = 7",
            "carried_in = 1",
            "granted|granted+partially_granted = 3",
            "unavailable = 4",
            "carried_out = 1",
        ],
    ),
    (
        "收办政府信息公开申请12件，其中自然人申请10件，法人或其他组织申请2件。",
        &[
            "newly_received+carried_in|newly_received|concluded|concluded+carried_out = 12",
            "newly_received.natural_person+carried_in.natural_person|newly_received.natural_person|concluded.natural_person|concluded.natural_person+carried_out.natural_person = 10 in #0",
            "newly_received.organizations+carried_in.organizations|newly_received.organizations|concluded.organizations|concluded.organizations+carried_out.organizations = 2 in #0",
        ],
    ),
    (
        "共受理依申请公开12件，其中自然人10件，法人或其他组织2件；共办理13件，结转下一年2件。",
        &[
            "newly_received|newly_received+carried_in = 12",
            "newly_received.natural_person|newly_received.natural_person+carried_in.natural_person = 10 in #0",
            "newly_received.organizations|newly_received.organizations+carried_in.organizations = 2 in #0",
            "newly_received+carried_in|newly_received|concluded|concluded+carried_out = 13",
            "carried_out = 2",
        ],
    ),
    (
        "共处理政府信息公开申请15件(含上年度结转3件),答复13件,结转下年度2件。",
        &[
            "newly_received+carried_in|newly_received|concluded|concluded+carried_out = 15",
            "carried_in = 3 in #0",
            "concluded|newly_received-carried_out|concluded-carried_in|concluded-other_processing|concluded-other_processing-refused = 13",
            "carried_out = 2",
        ],
    ),
    (
        "共收到公开申请12件(上年度结转3件,结转下年度2件)。",
        &["newly_received|newly_received+carried_in = 12", "carried_in = 3", "carried_out = 2"],
    ),
    (
        "累计处理政府信息公开申请15件,其中本年度新接收12件,2024年结转办理3件。除2件转下年外均完成。",
        &[
            "newly_received+carried_in|newly_received|concluded|concluded+carried_out = 15",
            "newly_received = 12 in #0",
            "carried_in = 3 in #0",
            "carried_out? = 2",
        ],
    ),
    (
        "收到政府信息公开申请12件，予以公开及部分公开7件（53.8%）。",
        &[
            "newly_received|newly_received+carried_in = 12",
            "granted+partially_granted = 7",
            "share = 53.8% in #1",
        ],
    ),
    (
        "办结政府信息公开申请13件。因本机关不掌握等原因无法提供3件，占23.1%。",
        &[
            "concluded|newly_received-carried_out|concluded-carried_in = 13",
            "unavailable? = 3 in #0",
            "share = 23.1% in #1",
        ],
    ),
    (
        "政府信息公开申请不予公开1件，不予处理1件（属信访、重复申请等）。",
        &["denied = 1", "refused = 1"],
    ),
    (
        "政府信息公开申请其他处理3件（含申请人主动撤回2件）。",
        &["other_processing = 3", "other = 2 in #0"],
    ),
    (
        "收到依申请公开申请9件，其中2件为部分公开,5件因信息不存在,结转至下一年度办理2件;全部为自然人申请;上年度结转0件。",
        &[
            "newly_received|newly_received+carried_in = 9",
            "partially_granted = 2 in #0",
            "unavailable_not_held = 5 in #0",
            "carried_out = 2 in #0",
            "newly_received.organizations|newly_received.organizations+carried_in.organizations = none",
            "carried_in = 0 in #0",
        ],
    ),
    (
        "答复政府信息公开申请9件，其中3件属于本机关不掌握相关政府信息而无法提供。",
        &[
            "concluded|newly_received-carried_out|concluded-carried_in|concluded-other_processing|concluded-other_processing-refused = 9",
            "unavailable_not_held|unavailable = 3 in #0",
        ],
    ),
    (
        "收到依申请公开2件,其中,部分公开2件。",
        &["newly_received|newly_received+carried_in = 2", "partially_granted = 2 in #0"],
    ),
    (
        "答复依申请公开15件，同意公开的8件,其他(不属于本机关公开)的7件。",
        &[
            "concluded|newly_received-carried_out|concluded-carried_in|concluded-other_processing|concluded-other_processing-refused = 15",
            "granted|granted+partially_granted = 8 in #0",
        ],
    ),
    (
        "收到依申请公开2件(1件属自然人,1件属商业企业)。",
        &[
            "newly_received|newly_received+carried_in = 2",
            "newly_received.natural_person|newly_received.natural_person+carried_in.natural_person = 1",
            "newly_received.commercial_enterprise|newly_received.commercial_enterprise+carried_in.commercial_enterprise = 1",
        ],
    ),
    (
        "收到政府信息公开申请12件，公民个人提出10件,占83.3%;法人或其他组织2件,占16.7%。",
        &[
            "newly_received|newly_received+carried_in = 12",
            "newly_received.natural_person|newly_received.natural_person+carried_in.natural_person = 10",
            "share = 83.3% in #1",
            "newly_received.organizations|newly_received.organizations+carried_in.organizations = 2",
            "share = 16.7% in #3",
        ],
    ),
    (
        "收到政府信息公开申请12件，其中当面2件,来信3件,网上7件。",
        &[
            "newly_received|newly_received+carried_in = 12",
            "other = 2 in #0",
            "other = 3 in #0",
            "other = 7 in #0",
        ],
    ),
    (
        "收到政府信息公开申请44件，均依法办理,上年度结转0件,本年度办结39件。",
        &[
            "newly_received|newly_received+carried_in = 44",
            "carried_in = 0",
            "concluded|newly_received-carried_out|concluded-carried_in = 39",
        ],
    ),
    ("全年未收到政府信息公开申请。", &["newly_received|newly_received+carried_in = none"]),
    ("收到政府信息公开申请0件。", &["newly_received|newly_received+carried_in = 0"]),
    ("本年度无依申请公开事项。", &["newly_received|newly_received+carried_in = none"]),
    ("2025年未收到政府信息公开申请0件。", &["newly_received|newly_received+carried_in = none"]),
    (
        "因政府信息公开引发的行政复议4件，其中结果维持3件，结果纠正0件，其他结果1件，尚未审结0件。",
        &[
            "reconsideration = 4",
            "reconsideration.upheld = 3 in #0",
            "reconsideration.corrected = 0 in #0",
            "reconsideration.other = 1 in #0",
            "reconsideration.pending = 0 in #0",
        ],
    ),
    (
        "政府信息公开行政诉讼4件，其中结果维持3件，结果纠正1件。",
        &[
            "litigation_direct+litigation_after_reconsideration = 4",
            "litigation_direct.upheld+litigation_after_reconsideration.upheld = 3 in #0",
            "litigation_direct.corrected+litigation_after_reconsideration.corrected = 1 in #0",
        ],
    ),
    (
        "信息公开类行政复议7件，诉讼9件，均获维持。",
        &[
            "reconsideration = 7",
            "litigation_direct+litigation_after_reconsideration = 9",
            "reconsideration.corrected+litigation_direct.corrected+litigation_after_reconsideration.corrected = none",
        ],
    ),
    (
        "有1件涉及政府信息公开行政复议，未被纠错；行政诉讼数为0件。",
        &[
            "reconsideration = 1",
            "reconsideration.corrected = none",
            "litigation_direct+litigation_after_reconsideration = 0",
        ],
    ),
    ("参与行政复议案件3件。", &["reconsideration = 3 of someone"]),
    ("全年行政复议12件。", &["reconsideration = 12 of someone"]),
    ("办理相关案件74件。", &[]),
    (
        "依法办理政府信息公开行政复议27件、行政诉讼15件。",
        &[
            "reconsideration = 27 of someone",
            "litigation_direct+litigation_after_reconsideration = 15 of someone",
        ],
    ),
    (
        "未发生因政府信息公开引起的行政复议、诉讼。",
        &["reconsideration = none", "litigation_direct+litigation_after_reconsideration = none"],
    ),
    (
        "无因信息公开引起的行政复议和行政诉讼案件。",
        &["reconsideration = none", "litigation_direct+litigation_after_reconsideration = none"],
    ),
    (
        "政府信息公开行政复议、行政诉讼均为0件。",
        &["reconsideration = 0", "litigation_direct+litigation_after_reconsideration = 0"],
    ),
    (
        "政府信息公开行政复议、行政诉讼分别为3件、5件。",
        &["reconsideration = 3", "litigation_direct+litigation_after_reconsideration = 5"],
    ),
    (
        "因信息公开被申请行政复议和被提起行政诉讼各1件。",
        &["reconsideration = 1", "litigation_direct+litigation_after_reconsideration = 1"],
    ),
    (
        "主动公开市政府规章22件、行政规范性文件34件。",
        &[
            "rules.issued|rules.in_force? = 22 of someone",
            "normative_documents.issued|normative_documents.in_force? = 34 of someone",
        ],
    ),
    (
        "市政府规章13件(含新制定5,修改4,废止4)。",
        &["other = 13", "rules.issued? = 5 in #0", "other = 4 in #0", "rules.repealed? = 4"],
    ),
    (
        "共制定规范性文件4件,废止1件,现行有效9件。",
        &[
            "normative_documents.issued = 4",
            "normative_documents.repealed = 1",
            "normative_documents.in_force|normative_documents.in_force-normative_documents.issued = 9",
        ],
    ),
    (
        "新发布行政规范性文件4件,继续有效33件。",
        &[
            "normative_documents.issued|normative_documents.in_force? = 4",
            "normative_documents.in_force|normative_documents.in_force-normative_documents.issued = 33",
        ],
    ),
    (
        "集中规范公开现行有效行政规范性文件34件。",
        &[
            "normative_documents.in_force|normative_documents.in_force-normative_documents.issued? = 34",
        ],
    ),
    (
        "主动公开行政许可事项128条,行政事业性收费约47.10万元。",
        &["licensing.decisions? = 128", "fees.amount = about 47.1 wan"],
    ),
    ("作出行政许可处理决定30条。", &["licensing.decisions = 30"]),
    (
        "公布行政许可28个、行政处罚18个、无行政强制。",
        &[
            "licensing.decisions? = 28",
            "penalties.decisions? = 18",
            "compulsory_measures.decisions? = none",
        ],
    ),
    ("本年度收取费用2039758.6元。", &["fees.amount? = 203.97586 wan"]),
    ("收取信息处理费3500元(2件),其中甲局1件500元。", &["fee = 0.35 wan"]),
    (
        "收到政府信息公开申请12件，同比增长70.3%。",
        &[
            "newly_received|newly_received+carried_in = 12",
            "change of newly_received|newly_received+carried_in = 70.3%",
        ],
    ),
    (
        "我局收到政府信息公开申请12件，指导各镇街、各部门回复依申请案件200余件。",
        &[
            "newly_received|newly_received+carried_in = 12",
            "concluded|newly_received-carried_out|concluded-carried_in|concluded-other_processing|concluded-other_processing-refused = over 200 of others",
        ],
    ),
    (
        "代表区政府受理政府信息公开申请17件。",
        &["newly_received|newly_received+carried_in? = 17 of someone"],
    ),
    (
        "主动公开各类信息2832条,其中重点领域1320,政策文件556,其他956。",
        &["other = 2832", "other = 1320 in #0", "other = 556 in #0", "rest = 956 in #0"],
    ),
    ("受理网络问政182件。", &[]),
    ("全年受理信访投诉35件，办结率100%。", &[]),
    ("收到涉及土地征收的政府信息公开申请5件。", &[]),
    (
        "2024年收到政府信息公开申请30件，2025年收到12件。",
        &[
            "newly_received|newly_received+carried_in = 30 in 2024",
            "newly_received|newly_received+carried_in = 12",
        ],
    ),
    ("共主动公开条，受理依申请公开件。", &["other = left out"]),
    ("下一步，将办理政府信息公开申请30件。", &[]),
    (
        "我局共收到政府信息公开申请三十一件，办结两件。",
        &[
            "newly_received|newly_received+carried_in = 31",
            "concluded|newly_received-carried_out|concluded-carried_in = 2",
        ],
    ),
    (
        "县自然资源局受理政府信息公开申请8件。",
        &["newly_received|newly_received+carried_in? = 8 of someone"],
    ),
    ("较去年收到申请30件减少5件。", &[]),
    (
        "全市法院审理政府信息公开行政诉讼案件80件。",
        &["litigation_direct+litigation_after_reconsideration? = 80 of region"],
    ),
    (
        "没有因政府信息公开申请行政复议、提起行政诉讼的情况。",
        &["reconsideration = none", "litigation_direct+litigation_after_reconsideration = none"],
    ),
    (
        "全年收到政府信息公开申请1.2万件，约9000件予以公开。",
        &[
            "newly_received|newly_received+carried_in = about 12000",
            "granted|granted+partially_granted = about 9000",
        ],
    ),
    ("2025年，我局未收取信息处理费。", &["fee = none"]),
    (
        "我局指导各部门办理30件依申请公开，我局受理政府信息公开申请12件。",
        &[
            "newly_received+carried_in|newly_received|concluded|concluded+carried_out = 30 of others",
            "newly_received|newly_received+carried_in = 12",
        ],
    ),
    (
        "全系统收到政府信息公开申请30件。",
        &["newly_received|newly_received+carried_in = 30 of region"],
    ),
    (
        "收到政府信息公开申请不到20件，超过10件已答复。",
        &["newly_received|newly_received+carried_in = <=20"],
    ),
    ("本机关收取行政事业性收费12.50万元。", &["fees.amount = 12.5 wan"]),
    (
        "未制定规章，制定行政规范性文件2件。",
        &["rules.issued = none", "normative_documents.issued = 2"],
    ),
    ("公开出版物8件，阅读量12万人次。", &[]),
    (
        "共受理2件依申请公开信息，2件均已及时答复。",
        &[
            "newly_received|newly_received+carried_in = 2",
            "concluded|newly_received-carried_out|concluded-carried_in|concluded-other_processing|concluded-other_processing-refused = 2",
        ],
    ),
    ("其中10件政府信息公开申请按期答复，2件结转下年。", &["carried_out = 2"]),
    ("共收到8份政府信息公开申请。", &["newly_received|newly_received+carried_in = 8"]),
    ("第一季度收到政府信息公开申请3件。", &["newly_received|newly_received+carried_in? = 3"]),
    (
        "累计自2008年以来收到政府信息公开申请300件。",
        &["newly_received|newly_received+carried_in? = 300 in 2008"],
    ),
    (
        "新收政府信息公开申请12件（自然人10件、法人或其他组织2件）；上年结转0件。",
        &[
            "newly_received = 12",
            "newly_received.natural_person|newly_received.natural_person+carried_in.natural_person = 10",
            "newly_received.organizations|newly_received.organizations+carried_in.organizations = 2",
            "carried_in = 0",
        ],
    ),
    (
        "全年共办理政府信息公开申请12件，其中予以公开8件，占66.7%，部分公开2件，占16.7%，其他处理2件，占16.6%。",
        &[
            "newly_received+carried_in|newly_received|concluded|concluded+carried_out = 12",
            "granted|granted+partially_granted = 8 in #0",
            "share = 66.7% in #1",
            "partially_granted = 2 in #0",
            "share = 16.7% in #3",
            "other_processing = 2 in #0",
            "share = 16.6% in #5",
        ],
    ),
    ("本年度新收政府信息公开申请十二件，已全部办结。", &["newly_received = 12"]),
    (
        "行政诉讼3件，其中未经复议直接起诉2件，复议后起诉1件，结果维持3件。",
        &[
            "litigation_direct+litigation_after_reconsideration = 3 of someone",
            "litigation_direct = 2 of someone in #0",
            "litigation_after_reconsideration = 1 of someone in #0",
            "litigation_direct.upheld+litigation_after_reconsideration.upheld? = 3 of someone in #0",
        ],
    ),
    (
        "有1件政府信息公开行政复议案件，被纠错1件。",
        &["reconsideration = 1", "reconsideration.corrected = 1"],
    ),
    (
        "政府信息公开行政诉讼3件，其中未经复议直接起诉2件，复议后起诉1件，结果维持3件。",
        &[
            "litigation_direct+litigation_after_reconsideration = 3",
            "litigation_direct = 2 in #0",
            "litigation_after_reconsideration = 1 in #0",
            "litigation_direct.upheld+litigation_after_reconsideration.upheld? = 3 in #0",
        ],
    ),
    (
        "处理政府信息公开申请15件，其中新收12件，上年结转3件，答复13件。",
        &[
            "newly_received+carried_in|newly_received|concluded|concluded+carried_out = 15",
            "newly_received = 12 in #0",
            "carried_in = 3 in #0",
            "concluded|newly_received-carried_out|concluded-carried_in|concluded-other_processing|concluded-other_processing-refused = 13",
        ],
    ),
];

#[test]
fn sentences() {
    let differ = |(sentence, claims): &(&str, &[&str])| {
        let got = shorts(sentence);
        (got != *claims).then(|| format!("{sentence}\n  read {got:#?}\n  not {claims:#?}\n"))
    };
    let differing: String = CASES.iter().filter_map(differ).collect();
    assert!(differing.is_empty(), "{differing}");
}

/// The figures of a government are those of its region: those of a larger one are not.
#[test]
fn regions() {
    let scopes = |agency, sentence| {
        claims_of(agency, Edition::E2021, sentence).iter().map(|it| it.scope).collect::<Vec<_>>()
    };
    let sentence = "全县收到政府信息公开申请30件，全市收到900件，指导全县办结200件。";
    let expected = [Scope::Own, Scope::Region, Scope::Others];
    assert_eq!(scopes("示例县人民政府", sentence), expected);
    let expected = [Scope::Region, Scope::Region, Scope::Others];
    assert_eq!(scopes("示例县财政局", sentence), expected);
}

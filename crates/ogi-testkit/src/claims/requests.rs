//! Sentences about table three.

use ogi_model::{CellId, Column, Group, Row, TableForm};

use super::FactKind::{Applicants, Carried, Concluded, Outcome, Received};
use super::pen::Pen;

const REQUESTS: &[&str] = &["政府信息公开申请", "依申请公开", "信息公开申请", "依申请公开申请"];

pub(super) fn state(pen: &mut Pen<'_>) {
    let nothing = pen.total(Row::NewlyReceived) == 0 && pen.total(Row::CarriedIn) == 0;
    when(pen);
    who(pen);
    if nothing {
        let cells = vec![CellId::new(Row::NewlyReceived, Column::Total)];
        let words =
            pen.pick(&["未收到政府信息公开申请", "没有收到依申请公开", "未接到信息公开申请"]);
        pen.state_none(Received, cells, words);
        pen.say("。");
        return;
    }
    received(pen);
    concluded(pen);
}

fn when(pen: &mut Pen<'_>) {
    let year = pen.year();
    let dated = [format!("{year}年，"), format!("{year}年度"), String::new()];
    let [with_comma, plain, nothing] = [&dated[0][..], &dated[1], &dated[2]];
    pen.say_one_of(&[with_comma, plain, nothing, "全年", "本年度", "本年"]);
}

fn who(pen: &mut Pen<'_>) {
    let agency = pen.report.agency.clone().unwrap_or_default();
    pen.say_one_of(&["本机关", "我单位", "", "", &agency]);
    pen.say_one_of(&["共", "共计", "总共", "", "累计"]);
}

fn received(pen: &mut Pen<'_>) {
    pen.say_one_of(&["受理", "收到", "新收", "接收", "接到"]);
    pen.say_one_of(REQUESTS);
    pen.state_total(Received, Row::NewlyReceived);
    if pen.chance(0.5) {
        applicants(pen);
    }
    let last = pen.year() - 1;
    let dated = format!("{last}年结转");
    match pen.pick(&["bracket", "after", "none"]) {
        "bracket" => {
            pen.say("（另有");
            pen.say_one_of(&["上年结转", "上年度结转申请", "上一年度结转"]);
            pen.state_total(Carried, Row::CarriedIn);
            pen.say("）");
        }
        "after" => {
            pen.say_one_of(&["，", "；"]);
            pen.say_one_of(&["上年结转", "上年度结转申请", "去年结转", &dated]);
            pen.state_total(Carried, Row::CarriedIn);
        }
        _ => {}
    }
    pen.say_one_of(&["。", "；"]);
}

fn applicants(pen: &mut Pen<'_>) {
    let organizations = [
        Column::CommercialEnterprise,
        Column::ResearchInstitution,
        Column::PublicWelfareOrganization,
        Column::LegalServiceOrganization,
        Column::OtherOrganization,
    ];
    let cells = |columns: &[Column]| {
        columns.iter().map(|it| CellId::new(Row::NewlyReceived, *it)).collect()
    };
    pen.say_one_of(&["，其中自然人", "，其中：自然人申请", "，其中，公民个人"]);
    pen.state(Applicants, cells(&[Column::NaturalPerson]));
    pen.say_one_of(&["，", "、"]);
    pen.say_one_of(&["法人或其他组织", "法人和其他组织"]);
    pen.state(Applicants, cells(&organizations));
}

fn concluded(pen: &mut Pen<'_>) {
    pen.say_one_of(&["办结", "共办结", "全年办结", "已办结"]);
    pen.say_one_of(&["", "政府信息公开申请"]);
    pen.state_total(Concluded, Row::Concluded);
    if pen.chance(0.3) {
        pen.say("（含");
        pen.say_one_of(&["上年结转", "上年度结转"]);
        pen.state_total(Carried, Row::CarriedIn);
        pen.say("）");
    }
    if pen.chance(0.7) {
        pen.say_one_of(&["，其中", "。其中", "，其中："]);
        outcomes(pen);
    }
    let next = pen.year() + 1;
    let dated = format!("结转至{next}年办理");
    if pen.chance(0.6) {
        pen.say_one_of(&["，", "；"]);
        pen.say_one_of(&["结转下年度继续办理", "结转下一年度", "转下年办理", &dated]);
        pen.state_total(Carried, Row::CarriedOut);
    }
    pen.say("。");
}

/// Some of the results, in the order of the form.
fn outcomes(pen: &mut Pen<'_>) {
    let rows = |group| {
        let of = |form: &'static TableForm| {
            form.rows()
                .filter(move |it| it.group == Some(group))
                .map(|it| it.row)
                .collect::<Vec<_>>()
        };
        let new = of(TableForm::APPLICATIONS_2021);
        let there = |row: &Row| pen.report[CellId::new(*row, Column::Total)].is_present();
        if new.iter().all(there) { new } else { vec![Row::OtherProcessing] }
    };
    let groups = [
        (vec![Row::Granted], ["予以公开", "同意公开"]),
        (vec![Row::PartiallyGranted], ["部分公开", "予以部分公开"]),
        (rows(Group::Denied), ["不予公开", "决定不予公开"]),
        (rows(Group::Unavailable), ["无法提供", "无法提供的"]),
        (rows(Group::Refused), ["不予处理", "不予处理的"]),
        (rows(Group::OtherProcessing), ["其他处理", "其他处理的"]),
    ];
    let mark = pen.pick(&["，", "、", "；"]);
    let shares = pen.chance(0.3);
    let mut first = true;
    for (rows, ways) in groups {
        if pen.chance(0.7) {
            if !core::mem::take(&mut first) {
                pen.say(mark);
            }
            pen.say_one_of(&ways);
            let cells: Vec<_> = rows.iter().map(|row| CellId::new(*row, Column::Total)).collect();
            pen.state(Outcome, cells.clone());
            if shares {
                pen.state_share(cells);
            }
        }
    }
    if first {
        pen.say("予以公开");
        pen.state_total(Outcome, Row::Granted);
    }
}

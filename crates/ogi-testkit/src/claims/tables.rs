//! Sentences about tables two and four.

use ogi_model::{CellId, Column, Edition, Row, TableEdition, TableId};

use super::FactKind::{Disputes, Documents, Results};
use super::pen::Pen;

const LITIGATION: [Row; 2] = [Row::LitigationDirect, Row::LitigationAfterReconsideration];

pub(super) fn disputes(pen: &mut Pen<'_>) {
    let total =
        |rows: &[Row]| rows.iter().map(|row| CellId::new(*row, Column::Total)).collect::<Vec<_>>();
    let (first, second) = (total(&[Row::Reconsideration]), total(&LITIGATION));
    if pen.sum(&first) == 0 && pen.sum(&second) == 0 {
        pen.say_one_of(&["全年", "本年度", ""]);
        let start = pen.pick(&["未发生", "没有发生", "无"]);
        pen.say(start);
        pen.say_one_of(&["因政府信息公开引发的", "政府信息公开"]);
        pen.state_none(Disputes, first, "行政复议");
        pen.say_one_of(&["、", "和"]);
        pen.state_none(Disputes, second, "行政诉讼");
        pen.say_one_of(&["。", "案件。"]);
        return;
    }
    match pen.pick(&["pair", "apart", "each"]) {
        "pair" => {
            pen.say_one_of(&[
                "因政府信息公开引发行政复议",
                "政府信息公开行政复议",
                "涉及政府信息公开的行政复议",
            ]);
            pen.state(Disputes, first);
            pen.say_one_of(&["、行政诉讼", "，行政诉讼"]);
            pen.state(Disputes, second);
        }
        "each" => {
            pen.say_one_of(&[
                "政府信息公开行政复议、行政诉讼分别为",
                "因政府信息公开发生的行政复议和行政诉讼分别是",
            ]);
            pen.state(Disputes, first);
            pen.say_one_of(&["、", "和", "，"]);
            pen.state(Disputes, second);
        }
        _ => {
            pen.say("政府信息公开行政复议");
            pen.state(Disputes, first);
            results(pen, &[Row::Reconsideration]);
            pen.say("；政府信息公开行政诉讼");
            pen.state(Disputes, second);
            results(pen, &LITIGATION);
        }
    }
    pen.say("。");
}

fn results(pen: &mut Pen<'_>, rows: &[Row]) {
    if pen.chance(0.3) {
        return;
    }
    pen.say_one_of(&["，其中", "，其中："]);
    let columns = [
        (Column::Upheld, "结果维持"),
        (Column::Corrected, "结果纠正"),
        (Column::OtherResult, "其他结果"),
        (Column::Pending, "尚未审结"),
    ];
    for (n, (column, words)) in columns.into_iter().enumerate() {
        if n > 0 {
            pen.say_one_of(&["，", "、"]);
        }
        pen.say(words);
        pen.state(Results, rows.iter().map(|row| CellId::new(*row, column)).collect());
    }
}

pub(super) fn documents(pen: &mut Pen<'_>) {
    if pen.report.table(TableId::ActiveDisclosure) != Some(TableEdition::One(Edition::E2021)) {
        return;
    }
    let cell = |column| vec![CellId::new(Row::NormativeDocuments, column)];
    pen.say_one_of(&["制定行政规范性文件", "共制发行政规范性文件", "制定规范性文件"]);
    pen.state(Documents, cell(Column::Issued));
    pen.say_one_of(&["，废止", "、废止规范性文件"]);
    pen.state(Documents, cell(Column::Repealed));
    if pen.chance(0.6) {
        pen.say_one_of(&["，现行有效", "；现行有效行政规范性文件"]);
        pen.state(Documents, cell(Column::InForce));
    }
    pen.say("。");
}

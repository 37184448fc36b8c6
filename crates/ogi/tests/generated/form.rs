//! `docs/zh/form.md` and `docs/en/form.md`: the data dictionary, from the form itself.

use std::fmt::Write;

use ogi::check::Language;
use ogi::model::{Block, EqualityKind, Unit};
use ogi::{Edition, Section, TableForm, TableId};

use crate::is_current;

#[test]
fn data_dictionary() {
    is_current("docs/zh/form.md", &page(Language::Zh));
    is_current("docs/en/form.md", &page(Language::En));
}

fn page(language: Language) -> String {
    let pick = |zh: &'static str, en: &'static str| match language {
        Language::Zh => zh,
        Language::En => en,
    };
    let mut page = pick(
        "\
# 数据字典

由规定格式的数据生成，请勿手改（见 CONTRIBUTING.md）。JSON 的完整定义见 [report.schema.json](../../schema/report.schema.json)。

单元格在 JSON 中写作 `表.行.列`，例如 `applications.granted.total`。整数是件数；金额是字符串，单位万元；`null` 是空白；`\"/\"` 是“/”；没有的行和列不写。

## 六个部分

| 部分 | 键 |
|---|---|
",
        "\
# Data dictionary

Generated from the form as data; not to be edited (see CONTRIBUTING.md). [report.schema.json](../../schema/report.schema.json) has all of the JSON.

A cell in JSON is `table.row.column`, as in `applications.granted.total`. An integer is a count; money is a string, in 万元 (10,000 yuan); `null` is a
blank; `\"/\"` is “/”; a row or column that a report does not have is not there.

## The six parts

| part | key |
|---|---|
",
    )
    .to_owned();
    for section in Section::ALL {
        let heading = section.heading(Edition::of_year(u16::MAX));
        let english = match language {
            Language::Zh => String::new(),
            Language::En => format!(" ({})", section.english()),
        };
        writeln!(page, "| {heading}{english} | `{}` |", section.key()).unwrap();
    }
    for edition in Edition::ALL.iter().rev() {
        for table in TableId::ALL {
            add_table(&mut page, TableForm::of(*table, *edition), language);
        }
    }
    page
}

fn add_table(page: &mut String, form: &TableForm, language: Language) {
    let heading = form.table.section().heading(form.edition);
    let edition = form.edition.key();
    let key = form.table.key();
    match language {
        Language::Zh => writeln!(page, "\n## {heading}（{edition}年版，`{key}`）").unwrap(),
        Language::En => {
            let english = form.table.english();
            writeln!(page, "\n## {english}, edition {edition}: `{key}`\n\n{heading}").unwrap();
        }
    }
    for block in form.blocks {
        add_block(page, form, block, language);
    }
    let kinds = [EqualityKind::RowSum, EqualityKind::OutcomeSum, EqualityKind::Balance];
    let count = |kind| form.equalities().iter().filter(|it| it.kind() == kind).count();
    let counts = kinds.map(count);
    if counts.iter().any(|it| *it > 0) {
        let [rows, outcomes, balances] = counts;
        match language {
            Language::Zh => writeln!(
                page,
                "\n勾稽关系{}条：总计等于各部分之和{rows}条，办理结果总计{outcomes}条，第一项加第二项等于第三项加第四项{balances}条。",
                rows + outcomes + balances
            ),
            Language::En => writeln!(
                page,
                "\n{} equalities: {rows} of totals and their parts, {outcomes} of the total of results, {balances} of what is received, concluded and carried.",
                rows + outcomes + balances
            ),
        }
        .unwrap();
    }
}

fn add_block(page: &mut String, form: &TableForm, block: &Block, language: Language) {
    if let Some(label) = block.label {
        writeln!(page, "\n### {label}").unwrap();
    }
    *page += match language {
        Language::Zh => "\n| 行 | 键 | 条例 |\n|---|---|---|\n",
        Language::En => "\n| row | key | article of the Regulation |\n|---|---|---|\n",
    };
    let path = |group, label: &str, english: &str| {
        let above = form.group_path(group).into_iter().map(|it| it.label);
        let chinese: Vec<_> = above.chain([label]).collect();
        let chinese = chinese.join("·");
        match language {
            Language::Zh => chinese,
            Language::En => format!("{english} {chinese}"),
        }
    };
    for row in block.rows {
        let name = path(row.group, row.label, row.row.english());
        writeln!(page, "| {name} | `{}` | {} |", row.key(), row.article).unwrap();
    }
    *page += match language {
        Language::Zh => "\n| 列 | 键 | 内容 |\n|---|---|---|\n",
        Language::En => "\n| column | key | holds |\n|---|---|---|\n",
    };
    for column in block.columns {
        let name = path(column.group, column.label, column.column.english());
        let unit = match (column.unit, language) {
            (Unit::Count, Language::Zh) => "件数，不小于0",
            (Unit::Count, Language::En) => "a count, 0 or more",
            (Unit::Change, Language::Zh) => "件数的增减，可为负数",
            (Unit::Change, Language::En) => "a change, which may be negative",
            (Unit::Money, Language::Zh) => "金额，单位万元",
            (Unit::Money, Language::En) => "money in 10,000 yuan",
        };
        writeln!(page, "| {name} | `{}` | {unit} |", column.key()).unwrap();
    }
}

//! `docs/localisation` and the pages about it: reports with known errors, the answers, what `ogi` proposes, and the score.
//!
//! `docs/localisation/score.py` scores any tool in the same way; `.ci/run` compares the two.

use std::collections::BTreeMap;
use std::fmt::Write;

use ogi::check::Language;
use ogi::solve::{Budget, System};
use ogi::{Column, Edition, Report, Row, TableForm, TableId};
use ogi_testkit::{Channel, Corrupted, Corruption, Generator, Size, rng};
use serde_json::{Map, Value, json};

use crate::is_current;

/// Cases of each kind of error: half by people, half by machines.
const CASES: usize = 12;
const SIZES: [Size; 3] = [Size::Small, Size::Medium, Size::Large];
/// From here on a probability is a claim.
const SURE: f64 = 0.9;

struct Case {
    number: usize,
    corruption: Corruption,
    channel: Channel,
    edition: Edition,
    report: Report,
    corrupted: Vec<Corrupted>,
}

#[test]
fn benchmark_of_localisation() {
    let cases = cases();
    let mut reports = String::new();
    let mut answers = "case,error,channel,cell,printed,right\n".to_owned();
    let mut proposals = "case,cell,value,probability\n".to_owned();
    let mut scores = BTreeMap::<usize, Score>::new();
    for case in &cases {
        let Case { number, corruption, channel, report, corrupted, .. } = case;
        writeln!(reports, "{}", figures(case)).unwrap();
        for Corrupted { cell, from, to } in corrupted {
            let (title, channel) = (corruption.title().replace(',', ""), channel.key());
            writeln!(answers, "{number},{title},{channel},{cell},{to},{from}").unwrap();
        }
        let found = System::of_report(report).localise(Budget::default());
        let score = scores.entry((number - 1) / CASES).or_default();
        score.cases += 1;
        if let Some(first) = found.explanations.first() {
            for edit in &first.edits {
                let probability = first.posterior;
                writeln!(proposals, "{number},{},{},{probability:.3}", edit.cell, edit.to).unwrap();
            }
            let proposed: Vec<_> = first.edits.iter().map(|it| (it.cell, it.to)).collect();
            let right: Vec<_> = corrupted.iter().map(|it| (it.cell, it.from)).collect();
            let (is_right, is_sure) = (proposed == right, first.posterior >= SURE);
            score.right += usize::from(is_right);
            score.sure += usize::from(is_sure);
            score.right_of_sure += usize::from(is_right && is_sure);
        }
    }
    is_current("docs/localisation/reports.jsonl", &reports);
    is_current("docs/localisation/answers.csv", &answers);
    is_current("docs/localisation/ogi.csv", &proposals);

    let table = table(&scores);
    let fill = |page: &str| page.trim_start().replace("{table}", &table);
    is_current("docs/zh/localisation.md", &fill(page(Language::Zh)));
    is_current("docs/en/localisation.md", &fill(page(Language::En)));
}

/// Sound reports made wrong, the same always.
fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for corruption in Corruption::ALL {
        let mut seed = 0;
        let wanted = cases.len() + CASES;
        // Not every report has a place for every corruption.
        while cases.len() < wanted {
            let at = cases.len();
            let edition = Edition::ALL[at % Edition::ALL.len()];
            let channel = Channel::ALL[at / 2 % Channel::ALL.len()];
            let size = SIZES[at % SIZES.len()];
            let mut report = Generator::new(1_000 + seed).edition(edition).size(size).report();
            let corrupted = corruption.apply(&mut report, channel, &mut rng(seed));
            seed += 1;
            if !corrupted.is_empty() && !System::of_report(&report).is_sound() {
                let (number, corruption) = (at + 1, *corruption);
                cases.push(Case { number, corruption, channel, edition, report, corrupted });
            }
        }
    }
    cases
}

/// The figures of tables three and four, row by row in the order of the columns.
fn figures(Case { number, edition, report, .. }: &Case) -> Value {
    let table = |table: TableId| -> Value {
        let mut rows: BTreeMap<Row, Vec<(Column, i64)>> = BTreeMap::new();
        for cell in TableForm::of(table, *edition).cells() {
            let count = report[cell].count().expect("every cell is filled in");
            rows.entry(cell.row()).or_default().push((cell.column(), count));
        }
        let rows = rows.into_iter().map(|(row, figures)| {
            let counts: Vec<_> = figures.into_iter().map(|it| it.1).collect();
            (row.key().to_owned(), counts.into())
        });
        rows.collect::<Map<_, _>>().into()
    };
    json!({
        "case": number,
        "edition": edition.key(),
        "applications": table(TableId::Applications),
        "disputes": table(TableId::Disputes),
    })
}

#[derive(Default)]
struct Score {
    cases: usize,
    right: usize,
    sure: usize,
    right_of_sure: usize,
}

/// As `score.py` prints it.
fn table(scores: &BTreeMap<usize, Score>) -> String {
    let mut table =
        "| error | cases | right | sure | right of sure |\n|---|---|---|---|---|\n".to_owned();
    let mut all = Score::default();
    let mut add = |title: &str, it: &Score| {
        let Score { cases, right, sure, right_of_sure } = it;
        writeln!(table, "| {title} | {cases} | {right} | {sure} | {right_of_sure} |").unwrap();
    };
    for (corruption, score) in Corruption::ALL.iter().zip(scores.values()) {
        add(&corruption.title().replace(',', ""), score);
        all.cases += score.cases;
        all.right += score.right;
        all.sure += score.sure;
        all.right_of_sure += score.right_of_sure;
    }
    add("all", &all);
    table
}

const fn page(language: Language) -> &'static str {
    match language {
        Language::Zh => {
            "
# 查错测试

年报的数字对不上时，程序推断是哪个数字错了、应为多少。推断准不准，可以用下面的数据测：任何软件都可以做同样的测试，与 `ogi` 比较。

## 数据

| 文件 | 内容 |
|---|---|
| [reports.jsonl](../localisation/reports.jsonl) | 每行一份埋了错误的报告（虚构），只有表三、表四的数字；每行数字按规定格式从左到右排列，行的键见[数据字典](form.md) |
| [answers.csv](../localisation/answers.csv) | 答案：第几份、错误种类、哪个单元格、印的是多少、应为多少 |
| [ogi.csv](../localisation/ogi.csv) | `ogi` 的推断：第几份、哪个单元格、应为多少、可能性 |
| [score.py](../localisation/score.py) | 评分程序（Python 3，不需要安装其他库） |

一份报告里可能错一个、几个甚至一整行。错误有两个来源：人工录入（`people`）和机器识别（`machines`），生成时不参考程序的算法。

## 怎样测其他软件

让它读 `reports.jsonl`，把推断写成与 `ogi.csv` 相同的四列（没有可能性的写1；推断不出的不写），然后：

```sh
python3 docs/localisation/score.py 推断.csv
```

## 怎样评分

每份报告的推断必须与答案完全一致才算对：单元格不多不少，数值相同。`sure` 是可能性不低于0.9的份数，`right of sure` 是其中对的份数。

`ogi` 的得分（slip 指录入或识别时的一处小错，如错一位、两位颠倒、多一位、少一位；moved、shifted、exchanged、printed twice
依次指数字移到相邻的格、一行错开一格、两行或两列互换、一行在下一行又印一遍；carried 指错误连同总计一起算错；
copied 指误抄上一行的数字，本行总计随之算错）：

{table}
四个、六个错误超出了一次查找的范围，只有相距较远时才能分别找出。每种错误做一千次的详细结果见
[benches/localisation.md](../../benches/localisation.md)（英文）。

这些数据由 `OGI_GENERATE=1 cargo test -p ogi --test generated` 生成，每次相同。
"
        }
        Language::En => {
            "
# The benchmark of localisation

When sums are broken, which figure is wrong, and what should it be? Any tool can be put to the same test, and compared with `ogi`.

## Data

| file | holds |
|---|---|
| [reports.jsonl](../localisation/reports.jsonl) | a line for each report with errors (all invented): the figures of tables three and four, each row from left to right as the form has them; the keys of rows are in the [data dictionary](form.md) |
| [answers.csv](../localisation/answers.csv) | the answers: case, kind of error, cell, what is printed, what is right |
| [ogi.csv](../localisation/ogi.csv) | what `ogi` proposes: case, cell, value, probability |
| [score.py](../localisation/score.py) | counts (Python 3, nothing else) |

One figure may be wrong, several, or a whole row. Errors come from people who type and from machines that read print; they are made without
a look at how `ogi` weighs them.

## Try another tool

Let it read `reports.jsonl` and write what it proposes in the four columns of `ogi.csv` (1 where it has no probabilities; nothing
for a case that it cannot know), then:

```sh
python3 docs/localisation/score.py proposals.csv
```

## What counts

A proposal is right if it is the very set of cells with the very values. *Sure* are cases with a probability of 0.9 and more;
*right of sure* says how many of these are right.

The score of `ogi`:

{table}
Four and six slips are more than is searched for together: they are found where they are far apart.
[benches/localisation.md](../../benches/localisation.md) has a thousand cases of each kind.

`OGI_GENERATE=1 cargo test -p ogi --test generated` writes these files, always the same.
"
        }
    }
}

//! `ogi inspect`: what the solver sees, for those who help others with their reports.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;

use ogi::model::EqualityKind;
use ogi::solve::{Budget, Equation, Explanation, System, WEIGHTS_VERSION, evaluate};
use ogi::terminal::{Language, visible};

use crate::inputs::Input;
use crate::problem::Problem;
use crate::verdict::Verdict;
use crate::{output, source};

#[derive(Debug, clap::Args)]
pub(crate) struct Inspect {
    /// 输入文件；- 为标准输入 | File to read; - for standard input
    #[arg(value_name = "FILE")]
    input: PathBuf,
}

pub(crate) fn run(args: &Inspect, language: Language) -> Result<Verdict, Problem> {
    let input = Input::of(&args.input);
    let reading = source::read(&input, None).map_err(|problem| problem.of(&input.name()))?;
    let system = System::of_reading(&reading);
    let left_out: Vec<_> = reading
        .report
        .equalities()
        .filter(|it| !system.equations().any(|known| known.equality.id() == it.id()))
        .collect();
    let mut text = String::new();
    let head = |text: &mut String, zh, en| {
        let _ = writeln!(text, "{}", language.pick(zh, en));
    };
    head(
        &mut text,
        "勾稽关系：左边合计减右边，未知数个数",
        "equations: parts less total, unknown figures",
    );
    for it in system.equations() {
        text += &equation(&system, &it, language);
    }
    for it in left_out {
        let why = language.pick("不作依据", "no evidence");
        let _ = writeln!(text, "  {why:<12}  {:<11}  {}", kind(it.kind()), it.total());
    }
    let filling = system.filling();
    head(&mut text, "空白：", "blanks:");
    for it in &filling.filled {
        let _ = writeln!(text, "  {} = {}", it.cell, it.count);
    }
    for it in &filling.bounded {
        let most = it.most.map_or_else(|| "…".to_owned(), |most| most.to_string());
        let _ = writeln!(text, "  {} {}..{most}", it.cell, it.least);
    }
    for cell in &filling.contradictory {
        let _ = writeln!(text, "  {cell} {}", language.pick("矛盾", "contradictory"));
    }
    let found = system.localise(Budget::default());
    let whole = if found.exhaustive {
        language.pick("已穷尽所有可能", "exhaustive")
    } else {
        language.pick("未穷尽所有可能", "not exhaustive")
    };
    let choices = found.choices;
    let _ = match language {
        Language::Zh => writeln!(text, "查错：试了{choices}步，{whole}，权重第{WEIGHTS_VERSION}版"),
        Language::En => {
            writeln!(
                text,
                "search: {choices} choices, {whole}, weights of version {WEIGHTS_VERSION}"
            )
        }
    };
    for it in &found.explanations {
        text += &explanation(it);
    }
    let mut out = output::stdout();
    out.write_all(visible(&text).as_bytes())?;
    out.flush()?;
    Ok(Verdict::Sound)
}

fn equation(system: &System, it: &Equation, language: Language) -> String {
    let evaluation = evaluate(it.equality, system);
    let state = if evaluation.holds() {
        language.pick("相符", "holds")
    } else if evaluation.is_broken() {
        language.pick("不符", "broken")
    } else {
        language.pick("待定", "open")
    };
    let (kind, total) = (kind(it.equality.kind()), it.equality.total().to_string());
    let Equation { residual, unknown, .. } = it;
    format!("  {state:<12}  {kind:<11}  {total:<58}  {residual:>8}  {unknown:>3}\n")
}

const fn kind(kind: EqualityKind) -> &'static str {
    match kind {
        EqualityKind::RowSum => "row-sum",
        EqualityKind::OutcomeSum => "outcome-sum",
        EqualityKind::Balance => "balance",
    }
}

fn explanation(it: &Explanation) -> String {
    let mut text = format!("  {:.6}  1/{}  {}\n", it.posterior, it.class_size, it.mechanism.id());
    for edit in &it.edits {
        let from = edit.from.map_or_else(|| "/".to_owned(), |it| it.to_string());
        let _ = writeln!(text, "      {} {from} -> {} ({})", edit.cell, edit.to, edit.slip.id());
    }
    text
}

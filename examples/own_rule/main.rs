//! A vendor's whole program: a rule of its own beside ours, in every output. `cargo run -p own_rule -- FILE`
//!
//! The city has abolished fees: whoever still prints some is warned, or, if it is little, given a hint. Without a file it
//! checks a bundled report.

#![allow(clippy::print_stdout)]

use std::error::Error;
use std::{env, fs};

use ogi::check::{BasisKind, Expected, Failure, FileOutcome, Language, Reason, Run};
use ogi::model::Message;
use ogi::terminal::Printer;
use ogi::{CellId, Column, Policy, ReadOptions, Row, Rule, Severity, Value, render};

/// Its id has an area of the vendor's own in front.
static NO_FEES: Rule = Rule::of_report("acme-no-fees", &no_fees)
    .with_title("收费应为零", "No fees")
    .with_statement("本市已取消行政事业性收费", "The city has abolished administrative fees")
    .with_message(
        "本市已取消收费，而表中为{amount}万元",
        "fees are abolished, but {amount} are printed",
    )
    .with_basis(BasisKind::Notice, "示例市财政局2024年第1号通知", "notice 1 of 2024 of the city")
    .with_severity(Severity::Warning)
    .with_severities(&[Severity::Info])
    .with_since("1.0.0");

fn no_fees(run: &mut Run<'_>) {
    let cell = CellId::new(Row::Fees, Column::Amount);
    // Nobody says that a blank is 0.
    let Some(value) = run.cell(cell).value() else {
        run.not_evaluated(cell, Reason::Unknown).missing.push(cell);
        return;
    };
    let amount = value.decimal();
    if amount.is_zero() {
        return run.pass();
    }
    let arguments = [("amount", Message::same(amount))];
    let mut failure = Failure::of(cell)
        .compared(value, Expected::Exactly(Value::Count(0)))
        .with_arguments(&arguments);
    if amount < 1.into() {
        failure = failure.with_severity(Severity::Info);
    }
    run.fail(failure);
}

const BUNDLED: &str = include_str!("../reports/civil-affairs-bureau-2025.txt");

fn main() -> Result<(), Box<dyn Error>> {
    let bytes = env::args().nth(1).map_or(Ok(BUNDLED.into()), fs::read)?;
    let reading = ogi::read(&bytes, &ReadOptions::default())?;
    let policy = Policy::default().with_rules([&NO_FEES])?;
    let outcome = ogi::check(&reading, &policy);

    println!("{}", Printer::new(Language::Zh).outcome("report.txt", &reading, &outcome));
    println!("{}", NO_FEES.describe(Language::En));
    let file = FileOutcome::new("report.txt", &reading, &outcome);
    println!("{}", serde_json::to_string(&file)?);
    println!("{}", render::sarif(&[file], Language::Zh));
    let page = render::html_with_findings(&reading, &outcome);
    println!("{} bytes of HTML name {NO_FEES}: {}", page.len(), page.contains(NO_FEES.id));
    Ok(())
}

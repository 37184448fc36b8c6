//! What Ballista does with a plan before an executor has it: each task's plan reads its share of the files, and together they
//! read each file once.
#![cfg(feature = "cluster")]
// Clippy knows tests, not what they call.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use ballista_scheduler::state::task_builder::restrict_plan_to_partitions;
use datafusion::arrow::array::cast::AsArray;
use datafusion::physical_plan::{ExecutionPlanProperties as _, collect};
use datafusion::prelude::{SessionConfig, SessionContext};
use datafusion_proto::bytes::{
    physical_plan_from_bytes_with_extension_codec, physical_plan_to_bytes_with_extension_codec,
};
use ogi_datafusion::OgiCodec;

/// The first column's texts, sorted, of each task; a task has one partition.
async fn tasks(query: &str) -> Vec<Vec<String>> {
    let context = SessionContext::new_with_config(SessionConfig::new().with_target_partitions(3));
    ogi_datafusion::register(&context);
    let plan = context.sql(query).await.unwrap().create_physical_plan().await.unwrap();
    let (codec, task) = (OgiCodec::default(), context.task_ctx());
    let mut answers = Vec::new();
    for partition in 0..plan.output_partitioning().partition_count() {
        let share = restrict_plan_to_partitions(plan.clone(), &[partition]).unwrap();
        let bytes = physical_plan_to_bytes_with_extension_codec(share, &codec).unwrap();
        let share = physical_plan_from_bytes_with_extension_codec(&bytes, &task, &codec).unwrap();
        let batches = collect(share, task.clone()).await.unwrap();
        let texts = batches.iter().flat_map(|it| it.column(0).as_string::<i32>().iter().flatten());
        let mut texts: Vec<_> = texts.map(str::to_owned).collect();
        texts.sort();
        answers.push(texts);
    }
    answers
}

fn name(path: &str) -> &str {
    path.rsplit_once('/').unwrap().1
}

/// Where the reports of three years lie.
fn series() -> String {
    let series = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/series");
    format!("{}/*.md", series.canonicalize().unwrap().display())
}

#[tokio::test]
async fn each_report_is_read_by_one_task() {
    let query =
        format!("select report_path from ogi_reports('{}') where report_year > 2000", series());
    let tasks = tasks(&query).await;
    let names: Vec<Vec<_>> =
        tasks.iter().map(|it| it.iter().map(|it| name(it)).collect()).collect();
    let years = ["2023", "2024", "2025"];
    assert_eq!(names, years.map(|it| vec![format!("civil-affairs-bureau-{it}.md")]));
}

#[tokio::test]
async fn what_is_demanded_of_years_comes_with_the_plan() {
    let query =
        format!("select report_path from ogi_figures('{}') where report_year = 2024", series());
    let tasks = tasks(&query).await;
    let names: BTreeSet<_> = tasks.iter().flatten().map(|it| name(it)).collect();
    assert_eq!(names, BTreeSet::from(["civil-affairs-bureau-2024.md"]));
}

#[tokio::test]
async fn each_archive_is_read_by_one_task() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sharing");
    fs::create_dir_all(&folder).unwrap();
    for n in 0..5 {
        let page = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n政府信息公开{n}");
        let record = format!(
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://www.example.cn/{n}\r\n\
             WARC-Date: 2026-01-27T08:00:00Z\r\nContent-Length: {}\r\n\r\n{page}\r\n\r\n",
            page.len()
        );
        fs::write(folder.join(format!("{n}.warc")), record).unwrap();
    }
    let tasks = tasks(&format!("select url from ogi_warc('{}/*.warc')", folder.display())).await;
    let numbers: Vec<Vec<_>> =
        tasks.iter().map(|it| it.iter().map(|it| name(it)).collect()).collect();
    assert_eq!(numbers, [vec!["0", "3"], vec!["1", "4"], vec!["2"]]);
}

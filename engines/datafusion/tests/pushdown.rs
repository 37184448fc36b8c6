//! What is demanded of path, agency and year is judged early, and changes no answer.

// Clippy knows tests, not what they call.
#![allow(clippy::unwrap_used)]

use std::path::Path;

use datafusion::arrow::util::pretty::pretty_format_batches;
use datafusion::prelude::SessionContext;

fn context() -> SessionContext {
    let context = SessionContext::new();
    ogi_datafusion::register(&context);
    context
}

async fn answer(query: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").canonicalize().unwrap();
    let query = query.replace("SERIES", &format!("{}/series/*.md", root.display()));
    let batches = context().sql(&query).await.unwrap().collect().await.unwrap();
    pretty_format_batches(&batches).unwrap().to_string()
}

/// A metric of the scan.
fn metric(plan: &str, name: &str) -> Option<usize> {
    let from = plan.find(&format!("{name}="))? + name.len() + 1;
    let digits: String = plan[from..].chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

#[tokio::test]
async fn files_of_other_paths_are_not_opened() {
    let plan = answer(
        "explain analyze select * from ogi_figures('SERIES') where report_path like '%2024.md'",
    )
    .await;
    assert!(plan.contains("files=1 of 3"), "{plan}");
    assert_eq!(metric(&plan, "reports_read"), Some(1), "{plan}");
    assert!(!plan.contains("FilterExec"), "{plan}");
}

#[tokio::test]
async fn reports_of_other_years_and_agencies_are_not_checked() {
    for demand in
        ["report_year = 2024", "report_year between 2024 and 2024 and agency_key is not null"]
    {
        let plan =
            answer(&format!("explain analyze select * from ogi_reports('SERIES') where {demand}"))
                .await;
        assert_eq!(metric(&plan, "reports_read"), Some(3), "{plan}");
        assert_eq!(metric(&plan, "reports_skipped"), Some(2), "{plan}");
        assert!(!plan.contains("FilterExec"), "{plan}");
    }
}

#[tokio::test]
async fn answers_are_those_of_a_filter() {
    let columns = "report_path, report_year, row_key, column_key, count_value";
    for demand in [
        "report_year = 2024",
        "report_year > 2023 and report_path like '%2025%'",
        "agency_key = '示例市民政局' or report_year = 2023",
        "report_year is null",
        "report_year = 2024 and count_value > 3",
    ] {
        let pushed = answer(&format!(
            "select {columns} from ogi_figures('SERIES') where {demand} order by report_path, row_key, column_key"
        ))
        .await;
        // Behind a limit nothing is pushed down.
        let filtered = answer(&format!(
            "select {columns} from (select * from ogi_figures('SERIES') limit 1000000) where {demand} \
             order by report_path, row_key, column_key"
        ))
        .await;
        assert_eq!(pushed, filtered, "{demand}");
    }
}

#[tokio::test]
async fn an_object_store_is_read_as_folders_are() {
    use std::sync::Arc;

    use datafusion::object_store::memory::InMemory;
    use datafusion::object_store::{ObjectStore, ObjectStoreExt as _, PutPayload};

    let store: Arc<dyn ObjectStore> = Arc::new(InMemory::new());
    let reports = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/reports");
    for file in std::fs::read_dir(reports).unwrap() {
        let path = file.unwrap().path();
        let to = format!("2025/{}", path.file_name().unwrap().to_str().unwrap());
        store.put(&to.into(), PutPayload::from(std::fs::read(&path).unwrap())).await.unwrap();
    }
    let context = context();
    context.register_object_store(&"memory://reports".parse().unwrap(), store);
    let query = "select count(*) from ogi_reports('memory://reports/2025/') where check_verdict = 'rejected'";
    let batches = context.sql(query).await.unwrap().collect().await.unwrap();
    let text = pretty_format_batches(&batches).unwrap().to_string();
    assert!(text.contains("| 1 "), "{text}");
}

#[tokio::test]
async fn a_star_stays_within_a_folder() {
    let count = async |pattern: &str| {
        let root =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").canonicalize().unwrap();
        let query = format!("select report_path from ogi_reports('{}/{pattern}')", root.display());
        let batches = context().sql(&query).await.unwrap().collect().await.unwrap();
        batches.iter().map(|it| it.num_rows()).sum::<usize>()
    };
    assert_eq!(count("rollup/*.md").await, 1);
    assert_eq!(count("*/offices/*.md").await, 3);
    assert_eq!(count("rollup/**/*.md").await, 4);
    assert_eq!(count("rollup/offices/").await, 3);
    assert_eq!(count("series/civil-affairs-bureau-2025.md").await, 1);
}

#[tokio::test]
async fn a_wrong_argument_is_said() {
    for query in [
        "select * from ogi_figures()",
        "select * from ogi_figures(7)",
        "select * from ogi_warc('a', 'b')",
    ] {
        let error = context().sql(query).await.unwrap_err().to_string();
        assert!(error.contains("takes one text"), "{error}");
    }
}

//! Runs queries over reports: `ogi-sql "select ..."`.

// Printing is what a program is for.
#![allow(clippy::print_stdout)]

use std::io;

use clap::{Parser, ValueEnum};
use datafusion::arrow::csv::WriterBuilder;
use datafusion::arrow::util::pretty::pretty_format_batches;
use datafusion::prelude::{SessionConfig, SessionContext};
use futures::StreamExt as _;

#[derive(Parser)]
#[command(
    version,
    about = "用 SQL 查询政府信息公开工作年度报告 | SQL over open government information annual reports"
)]
struct Args {
    /// 查询，依次执行 | Queries, one after another
    #[arg(required = true)]
    queries: Vec<String>,
    /// 输出格式 | Output format
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// 用几个线程；0 为全部核心 | How many threads; 0 for as many as there are cores
    #[arg(long, default_value_t = 0)]
    threads: usize,
    /// 由哪个集群执行，如 df://localhost:50050 | Which cluster runs them, as df://localhost:50050
    #[cfg(feature = "cluster")]
    #[arg(long)]
    on: Option<String>,
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum Format {
    #[default]
    Table,
    Csv,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args = Args::parse();
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    if args.threads > 0 {
        runtime.worker_threads(args.threads);
    }
    // Plans are deep, and debug builds have large frames.
    runtime.thread_stack_size(16 << 20).enable_all().build()?.block_on(run(&args))
}

async fn run(args: &Args) -> Result<(), Box<dyn std::error::Error>> {
    let context = session(args).await?;
    for query in &args.queries {
        let answer = context.sql(query).await?;
        match args.format {
            Format::Table => println!("{}", pretty_format_batches(&answer.collect().await?)?),
            Format::Csv => {
                let mut out = WriterBuilder::new().build(io::stdout().lock());
                let mut batches = answer.execute_stream().await?;
                while let Some(batch) = batches.next().await {
                    out.write(&batch?)?;
                }
            }
        }
    }
    Ok(())
}

async fn session(args: &Args) -> datafusion::error::Result<SessionContext> {
    #[cfg(feature = "cluster")]
    if let Some(scheduler) = &args.on {
        return ogi_datafusion::cluster::session(scheduler).await;
    }
    let mut config = SessionConfig::new();
    if args.threads > 0 {
        config = config.with_target_partitions(args.threads);
    }
    // `from 'figures.parquet'`, as docs/sql.md has it.
    let context = SessionContext::new_with_config(config).enable_url_table();
    ogi_datafusion::register(&context);
    Ok(context)
}

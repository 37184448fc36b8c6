//! A process of a cluster: `ogi-cluster scheduler` or `ogi-cluster executor`.

use std::path::PathBuf;

use clap::{Parser, Subcommand};
use ogi_datafusion::cluster;

#[derive(Parser)]
#[command(version, about = "Ballista 集群的一个进程 | A process of a Ballista cluster")]
struct Args {
    #[command(subcommand)]
    process: Process,
}

#[derive(Subcommand)]
enum Process {
    /// 调度 | Shares out the work
    Scheduler {
        #[arg(long, default_value_t = 50050)]
        port: u16,
    },
    /// 执行 | Does the work
    Executor {
        #[arg(long, default_value_t = 50050)]
        scheduler_port: u16,
        /// 占用这个端口和下一个 | It listens on this port and the next
        #[arg(long, default_value_t = 50051)]
        port: u16,
        #[arg(long, default_value_t = 1)]
        threads: usize,
        /// 中间结果放在哪里 | Where what it made for others lies
        #[arg(long)]
        folder: PathBuf,
    },
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    env_logger::Builder::from_env(env_logger::Env::default().default_filter_or("info")).init();
    let args = Args::parse();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .thread_stack_size(16 << 20)
        .enable_all()
        .build()?;
    runtime.block_on(async {
        match args.process {
            Process::Scheduler { port } => cluster::scheduler(port).await,
            Process::Executor { scheduler_port, port, threads, folder } => {
                std::fs::create_dir_all(&folder)?;
                cluster::executor(scheduler_port, port, threads, &folder).await
            }
        }
    })?;
    Ok(())
}

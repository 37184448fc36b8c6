//! The same functions on Ballista: a scheduler and executors that know our tables, and a session that asks them.
//!
//! Files are opened by the executors: all of them see the same paths or the same object store.

use std::path::Path;
use std::sync::Arc;

use ballista::prelude::SessionContextExt as _;
use ballista_core::extension::SessionConfigExt as _;
use ballista_core::registry::BallistaFunctionRegistry;
use ballista_executor::executor_process::{ExecutorProcessConfig, start_executor_process};
use ballista_scheduler::cluster::BallistaCluster;
use ballista_scheduler::config::SchedulerConfig;
use ballista_scheduler::scheduler_process::start_server;
use datafusion::error::{DataFusionError, Result};
use datafusion::execution::{SessionState, SessionStateBuilder};
use datafusion::prelude::{SessionConfig, SessionContext};

use crate::{OgiCodec, register, scalar_functions};

/// Runs a scheduler on this port of this machine until it is stopped.
///
/// # Errors
/// If the port is taken, or Ballista stops.
pub async fn scheduler(port: u16) -> Result<()> {
    let config = SchedulerConfig {
        bind_port: port,
        // An executor that was killed is given up soon, and its share of the work goes to others.
        executor_timeout_seconds: 20,
        expire_dead_executor_interval_seconds: 5,
        override_logical_codec: Some(Arc::new(OgiCodec::default())),
        override_physical_codec: Some(Arc::new(OgiCodec::default())),
        override_session_builder: Some(Arc::new(|config: SessionConfig| state(config))),
        ..SchedulerConfig::default()
    };
    let cluster = BallistaCluster::new_from_config(&config).await.map_err(external)?;
    let address = format!("127.0.0.1:{port}")
        .parse()
        .map_err(|error| DataFusionError::External(Box::new(error)))?;
    start_server(cluster, address, Arc::new(config)).await.map_err(external)
}

/// Runs an executor of the scheduler on this port until it is stopped, with this many threads. It listens on `port` and
/// the next one, and keeps what it made for others below `folder`.
///
/// # Errors
/// If a port is taken, no scheduler answers, or Ballista stops.
pub async fn executor(scheduler_port: u16, port: u16, threads: usize, folder: &Path) -> Result<()> {
    let mut functions = BallistaFunctionRegistry::default();
    for function in scalar_functions() {
        functions.scalar_functions.insert(function.name().to_owned(), Arc::new(function));
    }
    let config = ExecutorProcessConfig {
        port,
        grpc_port: port + 1,
        scheduler_port,
        scheduler_connect_timeout_seconds: 30,
        vcores: threads,
        work_dir: Some(folder.to_string_lossy().into_owned()),
        executor_heartbeat_interval_seconds: 5,
        override_function_registry: Some(Arc::new(functions)),
        override_logical_codec: Some(Arc::new(OgiCodec::default())),
        override_physical_codec: Some(Arc::new(OgiCodec::default())),
        ..ExecutorProcessConfig::default()
    };
    start_executor_process(Arc::new(config)).await.map_err(external)
}

/// A session whose queries run on a cluster: `df://localhost:50050`.
///
/// # Errors
/// If the address is none.
pub async fn session(scheduler: &str) -> Result<SessionContext> {
    let config = SessionConfig::new_with_ballista()
        .with_ballista_logical_extension_codec(Arc::new(OgiCodec::default()))
        .with_ballista_physical_extension_codec(Arc::new(OgiCodec::default()));
    let context = SessionContext::remote_with_state(scheduler, state(config)?).await?;
    register(&context);
    Ok(context)
}

fn state(config: SessionConfig) -> Result<SessionState> {
    let functions = scalar_functions().map(Arc::new).to_vec();
    let mut state = SessionStateBuilder::new().with_default_features().with_config(config).build();
    for function in functions {
        datafusion::execution::FunctionRegistry::register_udf(&mut state, function)?;
    }
    Ok(state)
}

fn external(error: ballista_core::error::BallistaError) -> DataFusionError {
    DataFusionError::External(Box::new(error))
}

//! Reports of files as lines of a table.

use std::sync::Arc;

use datafusion::arrow::array::RecordBatch;
use datafusion::error::{DataFusionError, Result};
use datafusion::logical_expr::Expr;
use datafusion::object_store::{self, ObjectStore, ObjectStoreExt as _, path::Path};
use datafusion::physical_plan::metrics::{Count, ExecutionPlanMetricsSet, MetricBuilder, Time};
use ogi::Policy;
use ogi::check::Aliases;
use ogi::embed::ReportFile;
use ogi::render::data::DataTable;
use ogi_arrow::Batch;

use crate::predicate::{Early, Predicate};
use crate::source::Files;

/// A file and its bytes, or why it could not be loaded.
type Loaded = (Path, Result<Vec<u8>, object_store::Error>);

/// Makes lines of files, in one partition of a scan.
pub(crate) struct ReportReader {
    table: DataTable,
    source: Files,
    store: Arc<dyn ObjectStore>,
    wanted: Predicate,
    read: Count,
    skipped: Count,
    time: Time,
}

impl ReportReader {
    pub(crate) fn new(
        table: DataTable,
        source: Files,
        store: Arc<dyn ObjectStore>,
        demands: &[Expr],
        metrics: &ExecutionPlanMetricsSet,
        partition: usize,
    ) -> Result<Self> {
        Ok(Self {
            table,
            source,
            store,
            wanted: Predicate::new(demands, Early::Read)?,
            read: MetricBuilder::new(metrics).counter("reports_read", partition),
            skipped: MetricBuilder::new(metrics).counter("reports_skipped", partition),
            time: MetricBuilder::new(metrics).subset_time("time_reading", partition),
        })
    }

    /// The lines of these files.
    pub(crate) async fn read(self: Arc<Self>, paths: Vec<Path>) -> Result<RecordBatch> {
        let loaded = self.load(paths).await;
        // Reading takes the processor: not on a thread that others wait for.
        let work = tokio::task::spawn_blocking(move || self.batch(loaded));
        work.await.map_err(|error| DataFusionError::External(Box::new(error)))?
    }

    async fn load(&self, paths: Vec<Path>) -> Vec<Loaded> {
        let mut loaded = Vec::with_capacity(paths.len());
        for path in paths {
            let bytes = match self.store.get(&path).await {
                Ok(found) => found.bytes().await,
                Err(error) => Err(error),
            };
            loaded.push((path, bytes.map(|it| it.to_vec())));
        }
        loaded
    }

    fn batch(&self, loaded: Vec<Loaded>) -> Result<RecordBatch> {
        let _timer = self.time.timer();
        let mut batch = Batch::new(self.table);
        for (path, bytes) in loaded {
            if let Some(file) = self.file(&self.source.name(&path), bytes)? {
                self.add(&mut batch, &file).map_err(external)?;
            }
        }
        batch.finish().map_err(external)
    }

    /// A file that is wanted, read and checked as far as the table needs it.
    fn file(
        &self,
        path: &str,
        bytes: Result<Vec<u8>, object_store::Error>,
    ) -> Result<Option<ReportFile>> {
        let bytes = match bytes {
            Ok(bytes) => bytes,
            Err(error) => {
                let message = ogi::model::Message::new(
                    format!("文件无法读取：{error}"),
                    format!("cannot read: {error}"),
                );
                return Ok(Some(ReportFile::failed(path, "io", message)));
            }
        };
        let file = ReportFile::read(path, &bytes, &Aliases::default());
        self.read.add(1);
        let year = file.reading().ok().and_then(|it| it.report.year);
        if !self.wanted.report(path, file.agency(), year)? {
            self.skipped.add(1);
            return Ok(None);
        }
        let is_checked = matches!(self.table, DataTable::Reports | DataTable::Findings);
        Ok(Some(if is_checked { file.checked(&Policy::default()) } else { file }))
    }

    fn add(&self, batch: &mut Batch, file: &ReportFile) -> Result<(), ogi_arrow::Error> {
        match self.table {
            DataTable::Reports => file.report().iter().try_for_each(|it| batch.add(it)),
            DataTable::Figures => file.figures().iter().try_for_each(|it| batch.add(it)),
            DataTable::Findings => file.findings().iter().try_for_each(|it| batch.add(it)),
            DataTable::Unread => file.unread().iter().try_for_each(|it| batch.add(it)),
        }
    }
}

fn external(error: ogi_arrow::Error) -> DataFusionError {
    DataFusionError::External(Box::new(error))
}

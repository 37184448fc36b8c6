//! The step of a plan that reads reports.

use std::fmt;
use std::sync::Arc;

use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::datatypes::SchemaRef;
use datafusion::common::internal_err;
use datafusion::common::tree_node::TreeNodeRecursion;
use datafusion::error::{DataFusionError, Result};
use datafusion::execution::{SendableRecordBatchStream, TaskContext};
use datafusion::logical_expr::Expr;
use datafusion::object_store::{self, ObjectStore, ObjectStoreExt as _, path::Path};
use datafusion::physical_expr::{EquivalenceProperties, Partitioning, PhysicalExpr};
use datafusion::physical_plan::execution_plan::{Boundedness, EmissionType};
use datafusion::physical_plan::metrics::{
    Count, ExecutionPlanMetricsSet, MetricBuilder, MetricsSet, Time,
};
use datafusion::physical_plan::stream::RecordBatchStreamAdapter;
use datafusion::physical_plan::{
    DisplayAs, DisplayFormatType, ExecutionPlan, PlanProperties, ReplaceChildrenOptions,
};
use futures::StreamExt as _;
use ogi::Policy;
use ogi::check::Aliases;
use ogi::embed::ReportFile;
use ogi::render::data::DataTable;
use ogi_arrow::Batch;

use crate::predicate::{Early, Predicate};
use crate::source::Files;

/// How many files one batch has: enough that a batch is worth its while, and few enough that memory stays small.
const FILES: usize = 32;

/// Reads files, a share in each partition, and gives the lines of a table.
#[derive(Debug)]
pub(crate) struct ReportScan {
    pub(crate) table: DataTable,
    pub(crate) source: Files,
    /// Paths in the store, those that are wanted.
    pub(crate) files: Vec<String>,
    /// How many there were before demands of paths were looked at.
    pub(crate) listed: usize,
    pub(crate) projection: Option<Vec<usize>>,
    /// What is demanded of agency and year.
    pub(crate) demands: Vec<Expr>,
    pub(crate) partitions: usize,
    properties: Arc<PlanProperties>,
    metrics: ExecutionPlanMetricsSet,
}

impl ReportScan {
    pub(crate) fn new(
        table: DataTable,
        source: Files,
        files: Vec<String>,
        listed: usize,
        projection: Option<Vec<usize>>,
        demands: Vec<Expr>,
        partitions: usize,
    ) -> Result<Self> {
        let partitions = partitions.clamp(1, files.len().max(1));
        let whole = ogi_arrow::schema(table);
        let schema = match &projection {
            Some(columns) => Arc::new(whole.project(columns)?),
            None => whole,
        };
        let properties = PlanProperties::new(
            EquivalenceProperties::new(schema),
            Partitioning::UnknownPartitioning(partitions),
            EmissionType::Incremental,
            Boundedness::Bounded,
        );
        let (properties, metrics) = (Arc::new(properties), ExecutionPlanMetricsSet::new());
        Ok(Self {
            table,
            source,
            files,
            listed,
            projection,
            demands,
            partitions,
            properties,
            metrics,
        })
    }

    /// The files of a partition: every nth, so that folders of large files are shared out.
    fn share(&self, partition: usize) -> impl Iterator<Item = Vec<Path>> + use<> {
        let share: Vec<_> = self.files.iter().skip(partition).step_by(self.partitions).collect();
        let chunks: Vec<Vec<Path>> = share
            .chunks(FILES)
            .map(|it| it.iter().filter_map(|it| Path::parse(it).ok()).collect())
            .collect();
        chunks.into_iter()
    }
}

impl DisplayAs for ReportScan {
    fn fmt_as(&self, _: DisplayFormatType, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { table, files, listed, partitions, demands, .. } = self;
        write!(
            f,
            "ReportScan: table={}, files={} of {listed}, partitions={partitions}",
            table.key(),
            files.len()
        )?;
        let demands: Vec<_> = demands.iter().map(ToString::to_string).collect();
        if demands.is_empty() { Ok(()) } else { write!(f, ", demands=[{}]", demands.join(", ")) }
    }
}

impl ExecutionPlan for ReportScan {
    fn name(&self) -> &'static str {
        "ReportScan"
    }

    fn properties(&self) -> &Arc<PlanProperties> {
        &self.properties
    }

    fn children(&self) -> Vec<&Arc<dyn ExecutionPlan>> {
        Vec::new()
    }

    fn apply_expressions(
        &self,
        _: &mut dyn FnMut(&Arc<dyn PhysicalExpr>) -> Result<TreeNodeRecursion>,
    ) -> Result<TreeNodeRecursion> {
        Ok(TreeNodeRecursion::Continue)
    }

    fn replace_children(
        self: Arc<Self>,
        children: Vec<Arc<dyn ExecutionPlan>>,
        _: ReplaceChildrenOptions,
    ) -> Result<Arc<dyn ExecutionPlan>> {
        if children.is_empty() { Ok(self) } else { internal_err!("a scan has no children") }
    }

    fn with_new_children(
        self: Arc<Self>,
        children: Vec<Arc<dyn ExecutionPlan>>,
    ) -> Result<Arc<dyn ExecutionPlan>> {
        if children.is_empty() { Ok(self) } else { internal_err!("a scan has no children") }
    }

    fn execute(
        &self,
        partition: usize,
        context: Arc<TaskContext>,
    ) -> Result<SendableRecordBatchStream> {
        let store = context.runtime_env().object_store(&self.source.url)?;
        let reader = Arc::new(Reader {
            table: self.table,
            source: self.source.clone(),
            projection: self.projection.clone(),
            wanted: Predicate::new(&self.demands, Early::Read, &ogi_arrow::schema(self.table))?,
            read: MetricBuilder::new(&self.metrics).counter("reports_read", partition),
            skipped: MetricBuilder::new(&self.metrics).counter("reports_skipped", partition),
            time: MetricBuilder::new(&self.metrics).subset_time("time_reading", partition),
            rows: MetricBuilder::new(&self.metrics).output_rows(partition),
        });
        let batches = futures::stream::iter(self.share(partition)).then(move |paths| {
            let (reader, store) = (Arc::clone(&reader), Arc::clone(&store));
            async move {
                let sources = load(store, paths).await?;
                // Reading takes the processor: not on a thread that others wait for.
                let work = tokio::task::spawn_blocking(move || reader.batch(sources));
                work.await.map_err(|error| DataFusionError::External(Box::new(error)))?
            }
        });
        let schema: SchemaRef = Arc::clone(self.properties.eq_properties.schema());
        Ok(Box::pin(RecordBatchStreamAdapter::new(schema, Box::pin(batches))))
    }

    fn metrics(&self) -> Option<MetricsSet> {
        Some(self.metrics.clone_inner())
    }
}

/// A file and its bytes, or why it could not be loaded.
type Loaded = (Path, Result<Vec<u8>, object_store::Error>);

async fn load(store: Arc<dyn ObjectStore>, paths: Vec<Path>) -> Result<Vec<Loaded>> {
    let mut loaded = Vec::with_capacity(paths.len());
    for path in paths {
        let bytes = match store.get(&path).await {
            Ok(found) => found.bytes().await,
            Err(error) => Err(error),
        };
        loaded.push((path, bytes.map(|it| it.to_vec())));
    }
    Ok(loaded)
}

/// Makes lines of files.
struct Reader {
    table: DataTable,
    source: Files,
    projection: Option<Vec<usize>>,
    wanted: Predicate,
    read: Count,
    skipped: Count,
    time: Time,
    rows: Count,
}

impl Reader {
    fn batch(&self, sources: Vec<Loaded>) -> Result<RecordBatch> {
        let _timer = self.time.timer();
        let mut batch = Batch::new(self.table);
        for (path, bytes) in sources {
            if let Some(file) = self.file(&self.source.name(&path), bytes)? {
                self.add(&mut batch, &file).map_err(external)?;
            }
        }
        let batch = batch.finish().map_err(external)?;
        self.rows.add(batch.num_rows());
        Ok(match &self.projection {
            Some(columns) => batch.project(columns)?,
            None => batch,
        })
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

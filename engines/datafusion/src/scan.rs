//! The step of a plan that reads files.

use std::fmt;
use std::sync::Arc;

use datafusion::common::internal_err;
use datafusion::common::tree_node::TreeNodeRecursion;
use datafusion::error::{DataFusionError, Result};
use datafusion::execution::{SendableRecordBatchStream, TaskContext};
use datafusion::logical_expr::Expr;
use datafusion::physical_expr::{EquivalenceProperties, PhysicalExpr};
use datafusion::physical_plan::execution_plan::{
    Boundedness, ChildrenPropertiesMode, EmissionType,
};
use datafusion::physical_plan::metrics::{ExecutionPlanMetricsSet, MetricBuilder, MetricsSet};
use datafusion::physical_plan::stream::RecordBatchStreamAdapter;
use datafusion::physical_plan::{
    DisplayAs, DisplayFormatType, ExecutionPlan, ExecutionPlanProperties as _, PlanProperties,
    ReplaceChildrenOptions,
};
use futures::{StreamExt as _, TryStreamExt as _};

use crate::paths::paths;
use crate::reports::ReportReader;
use crate::source::Files;
use crate::table::FileTable;
use crate::warc;

/// What is to be read, and how much of it is wanted.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub(crate) table: FileTable,
    pub(crate) source: Files,
    /// How many files are wanted, in all partitions.
    pub(crate) files: usize,
    /// How many there were before demands of paths were looked at.
    pub(crate) listed: usize,
    pub(crate) projection: Option<Vec<usize>>,
    /// What is demanded of agency and year.
    pub(crate) demands: Vec<Expr>,
}

/// Reads the files whose paths its input gives, and gives the lines of a table.
#[derive(Debug)]
pub(crate) struct FileScan {
    pub(crate) request: Request,
    input: Arc<dyn ExecutionPlan>,
    properties: Arc<PlanProperties>,
    metrics: ExecutionPlanMetricsSet,
}

impl FileScan {
    pub(crate) fn new(request: Request, input: Arc<dyn ExecutionPlan>) -> Result<Self> {
        let whole = request.table.schema();
        let schema = match &request.projection {
            Some(columns) => Arc::new(whole.project(columns)?),
            None => whole,
        };
        let properties = PlanProperties::new(
            EquivalenceProperties::new(schema),
            input.output_partitioning().clone(),
            EmissionType::Incremental,
            Boundedness::Bounded,
        );
        let metrics = ExecutionPlanMetricsSet::new();
        Ok(Self { request, input, properties: Arc::new(properties), metrics })
    }
}

impl DisplayAs for FileScan {
    fn fmt_as(&self, _: DisplayFormatType, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Request { table, files, listed, demands, .. } = &self.request;
        let partitions = self.properties.output_partitioning().partition_count();
        write!(
            f,
            "FileScan: table={}, files={files} of {listed}, partitions={partitions}",
            table.key()
        )?;
        let demands: Vec<_> = demands.iter().map(ToString::to_string).collect();
        if demands.is_empty() { Ok(()) } else { write!(f, ", demands=[{}]", demands.join(", ")) }
    }
}

impl ExecutionPlan for FileScan {
    fn name(&self) -> &'static str {
        "FileScan"
    }

    fn properties(&self) -> &Arc<PlanProperties> {
        &self.properties
    }

    fn children(&self) -> Vec<&Arc<dyn ExecutionPlan>> {
        vec![&self.input]
    }

    // The paths are shared out already.
    fn benefits_from_input_partitioning(&self) -> Vec<bool> {
        vec![false]
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
        match <[_; 1]>::try_from(children) {
            Ok([input]) => Ok(Arc::new(Self::new(self.request.clone(), input)?)),
            Err(children) => internal_err!("a scan has one child, not {}", children.len()),
        }
    }

    fn with_new_children(
        self: Arc<Self>,
        children: Vec<Arc<dyn ExecutionPlan>>,
    ) -> Result<Arc<dyn ExecutionPlan>> {
        let options = ReplaceChildrenOptions::new(ChildrenPropertiesMode::Recompute);
        self.replace_children(children, options)
    }

    fn execute(
        &self,
        partition: usize,
        context: Arc<TaskContext>,
    ) -> Result<SendableRecordBatchStream> {
        let Request { table, source, projection, demands, .. } = &self.request;
        let (source, projection) = (source.clone(), projection.clone());
        let store = context.runtime_env().object_store(&source.url)?;
        let paths = self.input.execute(partition, context)?.map(|batch| paths(&batch?));
        let batches = match table {
            FileTable::Data(table) => {
                let reader =
                    ReportReader::new(*table, source, store, demands, &self.metrics, partition)?;
                let reader = Arc::new(reader);
                paths.and_then(move |paths| Arc::clone(&reader).read(paths)).boxed()
            }
            FileTable::Records => paths
                .map_ok(|paths| futures::stream::iter(paths).map(Ok::<_, DataFusionError>))
                .try_flatten()
                .map_ok(move |path| warc::records(Arc::clone(&store), source.name(&path), path))
                .try_flatten()
                .boxed(),
        };
        let rows = MetricBuilder::new(&self.metrics).output_rows(partition);
        let batches = batches.map(move |batch| {
            let batch = batch?;
            rows.add(batch.num_rows());
            Ok(match &projection {
                Some(columns) => batch.project(columns)?,
                None => batch,
            })
        });
        Ok(Box::pin(RecordBatchStreamAdapter::new(self.schema(), batches)))
    }

    fn metrics(&self) -> Option<MetricsSet> {
        Some(self.metrics.clone_inner())
    }
}

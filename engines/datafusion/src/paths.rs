//! The leaf below each scan: a table in memory of the paths that are to be read, shared out among partitions.
//!
//! Ballista 55 gives a task its share of such a leaf, and carries it to the executor; of a leaf of our own each task
//! would read all.

use std::sync::Arc;

use datafusion::arrow::array::{RecordBatch, StringArray};
use datafusion::arrow::datatypes::{DataType, Field, Schema};
use datafusion::common::cast::as_string_array;
use datafusion::datasource::memory::MemorySourceConfig;
use datafusion::error::{DataFusionError, Result};
use datafusion::object_store::path::Path;
use datafusion::physical_plan::ExecutionPlan;

/// A leaf that gives these paths, so many in a batch. A partition has every nth, so that folders of large files are
/// shared out; there are no more partitions than paths.
pub(crate) fn share_out(
    paths: &[Path],
    partitions: usize,
    at_once: usize,
) -> Result<Arc<dyn ExecutionPlan>> {
    let partitions = partitions.clamp(1, paths.len().max(1));
    let schema = Arc::new(Schema::new(vec![Field::new("path", DataType::Utf8, false)]));
    let batch = |paths: &[&Path]| {
        let column = StringArray::from_iter_values(paths);
        RecordBatch::try_new(Arc::clone(&schema), vec![Arc::new(column)])
    };
    let share = |partition| -> Result<Vec<RecordBatch>, _> {
        let share: Vec<_> = paths.iter().skip(partition).step_by(partitions).collect();
        share.chunks(at_once).map(batch).collect()
    };
    let shares: Vec<_> = (0..partitions).map(share).collect::<Result<_, _>>()?;
    Ok(MemorySourceConfig::try_new_exec(&shares, schema, None)?)
}

/// The paths of a batch of that leaf.
pub(crate) fn paths(batch: &RecordBatch) -> Result<Vec<Path>> {
    let written = as_string_array(batch.column(0))?;
    let parse = |it| Path::parse(it).map_err(|error| DataFusionError::External(Box::new(error)));
    written.iter().flatten().map(parse).collect()
}

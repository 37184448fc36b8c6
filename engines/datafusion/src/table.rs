//! A table of reports that lie somewhere.

use std::sync::Arc;

use async_trait::async_trait;
use datafusion::arrow::datatypes::SchemaRef;
use datafusion::catalog::{Session, TableProvider};
use datafusion::error::Result;
use datafusion::logical_expr::{Expr, TableProviderFilterPushDown, TableType};
use datafusion::physical_plan::ExecutionPlan;
use ogi::render::data::DataTable;

use crate::predicate::{Early, Predicate, early};
use crate::scan::ReportScan;
use crate::source::Files;

/// One of the four tables, of files.
#[derive(Debug)]
pub(crate) struct ReportTable {
    pub(crate) table: DataTable,
    pub(crate) files: Files,
    /// Whether one partition has all files.
    is_whole: bool,
}

impl ReportTable {
    pub(crate) const fn new(table: DataTable, files: Files) -> Self {
        Self { table, files, is_whole: false }
    }

    /// The same for a cluster. Ballista 55 restricts to a task's partitions only those scans that it knows: each task would
    /// read all partitions of ours, and each line would come as often as there are tasks.
    #[cfg(feature = "cluster")]
    pub(crate) fn whole(self) -> Self {
        Self { is_whole: true, ..self }
    }
}

#[async_trait]
impl TableProvider for ReportTable {
    fn schema(&self) -> SchemaRef {
        ogi_arrow::schema(self.table)
    }

    fn table_type(&self) -> TableType {
        TableType::Base
    }

    fn supports_filters_pushdown(
        &self,
        filters: &[&Expr],
    ) -> Result<Vec<TableProviderFilterPushDown>> {
        let support = |it: &&Expr| match early(it) {
            Some(_) if self.can_judge(it) => TableProviderFilterPushDown::Exact,
            _ => TableProviderFilterPushDown::Unsupported,
        };
        Ok(filters.iter().map(support).collect())
    }

    async fn scan(
        &self,
        state: &dyn Session,
        projection: Option<&Vec<usize>>,
        filters: &[Expr],
        _limit: Option<usize>,
    ) -> Result<Arc<dyn ExecutionPlan>> {
        let paths = self.files.list(state).await?;
        let names: Vec<_> = paths.iter().map(|it| self.files.name(it)).collect();
        let wanted = Predicate::new(filters, Early::Listed, &self.schema())?.paths(&names)?;
        let listed = names.len();
        let named = names.into_iter().zip(&paths).zip(wanted).filter(|it| it.1);
        let files: Vec<_> = named.map(|((_, path), _)| path.to_string()).collect();
        let demands: Vec<_> =
            filters.iter().filter(|it| early(it) == Some(Early::Read)).cloned().collect();
        Ok(Arc::new(ReportScan::new(
            self.table,
            self.files.clone(),
            files,
            listed,
            projection.cloned(),
            demands,
            if self.is_whole { 1 } else { state.config().target_partitions() },
        )?))
    }
}

impl ReportTable {
    /// Not every table has all the columns: that of what could not be read has files without agency and year.
    fn can_judge(&self, demand: &Expr) -> bool {
        let schema = self.schema();
        self.table != DataTable::Unread
            && demand.column_refs().iter().all(|it| schema.field_with_name(&it.name).is_ok())
    }
}

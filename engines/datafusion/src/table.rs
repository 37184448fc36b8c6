//! The tables that are made of files, each by a function whose argument is where the files lie.

use std::sync::Arc;

use async_trait::async_trait;
use datafusion::arrow::datatypes::SchemaRef;
use datafusion::catalog::{Session, TableFunctionArgs, TableFunctionImpl, TableProvider};
use datafusion::error::{DataFusionError, Result};
use datafusion::logical_expr::{Expr, TableProviderFilterPushDown, TableType};
use datafusion::physical_plan::ExecutionPlan;
use datafusion::scalar::ScalarValue;
use ogi::render::data::DataTable;

use crate::paths::share_out;
use crate::predicate::{Early, Predicate, early};
use crate::scan::{FileScan, Request};
use crate::source::Files;
use crate::warc;

/// What is made of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FileTable {
    /// One of the four tables of reports.
    Data(DataTable),
    /// The records of web archives.
    Records,
}

impl FileTable {
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        DataTable::ALL.iter().copied().map(Self::Data).chain([Self::Records])
    }

    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Data(table) => table.key(),
            Self::Records => "warc",
        }
    }

    /// `ogi_figures` and the like.
    pub(crate) fn function(self) -> String {
        format!("ogi_{}", self.key())
    }

    pub(crate) fn schema(self) -> SchemaRef {
        match self {
            Self::Data(table) => ogi_arrow::schema(table),
            Self::Records => warc::schema(),
        }
    }

    /// How many files are read at once: of reports so many that a batch is worth its while, and so few that memory stays
    /// small.
    const fn at_once(self) -> usize {
        match self {
            Self::Data(_) => 32,
            Self::Records => 1,
        }
    }

    /// Whether a demand is looked at before lines are made. What could not be read has files without agency and year.
    fn can_judge(self, demand: &Expr) -> bool {
        let schema = self.schema();
        matches!(self, Self::Data(table) if table != DataTable::Unread)
            && early(demand).is_some()
            && demand.column_refs().iter().all(|it| schema.field_with_name(&it.name).is_ok())
    }
}

impl TableFunctionImpl for FileTable {
    fn call_with_args(&self, args: TableFunctionArgs<'_, '_>) -> Result<Arc<dyn TableProvider>> {
        match args.exprs() {
            [Expr::Literal(ScalarValue::Utf8(Some(written)), _)] => {
                Ok(Arc::new(TableOfFiles { table: *self, files: Files::parse(written)? }))
            }
            _ => Err(DataFusionError::Plan(format!(
                "{} takes one text: a file, a folder or a pattern",
                self.function()
            ))),
        }
    }
}

/// One of the tables, of files.
#[derive(Debug)]
pub(crate) struct TableOfFiles {
    pub(crate) table: FileTable,
    pub(crate) files: Files,
}

#[async_trait]
impl TableProvider for TableOfFiles {
    fn schema(&self) -> SchemaRef {
        self.table.schema()
    }

    fn table_type(&self) -> TableType {
        TableType::Base
    }

    fn supports_filters_pushdown(
        &self,
        filters: &[&Expr],
    ) -> Result<Vec<TableProviderFilterPushDown>> {
        let support = |it: &&Expr| {
            if self.table.can_judge(it) {
                TableProviderFilterPushDown::Exact
            } else {
                TableProviderFilterPushDown::Unsupported
            }
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
        let listed = paths.len();
        let names: Vec<_> = paths.iter().map(|it| self.files.name(it)).collect();
        let wanted = Predicate::new(filters, Early::Listed)?.paths(&names)?;
        let paths: Vec<_> =
            paths.into_iter().zip(wanted).filter_map(|(path, it)| it.then_some(path)).collect();
        let partitions = state.config().target_partitions();
        let input = share_out(&paths, partitions, self.table.at_once())?;
        let request = Request {
            table: self.table,
            source: self.files.clone(),
            files: paths.len(),
            listed,
            projection: projection.cloned(),
            demands: filters.iter().filter(|it| early(it) == Some(Early::Read)).cloned().collect(),
        };
        Ok(Arc::new(FileScan::new(request, input)?))
    }
}

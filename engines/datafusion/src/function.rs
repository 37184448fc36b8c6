//! The functions that give tables: their argument is where the files lie.

use std::sync::Arc;

use datafusion::catalog::{TableFunctionArgs, TableFunctionImpl, TableProvider};
use datafusion::error::{DataFusionError, Result};
use datafusion::logical_expr::Expr;
use datafusion::scalar::ScalarValue;
use ogi::render::data::DataTable;

use crate::source::Files;
use crate::table::ReportTable;

/// `ogi_figures('glob')` and the like.
#[derive(Debug)]
pub(crate) struct ReportFunction {
    table: DataTable,
}

impl ReportFunction {
    pub(crate) const fn new(table: DataTable) -> Self {
        Self { table }
    }

    pub(crate) fn name(&self) -> String {
        format!("ogi_{}", self.table.key())
    }
}

impl TableFunctionImpl for ReportFunction {
    fn call_with_args(&self, args: TableFunctionArgs<'_, '_>) -> Result<Arc<dyn TableProvider>> {
        let files = Files::parse(text(&self.name(), args.exprs())?)?;
        Ok(Arc::new(ReportTable::new(self.table, files)))
    }
}

/// The one argument of a function, a text that is written out.
pub(crate) fn text<'e>(function: &str, arguments: &'e [Expr]) -> Result<&'e str> {
    match arguments {
        [Expr::Literal(ScalarValue::Utf8(Some(text)), _)] => Ok(text),
        _ => Err(DataFusionError::Plan(format!(
            "{function} takes one text: a file, a folder or a pattern"
        ))),
    }
}

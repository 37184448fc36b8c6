//! What a query demands of path, agency and year, judged before the rest is done.

use std::collections::HashSet;
use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, BooleanArray, Int64Array, RecordBatch, StringArray};
use datafusion::arrow::datatypes::{Schema, SchemaRef};
use datafusion::common::{DFSchema, cast::as_boolean_array};
use datafusion::error::Result;
use datafusion::logical_expr::Expr;
use datafusion::logical_expr::execution_props::ExecutionProps;
use datafusion::logical_expr::physical_planning_context::PhysicalPlanningContext;
use datafusion::physical_expr::{PhysicalExpr, create_physical_expr};
use ogi::render::data::DataTable;

/// The columns that are known before a report is checked, the first before it is read.
pub(crate) const KNOWN_EARLY: [&str; 3] = ["report_path", "agency_key", "report_year"];

/// How early a demand can be judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Early {
    /// By the path alone.
    Listed,
    /// When the report is read.
    Read,
}

/// When a demand can be judged; `None` if only on a line of the table.
pub(crate) fn early(demand: &Expr) -> Option<Early> {
    let columns: HashSet<_> = demand.column_refs().into_iter().map(|it| it.name.as_str()).collect();
    if demand.is_volatile() || columns.is_empty() {
        return None;
    }
    if columns.iter().all(|it| *it == KNOWN_EARLY[0]) {
        return Some(Early::Listed);
    }
    columns.iter().all(|it| KNOWN_EARLY.contains(it)).then_some(Early::Read)
}

/// Demands of one time, ready to be judged.
#[derive(Debug)]
pub(crate) struct Predicate {
    demands: Vec<Arc<dyn PhysicalExpr>>,
    schema: SchemaRef,
}

impl Predicate {
    /// Of those of these demands that can be judged at this time.
    pub(crate) fn new(demands: &[Expr], when: Early) -> Result<Self> {
        let known = if when == Early::Listed { &KNOWN_EARLY[..1] } else { &KNOWN_EARLY[..] };
        let table = ogi_arrow::schema(DataTable::Reports);
        let fields: Result<Vec<_>, _> = known
            .iter()
            .map(|it| table.field_with_name(it).cloned().map(|it| it.with_nullable(true)))
            .collect();
        let schema = Arc::new(Schema::new(fields?));
        let named = DFSchema::try_from(Arc::clone(&schema))?;
        let demands = demands.iter().filter(|it| early(it) == Some(when));
        let demands = demands.map(|it| {
            let bare = it.clone().transform_columns();
            create_physical_expr(
                &bare?,
                &named,
                &ExecutionProps::new(),
                &PhysicalPlanningContext::default(),
            )
        });
        Ok(Self { demands: demands.collect::<Result<_>>()?, schema })
    }

    /// Which of these paths may be what is wanted.
    pub(crate) fn paths(&self, paths: &[String]) -> Result<Vec<bool>> {
        let column: ArrayRef = Arc::new(StringArray::from_iter_values(paths));
        let judged = self.judge(vec![column], paths.len())?;
        Ok(judged.iter().map(|it| it == Some(true)).collect())
    }

    /// Whether a report may be what is wanted.
    pub(crate) fn report(
        &self,
        path: &str,
        agency: Option<&str>,
        year: Option<u16>,
    ) -> Result<bool> {
        if self.demands.is_empty() {
            return Ok(true);
        }
        let columns: Vec<ArrayRef> = vec![
            Arc::new(StringArray::from_iter_values([path])),
            Arc::new(StringArray::from_iter([agency])),
            Arc::new(Int64Array::from_iter([year.map(i64::from)])),
        ];
        Ok(self.judge(columns, 1)?.iter().all(|it| it == Some(true)))
    }

    fn judge(&self, columns: Vec<ArrayRef>, rows: usize) -> Result<BooleanArray> {
        let batch = RecordBatch::try_new(Arc::clone(&self.schema), columns)?;
        let mut judged = BooleanArray::from(vec![true; rows]);
        for demand in &self.demands {
            let met = demand.evaluate(&batch)?.into_array(rows)?;
            judged = datafusion::arrow::compute::and_kleene(&judged, as_boolean_array(&met)?)?;
        }
        Ok(judged)
    }
}

/// A demand without the names of tables: what is judged has none.
trait Bare: Sized {
    fn transform_columns(self) -> Result<Self>;
}

impl Bare for Expr {
    fn transform_columns(self) -> Result<Self> {
        use datafusion::common::tree_node::{Transformed, TreeNode as _};
        let bare = self.transform(|it| {
            Ok(match it {
                Expr::Column(column) if column.relation.is_some() => Transformed::yes(
                    Expr::Column(datafusion::common::Column::from_name(column.name)),
                ),
                other => Transformed::no(other),
            })
        });
        Ok(bare?.data)
    }
}

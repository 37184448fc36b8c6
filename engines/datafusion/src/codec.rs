//! Tables and scans of reports as bytes, so that a scheduler and executors of Ballista pass them on.

use std::sync::Arc;

use ballista_core::serde::{BallistaLogicalExtensionCodec, BallistaPhysicalExtensionCodec};
use datafusion::arrow::datatypes::SchemaRef;
use datafusion::catalog::TableProvider;
use datafusion::common::{TableReference, internal_err};
use datafusion::error::{DataFusionError, Result};
use datafusion::execution::TaskContext;
use datafusion::logical_expr::{AggregateUDF, Expr, Extension, LogicalPlan, ScalarUDF, WindowUDF};
use datafusion::physical_plan::ExecutionPlan;
use datafusion_proto::bytes::Serializeable as _;
use datafusion_proto::logical_plan::LogicalExtensionCodec;
use datafusion_proto::physical_plan::{PhysicalExtensionCodec, PhysicalProtoConverterExtension};
use serde::{Deserialize, Serialize};

use crate::scan::{FileScan, Request};
use crate::source::Files;
use crate::table::{FileTable, TableOfFiles};

/// What our bytes begin with; all others are Ballista's own.
const OURS: &[u8] = b"ogi\0";

/// Writes our tables and scans as bytes, and leaves all others to Ballista.
#[derive(Debug, Default)]
pub struct OgiCodec {
    logical: BallistaLogicalExtensionCodec,
    physical: BallistaPhysicalExtensionCodec,
}

#[derive(Serialize, Deserialize)]
struct TableBytes {
    table: String,
    files: String,
}

#[derive(Serialize, Deserialize)]
struct ScanBytes {
    table: TableBytes,
    files: usize,
    listed: usize,
    projection: Option<Vec<usize>>,
    demands: Vec<Vec<u8>>,
}

impl TableBytes {
    fn new(table: FileTable, files: &Files) -> Self {
        Self { table: table.key().to_owned(), files: files.written.clone() }
    }

    fn parts(&self) -> Result<(FileTable, Files)> {
        let table = FileTable::all().find(|it| it.key() == self.table);
        let unknown = || DataFusionError::Plan(format!("no table {}", self.table));
        Ok((table.ok_or_else(unknown)?, Files::parse(&self.files)?))
    }
}

fn write(value: &impl Serialize, out: &mut Vec<u8>) -> Result<()> {
    out.extend(OURS);
    serde_json::to_writer(out, value).map_err(external)
}

fn read<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Option<Result<T>> {
    let ours = bytes.strip_prefix(OURS)?;
    Some(serde_json::from_slice(ours).map_err(external))
}

fn external(error: serde_json::Error) -> DataFusionError {
    DataFusionError::External(Box::new(error))
}

impl LogicalExtensionCodec for OgiCodec {
    fn try_decode(
        &self,
        bytes: &[u8],
        inputs: &[LogicalPlan],
        context: &TaskContext,
    ) -> Result<Extension> {
        self.logical.try_decode(bytes, inputs, context)
    }

    fn try_encode(&self, node: &Extension, out: &mut Vec<u8>) -> Result<()> {
        self.logical.try_encode(node, out)
    }

    fn try_decode_table_provider(
        &self,
        bytes: &[u8],
        name: &TableReference,
        schema: SchemaRef,
        context: &TaskContext,
    ) -> Result<Arc<dyn TableProvider>> {
        match read::<TableBytes>(bytes) {
            Some(table) => {
                let (table, files) = table?.parts()?;
                Ok(Arc::new(TableOfFiles { table, files }))
            }
            None => self.logical.try_decode_table_provider(bytes, name, schema, context),
        }
    }

    fn try_encode_table_provider(
        &self,
        name: &TableReference,
        provider: Arc<dyn TableProvider>,
        out: &mut Vec<u8>,
    ) -> Result<()> {
        match provider.downcast_ref::<TableOfFiles>() {
            Some(ours) => write(&TableBytes::new(ours.table, &ours.files), out),
            None => self.logical.try_encode_table_provider(name, provider, out),
        }
    }

    fn try_decode_udf(&self, name: &str, bytes: &[u8]) -> Result<Arc<ScalarUDF>> {
        self.logical.try_decode_udf(name, bytes)
    }

    fn try_encode_udf(&self, function: &ScalarUDF, out: &mut Vec<u8>) -> Result<()> {
        self.logical.try_encode_udf(function, out)
    }

    fn try_decode_udaf(&self, name: &str, bytes: &[u8]) -> Result<Arc<AggregateUDF>> {
        self.logical.try_decode_udaf(name, bytes)
    }

    fn try_decode_udwf(&self, name: &str, bytes: &[u8]) -> Result<Arc<WindowUDF>> {
        self.logical.try_decode_udwf(name, bytes)
    }
}

impl PhysicalExtensionCodec for OgiCodec {
    fn try_decode(
        &self,
        bytes: &[u8],
        inputs: &[Arc<dyn ExecutionPlan>],
        context: &TaskContext,
        converter: &dyn PhysicalProtoConverterExtension,
    ) -> Result<Arc<dyn ExecutionPlan>> {
        let Some(scan) = read::<ScanBytes>(bytes) else {
            return self.physical.try_decode(bytes, inputs, context, converter);
        };
        let [input] = inputs else { return internal_err!("a scan has one child") };
        let ScanBytes { table, files, listed, projection, demands } = scan?;
        let (table, source) = table.parts()?;
        let demands: Vec<_> = demands
            .iter()
            .map(|it| Expr::from_bytes_with_ctx(it, context))
            .collect::<Result<_>>()?;
        let request = Request { table, source, files, listed, projection, demands };
        Ok(Arc::new(FileScan::new(request, Arc::clone(input))?))
    }

    fn try_encode(
        &self,
        node: Arc<dyn ExecutionPlan>,
        out: &mut Vec<u8>,
        converter: &dyn PhysicalProtoConverterExtension,
    ) -> Result<()> {
        let Some(FileScan { request, .. }) = node.downcast_ref() else {
            return self.physical.try_encode(node, out, converter);
        };
        let demands = request.demands.iter().map(|it| Ok(it.to_bytes()?.to_vec()));
        let bytes = ScanBytes {
            table: TableBytes::new(request.table, &request.source),
            files: request.files,
            listed: request.listed,
            projection: request.projection.clone(),
            demands: demands.collect::<Result<_>>()?,
        };
        write(&bytes, out)
    }

    fn try_decode_udf(&self, name: &str, bytes: &[u8]) -> Result<Arc<ScalarUDF>> {
        self.physical.try_decode_udf(name, bytes)
    }

    fn try_encode_udf(&self, function: &ScalarUDF, out: &mut Vec<u8>) -> Result<()> {
        self.physical.try_encode_udf(function, out)
    }
}

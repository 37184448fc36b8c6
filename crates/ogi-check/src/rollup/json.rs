//! What a sum lacks, as JSON.

use serde::{Serialize, Serializer};

use super::{LowerBound, SumNote, Summed};
use crate::json::{SCHEMA_VERSION, TOOL};

/// All but the report itself, which has a JSON of its own.
///
/// ```
/// let json = serde_json::to_value(ogi_check::sum::<&ogi_model::Report>([]))?;
/// assert_eq!(json["bounds"], serde_json::json!([]));
/// assert_eq!(json["notes"][0]["kind"], "table-missing");
/// # Ok::<(), serde_json::Error>(())
/// ```
impl Serialize for Summed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Flat<'a> {
            schema_version: u32,
            tool: &'static str,
            agency: Option<&'a str>,
            year: Option<u16>,
            bounds: &'a [LowerBound],
            notes: &'a [SumNote],
        }
        Flat {
            schema_version: SCHEMA_VERSION,
            tool: TOOL,
            agency: self.report.agency.as_deref(),
            year: self.report.year,
            bounds: &self.bounds,
            notes: &self.notes,
        }
        .serialize(serializer)
    }
}

//! A roll-up and a sum as JSON: all that is shown to people.

use ogi_model::{CellId, LineIndex, Value};
use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};

use super::{
    Body, Call, ChildFigure, Compared, Correction, Determined, LowerBound, Reference, RollUp,
    SumNote, Summed, Unbalanced,
};
use crate::Message;
use crate::json::{FindingIn, SCHEMA_VERSION, TOOL};

/// All but the report itself, which has a JSON of its own.
///
/// ```
/// let json = serde_json::to_value(ogi_check::aggregate::<&ogi_model::Report>([]))?;
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
            calls: &'a [Call],
            bounds: &'a [LowerBound],
            unbalanced: &'a [Unbalanced],
            references: &'a [Reference],
            determined: &'a [Determined],
            notes: &'a [SumNote],
        }
        Flat {
            schema_version: SCHEMA_VERSION,
            tool: TOOL,
            agency: self.report.agency.as_deref(),
            year: self.report.year,
            calls: &self.calls,
            bounds: &self.bounds,
            unbalanced: &self.unbalanced,
            references: &self.references,
            determined: &self.determined,
            notes: &self.notes,
        }
        .serialize(serializer)
    }
}

/// All but the outcome, which belongs to the parent's file.
///
/// ```
/// use ogi_check::{Policy, roll_up};
/// use ogi_model::Report;
///
/// let parent = Report::new();
/// let rolled_up = roll_up(&parent, [&Report::new()], &Policy::default());
/// let json = serde_json::to_value(&rolled_up)?;
/// assert_eq!(json["bodies"][0]["has_report"], true);
/// assert_eq!(json["cells"], serde_json::json!([]));
/// # Ok::<(), serde_json::Error>(())
/// ```
impl Serialize for RollUp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Former<'a> {
            name: &'a str,
            year: u16,
        }
        #[derive(Serialize)]
        struct Flat<'a> {
            agency: Option<&'a str>,
            year: Option<u16>,
            bodies: &'a [Body],
            former: Vec<Former<'a>>,
            calls: &'a [Call],
            cells: Vec<ComparedOf<'a>>,
        }
        let bodies = &self.bodies;
        Flat {
            agency: self.agency.as_deref(),
            year: self.year,
            bodies,
            former: self.former.iter().map(|(name, year)| Former { name, year: *year }).collect(),
            calls: &self.calls,
            cells: self.cells.iter().map(|it| ComparedOf { compared: it, bodies }).collect(),
        }
        .serialize(serializer)
    }
}

impl Serialize for Body {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Flat<'a> {
            name: &'a str,
            has_report: bool,
            unreadable: Option<&'a Message>,
        }
        let Self { name, has_report, unreadable } = self;
        Flat { name, has_report: *has_report, unreadable: unreadable.as_ref() }
            .serialize(serializer)
    }
}

impl Serialize for Call {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Flat<'a> {
            child: &'a str,
            message: &'a Message,
            corrections: &'a [Correction],
            errors: Vec<FindingIn<'a>>,
        }
        // The places of findings are in files of the children, which are not at hand: lines are not stated.
        let lines = LineIndex::new("");
        let errors = self.errors.iter().map(|finding| FindingIn { finding, lines: &lines });
        Flat {
            child: &self.child,
            message: &self.message,
            corrections: &self.corrections,
            errors: errors.collect(),
        }
        .serialize(serializer)
    }
}

impl Serialize for Unbalanced {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Share<'a> {
            child: &'a str,
            residual: Value,
        }
        #[derive(Serialize)]
        struct Flat<'a> {
            cell: CellId,
            sum: Value,
            parts: Value,
            children: Vec<Share<'a>>,
        }
        let children = self.children.iter();
        Flat {
            cell: self.cell,
            sum: self.sum,
            parts: self.parts,
            children: children.map(|(child, it)| Share { child, residual: *it }).collect(),
        }
        .serialize(serializer)
    }
}

/// A figure, with the names of the children.
struct ComparedOf<'a> {
    compared: &'a Compared,
    bodies: &'a [Body],
}

impl Serialize for ComparedOf<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Flat<'a> {
            cell: CellId,
            standing: &'static str,
            parent: &'a ogi_model::Cell,
            sum: Value,
            corrected: Value,
            lacking: Option<Value>,
            figures: Figures<'a>,
        }
        let Compared { cell, standing, parent, sum, corrected, lacking, figures, .. } =
            self.compared;
        Flat {
            cell: *cell,
            standing: standing.key(),
            parent,
            sum: *sum,
            corrected: *corrected,
            lacking: *lacking,
            figures: Figures { figures, bodies: self.bodies },
        }
        .serialize(serializer)
    }
}

/// The figures of all children, by name.
struct Figures<'a> {
    figures: &'a [ChildFigure],
    bodies: &'a [Body],
}

impl Serialize for Figures<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Figure<'a> {
            child: &'a str,
            printed: &'a ogi_model::Cell,
            counted: Option<Value>,
            corrected: Option<Value>,
        }
        let mut seq = serializer.serialize_seq(Some(self.figures.len()))?;
        for (body, figure) in self.bodies.iter().zip(self.figures) {
            let ChildFigure { printed, counted, corrected } = figure;
            let (counted, corrected) = (*counted, *corrected);
            seq.serialize_element(&Figure { child: &body.name, printed, counted, corrected })?;
        }
        seq.end()
    }
}

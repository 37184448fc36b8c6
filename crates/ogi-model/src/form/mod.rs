//! The statutory form as constant tables: each label, key, article and sum is written here once, and every
//! other part of the project is a walk over it.

mod active_disclosure;
mod applications;
mod cell_id;
mod disputes;
mod edition;
mod equality;
mod grid;
mod headings;
mod keyed;
mod lookup;
mod names;
mod table;

pub use cell_id::CellId;
pub use edition::Edition;
pub use equality::{Equality, EqualityId, EqualityKind, Sign, Term};
pub use grid::{Content, Grid, GridCell, PlacedCell};
pub(crate) use keyed::keyed;
pub use names::{Column, Group, Row, Section, TableId};
pub use table::{Block, FormColumn, FormGroup, FormRow, Layout, Sum, TableForm, Unit};

//! What a cell contributes to a sum.

use ogi_model::{Cell, CellId, Report};

/// What a cell contributes to a sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Figure {
    /// A whole number.
    Known(i64),
    /// The cell does not apply: it counts 0.
    NotApplicable,
    /// Blank, unreadable or not there: some count, from 0.
    Unknown,
    /// A number that is not whole, where only a whole one can be meant. It is no count, and which count it
    /// stands for is not known: no equality with it holds, or is broken.
    NotWhole,
}

impl Figure {
    /// What it counts, if that is known.
    pub(crate) const fn counted(self) -> Option<i64> {
        match self {
            Self::Known(count) => Some(count),
            Self::NotApplicable => Some(0),
            Self::Unknown | Self::NotWhole => None,
        }
    }
}

/// Blank is not 0: it is unknown. A decimal without a fraction is a whole number.
///
/// ```
/// use ogi_model::{Cell, Decimal, NotApplicable};
/// use ogi_solve::Figure;
///
/// assert_eq!(Figure::from(&Cell::from(3)), Figure::Known(3));
/// assert_eq!(Figure::from(&Cell::Blank), Figure::Unknown);
/// assert_eq!(Figure::from(&Cell::from(NotApplicable::Slash)), Figure::NotApplicable);
/// assert_eq!(Figure::from(&Cell::from(Decimal::new(30, 1))), Figure::Known(3));
/// assert_eq!(Figure::from(&Cell::from(Decimal::new(35, 1))), Figure::NotWhole);
/// ```
impl From<&Cell> for Figure {
    #[inline]
    fn from(cell: &Cell) -> Self {
        match cell {
            Cell::Number { value, .. } => value.whole().map_or(Self::NotWhole, Self::Known),
            Cell::NotApplicable(_) => Self::NotApplicable,
            Cell::Blank | Cell::Absent | Cell::Unreadable(_) => Self::Unknown,
        }
    }
}

/// Where figures come from: a [`Report`], or a function of a cell.
pub trait Figures {
    /// The figure of a cell.
    fn figure(&self, cell: CellId) -> Figure;
}

impl Figures for Report {
    #[inline]
    fn figure(&self, cell: CellId) -> Figure {
        Figure::from(&self[cell])
    }
}

impl<F: Fn(CellId) -> Figure> Figures for F {
    #[inline]
    fn figure(&self, cell: CellId) -> Figure {
        self(cell)
    }
}

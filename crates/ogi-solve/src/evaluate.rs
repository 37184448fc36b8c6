//! One equality, evaluated.

use ogi_model::{CellId, Equality, Sign};

use crate::{Figure, Figures};

/// What the figures say about an equality.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evaluation<'e> {
    /// All figures are known, and the total is what its parts imply.
    Holds,
    /// No counts in the place of unknown figures make it hold.
    Broken(Broken),
    /// Figures are unknown, and some counts in their place would make it hold.
    Open(Open<'e>),
}

/// How an equality is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Broken {
    /// What the total prints; `None` if that is unknown. A total that does not apply counts 0.
    pub observed: Option<i64>,
    /// What the parts imply for the total.
    pub expected: Expected,
}

/// What parts imply for their total.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Expected {
    /// All parts are known: this value. Where the total is unknown, a negative one.
    Exactly(i128),
    /// Parts that are added are unknown: this value or more.
    AtLeast(i128),
    /// Parts that are taken away are unknown: this value or less.
    AtMost(i128),
}

/// An equality with unknown figures.
#[derive(Clone, Copy, Debug)]
pub struct Open<'e> {
    equality: &'e Equality,
    /// By place among [`Equality::cells`]; the total comes last.
    unknown: Places,
    not_whole: Places,
    implied: Implied,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Implied {
    Nothing,
    /// The only unknown figure is this.
    One(i128),
    /// Unknown counts of one sign that come to 0: each of them is 0.
    AllZero,
}

/// A set of places among the cells of an equality.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Places(u32);

impl Places {
    #[inline]
    const fn insert(&mut self, place: usize) {
        self.0 |= 1 << place;
    }

    #[inline]
    const fn is_empty(self) -> bool {
        self.0 == 0
    }

    #[inline]
    const fn contains(self, place: usize) -> bool {
        self.0 & 1 << place != 0
    }

    fn of(self, equality: &Equality) -> impl Iterator<Item = CellId> + '_ {
        equality.cells().enumerate().filter(move |it| self.contains(it.0)).map(|it| it.1)
    }
}

impl Evaluation<'_> {
    /// Whether it holds, with nothing unknown.
    pub const fn holds(&self) -> bool {
        matches!(self, Self::Holds)
    }

    /// Whether no counts in the place of unknown figures make it hold.
    pub const fn is_broken(&self) -> bool {
        matches!(self, Self::Broken(_))
    }
}

impl Broken {
    /// What the total prints less what it should; `None` if either is not determined.
    pub const fn residual(&self) -> Option<i128> {
        match (self.observed, self.expected) {
            (Some(observed), Expected::Exactly(expected)) => Some(observed as i128 - expected),
            _ => None,
        }
    }
}

impl<'e> Open<'e> {
    /// The equality.
    pub const fn equality(&self) -> &'e Equality {
        self.equality
    }

    /// The cells whose figure is unknown, those that are not whole included; the total comes last.
    pub fn unknown(&self) -> impl Iterator<Item = CellId> + use<'e> {
        Places(self.unknown.0 | self.not_whole.0).of(self.equality)
    }

    /// The cells that print a number that is not whole.
    pub fn not_whole(&self) -> impl Iterator<Item = CellId> + use<'e> {
        self.not_whole.of(self.equality)
    }

    /// The unknown cells whose figure this equality determines, with the only count that each can have.
    pub fn implied(&self) -> impl Iterator<Item = (CellId, i128)> + use<'e> {
        let (places, value) = match self.implied {
            Implied::Nothing => (Places::default(), 0),
            Implied::One(value) => (self.unknown, value),
            Implied::AllZero => (self.unknown, 0),
        };
        places.of(self.equality).map(move |cell| (cell, value))
    }
}

/// Two open evaluations are equal when they are of the same equality and leave the same open.
impl PartialEq for Open<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.equality.id() == other.equality.id()
            && self.equality.parts() == other.equality.parts()
            && (self.unknown, self.not_whole, self.implied)
                == (other.unknown, other.not_whole, other.implied)
    }
}

impl Eq for Open<'_> {}

/// Whether an equality holds, is broken, or is open.
///
/// ```
/// use ogi_model::{CellId, Column, TableForm, Row};
/// use ogi_solve::{Evaluation, Figure, evaluate};
///
/// // 一 + 二 = （七） + 四, and 四 is not known.
/// let balance = &TableForm::APPLICATIONS_2021.equalities()[32];
/// let figures = |cell: CellId| match cell.row() {
///     Row::NewlyReceived => Figure::Known(28),
///     Row::CarriedIn => Figure::Known(3),
///     Row::Concluded => Figure::Known(29),
///     _ => Figure::Unknown,
/// };
/// let Evaluation::Open(open) = evaluate(balance, &figures) else { panic!("a figure is unknown") };
/// let carried_out = CellId::new(Row::CarriedOut, Column::NaturalPerson);
/// assert_eq!(open.implied().collect::<Vec<_>>(), [(carried_out, 2)]);
/// ```
pub fn evaluate<'e>(equality: &'e Equality, figures: &(impl Figures + ?Sized)) -> Evaluation<'e> {
    let parts = equality.parts();
    let (mut added, mut taken) = (Places::default(), Places::default());
    let mut not_whole = Places::default();
    // At most 24 values of 64 bits: 128 are enough.
    let mut sum = 0_i128;
    for (place, term) in parts.iter().enumerate() {
        match (figures.figure(term.cell), term.sign) {
            (Figure::Known(value), Sign::Plus) => sum += i128::from(value),
            (Figure::Known(value), Sign::Minus) => sum -= i128::from(value),
            (Figure::NotApplicable, _) => {}
            (Figure::Unknown, Sign::Plus) => added.insert(place),
            (Figure::Unknown, Sign::Minus) => taken.insert(place),
            (Figure::NotWhole, _) => not_whole.insert(place),
        }
    }
    let observed = match figures.figure(equality.total()) {
        Figure::Known(value) => Some(value),
        Figure::NotApplicable => Some(0),
        Figure::Unknown => None,
        Figure::NotWhole => {
            not_whole.insert(parts.len());
            None
        }
    };
    if let Some(observed) = observed
        && added.is_empty()
        && taken.is_empty()
        && not_whole.is_empty()
    {
        return if i128::from(observed) == sum {
            Evaluation::Holds
        } else {
            let expected = Expected::Exactly(sum);
            Evaluation::Broken(Broken { observed: Some(observed), expected })
        };
    }
    with_unknowns(equality, sum, observed, [added, taken, not_whole])
}

/// `sum + added - taken = total`, where something is unknown.
///
/// An unknown total is one more that is taken away. Then what is added less what is taken away must come to
/// what is left. If there is something on both sides, any two of them can grow together: it can always hold,
/// and determines nothing. If there is something on one side only, it must come to exactly what is left.
#[cold]
fn with_unknowns(
    equality: &Equality,
    sum: i128,
    observed: Option<i64>,
    [added, mut taken, not_whole]: [Places; 3],
) -> Evaluation<'_> {
    let expected = match (added.is_empty(), taken.is_empty()) {
        (true, true) => Expected::Exactly(sum),
        (false, _) => Expected::AtLeast(sum),
        (true, false) => Expected::AtMost(sum),
    };
    let total = equality.parts().len();
    if observed.is_none() && !not_whole.contains(total) {
        taken.insert(total);
    }
    let left = observed.map_or(0, i128::from) - sum;
    let to_come = match (added.is_empty(), taken.is_empty()) {
        _ if !not_whole.is_empty() => None,
        (false, true) => Some(left),
        (true, false) => Some(-left),
        _ => None,
    };
    let implied = match to_come {
        Some(..0) => return Evaluation::Broken(Broken { observed, expected }),
        Some(0) => Implied::AllZero,
        Some(value) if (added.0 | taken.0).is_power_of_two() => Implied::One(value),
        _ => Implied::Nothing,
    };
    let unknown = Places(added.0 | taken.0);
    Evaluation::Open(Open { equality, unknown, not_whole, implied })
}

/// Whether counts in the place of unknown figures could make an equality hold: it is not broken.
///
/// For a reader that tries candidates: set the figures of a candidate, and keep it while all equalities that
/// touch it can hold.
pub fn can_hold(equality: &Equality, figures: &(impl Figures + ?Sized)) -> bool {
    !evaluate(equality, figures).is_broken()
}

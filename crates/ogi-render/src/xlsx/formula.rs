//! The sums of a table as formulas.

use ogi_model::{Cell, CellId, Equality, EqualityKind, Layout, Report, Sign};
use rust_xlsxwriter::{Formula, RowNum};

use super::address::{Addresses, Place, address, list, ranges};
use super::number::number;

/// The formulas of a table.
#[derive(Default)]
pub(super) struct Formulas {
    /// Of totals that equal their sums.
    pub(super) totals: Vec<(CellId, Formula)>,
    /// Of each row of the sheet, what is to be said beside it: nothing as long as its sums are right.
    pub(super) checks: Vec<(RowNum, Formula)>,
}

/// What a cell is to a sum.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Count(i64),
    /// It does not apply, which counts 0.
    Nothing,
    Blank,
}

impl Formulas {
    /// The formulas of the equalities of a table. With `fill_in` a blank total is one too.
    pub(super) fn of(
        report: &Report,
        layout: Layout,
        equalities: &[&Equality],
        addresses: &Addresses,
        fill_in: bool,
    ) -> Self {
        let mut formulas = Self::default();
        let mut checks: Vec<(RowNum, Vec<Check>)> = Vec::new();
        for equality in equalities {
            let Some(sum) = Sum::of(report, equality, addresses) else { continue };
            let total = equality.total();
            let is_taken = formulas.totals.iter().any(|it| it.0 == total);
            // What is carried over is counted, not added up: the balance only checks it.
            if !is_taken
                && equality.kind() != EqualityKind::Balance
                && let Some(formula) = sum.as_total(fill_in)
            {
                formulas.totals.push((total, formula));
                continue;
            }
            let name = match layout {
                Layout::Down => total.form_column().label,
                Layout::Across => total.row().label(),
            };
            let check = Check { name, sum };
            let row = check.sum.total_at.0;
            match checks.iter_mut().find(|it| it.0 == row) {
                Some((_, checks)) => checks.push(check),
                None => checks.push((row, vec![check])),
            }
        }
        formulas.checks =
            checks.into_iter().map(|(row, checks)| (row, Check::formula(&checks))).collect();
        formulas
    }
}

/// An equality on a sheet.
struct Sum {
    total_at: Place,
    total: Part,
    parts: Vec<Part>,
    /// What the parts come to.
    expression: String,
    /// What it comes to, if nothing of it is blank.
    value: Option<i64>,
    /// How many cells are blank, the total included.
    blanks: String,
    /// The same without the total.
    blank_parts: String,
}

impl Sum {
    /// Nothing if a figure of it is no plain whole number: a workbook would count that as nothing.
    fn of(report: &Report, equality: &Equality, addresses: &Addresses) -> Option<Self> {
        let at = |cell: CellId| addresses[cell.index()];
        let parts: Vec<Part> =
            equality.parts().iter().map(|it| Part::of(&report[it.cell])).collect::<Option<_>>()?;
        let mut value = Some(0);
        let (mut added, mut taken) = (Vec::new(), Vec::new());
        for (term, part) in equality.parts().iter().zip(&parts) {
            let count = part.count().map(|it| term.sign.of(it));
            value = value.zip(count).and_then(|(sum, it)| i64::checked_add(sum, it));
            match term.sign {
                Sign::Plus => added.push(at(term.cell)?),
                Sign::Minus => taken.push(at(term.cell)?),
            }
        }
        let total_at = at(equality.total())?;
        let less = if taken.is_empty() { String::new() } else { format!("-SUM({})", list(&taken)) };
        let blanks = |cells: &mut dyn Iterator<Item = Place>| {
            let mut cells: Vec<_> = cells.collect();
            cells.sort_unstable();
            let counts = ranges(&cells).into_iter().map(|it| format!("COUNTBLANK({it})"));
            counts.collect::<Vec<_>>().join("+")
        };
        let cells = || added.iter().chain(&taken).copied();
        Some(Self {
            total_at,
            total: Part::of(&report[equality.total()])?,
            expression: format!("SUM({}){less}", list(&added)),
            value,
            blanks: blanks(&mut cells().chain([total_at])),
            blank_parts: blanks(&mut cells()),
            parts,
        })
    }

    /// The formula that may stand for the total, if it gives what the total prints.
    fn as_total(&self, fill_in: bool) -> Option<Formula> {
        match self.total {
            Part::Count(printed) if self.value == Some(printed) => {
                Some(Formula::new(format!("={}", self.expression)).set_result(printed.to_string()))
            }
            Part::Blank if fill_in => {
                let shown = self.value.map(|it| it.to_string()).unwrap_or_default();
                let formula = format!("=IF({}>0,\"\",{})", self.blank_parts, self.expression);
                Some(Formula::new(formula).set_result(shown))
            }
            _ => None,
        }
    }

    /// What the total should be, if it is not.
    fn expected(&self) -> Option<i64> {
        let printed = self.total.count()?;
        self.value.filter(|it| *it != printed && !self.parts.contains(&Part::Blank))
    }
}

/// An equality that is watched beside the table.
struct Check {
    /// What its total is called.
    name: &'static str,
    sum: Sum,
}

impl Check {
    fn formula(checks: &[Self]) -> Formula {
        let (formulas, shown): (Vec<_>, Vec<_>) = checks
            .iter()
            .map(|Self { name, sum }| {
                let total = address(sum.total_at);
                let formula = format!(
                    "IF({}>0,\"\",IF(SUM({total})={sum},\"\",\"{name}应为\"&({sum})&\"　\"))",
                    sum.blanks,
                    sum = sum.expression,
                );
                let shown =
                    sum.expected().map_or_else(String::new, |it| format!("{name}应为{it}　"));
                (formula, shown)
            })
            .unzip();
        Formula::new(format!("={}", formulas.join("&"))).set_result(shown.concat())
    }
}

impl Part {
    fn of(cell: &Cell) -> Option<Self> {
        match cell {
            Cell::Blank => Some(Self::Blank),
            Cell::NotApplicable(_) => Some(Self::Nothing),
            cell => number(cell).and(cell.count()).map(Self::Count),
        }
    }

    const fn count(self) -> Option<i64> {
        match self {
            Self::Count(count) => Some(count),
            Self::Nothing => Some(0),
            Self::Blank => None,
        }
    }
}

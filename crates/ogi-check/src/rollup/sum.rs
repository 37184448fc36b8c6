//! The report of a parent, added up from those of its children.

use ogi_model::{Cell, CellId, Edition, Report, TableEdition, TableForm, TableId, Value};

use super::unbalanced::{self, Unbalanced};
use super::{Call, Child, Family, Member, Total, call};
use crate::{Message, Policy};

/// What children add up to.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Summed {
    /// The sums, without agency and text. A cell whose sum is only a lower bound is unreadable and says the bound; a
    /// cell that does not add up is blank.
    pub report: Report,
    /// The cells whose sum is only a lower bound, in table order.
    pub bounds: Vec<LowerBound>,
    /// The children whose own reports have errors. Their figures are added up as they are printed.
    pub calls: Vec<Call>,
    /// The sums of the form that do not hold in the report, in table order: those of a child did not.
    pub unbalanced: Vec<Unbalanced>,
    /// What the children come to in cells that do not add up, such as documents in force: for reference only.
    pub references: Vec<Reference>,
    /// The blanks of children that their own sums determine, which are counted.
    pub determined: Vec<Determined>,
    /// What else to know about it.
    pub notes: Vec<SumNote>,
}

/// What children come to in a cell that does not add up.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Reference {
    /// Which.
    pub cell: CellId,
    /// What is known comes to this.
    pub sum: Value,
    /// The children whose figure is blank, unreadable or not there.
    pub missing: Vec<String>,
}

/// A blank of a child that its own sums determine.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Determined {
    /// Whose.
    pub child: String,
    /// Which.
    pub cell: CellId,
    /// The only count that its sums leave.
    pub value: Value,
}

/// A sum to which figures are missing.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct LowerBound {
    /// Which.
    pub cell: CellId,
    /// What is known comes to this.
    pub at_least: Value,
    /// The children whose figure is blank, unreadable or not there.
    pub missing: Vec<String>,
}

/// What to know about a sum.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(tag = "kind", rename_all = "kebab-case")
)]
#[non_exhaustive]
pub enum SumNote {
    /// A child has no report: every sum is only a lower bound.
    ChildMissing {
        /// Which.
        child: String,
    },
    /// A report of a child could not be read: every sum is only a lower bound.
    ChildUnreadable {
        /// Which.
        child: String,
        /// Why.
        why: Message,
    },
    /// A child has only a report of another year, which was not counted.
    OtherYear {
        /// Which.
        child: String,
        /// Of which year.
        year: u16,
    },
    /// A child is there more than once, and was counted once; where its reports differ its figure is not known.
    ChildTwice {
        /// Which.
        child: String,
    },
    /// A child has a figure that the summed table has no cell for, since it is of another edition.
    NoCell {
        /// Which figure.
        cell: CellId,
        /// Whose.
        child: String,
    },
    /// No child has this table.
    TableMissing {
        /// Which.
        table: TableId,
    },
}

/// Adds up the reports of children into that of their parent.
///
/// It is about the year of the first child that has one. Figures that do not apply count 0. A missing figure never
/// does: a sum that lacks one is a lower bound, and says so. What does not add up, such as documents in force, is
/// left blank (see [`CellId::is_additive`]). Each table is of the edition of the year if a child uses it there, else of
/// that of the first child.
///
/// ```
/// use ogi_check::aggregate;
/// use ogi_model::{Cell, CellId, Column, Edition, Report, Row};
///
/// let cell = CellId::new(Row::NewlyReceived, Column::Total);
/// let of = |name, count: Cell| {
///     Report::builder(Edition::E2021).agency(name).year(2025).set(cell, count).build()
/// };
/// let reports = [of("示例市民政局", 28.into())?, of("示例市财政局", 3.into())?];
/// assert_eq!(aggregate(&reports).report[cell].count(), Some(31));
///
/// let reports = [of("示例市民政局", 28.into())?, of("示例市财政局", Cell::Blank)?];
/// let summed = aggregate(&reports);
/// assert_eq!(summed.report[cell], Cell::Unreadable("不少于28".into()));
/// let bound = summed.bounds.iter().find(|it| it.cell == cell).unwrap();
/// assert_eq!(bound.missing, ["示例市财政局"]);
/// # Ok::<(), ogi_model::BuildError>(())
/// ```
pub fn aggregate<'a, C: Into<Child<'a>>>(children: impl IntoIterator<Item = C>) -> Summed {
    let children: Vec<Child<'_>> = children.into_iter().map(Into::into).collect();
    let year = children.iter().find_map(|it| it.subject?.report().year);
    let policy = Policy::default();
    let family = Family::new(year, children).settle(None, &policy);
    let mut summed = Summed {
        report: Report::new(),
        bounds: Vec::new(),
        calls: family.members().iter().filter_map(|it| call::of(it, &policy)).collect(),
        unbalanced: Vec::new(),
        references: Vec::new(),
        determined: Vec::new(),
        notes: Vec::new(),
    };
    summed.report.year = year;
    summed.report.period = year.and_then(|year| ogi_model::Period::of_year(year).ok());
    for member in family.members() {
        let child = member.name.clone();
        if let Some(why) = member.unreadable().cloned() {
            summed.notes.push(SumNote::ChildUnreadable { child, why });
            continue;
        }
        if member.is_missing() {
            summed.notes.push(SumNote::ChildMissing { child });
        } else if member.is_there_twice() {
            summed.notes.push(SumNote::ChildTwice { child });
        }
    }
    summed.notes.extend(
        family
            .former()
            .iter()
            .map(|it| SumNote::OtherYear { child: it.name.clone(), year: it.year }),
    );
    for table in TableId::ALL {
        match edition(*table, &family) {
            Some(edition) => summed.add_table(TableForm::of(*table, edition), &family),
            None => summed.notes.push(SumNote::TableMissing { table: *table }),
        }
    }
    summed.unbalanced = unbalanced::of(&summed.report, &family);
    summed
}

/// The edition of a table: that of the year if a child uses it, else that of the first child, the newer one if it uses
/// both.
fn edition(table: TableId, family: &Family<'_>) -> Option<Edition> {
    let reports = || family.members().iter().flat_map(|it| it.reports()).map(|it| it.report());
    let used = |it: &Report| {
        it.table(table).map(|it| match it {
            TableEdition::One(edition) => edition,
            TableEdition::Mixed => Edition::LATEST,
        })
    };
    let of_year = reports().find_map(|it| it.year).map(Edition::of_year);
    let of_year = of_year.filter(|year| reports().filter_map(used).any(|it| it == *year));
    of_year.or_else(|| reports().find_map(used))
}

impl Summed {
    /// The same, with whose report it is; nobody's if the name is empty. What the parent has to write itself is marked, so that all
    /// parts of the form are there.
    ///
    /// ```
    /// use ogi_check::aggregate;
    /// use ogi_model::{Edition, Report};
    ///
    /// let child = Report::builder(Edition::E2021).agency("示例县民政局").year(2025).build()?;
    /// let summed = aggregate([&child]).signed("示例县人民政府");
    /// assert_eq!(summed.report.agency.as_deref(), Some("示例县人民政府"));
    /// assert!(summed.report.overview.is_some());
    /// # Ok::<(), ogi_model::BuildError>(())
    /// ```
    pub fn signed(mut self, agency: &str) -> Self {
        let Some(year) = self.report.year else { return self };
        let form = Report::builder(Edition::of_year(year)).agency(agency).year(year);
        let report = &mut self.report;
        if let Ok(Report {
            title, agency, agency_kind, overview, problems, other_matters, ..
        }) = form.instructions().build()
        {
            (report.overview, report.problems) = (overview, problems);
            report.other_matters = other_matters;
            report.title = title;
            report.agency = agency.filter(|it| !it.is_empty());
            report.agency_kind = agency_kind.filter(|_| report.agency.is_some());
        }
        self
    }

    fn add_table(&mut self, form: &TableForm, family: &Family<'_>) {
        self.report.set_table(form.table, Some(TableEdition::One(form.edition)));
        for cell in form.cells() {
            self.add_cell(cell, family);
        }
        for cell in CellId::of_table(form.table).filter(|it| !form.contains(*it)) {
            let with = |it: &&Member<'_>| it.cell(cell).is_present();
            self.notes.extend(
                family
                    .members()
                    .iter()
                    .filter(with)
                    .map(|it| SumNote::NoCell { cell, child: it.name.clone() }),
            );
        }
    }

    fn add_cell(&mut self, cell: CellId, family: &Family<'_>) {
        let figures = family.figures(cell, &Policy::default());
        let total = Total::of(&figures);
        let value = total.value(cell);
        let name = |n: usize| family.members()[n].name.clone();
        let missing = || total.missing.iter().map(|it| name(*it)).collect();
        if !cell.is_additive() {
            self.report.set(cell, Cell::Blank);
            self.references.push(Reference { cell, sum: value, missing: missing() });
            return;
        }
        self.determined.extend(figures.iter().enumerate().filter_map(|(n, it)| {
            Some(Determined { child: name(n), cell, value: it.determined()? })
        }));
        if let Some(token) = total.not_applicable {
            self.report.set(cell, token);
        } else if total.missing.is_empty() {
            self.report.set(cell, value);
        } else {
            self.report.set(cell, Cell::Unreadable(format!("不少于{value}").into()));
            self.bounds.push(LowerBound { cell, at_least: value, missing: missing() });
        }
    }
}

#[cfg(test)]
mod tests {
    use ogi_model::{Column, Decimal, NotApplicable, Row};

    use super::*;
    use crate::rules::tests::{counts, zeros};

    const TOTAL: CellId = CellId::new(Row::NewlyReceived, Column::Total);
    const AMOUNT: CellId = CellId::new(Row::Fees, Column::Amount);

    fn named(name: &str, mut report: Report) -> Report {
        report.agency = Some(name.into());
        report
    }

    #[test]
    fn figures_add_up_but_not_what_is_in_force() {
        let mut one = named("甲局", counts(Edition::E2021));
        one.set(AMOUNT, Decimal::new(125, 1));
        let mut other = named("乙局", counts(Edition::E2021));
        other.set(AMOUNT, Decimal::new(25, 2));
        let summed = aggregate([&one, &other]);
        assert_eq!((&summed.bounds[..], &summed.notes[..]), (&[][..], &[][..]));
        assert_eq!(summed.report[TOTAL].count(), one[TOTAL].count().map(|it| 2 * it));
        assert_eq!(summed.report[AMOUNT].to_string(), "12.75");
        assert_eq!(summed.report[CellId::new(Row::Rules, Column::InForce)], Cell::Blank);
        assert_eq!(summed.report.year, Some(2025));
    }

    #[test]
    fn what_applies_to_none_applies_to_the_parent_neither() {
        let mut one = named("甲局", zeros(Edition::E2021));
        let mut other = named("乙局", zeros(Edition::E2021));
        one.set(TOTAL, NotApplicable::Dash);
        assert_eq!(aggregate([&one, &other]).report[TOTAL].count(), Some(0));
        other.set(TOTAL, NotApplicable::Slash);
        assert_eq!(aggregate([&one, &other]).report[TOTAL], Cell::from(NotApplicable::Dash));
    }

    #[test]
    fn nobody_is_counted_twice_and_nobody_who_is_missing_counts_zero() {
        let one = named("甲局", counts(Edition::E2021));
        let summed = aggregate([&one, &one]);
        assert_eq!(summed.notes, [SumNote::ChildTwice { child: "甲局".into() }]);
        assert_eq!(summed.report[TOTAL], one[TOTAL]);

        let mut differs = one.clone();
        differs.set(TOTAL, 7);
        let summed = aggregate([&one, &differs]);
        assert_eq!(summed.bounds.len(), 1);
        assert_eq!(summed.report[TOTAL], Cell::Unreadable("不少于0".into()));

        let summed = aggregate([Child::from(&one), Child::without_report("乙局")]);
        assert_eq!(summed.notes, [SumNote::ChildMissing { child: "乙局".into() }]);
        assert!(summed.bounds.iter().all(|it| it.missing == ["乙局"]));
        assert_eq!(
            summed.bounds.len(),
            summed.report.cells().filter(|it| it.0.is_additive()).count()
        );
    }

    #[test]
    fn another_year_and_another_edition_are_stated() {
        let one = named("甲局", counts(Edition::E2021));
        let mut old = named("乙局", counts(Edition::E2019));
        old.year = one.year;
        let summed = aggregate([&one, &old]);
        let fees = CellId::new(Row::Procurement, Column::Amount);
        assert!(summed.notes.contains(&SumNote::NoCell { cell: fees, child: "乙局".into() }));
        old.year = Some(2020);
        let summed = aggregate([&one, &old]);
        assert_eq!(summed.notes, [SumNote::OtherYear { child: "乙局".into(), year: 2020 }]);
    }

    /// A bureau left its total at 0: the sum of the totals is not the sum of the parts, and it says whose fault that is.
    #[test]
    fn sums_that_do_not_hold_are_stated() {
        let cell = |column| CellId::new(Row::Reconsideration, column);
        let mut one = named("甲局", zeros(Edition::E2021));
        let mut other = named("乙局", zeros(Edition::E2021));
        one.set(cell(Column::Upheld), 3);
        other.set(cell(Column::Upheld), 2);
        other.set(cell(Column::Total), 2);
        let summed = aggregate([&one, &other]);
        let [broken] = &summed.unbalanced[..] else { panic!("{:#?}", summed.unbalanced) };
        assert_eq!(broken.cell, cell(Column::Total));
        assert_eq!((broken.sum, broken.parts), (Value::Count(2), Value::Count(5)));
        assert_eq!(broken.children, [("甲局".to_owned(), Value::Count(-3))]);
        assert_eq!(summed.calls.len(), 1);
        assert!(summed.calls[0].message.zh.starts_with("甲局：“行政复议·总计”为0"));
        // Nothing is corrected.
        assert_eq!(summed.report[cell(Column::Total)].count(), Some(2));
    }

    #[test]
    fn what_is_in_force_is_for_reference_and_blanks_may_be_determined() {
        let blank = CellId::new(Row::Reconsideration, Column::Pending);
        let in_force = CellId::new(Row::NormativeDocuments, Column::InForce);
        let mut one = named("甲局", counts(Edition::E2021));
        let right = one[blank].value().unwrap();
        one.set(blank, Cell::Blank);
        one.set(in_force, 9);
        let mut other = named("乙局", zeros(Edition::E2021));
        other.set(in_force, 4);
        let summed = aggregate([&one, &other]);
        assert!(summed.references.contains(&Reference {
            cell: in_force,
            sum: Value::Count(13),
            missing: Vec::new()
        }));
        assert_eq!(summed.report[in_force], Cell::Blank);
        assert_eq!(
            summed.determined,
            [Determined { child: "甲局".into(), cell: blank, value: right }]
        );
        assert_eq!(summed.bounds, []);
        assert_eq!(summed.report[blank].value(), Some(right));
    }

    /// The first child filled in the form of years ago.
    #[test]
    fn a_table_is_of_the_edition_of_the_year_if_any_is() {
        let mut old = named("甲局", counts(Edition::E2019));
        old.year = Some(2025);
        let now = named("乙局", counts(Edition::E2021));
        let summed = aggregate([&old, &now]);
        let table = summed.report.table(TableId::Applications);
        assert_eq!(table, Some(TableEdition::One(Edition::E2021)));
    }

    #[test]
    fn nothing_adds_up_to_nothing() {
        let summed = aggregate::<&Report>([]);
        assert_eq!(summed.report, Report::new());
        assert_eq!(summed.notes.len(), TableId::ALL.len());
    }
}

//! The indicators of one report.

use ogi_model::{Decimal, Report, rounded};

use super::{INDICATORS, Indicator, IndicatorKind};
use crate::Undefined;

/// The value of an indicator in a report, or why it has none.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Measure {
    /// Which indicator.
    pub indicator: &'static Indicator,
    /// What the numerator comes to (件), if it is known.
    pub numerator: Option<i64>,
    /// What the denominator comes to (件), if there is one and it is known. It is the n of a share.
    pub denominator: Option<i64>,
    /// The count, or the share or rate rounded to six places.
    pub value: Option<Decimal>,
    /// Whether the denominator is below the number that was asked for: one more or less changes much.
    pub small: bool,
    /// Why there is no value.
    pub undefined: Option<Undefined>,
}

/// The indicators of a report, in the order of [`INDICATORS`]. A share of fewer than `small` is marked.
///
/// Totals are taken as printed, never computed anew; a share never stands on a figure that is not there.
///
/// ```
/// use ogi_check::{Undefined, measure};
/// use ogi_model::{CellId, Column, Edition, Report, Row};
///
/// let report = Report::builder(Edition::E2021)
///     .agency("示例市民政局")
///     .year(2025)
///     .set(CellId::new(Row::Granted, Column::Total), 12)
///     .set(CellId::new(Row::PartiallyGranted, Column::Total), 3)
///     .set(CellId::new(Row::Concluded, Column::Total), 20)
///     .build()?;
///
/// let measures = measure(&report, 30);
/// let of = |id: &str| measures.iter().find(|it| it.indicator.id == id).unwrap();
/// let disclosed = of("disclosed-of-concluded");
/// assert_eq!(disclosed.value.unwrap().to_string(), "0.75");
/// assert!(disclosed.small);
/// // 上年结转 is blank, and blank is not 0.
/// let carried_in = CellId::new(Row::CarriedIn, Column::Total);
/// let missing = vec![CellId::new(Row::NewlyReceived, Column::Total), carried_in];
/// assert_eq!(of("concluded-of-at-hand").undefined, Some(Undefined::FiguresMissing(missing)));
/// # Ok::<(), ogi_model::BuildError>(())
/// ```
pub fn measure(report: &Report, small: i64) -> Vec<Measure> {
    INDICATORS.iter().map(|indicator| indicator.measure(report, small)).collect()
}

impl Indicator {
    /// Its value in a report; a share of fewer than `small` is marked.
    pub fn measure(&'static self, report: &Report, small: i64) -> Measure {
        let numerator = self.numerator.sum(report);
        let denominator = self.denominator.map(|it| it.sum(report)).transpose();
        let value = match (&numerator, &denominator) {
            (Err(why), _) | (_, Err(why)) => Err(why.clone()),
            (Ok(count), Ok(None)) => Ok((*count).into()),
            (Ok(part), Ok(Some(whole))) => self.ratio(*part, *whole),
        };
        let denominator = denominator.ok().flatten();
        Measure {
            indicator: self,
            numerator: numerator.ok(),
            denominator,
            small: denominator.is_some_and(|n| n < small),
            undefined: value.as_ref().err().cloned(),
            value: value.ok(),
        }
    }

    fn ratio(&self, part: i64, whole: i64) -> Result<Decimal, Undefined> {
        if whole == 0 {
            return Err(Undefined::ZeroDenominator);
        }
        if self.kind == IndicatorKind::Share && part > whole {
            return Err(Undefined::PartExceedsWhole);
        }
        Ok(rounded(Decimal::from(part) / Decimal::from(whole), PLACES))
    }
}

/// The places of a share after the point.
const PLACES: u32 = 6;

#[cfg(feature = "serde")]
impl serde::Serialize for Measure {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        let mut it = serializer.serialize_struct("Measure", 7)?;
        it.serialize_field("indicator", self.indicator.id)?;
        it.serialize_field("numerator", &self.numerator)?;
        it.serialize_field("denominator", &self.denominator)?;
        it.serialize_field("value", &self.value.map(|it| it.to_string()))?;
        it.serialize_field("small", &self.small)?;
        it.serialize_field("undefined", &self.undefined.as_ref().map(Undefined::key))?;
        let missing = match &self.undefined {
            Some(Undefined::FiguresMissing(cells)) => cells.as_slice(),
            _ => &[],
        };
        it.serialize_field("missing", missing)?;
        it.end()
    }
}

#[cfg(test)]
mod tests {
    use ogi_model::{CellId, Column, Edition, NotApplicable, Row};

    use super::*;
    use crate::rules::tests::zeros;

    fn of(report: &Report, id: &str) -> Measure {
        Indicator::find(id).unwrap().measure(report, 30)
    }

    #[test]
    fn nothing_is_a_share_of_nothing() {
        for edition in Edition::ALL {
            for measure in measure(&zeros(*edition), 1) {
                match measure.indicator.kind {
                    IndicatorKind::Count => assert_eq!(measure.value, Some(Decimal::ZERO)),
                    IndicatorKind::Share | IndicatorKind::Rate => {
                        assert_eq!(measure.undefined, Some(Undefined::ZeroDenominator));
                        assert!(measure.small);
                    }
                }
            }
        }
    }

    #[test]
    fn a_part_beyond_its_whole_is_no_share() {
        let mut report = zeros(Edition::E2021);
        report.set(CellId::new(Row::Granted, Column::Total), 5);
        report.set(CellId::new(Row::Concluded, Column::Total), 4);
        assert_eq!(
            of(&report, "granted-of-concluded").undefined,
            Some(Undefined::PartExceedsWhole)
        );
        // A rate may be above 1.
        report.set(CellId::new(Row::Reconsideration, Column::Total), 8);
        let rate = of(&report, "reconsiderations-per-concluded");
        assert_eq!(rate.value, Some(Decimal::from(2)));
    }

    #[test]
    fn what_does_not_apply_counts_0_and_a_blank_does_not() {
        let mut report = zeros(Edition::E2021);
        report.set(CellId::new(Row::Concluded, Column::Total), 40);
        report.set(CellId::new(Row::Granted, Column::Total), 10);
        let partially = CellId::new(Row::PartiallyGranted, Column::Total);
        report.set(partially, NotApplicable::Slash);
        let share = of(&report, "disclosed-of-concluded");
        assert_eq!((share.value, share.small), (Some(Decimal::new(25, 2)), false));
        report.set(partially, ogi_model::Cell::Blank);
        let share = of(&report, "disclosed-of-concluded");
        assert_eq!((share.numerator, share.denominator), (None, Some(40)));
        assert_eq!(share.undefined, Some(Undefined::FiguresMissing(vec![partially])));
    }

    #[test]
    fn keys_are_distinguished() {
        for (n, indicator) in INDICATORS.iter().enumerate() {
            assert!(INDICATORS[..n].iter().all(|it| it.id != indicator.id), "{indicator}");
            assert_eq!(indicator.denominator.is_none(), indicator.kind == IndicatorKind::Count);
            let shape = match indicator.kind {
                IndicatorKind::Count => !indicator.id.contains("-of-"),
                IndicatorKind::Share => indicator.id.contains("-of-"),
                IndicatorKind::Rate => indicator.id.contains("-per-"),
            };
            assert!(shape, "{indicator}");
        }
    }
}

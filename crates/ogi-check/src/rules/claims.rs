//! Claims to judge, about one report.

use ogi_model::{
    CellId, CellSum, Claim, ClaimSubject, ClaimValue, Column, Edition, Place, Reading, Row,
};

use super::tests::zeros;

pub(super) fn total(row: Row) -> CellId {
    CellId::new(row, Column::Total)
}

/// Sums of totals that are meant for certain.
pub(crate) fn of<const N: usize>(any_of: [&[Row]; N]) -> ClaimSubject {
    let sum = |rows: &[Row]| CellSum::of(rows.iter().copied().map(total));
    ClaimSubject::Figures { any_of: any_of.into_iter().map(sum).collect(), firm: true }
}

/// An exact claim of the agency itself.
pub(crate) fn claim(about: ClaimSubject, value: ClaimValue) -> Claim {
    let printed = match value {
        ClaimValue::Count(n) => format!("共{n}件"),
        ClaimValue::None => "共0件".to_owned(),
        ClaimValue::LeftOut => "共件".to_owned(),
        ClaimValue::Percent(it) => format!("占{it}%"),
        ClaimValue::Money(it) => format!("共{it}万元"),
    };
    Claim::new(printed, about, value, Place::Text { start: 0, end: 6 })
}

/// A report with 12 requests received, 3 carried in, 13 concluded (4 granted) and 4 reconsiderations.
pub(super) fn reading(claims: Vec<Claim>) -> Reading {
    let mut report = zeros(Edition::E2021);
    let mut set = |row, column, count: i64| report.set(CellId::new(row, column), count);
    for column in [Column::NaturalPerson, Column::Total] {
        set(Row::NewlyReceived, column, 12);
        set(Row::CarriedIn, column, 3);
        set(Row::Granted, column, 4);
        set(Row::UnavailableNotHeld, column, 9);
        set(Row::Concluded, column, 13);
        set(Row::CarriedOut, column, 2);
    }
    for column in [Column::Upheld, Column::Total] {
        set(Row::Reconsideration, column, 4);
    }
    Reading { claims, text: "年报".into(), ..Reading::of_report(report) }
}

//! Random reports, valid as data and otherwise without sense.

use ogi_model::{
    AgencyKind, Cell, CellId, Date, Decimal, Edition, NotApplicable, Period, Report, TableEdition,
    TableId, Unit,
};
use proptest::collection::btree_map;
use proptest::option;
use proptest::prelude::*;

const TOKENS: [&str; 10] = ["/", "／", "\\", "-", "--", "－", "–", "—", "——", "无"];

/// Any report whose cells stand in tables that it has.
pub(crate) fn report() -> impl Strategy<Value = Report> {
    let metadata = (
        option::of(any::<String>()),
        option::of(any::<String>()),
        option::of(prop::sample::select(AgencyKind::ALL)),
        option::of(any::<u16>()),
        option::of((date(), date()).prop_map(|(start, end)| Period { start, end })),
        option::of(date()),
    );
    let narrative = prop::array::uniform4(option::of(any::<String>()));
    let tables = prop::array::uniform3(option::of(edition()));
    let cells = btree_map(0..CellId::COUNT, cell(), 0..60);
    (metadata, narrative, tables, cells).prop_map(|(metadata, narrative, tables, cells)| {
        let mut report = Report::new();
        let (title, agency, agency_kind, year, period, published) = metadata;
        let [preamble, overview, problems, other_matters] = narrative;
        report.title = title;
        report.agency = agency;
        report.agency_kind = agency_kind;
        report.year = year;
        report.period = period;
        report.published = published;
        report.preamble = preamble;
        report.overview = overview;
        report.problems = problems;
        report.other_matters = other_matters;
        for (table, edition) in TableId::ALL.iter().zip(tables) {
            report.set_table(*table, edition);
        }
        for (id, (number, other)) in
            CellId::all().enumerate().filter_map(|(i, id)| Some((id, cells.get(&i)?)))
        {
            if report.table(id.table()).is_some() {
                let cell = other.clone().unwrap_or_else(|| number.of_unit(id.unit()));
                report.set(id, cell);
            }
        }
        report
    })
}

fn edition() -> impl Strategy<Value = TableEdition> {
    prop_oneof![
        prop::sample::select(Edition::ALL).prop_map(TableEdition::One),
        Just(TableEdition::Mixed),
    ]
}

fn date() -> impl Strategy<Value = Date> {
    (1_u16..=9999, 1_u8..=12, 1_u8..=28)
        .prop_map(|(year, month, day)| Date::new(year, month, day).unwrap())
}

#[derive(Clone, Debug)]
struct Number {
    whole: i64,
    scale: u32,
    remark: Option<String>,
}

impl Number {
    fn of_unit(&self, unit: Unit) -> Cell {
        let cell = match (unit, self.scale) {
            (Unit::Count | Unit::Change, 0) => Cell::from(self.whole),
            _ => Cell::from(Decimal::new(self.whole, self.scale)),
        };
        match &self.remark {
            Some(remark) => cell.with_remark(remark),
            None => cell,
        }
    }
}

/// A number and, mostly not, something that is no number.
fn cell() -> impl Strategy<Value = (Number, Option<Cell>)> {
    let number =
        (any::<i64>(), prop_oneof![4 => Just(0_u32), 1 => 0..=8_u32], option::of(any::<String>()))
            .prop_map(|(whole, scale, remark)| Number { whole, scale, remark });
    let other = prop_oneof![
        Just(Cell::Blank),
        prop::sample::select(&TOKENS[..])
            .prop_map(|it| it.parse::<NotApplicable>().unwrap().into()),
        any::<String>().prop_map(|raw| Cell::Unreadable(raw.into())),
    ];
    (number, option::of(other))
}

//! Registers of requests: what an office keeps, made backwards from the tables that are made of it.

use ogi_model::{CellId, Column, Date, Group, Report, Row, TableEdition, TableForm, TableId};
use rand::seq::{IndexedRandom as _, SliceRandom as _};
use rand::{Rng, RngExt as _};

/// A row of a register. What is not there is `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Its number, unlike all others.
    pub number: String,
    /// When it was received.
    pub received: Date,
    /// When it was answered; `None` while it is open.
    pub answered: Option<Date>,
    /// The kind of applicant.
    pub applicant: Column,
    /// The result row; `None` while it is open.
    pub outcome: Option<Row>,
    /// Reconsideration and litigation, by the row of table four: the result, and its day unless it is pending.
    pub disputes: Vec<(Row, Column, Option<Date>)>,
}

impl Request {
    fn new(
        applicant: Column,
        received: Date,
        answered: Option<Date>,
        outcome: Option<Row>,
    ) -> Self {
        let (number, disputes) = (String::new(), Vec::new());
        Self { number, received, answered, applicant, outcome, disputes }
    }
}

/// The requests that tables three and four of a complete report are made of, in the order in which they were received, with
/// some of other years among them.
///
/// ```
/// use ogi_model::{CellId, Column, Row};
/// use ogi_testkit::{Generator, Size, register, rng};
///
/// let report = Generator::new(7).size(Size::Small).report();
/// let requests = register(&report, &mut rng(1));
/// let granted = CellId::new(Row::Granted, Column::NaturalPerson);
/// let in_year = |it: &&ogi_testkit::Request| it.answered.map(|day| day.year()) == report.year;
/// let found = requests.iter().filter(in_year).filter(|it| {
///     it.applicant == granted.column() && it.outcome == Some(granted.row())
/// });
/// assert_eq!(report[granted].count(), Some(found.count() as i64));
/// ```
pub fn register(report: &Report, rng: &mut impl Rng) -> Vec<Request> {
    let (Some(year), Some(TableEdition::One(edition))) =
        (report.year, report.table(TableId::Applications))
    else {
        return Vec::new();
    };
    let form = TableForm::of(TableId::Applications, edition);
    let mut all = Vec::new();
    for column in form.blocks.iter().flat_map(|it| it.columns).filter(|it| !it.is_total) {
        let column = column.column;
        let many = |row| {
            let count = CellId::try_new(row, column).and_then(|it| report[it].count());
            count.and_then(|it| usize::try_from(it).ok()).unwrap_or(0)
        };
        let results = form.rows().filter(|it| it.sum.is_none() && is_result(form, it.group));
        let mut outcomes: Vec<_> =
            results.flat_map(|it| vec![Some(it.row); many(it.row)]).collect();
        outcomes.extend(vec![None; many(Row::CarriedOut)]);
        outcomes.shuffle(rng);
        let came = [(Row::CarriedIn, year - 1), (Row::NewlyReceived, year)];
        let came = came.into_iter().flat_map(|(row, year)| vec![year; many(row)]);
        for (of_year, outcome) in came.zip(outcomes) {
            let received = day(of_year, rng);
            let answered = match outcome {
                Some(_) => Some(day(year, rng).max(received)),
                // An open one is answered in the next year, or not yet.
                None => rng.random_bool(0.5).then(|| day(year + 1, rng)),
            };
            let outcome = outcome.or(answered.map(|_| Row::Granted));
            all.push(Request::new(column, received, answered, outcome));
        }
    }
    add_others(&mut all, year, rng);
    all.shuffle(rng);
    all.sort_by_key(|it| it.received);
    add_disputes(&mut all, report, year, rng);
    for (n, it) in (1..).zip(&mut all) {
        it.number = format!("{}-{n:04}", it.received.year());
    }
    all
}

/// Whether a merged head is that over the results, or within it.
fn is_result(form: &TableForm, group: Option<Group>) -> bool {
    form.group_path(group).iter().any(|it| it.group == Group::Outcome)
}

/// Requests that were answered before the year, and some that were received after it.
fn add_others(all: &mut Vec<Request>, year: u16, rng: &mut impl Rng) {
    for _ in 0..rng.random_range(1..6) {
        let received = day(year - 1, rng);
        let answered = Some(day(year - 1, rng).max(received));
        all.push(Request::new(Column::NaturalPerson, received, answered, Some(Row::Granted)));
    }
    for _ in 0..rng.random_range(0..4) {
        all.push(Request::new(Column::CommercialEnterprise, day(year + 1, rng), None, None));
    }
}

/// Hangs the disputes of table four on requests, one of a kind on each. Those that are decided have a day of the year.
fn add_disputes(all: &mut Vec<Request>, report: &Report, year: u16, rng: &mut impl Rng) {
    for cell in CellId::of_table(TableId::Disputes).filter(|it| it.column() != Column::Total) {
        for _ in 0..report[cell].count().unwrap_or(0) {
            let is_pending = cell.column() == Column::Pending;
            let day_of_dispute = day(year, rng);
            // What is pending is of the year of its request.
            let is_open = |it: &Request| {
                let ended = it.answered.is_some_and(|day| day.year() < year);
                it.received.year() <= year && !ended
            };
            let has_room = |it: &&mut Request| {
                (!is_pending || is_open(it)) && it.disputes.iter().all(|it| it.0 != cell.row())
            };
            match all.iter_mut().find(has_room) {
                Some(request) => {
                    let day = (!is_pending).then_some(day_of_dispute);
                    request.disputes.push((cell.row(), cell.column(), day));
                }
                // An old one, whose dispute has a day of this year.
                None => {
                    let old = day(year - 1, rng);
                    let mut request =
                        Request::new(Column::NaturalPerson, old, Some(old), Some(Row::Granted));
                    request.disputes.push((cell.row(), cell.column(), Some(day_of_dispute)));
                    all.insert(0, request);
                }
            }
        }
    }
}

/// Some day of a year.
fn day(year: u16, rng: &mut impl Rng) -> Date {
    let sampled = Date::new(year, rng.random_range(1..=12), rng.random_range(1..=31));
    // No month is shorter than this.
    sampled
        .or_else(|_| Date::new(year, rng.random_range(1..=12), 28))
        .unwrap_or_else(|_| day(2025, rng))
}

/// What requests ask for.
const TOPICS: [&str; 8] = [
    "示例路改造工程的批复及附件",
    "示例小区的规划许可证",
    "\"示例河\"整治的环评报告, 全文",
    "示例村征地补偿安置方案",
    "2024年度救助资金发放明细",
    "示例街道办事处会议纪要",
    "示例公司行政处罚决定书",
    "示例大桥\n施工合同",
];

/// A register as a list, with names of columns and words that offices use, and days as people write them.
pub fn register_csv(requests: &[Request], rng: &mut impl Rng) -> String {
    let mut text = "登记编号,收文日期,申请人类别,申请内容,答复类型,办结日期,复议结果,复议日期,直接起诉,复议后起诉,诉讼日期\n".to_owned();
    for request in requests {
        let of = |row| request.disputes.iter().find(|it| it.0 == row);
        let result = |row| of(row).map_or("", |it| it.1.label());
        let rows =
            [Row::Reconsideration, Row::LitigationDirect, Row::LitigationAfterReconsideration];
        let reconsidered = of(rows[0]).and_then(|it| it.2);
        let litigated = rows[1..].iter().find_map(|it| of(*it)?.2);
        let open = ["", "办理中", "/"].choose(rng).copied().unwrap_or_default();
        let cells = [
            request.number.clone(),
            written(Some(request.received), rng),
            request.applicant.label().to_owned(),
            TOPICS.choose(rng).map_or_else(String::new, |it| it.replace('"', "\"\"")),
            request.outcome.map_or(open, Row::label).to_owned(),
            written(request.answered, rng),
            result(rows[0]).to_owned(),
            written(reconsidered, rng),
            result(rows[1]).to_owned(),
            result(rows[2]).to_owned(),
            written(litigated, rng),
        ];
        text += &cells.map(|it| format!("\"{it}\"")).join(",");
        text.push('\n');
    }
    text
}

/// A day as people write it.
fn written(day: Option<Date>, rng: &mut impl Rng) -> String {
    let Some(day) = day else { return String::new() };
    let (y, m, d) = (day.year(), day.month(), day.day());
    match rng.random_range(0..5) {
        0 => format!("{y}年{m}月{d}日"),
        1 => format!("{y}/{m}/{d}"),
        2 => format!("{y}.{m}.{d}"),
        3 => format!("{y}{m:02}{d:02}"),
        _ => day.to_string(),
    }
}

//! The table of reports.

use ogi_check::Outcome;
use ogi_model::Severity;
use ogi_model::{AgencyKind, AgencyLevel, Date, Reading, Report, TableId};

use super::field::{Column, Kind, words};
use super::identity::{self, Identity};
use super::{DataTable, Datum, Field, Record, SCHEMA_VERSION, Source};

/// A report that was read: it keeps what it needs, since it is written when all reports are known.
#[derive(Clone, Debug)]
pub struct ReportRecord {
    path: String,
    hash: String,
    format: String,
    key: Option<String>,
    agency: Option<String>,
    kind: Option<AgencyKind>,
    level: Option<AgencyLevel>,
    year: Option<u16>,
    title: Option<String>,
    edition: Option<&'static str>,
    period: [Option<Date>; 2],
    published: Option<Date>,
    verdict: &'static str,
    required: usize,
    judged: usize,
    found: [usize; 3],
    unreadable: usize,
    twins: Vec<String>,
}

type Get = for<'a> fn(&'a ReportRecord) -> Datum<'a>;

pub(super) const COLUMNS: &[Column<Get>] = &[
    Column::of(
        "report_hash",
        Kind::Text,
        |it| it.hash.as_str().into(),
        words("文件的 SHA-256", "SHA-256 of the file"),
    ),
    Column::of(
        "source_format",
        Kind::Text,
        |it| it.format.as_str().into(),
        words("文件的种类（按内容判断）", "The kind of the file, known by its content"),
    ),
    Column::maybe(
        "agency_name",
        Kind::Text,
        |it| it.agency.as_deref().into(),
        words("机关名称（按报告所写）", "The agency, as the report has it"),
    ),
    Column::maybe(
        "agency_kind",
        Kind::Text,
        |it| it.kind.map(AgencyKind::key).into(),
        words(
            "机关类别（由名称推断）：government、department、office、town、street、other",
            "Its kind, inferred from the name: government, department, office, town, street, other",
        ),
    ),
    Column::maybe(
        "agency_level",
        Kind::Text,
        |it| it.level.map(AgencyLevel::key).into(),
        words(
            "机关层级（名称能确定时）：province、city、county、township",
            "Its level where the name states it for certain: province, city, county, township",
        ),
    ),
    Column::maybe(
        "report_title",
        Kind::Text,
        |it| it.title.as_deref().into(),
        words("标题", "The title"),
    ),
    Column::maybe(
        "form_edition",
        Kind::Text,
        |it| it.edition.into(),
        words(
            "规定格式版本，如2021；各表不同时为 mixed",
            "The edition of the form, such as 2021; mixed where tables differ",
        ),
    ),
    Column::maybe(
        "period_start",
        Kind::Date,
        |it| it.period[0].into(),
        words("统计期限的第一天", "The first day of the period"),
    ),
    Column::maybe(
        "period_end",
        Kind::Date,
        |it| it.period[1].into(),
        words("统计期限的最后一天", "The last day of the period"),
    ),
    Column::maybe(
        "published_on",
        Kind::Date,
        |it| it.published.into(),
        words("公布日期", "The day of publication"),
    ),
    Column::of(
        "check_verdict",
        Kind::Text,
        |it| it.verdict.into(),
        words(
            "核对结论：accepted 通过、rejected 不通过、incomplete 未完成核对",
            "What the check comes to: accepted, rejected, incomplete",
        ),
    ),
    Column::of(
        "targets_required",
        Kind::Integer,
        |it| it.required.into(),
        words("规定应核对的项数", "How many targets the form requires to be judged"),
    ),
    Column::of(
        "targets_judged",
        Kind::Integer,
        |it| it.judged.into(),
        words("其中已核对的项数", "How many of them were judged"),
    ),
    Column::of(
        "error_count",
        Kind::Integer,
        |it| it.found[0].into(),
        words("错误数（不含豁免的）", "Findings of level error that are not waived"),
    ),
    Column::of(
        "warning_count",
        Kind::Integer,
        |it| it.found[1].into(),
        words("警告数（不含豁免的）", "Findings of level warning that are not waived"),
    ),
    Column::of(
        "hint_count",
        Kind::Integer,
        |it| it.found[2].into(),
        words("提示数（不含豁免的）", "Findings of level info that are not waived"),
    ),
    Column::of(
        "unreadable_count",
        Kind::Integer,
        |it| it.unreadable.into(),
        words("无法辨认的单元格数", "How many cells are unreadable"),
    ),
    Column::maybe(
        "same_report_paths",
        Kind::Text,
        |it| (!it.twins.is_empty()).then(|| it.twins.join("; ")).into(),
        words(
            "同一机关、同一年度的其他报告，以“; ”分隔；统计时应只取一份",
            "Other reports of this agency and year, separated by “; ”: count only one of them",
        ),
    ),
    Column::of(
        "tool_version",
        Kind::Text,
        |_| concat!("ogi ", env!("CARGO_PKG_VERSION")).into(),
        words("所用程序的版本", "The program that read it"),
    ),
    Column::of(
        "schema_version",
        Kind::Integer,
        |_| SCHEMA_VERSION.into(),
        words("本表结构的版本", "The version of these tables"),
    ),
];

impl ReportRecord {
    /// A report and what a check says of it.
    pub fn new(source: Source<'_>, reading: &Reading, outcome: &Outcome) -> Self {
        let report = &reading.report;
        let found = |severity| outcome.open().filter(|it| it.severity == severity).count();
        Self {
            path: source.path.to_owned(),
            hash: source.hash.to_owned(),
            format: source.format.to_owned(),
            key: source.agency.map(str::to_owned),
            agency: report.agency.clone(),
            kind: report.agency_kind,
            level: report.agency.as_deref().and_then(AgencyLevel::of_name),
            year: report.year,
            title: report.title.clone(),
            edition: edition(report),
            period: [report.period.map(|it| it.start), report.period.map(|it| it.end)],
            published: report.published,
            verdict: outcome.verdict.key(),
            required: outcome.coverage.required,
            judged: outcome.coverage.judged,
            found: [Severity::Error, Severity::Warning, Severity::Info].map(found),
            unreadable: report.cells().filter(|it| it.1.unreadable().is_some()).count(),
            twins: Vec::new(),
        }
    }

    /// The name by which its agency is known, and the year, if the report states both.
    pub fn agency_and_year(&self) -> Option<(&str, u16)> {
        Some((self.key.as_deref()?, self.year?))
    }

    /// The path of its file.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Says which other files have a report of the same agency and year.
    pub fn set_twins(&mut self, paths: Vec<String>) {
        self.twins = paths;
    }

    fn identity(&self) -> Identity<'_> {
        Identity { path: &self.path, agency: self.key.as_deref(), year: self.year }
    }
}

impl Record for ReportRecord {
    const TABLE: DataTable = DataTable::Reports;

    fn data(&self) -> impl Iterator<Item = (&'static Field, Datum<'_>)> {
        let identity = identity::data(self.identity());
        identity.chain(COLUMNS.iter().map(|it| (&it.field, (it.get)(self))))
    }
}

/// The edition of all its tables.
fn edition(report: &Report) -> Option<&'static str> {
    let mut editions = TableId::ALL.iter().filter_map(|it| report.table(*it)).map(|it| it.key());
    let first = editions.next()?;
    Some(if editions.all(|it| it == first) { first } else { "mixed" })
}

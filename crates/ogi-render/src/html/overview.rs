//! What the template of the overview shows.

use askama::Template;
use ogi_check::{Statistics, Verdict};
use ogi_model::{Language, Severity};

use crate::overview::{Entry, Fate};
use crate::{Overview, words};

/// The overview: tables of reports, of rules and of agencies, each readable as it stands.
#[derive(Template)]
#[template(path = "html/overview.html")]
pub(super) struct List {
    /// Whether only the body is written.
    fragment: bool,
    language: Language,
    title: &'static str,
    /// How many files have which verdict.
    sums: String,
    tables: [Table; 3],
}

/// A table that a script may sort.
struct Table {
    id: &'static str,
    title: &'static str,
    heads: Vec<Head>,
    rows: Vec<Vec<Cell>>,
}

struct Head {
    words: &'static str,
    /// Whether the greatest are looked for first.
    is_count: bool,
}

/// A cell: what it shows, and what it is sorted by.
#[derive(Default)]
struct Cell {
    links: Vec<Link>,
    /// What stands below, smaller.
    remark: String,
    key: String,
    class: &'static str,
    /// Whether the links are folded: there may be many.
    folded: bool,
}

/// Text, and where it leads.
struct Link {
    text: String,
    page: Option<String>,
}

/// The severities, the worst first.
fn severities() -> impl Iterator<Item = Severity> {
    Severity::ALL.iter().rev().copied()
}

impl List {
    pub(super) fn new(overview: &Overview, fragment: bool) -> Self {
        let language = overview.language;
        Self {
            fragment,
            language,
            title: language.of_words(words::RESULTS),
            sums: overview.statistics().in_words(language),
            tables: [reports(overview), rules(overview), agencies(overview)],
        }
    }
}

fn reports(overview: &Overview) -> Table {
    let language = overview.language;
    let said = |it| Head { words: language.of_words(it), is_count: false };
    let counted = severities().map(|it| Head::count(words::count_of(it), language));
    let rows = overview.entries().into_iter().map(|entry| {
        let (verdict, remark) = match &entry.fate {
            Fate::Judged(judged) => (judged.verdict.words(), &judged.meaning),
            Fate::Unread(why) => (words::UNREAD, why),
            Fate::Skipped(why) => (words::SKIPPED, why),
        };
        let judged = entry.fate.judged();
        let year = judged.and_then(|it| it.year).map(|it| it.to_string()).unwrap_or_default();
        let verdict = Cell {
            key: entry.fate.rank().to_string(),
            class: class(&entry.fate),
            remark: match &entry.fate {
                // The counts beside it say as much.
                Fate::Judged(judged) if judged.verdict != Verdict::Incomplete => String::new(),
                _ => remark.clone(),
            },
            ..Cell::text(language.of_words(verdict).to_owned())
        };
        let mut row = vec![Cell::link(entry.name(), entry), Cell::text(year), verdict];
        row.extend(counts(&entry.statistics, judged.is_some()));
        row.push(Cell::text(
            judged
                .map(|it| it.coverage)
                .map_or_else(String::new, |it| format!("{}/{}", it.judged, it.required)),
        ));
        row.push(Cell::text(entry.path.clone()));
        row
    });
    Table {
        id: "reports",
        title: language.of_words(words::REPORTS),
        heads: [words::AGENCY, words::YEAR, words::VERDICT]
            .into_iter()
            .map(said)
            .chain(counted)
            .chain([words::COVERAGE, words::FILE].map(said))
            .collect(),
        rows: rows.collect(),
    }
}

/// The rules that are broken, each with the reports that break it.
fn rules(overview: &Overview) -> Table {
    let language = overview.language;
    let said = |it| Head { words: language.of_words(it), is_count: false };
    let rows = overview.statistics().rules().into_iter().map(|count| {
        let breaks = |entry: &&Entry| {
            let rules = entry.statistics.rules();
            rules.iter().any(|it| it.rule == count.rule && it.findings > 0)
        };
        let entries = overview.entries();
        let links = entries.iter().filter(|it| breaks(it)).map(|it| Link::to(it.name(), it));
        let rule = Cell {
            remark: count.rule.id.to_owned(),
            ..Cell::text(language.of_words(count.rule.title).to_owned())
        };
        let severity = Cell {
            key: format!("{}", Severity::Error as u8 - count.severity as u8),
            class: count.severity.key(),
            ..Cell::text(count.severity.in_words(language).to_owned())
        };
        let reports = Cell {
            links: links.collect(),
            key: count.reports.to_string(),
            folded: true,
            ..Cell::default()
        };
        vec![rule, severity, Cell::count(count.findings), reports]
    });
    Table {
        id: "rules",
        title: language.pick("按规则", "By rule"),
        heads: vec![
            said(words::RULE),
            said(words::SEVERITY),
            Head::count(words::FINDINGS, language),
            Head::count(words::REPORTS, language),
        ],
        rows: rows.collect(),
    }
}

/// The agencies, each with its years.
fn agencies(overview: &Overview) -> Table {
    let language = overview.language;
    let rows = overview.agencies().into_iter().map(|(agency, entries, statistics)| {
        let years = entries.iter().filter_map(|it| Some((it.fate.judged()?, *it)));
        let years = years.map(|(judged, entry)| {
            let year = judged.year.map_or_else(|| "?".to_owned(), |it| it.to_string());
            let verdict = language.of_words(judged.verdict.words());
            Link::to(&format!("{year} {verdict}"), entry)
        });
        let years =
            Cell { key: entries.len().to_string(), links: years.collect(), ..Cell::default() };
        let mut row = vec![Cell::text(agency.to_owned()), years];
        row.extend(counts(&statistics, true));
        row
    });
    Table {
        id: "agencies",
        title: language.pick("按机关", "By agency"),
        heads: [
            Head { words: language.of_words(words::AGENCY), is_count: false },
            Head::count(words::REPORTS, language),
        ]
        .into_iter()
        .chain(severities().map(|it| Head::count(words::count_of(it), language)))
        .collect(),
        rows: rows.collect(),
    }
}

/// How many findings of each severity there are; nothing of what was not judged.
fn counts(statistics: &Statistics, is_judged: bool) -> impl Iterator<Item = Cell> {
    severities().map(move |it| match is_judged {
        true => Cell::count(statistics.findings(it)),
        false => Cell::default(),
    })
}

fn class(fate: &Fate) -> &'static str {
    match fate {
        Fate::Judged(judged) => judged.verdict.key(),
        Fate::Unread(_) => "unread",
        Fate::Skipped(_) => "skipped",
    }
}

impl Head {
    fn count(words: ogi_check::Words, language: Language) -> Self {
        Self { words: language.of_words(words), is_count: true }
    }
}

impl Cell {
    fn text(text: String) -> Self {
        Self { key: text.clone(), links: vec![Link { text, page: None }], ..Self::default() }
    }

    fn count(count: usize) -> Self {
        let class = if count == 0 { "none" } else { "" };
        Self { class, ..Self::text(count.to_string()) }
    }

    fn link(text: &str, entry: &Entry) -> Self {
        Self { key: text.to_owned(), links: vec![Link::to(text, entry)], ..Self::default() }
    }
}

impl Link {
    fn to(text: &str, entry: &Entry) -> Self {
        Self { text: text.to_owned(), page: entry.page.clone() }
    }
}

//! Every error of every library: a stable word for programs, and what it is in Chinese and in English.

// What helpers of tests unwrap fails the test.
#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{fs, io};

use ogi::check::{AliasTaken, Aliases, Language, PolicyError, RepairError, RuleError, Severity};
use ogi::import::{Kind, Refused};
use ogi::model::{BuildError, CellFault, JsonFault, JsonPlace, LineColumn, Message, Words};
use ogi::parse::ParseError;
use ogi::render::WriteError;
use ogi::tally::{Mapping, MappingError, TallyError, Vocabulary};
use ogi::{
    CellId, Column, Date, Format, ImportError, InPlaceError, Place, Policy, ReadError, ReadOptions,
    Report, Row, TableId,
};
use syn::{Item, ItemImpl, Type};

/// An error as a program and its user meet it.
struct Sample {
    name: String,
    variant: String,
    kind: &'static str,
    message: Message,
    text: String,
}

impl Sample {
    fn new<E: std::error::Error + Send + Sync + 'static>(
        error: &E,
        kind: &'static str,
        message: Message,
    ) -> Self {
        let name = std::any::type_name::<E>().rsplit("::").next().unwrap().to_owned();
        let debug = format!("{error:?}");
        let variant = debug.split(|it: char| !it.is_alphanumeric()).next().unwrap().to_owned();
        Self { name, variant, kind, message, text: error.to_string() }
    }
}

macro_rules! samples {
    ($($error:expr),* $(,)?) => {
        vec![$({
            let error = $error;
            Sample::new(&error, error.kind(), error.message())
        }),*]
    };
}

const CELL: CellId = CellId::new(Row::Fees, Column::Amount);
const AT: LineColumn = LineColumn { line: 2, column: 3 };
const WHAT: Words = Words { zh: "工作簿", en: "workbook" };

fn place() -> Place {
    Place::Text { start: 0, end: 1 }
}

fn of_model() -> Vec<Sample> {
    samples![
        "no".parse::<Row>().unwrap_err(),
        Date::new(2025, 2, 30).unwrap_err(),
        BuildError::NotInEdition(CELL),
        BuildError::AgencyMissing,
        BuildError::YearMissing,
        BuildError::BadYear(0),
        BuildError::TableLeftOut(TableId::Disputes),
        JsonFault::Syntax { line: 1, column: 2, is_cut: false },
        JsonFault::NoObject(JsonPlace::Report),
        JsonFault::UnknownKey { of: JsonPlace::Cell(CELL), key: "x".into() },
        JsonFault::VersionMissing,
        JsonFault::UnknownVersion("2".into()),
        JsonFault::EditionMissing(TableId::Disputes),
        JsonFault::UnknownEdition(TableId::Disputes, "1999".into()),
        JsonFault::Value { key: "year", wanted: WHAT },
        JsonFault::Cell { cell: CELL, what: CellFault::Keys },
        Report::from_json(b"{}").unwrap_err(),
    ]
}

fn of_reading() -> Vec<Sample> {
    samples![
        ParseError::NotAReport,
        ParseError::NoTables,
        ParseError::SeveralReports,
        ParseError::Notice,
        ParseError::Explanation,
        ParseError::List,
        ParseError::Before2019 { year: 2017 },
        ParseError::University,
        ParseError::TooLarge { size: 2, limit: 1 },
        ParseError::TooManyPieces { limit: 1 },
        ParseError::Stopped,
        ParseError::NotUtf8 { at: 0 },
        ImportError::Refused(Refused::OldOffice),
        ImportError::Encrypted,
        ImportError::Limit {
            what: Words { zh: "超过{limit}", en: "more than {limit}" }, limit: 1
        },
        ImportError::Damaged { container: WHAT, detail: "x".into() },
        ImportError::Encoding,
        ImportError::Stopped,
        ReadError::Import(ImportError::Encoding),
        ogi::read("", &ReadOptions::default()).unwrap_err(),
        InPlaceError::Import(ImportError::Encoding),
        InPlaceError::NotAnnotated(Kind::Pdf),
        InPlaceError::NotChanged(Kind::Pdf),
        InPlaceError::Signed,
        InPlaceError::Embeds,
        InPlaceError::NotFound(place()),
        InPlaceError::Formula(place()),
        InPlaceError::Blank(place()),
        InPlaceError::NoPlainFigure(place()),
        InPlaceError::Misread,
    ]
}

fn of_check() -> Vec<Sample> {
    let taken = AliasTaken { alias: "甲".into(), one: "乙".into(), other: "丙".into() };
    let mut aliases = Aliases::default();
    aliases.add("示例市数据局", "示例市信息中心").unwrap();
    samples![
        aliases.add("示例市民政局", "示例市信息中心").unwrap_err(),
        "fr".parse::<Language>().unwrap_err(),
        "fatal".parse::<Severity>().unwrap_err(),
        RuleError::Taken { id: "acme-a" },
        RuleError::NoSlug { id: "acme-A" },
        RuleError::NoArea { id: "a" },
        RuleError::AreaTaken { id: "t3-a", area: "t3" },
        RuleError::NoWords { id: "acme-a", what: WHAT },
        RepairError::Unknown(1),
        RepairError::Rivals(1, 2),
        RepairError::Stale(1),
        PolicyError::Toml { at: AT, message: "x".into() },
        PolicyError::Unknown {
            at: AT,
            what: ogi::check::PolicyName::Key,
            name: "x".into(),
            nearest: None,
        },
        PolicyError::NoReason { at: AT },
        PolicyError::AliasTaken { at: AT, taken },
        Policy::from_toml("a = 1").unwrap_err(),
    ]
}

fn of_writing_and_counting() -> Vec<Sample> {
    let (name, nearest) = ("x".to_owned(), None);
    let wrong = || match Mapping::from_toml("a = 1") {
        Err(TallyError::Mapping(errors)) => errors,
        other => panic!("{other:?}"),
    };
    samples![
        WriteError::Io(io::Error::other("x")),
        WriteError::TooLong { limit: 1 },
        "wps".parse::<Format>().unwrap_err(),
        "x".parse::<ogi::tally::Field>().unwrap_err(),
        TallyError::Import(ImportError::Encoding),
        TallyError::NoRegister,
        TallyError::OpenQuote { line: 1 },
        TallyError::ColumnsMissing { fields: Vec::new(), heads: Vec::new() },
        TallyError::NoSuchColumn {
            field: ogi::tally::Field::ALL[0],
            name: "x".into(),
            heads: Vec::new(),
        },
        TallyError::Mapping(wrong()),
        TallyError::NoSuchYear(0),
        MappingError::Toml { at: AT, message: "x".into() },
        MappingError::UnknownTable { at: AT, name: name.clone(), nearest },
        MappingError::UnknownColumn { at: AT, name: name.clone(), nearest },
        MappingError::UnknownMeaning { at: AT, vocabulary: Vocabulary::Applicants, name, nearest },
        wrong(),
    ]
}

fn samples() -> Vec<Sample> {
    [of_model(), of_reading(), of_check(), of_writing_and_counting()]
        .into_iter()
        .flatten()
        .collect()
}

#[test]
fn each_says_what_it_is_in_both_languages() {
    for Sample { name, variant, kind, message: Message { zh, en }, text } in samples() {
        let error = format!("{name}::{variant}");
        let is_chinese = |it: &str| it.contains(|it| ('\u{4e00}'..='\u{9fff}').contains(&it));
        assert!(is_chinese(&zh) && zh != en && !en.is_empty(), "{error}: {zh} | {en}");
        assert_eq!(text, en, "{error}");
        let is_slug = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-';
        assert!(!kind.is_empty() && kind.bytes().all(is_slug), "{error}: {kind}");
    }
}

/// A program distinguishes the errors of one type by their kinds.
#[test]
fn kinds_are_stated_apart() {
    let mut all = BTreeMap::new();
    // These have the kind of what is in them.
    let is_outer = |it: &Sample| matches!(&it.variant[..], "Import" | "Parse" | "Mapping");
    for it in samples().iter().filter(|it| !is_outer(it)) {
        let before = all.insert((it.name.clone(), it.kind), it.variant.clone());
        assert_eq!(before, None, "{}: {}", it.name, it.kind);
    }
}

/// The samples above are all there are: what the source declares is compared with them.
#[test]
fn none_is_left_out() {
    let sampled: BTreeSet<(String, String)> =
        samples().into_iter().map(|it| (it.name, it.variant)).collect();
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut declared = 0;
    // The program has problems and no errors; the test kit is no library; Arrow's are tested where they are.
    for it in ["model", "text", "solve", "parse", "import", "check", "render", "tally"] {
        let folder = crates.join(format!("ogi-{it}/src"));
        if !folder.is_dir() {
            continue;
        }
        let items = items(&folder);
        for name in items.iter().filter_map(error_type) {
            declared += 1;
            for method in ["kind", "message"] {
                let has = items.iter().any(|it| has_method(it, &name, method));
                assert!(has, "{name} has no {method}()");
            }
            let enums = items.iter().filter_map(|it| match it {
                Item::Enum(it) if it.ident == name => Some(it),
                _ => None,
            });
            for variant in enums.flat_map(|it| &it.variants) {
                let sample = (name.clone(), variant.ident.to_string());
                assert!(sampled.contains(&sample), "{sample:?} has no sample");
            }
            assert!(sampled.iter().any(|it| it.0 == name), "{name} has no sample");
        }
    }
    assert!(declared >= 20, "{declared}");
}

fn items(folder: &Path) -> Vec<Item> {
    let mut all = Vec::new();
    for it in fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()) {
        if it.is_dir() {
            all.extend(items(&it));
        } else if it.extension().is_some_and(|it| it == "rs") {
            all.extend(syn::parse_file(&fs::read_to_string(&it).unwrap()).unwrap().items);
        }
    }
    all
}

/// The name of a type that is made an error, by derivation or by hand.
fn error_type(item: &Item) -> Option<String> {
    let (attrs, ident) = match item {
        Item::Enum(it) => (&it.attrs, &it.ident),
        Item::Struct(it) => (&it.attrs, &it.ident),
        Item::Impl(ItemImpl { trait_: Some((.., path, _)), self_ty, .. }) => {
            let is_error = path.segments.last().is_some_and(|it| it.ident == "Error");
            return is_error.then(|| type_name(self_ty)).flatten();
        }
        _ => return None,
    };
    let derives = attrs.iter().filter(|it| it.path().is_ident("derive"));
    let is_error = derives.filter_map(|it| it.meta.require_list().ok()).any(|it| {
        let derived = it.tokens.to_string().replace(' ', "");
        derived.split(',').any(|it| it == "thiserror::Error" || it == "Error")
    });
    is_error.then(|| ident.to_string())
}

fn type_name(of: &Type) -> Option<String> {
    match of {
        Type::Path(it) => it.path.segments.last().map(|it| it.ident.to_string()),
        _ => None,
    }
}

fn has_method(item: &Item, name: &str, method: &str) -> bool {
    let Item::Impl(it) = item else { return false };
    it.trait_.is_none()
        && type_name(&it.self_ty).as_deref() == Some(name)
        && it.items.iter().any(|it| matches!(it, syn::ImplItem::Fn(it) if it.sig.ident == method))
}

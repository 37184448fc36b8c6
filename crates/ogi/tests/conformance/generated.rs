//! Cases that the testkit makes from seeds: every layout and format, both editions, sound and with a planted error.

use ogi::{CellId, Edition, Format, Policy, ReadOptions, Report, Value, embed};
use ogi_testkit::{Document, Generator, Layout, Medium, Mess, Planted, Size, plant, rng};

use crate::case::Case;

/// A way in which a report is written.
#[derive(Clone, Copy)]
enum Way {
    In(Medium),
    Own(Format),
}

/// Every way once, the common ones in all four combinations of edition and error.
pub(crate) fn cases() -> impl Iterator<Item = Case> {
    let layouts = Layout::ALL.iter().map(|it| Medium::Text(*it));
    let documents = Document::ALL.iter().chain(Document::FILED).map(|it| Medium::Document(*it));
    let once = layouts.chain(documents).enumerate().map(|(n, it)| (Way::In(it), n % 4));
    let fourfold = Format::ALL.iter().flat_map(|it| (0..4).map(|n| (Way::Own(*it), n)));
    once.chain(fourfold).enumerate().map(|(seed, (way, combination))| {
        case(way, Edition::ALL[combination % 2], combination >= 2, seed as u64)
    })
}

fn case(way: Way, edition: Edition, faulty: bool, seed: u64) -> Case {
    let mut report = Generator::new(seed).edition(edition).size(Size::Small).report();
    let planted = faulty.then(|| plant(&mut report, &mut rng(seed)).unwrap());
    // What ogi itself writes is no mess.
    let mess = if seed.is_multiple_of(2) { Mess::none() } else { Mess::new(seed, 0.1) };
    let source = way.write(&report, &mess);
    let (key, zh, en) = way.words();
    let year = edition.key();
    let (is, fault_zh, fault_en) = match faulty {
        true => ("faulty", "有一个数字错误", "one figure is wrong"),
        false => ("sound", "无错", "sound"),
    };
    let case = Case {
        name: format!("{key}-{year}-{is}"),
        extension: way.extension(),
        source,
        about: [
            format!("{zh}，{year}年格式，{fault_zh}"),
            format!("{en}, form of {year}, {fault_en}"),
        ],
        by_hand: false,
    };
    is_true(&case, &report, planted);
    case
}

/// What is expected agrees with what was written: no figure is another one, the planted error is found, and nothing else is
/// an error where the figures came back whole.
fn is_true(case: &Case, report: &Report, planted: Option<Planted>) {
    let name = &case.name;
    let reading = embed::read(&case.source, &ReadOptions::default());
    let reading = reading.unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!(reading.report.agency, report.agency, "{name}");
    assert_eq!(reading.report.year, report.year, "{name}");
    let mut is_whole = true;
    for cell in CellId::all() {
        let (wrote, got) = (&report[cell], &reading.report[cell]);
        let number = |it: &ogi::Cell| it.value().map(|it| it.decimal().normalize());
        let is_same = wrote == got
            || (wrote.is_present() && number(wrote).is_some() && number(wrote) == number(got));
        let is_left_open = wrote.is_present() && (got.unreadable().is_some() || !got.is_present());
        assert!(is_same || is_left_open, "{name}: {cell} is {wrote:?}, read {got:?}");
        is_whole &= is_same;
    }
    let outcome = ogi::check(&reading, &Policy::default());
    let broken: Vec<_> = outcome.findings.iter().filter(|it| it.observed.is_some()).collect();
    match planted {
        None => {
            let errors = broken.iter().filter(|it| it.severity == ogi::Severity::Error);
            assert_eq!(errors.map(|it| it.rule.id).collect::<Vec<_>>(), [""; 0], "{name}");
        }
        Some(planted) if is_whole => {
            let is_found = broken
                .iter()
                .any(|it| it.cell == Some(planted.cell) || it.cells.contains(&planted.cell));
            assert!(is_found, "{name}: {planted:?} is not found");
            let edit = |it: &ogi::check::Edit| {
                it.cell == planted.cell && it.to == Value::Count(planted.from)
            };
            let is_explained = outcome.explanations.iter().any(|it| it.edits.iter().any(edit));
            assert!(is_explained, "{name}: {planted:?} is not explained");
        }
        Some(_) => {}
    }
}

impl Way {
    fn write(self, report: &Report, mess: &Mess) -> Vec<u8> {
        match self {
            Self::In(medium) => medium.write_messy(report, mess),
            Self::Own(format) => {
                let mut written = Vec::new();
                ogi::write(report, format, &mut written).unwrap();
                written
            }
        }
    }

    /// A key for names, and what it is in Chinese and English.
    fn words(self) -> (String, String, String) {
        match self {
            Self::In(Medium::Text(it)) => (
                format!("text-{it}"),
                format!("文本（排列方式 {it}）"),
                format!("text, layout {it}"),
            ),
            Self::In(Medium::Document(it)) => {
                let name = it.to_string().to_lowercase();
                let zh = format!("文件（{name}）");
                (name.replace(' ', "-"), zh, format!("a file, {name}"))
            }
            Self::Own(it) => (
                format!("written-{it}"),
                format!("ogi 写出的 {it}"),
                format!("{it} as ogi writes it"),
            ),
        }
    }

    fn extension(self) -> &'static str {
        match self {
            Self::In(Medium::Text(Layout::Csv)) => "csv",
            Self::In(Medium::Text(_)) => "txt",
            Self::In(Medium::Document(it)) => match it {
                Document::Html(_) => "html",
                Document::Docx(_) => "docx",
                Document::Xlsx(_) => "xlsx",
                Document::Doc => "doc",
                Document::Rtf => "rtf",
                Document::Odt => "fodt",
                Document::Ofd => "ofd",
            },
            Self::Own(format) => format.extensions()[0],
        }
    }
}

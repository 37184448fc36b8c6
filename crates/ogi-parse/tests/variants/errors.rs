//! What is no report, and what is several.

use ogi_model::{Edition, Section};
use ogi_parse::{ReadError, ReadOptions, read};

use crate::{assert_nothing_wrong, certain, reading, report};

#[test]
fn what_is_no_report_is_an_error() {
    let error = |text: &str| read(text, &ReadOptions::default()).unwrap_err();
    assert_eq!(error(""), ReadError::NotAReport);
    assert_eq!(error("关于召开会议的通知\n\n各单位：\n请准时参加。"), ReadError::NotAReport);
    let headings: String = Section::ALL
        .iter()
        .map(|it| format!("{}\n\n正文。\n\n", it.heading(Edition::E2021)))
        .collect();
    assert_eq!(error(&headings), ReadError::NoTables);
    let options = ReadOptions { max_bytes: 10, ..ReadOptions::default() };
    assert_eq!(
        read("政府信息公开", &options).unwrap_err(),
        ReadError::TooLarge { size: 18, limit: 10 }
    );
    let bytes = [0xD5, 0xFE, 0xB8, 0xAE];
    assert_eq!(
        ogi_parse::read_bytes(&bytes, &ReadOptions::default()).unwrap_err(),
        ReadError::NotUtf8 { at: 0 }
    );
}

#[test]
fn two_reports_in_one_text_are_an_error() {
    let (a, b) = (report(16), report(17));
    for layout in certain() {
        let text = format!("{}\n\n{}", layout.write(&a), layout.write(&b));
        assert_eq!(
            read(&text, &ReadOptions::default()).unwrap_err(),
            ReadError::SeveralReports,
            "{layout}"
        );
        let twice = format!("{}\n\n{}", layout.write(&a), layout.write(&a));
        assert_nothing_wrong(&reading(&twice), &a, &twice);
    }
}

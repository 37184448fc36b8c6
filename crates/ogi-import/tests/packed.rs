//! Archives of reports, mails, pages saved as one file. All agencies are fictional.

#![cfg(all(
    feature = "html",
    feature = "docx",
    feature = "xlsx",
    feature = "mail",
    feature = "zip"
))]
// Helpers of tests unwrap.
#![allow(clippy::unwrap_used)]

use std::io::{Cursor, Write as _};

use ogi_import::{ImportError, Kind, Limits, Packed, read, unpack};
use ogi_model::Report;
use ogi_parse::ReadOptions;
use ogi_testkit::{Document, DocxStyle, Generator, HtmlStyle};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn report(seed: u64) -> Report {
    Generator::new(seed).report()
}

fn page(report: &Report) -> Vec<u8> {
    Document::Html(HtmlStyle::Unspanned).write(report)
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for (i, part) in bytes.chunks(3).enumerate() {
        let bits = part.iter().fold(0_u32, |n, b| n << 8 | u32::from(*b)) << (8 * (3 - part.len()));
        for at in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * at) & 63) as usize];
            text.push(if at <= part.len() { char::from(digit) } else { '=' });
        }
        if i % 19 == 18 {
            text.push_str("\r\n");
        }
    }
    text
}

/// A mail of parts: their fields, and what they hold.
fn mail(kind: &str, parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut text = format!(
        "From: <Saved by Blink>\r\nSubject: =?utf-8?Q?=E5=B9=B4=E6=8A=A5?=\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/{kind};\r\n\tboundary=\"----b\"\r\n\r\n"
    );
    for (fields, bytes) in parts {
        text += &format!(
            "------b\r\n{fields}\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n",
            base64(bytes)
        );
    }
    (text + "------b--\r\n").into_bytes()
}

fn got(bytes: &[u8]) -> Result<Report, String> {
    let reading = read(bytes, &ReadOptions::default());
    reading.map(|it| it.report).map_err(|it| it.kind().to_owned())
}

fn names(bytes: &[u8]) -> Vec<String> {
    let files = unpack(bytes, &Limits::default()).unwrap().unwrap();
    files.into_iter().map(|it| it.name).collect()
}

#[test]
fn an_archive_is_its_files() {
    let (one, other) = (page(&report(1)), Document::Docx(DocxStyle::Framed).write(&report(2)));
    let bytes = zipped(&[
        ("2024/示例市民政局.html", &one),
        ("2024/示例市教育局.docx", &other),
        ("__MACOSX/2024/._a.html", &one),
        (".DS_Store", b"\0"),
        ("~$a.docx", &other),
    ]);
    assert_eq!(Kind::of(&bytes), Ok(Kind::Archive));
    assert_eq!(names(&bytes), ["2024/示例市民政局.html", "2024/示例市教育局.docx"]);
    let error = read(&bytes, &ReadOptions::default()).unwrap_err();
    assert_eq!(error.message().zh, "无法读取含有多份报告的压缩包或邮件。请先解压。");
    assert_eq!(unpack(&one, &Limits::default()), Ok(None));
}

#[test]
fn the_only_report_of_an_archive_is_read() {
    let one = report(1);
    let with_notes = zipped(&[("a.html", &page(&one)), ("说明.txt", "请查收".as_bytes())]);
    assert_eq!(got(&with_notes).unwrap(), got(&page(&one)).unwrap());
    assert_eq!(got(&zipped(&[("说明.txt", "请查收".as_bytes())])), Err("not-a-report".to_owned()));
    let within = zipped(&[("a.zip", &zipped(&[("b.zip", &with_notes)]))]);
    assert_eq!(got(&within), Err("unsupported".to_owned()));
}

/// Programs in China write names in GBK, and say that they are in no encoding.
#[test]
fn names_are_decoded() {
    let mut bytes = zipped(&[("aaaa.txt", b"1")]);
    while let Some(at) = bytes.windows(4).position(|it| it == b"aaaa") {
        bytes[at..at + 4].copy_from_slice(b"\xC4\xEA\xB1\xA8");
    }
    assert_eq!(names(&bytes), ["年报.txt"]);
}

#[test]
fn archives_have_limits_and_passwords() {
    let bytes = zipped(&[("a.txt", &[b' '; 5000]), ("b.txt", &[b' '; 5000])]);
    let kind = |bytes: &[u8], limits: &Limits| unpack(bytes, limits).map_err(|it| it.kind());
    for limits in [
        Limits::default().with_unpacked_bytes(9000),
        Limits::default().with_bytes(4000),
        Limits::default().with_entries(1),
    ] {
        assert_eq!(kind(&bytes, &limits), Err("too-large"), "{limits:?}");
    }
    let mut locked = bytes;
    for (head, flags) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let at = locked.windows(4).position(|it| it == head).unwrap();
        locked[at + flags] |= 1;
    }
    assert_eq!(kind(&locked, &Limits::default()), Err("encrypted"));
}

#[test]
fn a_saved_page_is_read_with_its_styles() {
    let text = "<h1>示例市民政局2025年政府信息公开工作年度报告</h1><table><tr><td colspan=2>第二十条第（五）项</td></tr>\
        <tr><td>信息内容</td><td>本年处理决定数量</td></tr><tr><td>行政许可</td><td><b class=x>88</b>6</td></tr></table>";
    let (gbk, html) =
        (encode_gbk(text), "Content-Type: text/html\r\nContent-Location: https://example.cn/");
    for page in [text.as_bytes(), &gbk] {
        let css = ("Content-Type: text/css", &b".x{display:none}"[..]);
        let bytes = mail("related", &[(html, page), css, ("Content-Type: image/png", b"\x89PNG")]);
        assert_eq!(Kind::of(&bytes), Ok(Kind::Mail));
        let report = got(&bytes).unwrap();
        let licensing =
            report.cells().find(|(it, _)| it.to_string().contains("licensing")).unwrap();
        assert_eq!(licensing.1.count(), Some(6));
        assert_eq!(report.year, Some(2025));
    }
}

fn encode_gbk(text: &str) -> Vec<u8> {
    encoding_rs::GBK.encode(text).0.into_owned()
}

#[test]
fn a_mail_is_its_text_and_its_attachments() {
    let one = report(3);
    let document = Document::Docx(DocxStyle::Framed).write(&one);
    let attached = "Content-Type: application/octet-stream\r\n\
        Content-Disposition: attachment; filename*=UTF-8''%E5%B9%B4%E6%8A%A5.docx";
    let plain = ("Content-Type: text/plain; charset=utf-8", "请查收。".as_bytes());
    let bytes = mail("mixed", &[plain, (attached, &document)]);
    assert_eq!(names(&bytes), ["1", "年报.docx"]);
    let files = unpack(&bytes, &Limits::default()).unwrap().unwrap();
    assert_eq!(files[1], Packed { name: "年报.docx".to_owned(), bytes: document.clone() });
    assert_eq!(got(&bytes).unwrap(), got(&document).unwrap());
    let archive = zipped(&[("年报.docx", &document)]);
    assert_eq!(
        got(&mail("mixed", &[plain, (attached, &archive)])).unwrap(),
        got(&document).unwrap()
    );
}

#[test]
fn mails_are_stated_by_their_fields() {
    for head in [
        "MIME-Version: 1.0\r\n",
        "Received: from a\r\n by b\r\nFrom: a@example.cn\r\n\r\n",
        "\r\nDate: 1\nMessage-ID: <1>\n\n",
    ] {
        assert_eq!(Kind::of(head.as_bytes()), Ok(Kind::Mail), "{head}");
    }
    for text in ["From: 示例市\n\n一、", "Subject: a\nb: c", "总计: 3\nContent-Type 6"] {
        assert_eq!(Kind::of(text.as_bytes()), Ok(Kind::Text), "{text}");
    }
    for cut in [
        "MIME-Version: 1.0",
        "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n--a",
    ] {
        assert!(
            ["not-a-report", "damaged"].contains(&got(cut.as_bytes()).unwrap_err().as_str()),
            "{cut}"
        );
    }
    assert!(matches!(
        unpack(b"PK\x05\x06", &Limits::default()),
        Ok(None) | Err(ImportError::Damaged { .. })
    ));
}

//! The queries of `docs/sql.md` give what stands below them; `OGI_GENERATE=1 cargo test --test sql` writes it anew.

// Clippy knows tests, not what they call.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use std::path::Path;
use std::{env, fs};

use datafusion::arrow::util::pretty::pretty_format_batches;
use datafusion::prelude::{SessionConfig, SessionContext};

#[tokio::test]
async fn the_page_is_true() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap();
    let page = root.join("docs/sql.md");
    let text = fs::read_to_string(&page).unwrap();
    // What queries write goes to a folder of its own, which the page calls /tmp/out.
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sql");
    fs::remove_dir_all(&out).ok();
    fs::create_dir_all(&out).unwrap();
    make_archive(&root, &out.join("crawl.warc.gz"));
    env::set_current_dir(root.join("examples")).unwrap();
    let context = SessionContext::new_with_config(SessionConfig::new().with_target_partitions(2))
        .enable_url_table();
    ogi_datafusion::register(&context);

    let (mut current, mut count) = (String::new(), 0);
    let mut parts = text.split("```sql\n");
    current += parts.next().unwrap();
    for part in parts {
        let (query, rest) = part.split_once("```\n").unwrap();
        let real = query.replace("/tmp/out", out.to_str().unwrap());
        let batches = context.sql(&real).await.unwrap().collect().await;
        let batches = batches.unwrap_or_else(|error| panic!("{query}: {error}"));
        let table = pretty_format_batches(&batches).unwrap().to_string();
        let table =
            table.replace(out.to_str().unwrap(), "/tmp/out").replace(root.to_str().unwrap(), "…");
        current += &format!("```sql\n{query}```\n\n```text\n{table}\n```\n");
        let after =
            rest.strip_prefix("\n```text\n").map_or(rest, |it| it.split_once("```\n").unwrap().1);
        current += after;
        count += 1;
    }
    assert!(count >= 8, "{count} queries");
    if env::var_os("OGI_GENERATE").is_some() {
        fs::write(&page, &current).unwrap();
    }
    for (line, (is, was)) in current.lines().zip(text.lines()).enumerate() {
        assert_eq!(is, was, "docs/sql.md:{}", line + 1);
    }
    assert!(current == text, "docs/sql.md is stale");
}

/// A crawl as archives are: requests, pictures, pages about other things, and three reports.
fn make_archive(root: &Path, path: &Path) {
    use std::io::Write as _;
    let mut warc = fs::File::create(path).unwrap();
    let mut record = |kind: &str, url: &str, http: &str, body: &[u8]| {
        let content = [format!("{http}\r\n\r\n").as_bytes(), body].concat();
        let head = format!(
            "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-01-27T08:00:00Z\r\n\
             Content-Length: {}\r\n\r\n",
            content.len()
        );
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        packed.write_all(&[head.as_bytes(), &content, b"\r\n\r\n"].concat()).unwrap();
        warc.write_all(&packed.finish().unwrap()).unwrap();
    };
    let html = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8";
    let cases = root.join("conformance/cases");
    let page = |name: &str| fs::read(cases.join(name)).unwrap();
    record("warcinfo", "", "software: made by a test", b"");
    record("request", "http://www.example.cn/a.html", "GET /a.html HTTP/1.1", b"");
    record("response", "http://www.example.cn/a.html", html, &page("html-plain-2019-faulty.html"));
    record(
        "response",
        "http://www.example.cn/logo.png",
        "HTTP/1.1 200 OK\r\nContent-Type: image/png",
        b"\x89PNG",
    );
    record("response", "http://www.example.cn/holiday.html", html, "<p>关于放假的通知".as_bytes());
    record(
        "response",
        "http://www.example.cn/gone.html",
        "HTTP/1.1 404 Not Found\r\nContent-Type: text/html",
        b"",
    );
    let notice = page("by-hand-notice.txt");
    record("response", "http://www.example.cn/notice.html", html, &notice);
    let docx = "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    record(
        "response",
        "http://www.example.cn/b.docx",
        docx,
        &page("written-docx-2021-faulty.docx"),
    );
    let (whole, chunked) = (page("written-html-2021-sound.html"), "\r\nTransfer-Encoding: chunked");
    let (first, second) = whole.split_at(1000);
    let body = [
        format!("{:x}\r\n", first.len()).as_bytes(),
        first,
        format!("\r\n{:x}\r\n", second.len()).as_bytes(),
        second,
        b"\r\n0\r\n\r\n",
    ]
    .concat();
    record("response", "http://www.example.cn/c.html", &format!("{html}{chunked}"), &body);
}

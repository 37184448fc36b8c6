//! Web archives: records that may be reports, found by type and by a byte search before anything is parsed.

use std::io::{self, BufRead, BufReader, Read};
use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, BinaryBuilder, Int64Builder, RecordBatch, StringBuilder};
use datafusion::arrow::datatypes::{DataType, Field, Schema, SchemaRef};
use datafusion::error::{DataFusionError, Result};
use datafusion::execution::SendableRecordBatchStream;
use datafusion::object_store::{ObjectStore, ObjectStoreExt as _, path::Path};
use datafusion::physical_plan::stream::RecordBatchReceiverStreamBuilder;
use flate2::bufread::MultiGzDecoder;
use futures::TryStreamExt as _;
use memchr::memmem;
use tokio_util::io::{StreamReader, SyncIoBridge};

/// How many records one batch has at most.
const RECORDS: usize = 64;

/// What a record may be at most, in bytes; a longer one is passed over.
const BYTES: u64 = 64 << 20;

/// Types of content that a report is published as; others are passed over unread.
const TYPES: [&str; 9] = [
    "text/html",
    "application/xhtml",
    "text/plain",
    "application/pdf",
    "application/msword",
    "application/vnd.openxmlformats",
    "application/vnd.ms-excel",
    "application/octet-stream",
    "application/ofd",
];

/// A response of a web archive: what was asked for, and what came.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct WarcRecord {
    /// The address.
    pub url: String,
    /// When it was fetched, as the archive writes it.
    pub date: String,
    /// What the server called its type, in small letters.
    pub content_type: String,
    /// The body, unpacked if the server packed it by gzip or deflate.
    pub content: Vec<u8>,
}

/// The responses of an archive whose type a report may have, one after another; memory is that of one record.
///
/// An archive is WARC 1.0 or 1.1, packed by gzip record by record or whole, or not packed.
///
/// ```
/// use ogi_datafusion::WarcRecords;
///
/// let body = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>示例市";
/// let warc = format!(
///     "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.com/a\r\nWARC-Date: 2026-01-27T00:00:00Z\r\n\
///      Content-Length: {}\r\n\r\n{body}\r\n\r\n",
///     body.len()
/// );
/// let records: Vec<_> = WarcRecords::new(warc.as_bytes())?.collect::<Result<_, _>>()?;
/// assert_eq!(records[0].content, "<p>示例市".as_bytes());
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct WarcRecords<'a> {
    archive: Box<dyn BufRead + Send + 'a>,
    passed_over: usize,
}

impl std::fmt::Debug for WarcRecords<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("WarcRecords")
            .field("passed_over", &self.passed_over)
            .finish_non_exhaustive()
    }
}

impl<'a> WarcRecords<'a> {
    /// Of an archive.
    ///
    /// # Errors
    /// If its first bytes cannot be read.
    pub fn new(archive: impl Read + Send + 'a) -> io::Result<Self> {
        let mut archive = BufReader::with_capacity(1 << 16, archive);
        let is_packed = archive.fill_buf()?.starts_with(&[0x1f, 0x8b]);
        let archive: Box<dyn BufRead + Send + 'a> = if is_packed {
            Box::new(BufReader::with_capacity(1 << 16, MultiGzDecoder::new(archive)))
        } else {
            Box::new(archive)
        };
        Ok(Self { archive, passed_over: 0 })
    }

    /// How many records were passed over so far: requests, pictures, scripts.
    pub const fn passed_over(&self) -> usize {
        self.passed_over
    }

    /// The next record, if it is a response that may be a report; `Ok(None)` at the end.
    fn step(&mut self) -> io::Result<Option<Option<WarcRecord>>> {
        let Some(head) = Head::read(&mut self.archive)? else { return Ok(None) };
        if !head.first.starts_with("WARC/") {
            return Err(damaged("no record begins here"));
        }
        let length = head.get("content-length").and_then(|it| it.parse::<u64>().ok());
        let length = length.ok_or_else(|| damaged("a record without a length"))?;
        let mut body = (&mut self.archive).take(length);
        let is_response = head.get("warc-type") == Some("response");
        let record =
            if is_response && length <= BYTES { response(&head, &mut body)? } else { None };
        io::copy(&mut body, &mut io::sink())?;
        if body.limit() > 0 {
            return Err(damaged("the archive ends within a record"));
        }
        Ok(Some(record))
    }
}

impl Iterator for WarcRecords<'_> {
    type Item = io::Result<WarcRecord>;

    fn next(&mut self) -> Option<io::Result<WarcRecord>> {
        loop {
            match self.step() {
                Ok(Some(Some(record))) => return Some(Ok(record)),
                Ok(Some(None)) => self.passed_over += 1,
                Ok(None) => return None,
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

/// A response whose type a report may have.
fn response(head: &Head, body: &mut impl BufRead) -> io::Result<Option<WarcRecord>> {
    let Some(http) = Head::read(body)? else { return Ok(None) };
    let content_type = http.get("content-type").unwrap_or_default().to_lowercase();
    let is_ok = http.first.split_whitespace().nth(1) == Some("200");
    if !is_ok || !TYPES.iter().any(|it| content_type.starts_with(it)) {
        return Ok(None);
    }
    let mut content = Vec::new();
    body.read_to_end(&mut content)?;
    if http.get("transfer-encoding").is_some_and(|it| it.eq_ignore_ascii_case("chunked")) {
        content = unchunked(&content).unwrap_or(content);
    }
    Ok(Some(WarcRecord {
        url: head.get("warc-target-uri").unwrap_or_default().trim_matches(['<', '>']).to_owned(),
        date: head.get("warc-date").unwrap_or_default().to_owned(),
        content_type,
        content: unpacked(content, http.get("content-encoding").unwrap_or_default())?,
    }))
}

fn unpacked(content: Vec<u8>, encoding: &str) -> io::Result<Vec<u8>> {
    let mut plain = Vec::new();
    match encoding {
        // Archives often keep this head although they unpacked the body.
        "gzip" | "x-gzip" if content.starts_with(&[0x1f, 0x8b]) => {
            MultiGzDecoder::new(&*content).take(BYTES).read_to_end(&mut plain)?;
        }
        "deflate" => {
            let unpacked =
                flate2::bufread::ZlibDecoder::new(&*content).take(BYTES).read_to_end(&mut plain);
            if unpacked.is_err() {
                return Ok(content);
            }
        }
        _ => return Ok(content),
    }
    Ok(plain)
}

/// The body without the lengths of its pieces; `None` if it has none, as in archives that took them out.
fn unchunked(mut content: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::with_capacity(content.len());
    loop {
        let end = memmem::find(content, b"\r\n")?;
        let length = str::from_utf8(&content[..end]).ok()?.split(';').next()?.trim();
        let length = usize::from_str_radix(length, 16).ok()?;
        if length == 0 {
            return Some(whole);
        }
        whole.extend(content.get(end + 2..end + 2 + length)?);
        content = content.get(end + 2 + length..)?.strip_prefix(b"\r\n")?;
    }
}

/// A first line and the fields below it, of a record or of what a server answered.
struct Head {
    first: String,
    fields: Vec<(String, String)>,
}

impl Head {
    /// `None` at the end of the archive.
    fn read(source: &mut (impl BufRead + ?Sized)) -> io::Result<Option<Self>> {
        let mut first = String::new();
        while first.is_empty() {
            match line(source)? {
                Some(line) => first = line,
                None => return Ok(None),
            }
        }
        let mut fields = Vec::new();
        while let Some(line) = line(source)?.filter(|it| !it.is_empty()) {
            if let Some((name, value)) = line.split_once(':') {
                fields.push((name.trim().to_lowercase(), value.trim().to_owned()));
            }
        }
        Ok(Some(Self { first, fields }))
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|it| it.0 == name).map(|it| it.1.as_str())
    }
}

/// A line without its end, which is not longer than a head's line ever is.
fn line(source: &mut (impl BufRead + ?Sized)) -> io::Result<Option<String>> {
    let mut line = Vec::new();
    if source.take(1 << 16).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    Ok(Some(String::from_utf8_lossy(&line).trim_end_matches(['\r', '\n']).to_owned()))
}

fn damaged(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}

/// Whether a page may be a report: the words 政府信息公开 or 年度报告 are in it as bytes, in UTF-8, GB18030 or UTF-16. What is packed
/// (documents, PDF) may be one.
///
/// ```
/// use ogi_datafusion::may_be_report;
///
/// assert!(may_be_report("示例市2025年政府信息公开工作年度报告".as_bytes()));
/// assert!(!may_be_report("<p>关于放假的通知".as_bytes()));
/// ```
pub fn may_be_report(content: &[u8]) -> bool {
    const WORDS: [&[u8]; 4] = [
        "信息公开".as_bytes(),
        // The same in GB18030, and in UTF-16 of both orders.
        b"\xd0\xc5\xcf\xa2\xb9\xab\xbf\xaa",
        b"\xe1\x4f\x6f\x60\x6c\x51\x00\x5f",
        b"\x4f\xe1\x60\x6f\x51\x6c\x5f\x00",
    ];
    let is_packed = [&b"PK\x03\x04"[..], b"%PDF", b"\xd0\xcf\x11\xe0", b"{\\rtf"];
    is_packed.iter().any(|it| content.starts_with(it))
        || WORDS.iter().any(|it| memmem::find(content, it).is_some())
        // Pages that write characters as numbers.
        || memmem::find(content, b"&#20449;&#24687;&#20844;&#24320;").is_some()
        || memmem::find(content, b"&#x4fe1;&#x606f;").is_some()
}

/// The columns of `ogi_warc`.
pub(crate) fn schema() -> SchemaRef {
    Arc::new(Schema::new(vec![
        Field::new("archive_path", DataType::Utf8, false),
        Field::new("record_number", DataType::Int64, false),
        Field::new("url", DataType::Utf8, false),
        Field::new("fetched", DataType::Utf8, false),
        Field::new("content_type", DataType::Utf8, false),
        Field::new("content", DataType::Binary, false),
    ]))
}

/// The records of an archive that may be reports. It is read from its beginning to its end, on a thread of its own.
pub(crate) fn records(
    store: Arc<dyn ObjectStore>,
    name: String,
    path: Path,
) -> SendableRecordBatchStream {
    let mut stream = RecordBatchReceiverStreamBuilder::new(schema(), 2);
    let sender = stream.tx();
    stream.spawn(async move {
        let archive = store.get(&path).await?.into_stream().map_err(io::Error::other);
        let archive = SyncIoBridge::new(StreamReader::new(archive));
        let work = tokio::task::spawn_blocking(move || {
            let mut batch = RecordRows::default();
            let mut number = 0;
            for record in WarcRecords::new(archive)? {
                let record = record?;
                number += 1;
                if !may_be_report(&record.content) {
                    continue;
                }
                batch.add(&name, number, &record);
                if batch.rows == RECORDS && sender.blocking_send(batch.finish()).is_err() {
                    return Ok(());
                }
            }
            // Whoever wanted them may have gone.
            let _ = sender.blocking_send(batch.finish());
            Ok::<_, DataFusionError>(())
        });
        work.await.map_err(|error| DataFusionError::External(Box::new(error)))?
    });
    stream.build()
}

/// Lines of the table that are being made.
#[derive(Default)]
struct RecordRows {
    rows: usize,
    archive: StringBuilder,
    number: Int64Builder,
    url: StringBuilder,
    fetched: StringBuilder,
    content_type: StringBuilder,
    content: BinaryBuilder,
}

impl RecordRows {
    fn add(&mut self, archive: &str, number: i64, record: &WarcRecord) {
        self.rows += 1;
        self.archive.append_value(archive);
        self.number.append_value(number);
        self.url.append_value(&record.url);
        self.fetched.append_value(&record.date);
        self.content_type.append_value(&record.content_type);
        self.content.append_value(&record.content);
    }

    fn finish(&mut self) -> Result<RecordBatch> {
        self.rows = 0;
        let columns: Vec<ArrayRef> = vec![
            Arc::new(self.archive.finish()),
            Arc::new(self.number.finish()),
            Arc::new(self.url.finish()),
            Arc::new(self.fetched.finish()),
            Arc::new(self.content_type.finish()),
            Arc::new(self.content.finish()),
        ];
        Ok(RecordBatch::try_new(schema(), columns)?)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    const PAGE: &str = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";

    fn record(kind: &str, content: &[u8]) -> Vec<u8> {
        let head = format!(
            "WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: <http://example.com/a>\r\n\
             WARC-Date: 2026-01-27T08:00:00Z\r\nContent-Length: {}\r\n\r\n",
            content.len()
        );
        [head.as_bytes(), content, b"\r\n\r\n"].concat()
    }

    fn gzip(plain: &[u8]) -> Vec<u8> {
        let mut packed = GzEncoder::new(Vec::new(), Compression::default());
        packed.write_all(plain).unwrap();
        packed.finish().unwrap()
    }

    fn contents(archive: &[u8]) -> Vec<Vec<u8>> {
        WarcRecords::new(archive).unwrap().map(|it| it.unwrap().content).collect()
    }

    #[test]
    fn records_are_read_packed_or_not() {
        let page = |body: &str| record("response", format!("{PAGE}\r\n{body}").as_bytes());
        let records = [record("request", b"GET / HTTP/1.1\r\n\r\n"), page("one"), page("two")];
        let wanted = [b"one".to_vec(), b"two".to_vec()];
        assert_eq!(contents(&records.concat()), wanted);
        assert_eq!(contents(&gzip(&records.concat())), wanted);
        let one_by_one: Vec<u8> = records.iter().flat_map(|it| gzip(it)).collect();
        assert_eq!(contents(&one_by_one), wanted);
    }

    #[test]
    fn what_cannot_be_a_report_is_passed_over() {
        let picture = record("response", b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG");
        let gone =
            record("response", b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nno");
        let archive = [picture, gone].concat();
        let mut records = WarcRecords::new(&*archive).unwrap();
        assert!(records.next().is_none());
        assert_eq!(records.passed_over(), 2);
    }

    #[test]
    fn bodies_are_unpacked() {
        let packed =
            [format!("{PAGE}Content-Encoding: gzip\r\n\r\n").as_bytes(), &gzip(b"page")].concat();
        let chunked =
            format!("{PAGE}Transfer-Encoding: chunked\r\n\r\n3;x=y\r\npag\r\n1\r\ne\r\n0\r\n\r\n");
        // Archives that unpacked bodies and left the heads as they were.
        let already =
            format!("{PAGE}Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\npage");
        for body in [packed, chunked.into_bytes(), already.into_bytes()] {
            assert_eq!(contents(&record("response", &body)), [b"page"]);
        }
    }

    #[test]
    fn a_damaged_archive_is_an_error_and_no_panic() {
        let whole = record("response", format!("{PAGE}\r\npage").as_bytes());
        let results = |archive: &[u8]| WarcRecords::new(archive).unwrap().next().unwrap().map(drop);
        assert!(results(&whole[..whole.len() - 8]).is_err());
        assert!(results(b"nonsense\r\n\r\n").is_err());
        assert!(results(b"WARC/1.0\r\nWARC-Type: response\r\n\r\n").is_err());
        let packed = gzip(&whole);
        assert!(results(&packed[..packed.len() / 2]).is_err());
        assert!(contents(b"").is_empty());
    }

    #[test]
    fn pages_are_told_by_their_bytes() {
        let words = "2025年政府信息公开工作年度报告";
        let utf16: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let gbk = [b"<title>".as_slice(), b"\xd0\xc5\xcf\xa2\xb9\xab\xbf\xaa"].concat();
        for page in [words.as_bytes(), &utf16, &gbk, b"%PDF-1.7", b"PK\x03\x04"] {
            assert!(may_be_report(page));
        }
        assert!(!may_be_report("关于放假的通知".as_bytes()) && !may_be_report(b""));
    }
}

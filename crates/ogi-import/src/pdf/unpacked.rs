//! How much a PDF has to unpack and to draw, before any of it is.
//!
//! The library that reads pages unpacks whatever a stream packs, and draws a form as often as it is shown: a file of 500
//! bytes may ask for gigabytes.

use std::collections::HashMap;

use lopdf::{DecompressError, Dictionary, Document, Error, LoadOptions, ObjectId};
use memchr::memmem;

use super::FORMS_IN_FORMS;
use crate::{ImportError, Limits, words};

/// The most bytes of a row that a predictor works on. A picture 20,000 pixels wide has 80,000.
const MOST_OF_ROW: u64 = 1 << 20;
/// The most objects of a file. A report of 300 pages has some thousand.
const MOST_OBJECTS: usize = 50_000;
/// The most bytes that draw a page, a form as often as it is shown. Real pages have less than a million.
const MOST_DRAWN: u64 = 16 << 20;

/// Whether a file keeps within what is allowed. One whose list of objects is damaged is not weighed: the library mends the
/// list, or says so.
///
/// # Errors
/// [`ImportError::Limit`]; [`ImportError::Damaged`] for a predictor that no picture has.
pub(super) fn check(bytes: &[u8], limits: &Limits) -> Result<(), ImportError> {
    check_predictors(bytes)?;
    let too_much =
        || ImportError::Limit { what: words::UNPACKED_BYTES, limit: limits.unpacked_bytes };
    let mut left = usize::try_from(limits.unpacked_bytes).unwrap_or(usize::MAX);
    let options = LoadOptions { max_decompressed_size: Some(left), ..LoadOptions::default() };
    let mut document = match Document::load_mem_with_options(bytes, options) {
        Ok(document) => document,
        Err(error) if is_too_large(&error) => return Err(too_much()),
        Err(_) => return Ok(()),
    };
    if document.objects.len() > MOST_OBJECTS {
        return Err(ImportError::Limit { what: words::OBJECTS, limit: MOST_OBJECTS as u64 });
    }
    if document.is_encrypted() && document.decrypt("").is_err() {
        return Ok(());
    }
    for stream in document.objects.values().filter_map(|it| it.as_stream().ok()) {
        // Pictures are not unpacked.
        if stream.dict.get(b"Subtype").and_then(|it| it.as_name()).is_ok_and(|it| it == b"Image") {
            continue;
        }
        match stream.decompressed_content_with_limit(left) {
            Ok(content) => left -= content.len(),
            Err(error) if is_too_large(&error) => return Err(too_much()),
            Err(_) => {}
        }
    }
    let mut drawing = Drawing { document: &document, drawn: HashMap::new() };
    for page in document.page_iter().take(limits.pages) {
        let (own, inherited) = document.get_page_resources(page).unwrap_or_default();
        let inherited = inherited.iter().find_map(|it| document.get_dictionary(*it).ok());
        // A page may name the same content again and again.
        let content = match document.get_page_content_with_limit(page, MOST_DRAWN as usize) {
            Err(error) if is_too_large(&error) => return Err(draws_too_much()),
            content => content.unwrap_or_default(),
        };
        let forms = own.or(inherited).map(|it| drawing.forms_of(it)).unwrap_or_default();
        if drawing.content(&content, &forms, 0)? > MOST_DRAWN {
            return Err(draws_too_much());
        }
    }
    Ok(())
}

const fn draws_too_much() -> ImportError {
    ImportError::Limit { what: words::DRAWN_BYTES, limit: MOST_DRAWN }
}

const fn is_too_large(error: &Error) -> bool {
    matches!(error, Error::Decompress(DecompressError::MemoryLimitExceeded { .. }))
}

/// What pages draw.
struct Drawing<'a> {
    document: &'a Document,
    /// The bytes that each form draws, those within it among them.
    drawn: HashMap<ObjectId, u64>,
}

type Forms<'a> = HashMap<&'a [u8], ObjectId>;

impl<'a> Drawing<'a> {
    /// The forms and pictures that resources name.
    fn forms_of(&self, resources: &'a Dictionary) -> Forms<'a> {
        let named = self.document.get_dict_in_dict(resources, b"XObject").ok();
        let named = named.into_iter().flat_map(Dictionary::iter);
        named.filter_map(|(name, it)| Some((&**name, it.as_reference().ok()?))).collect()
    }

    /// How many bytes a content draws, with the forms that it shows.
    fn content(
        &mut self,
        content: &[u8],
        forms: &Forms<'a>,
        depth: usize,
    ) -> Result<u64, ImportError> {
        let mut drawn = content.len() as u64;
        for name in shown(content) {
            if let Some(id) = forms.get(name) {
                drawn = drawn.saturating_add(self.form(*id, forms, depth + 1)?);
            }
        }
        Ok(drawn)
    }

    /// The same of a form. Without resources of its own it has those of what shows it.
    fn form(&mut self, id: ObjectId, forms: &Forms<'a>, depth: usize) -> Result<u64, ImportError> {
        if depth > FORMS_IN_FORMS {
            return Err(ImportError::Limit { what: words::LEVELS, limit: FORMS_IN_FORMS as u64 });
        }
        if let Some(drawn) = self.drawn.get(&id) {
            return Ok(*drawn);
        }
        let document = self.document;
        let stream = document.get_object(id).and_then(|it| it.as_stream());
        let is_form = |it: &Dictionary| {
            it.get(b"Subtype").and_then(|it| it.as_name()).is_ok_and(|it| it == b"Form")
        };
        let Some(stream) = stream.ok().filter(|it| is_form(&it.dict)) else { return Ok(0) };
        let content = stream.get_plain_content().unwrap_or_default();
        let own = document.get_dict_in_dict(&stream.dict, b"Resources").ok();
        let own = own.map(|it| self.forms_of(it));
        let drawn = self.content(&content, own.as_ref().unwrap_or(forms), depth)?;
        self.drawn.insert(id, drawn);
        Ok(drawn)
    }
}

/// The names that a content shows (`/F1 Do`), each as often as it does.
fn shown(content: &[u8]) -> impl Iterator<Item = &[u8]> {
    memmem::find_iter(content, b"Do").filter_map(|at| {
        let before = content[..at].trim_ascii_end();
        let begin = memchr::memrchr(b'/', &before[before.len().saturating_sub(128)..])?;
        let begin = before.len().saturating_sub(128) + begin + 1;
        (before.len() < at).then(|| &before[begin..])
    })
}

/// A predictor keeps two rows in memory, however little there is to unpack. Streams are never packed themselves, so that
/// what is said of them stands in the file as it is.
fn check_predictors(bytes: &[u8]) -> Result<(), ImportError> {
    /// How far what is said of a predictor reaches.
    const REACH: usize = 512;
    for at in memmem::find_iter(bytes, b"/Predictor") {
        let before = &bytes[at.saturating_sub(REACH)..at];
        let begin = at - before.len() + memmem::rfind(before, b"<<").unwrap_or(0);
        let after = &bytes[at..bytes.len().min(at + REACH)];
        let end = at + memmem::find(after, b">>").unwrap_or(after.len());
        let number = |name: &[u8], default: u64| {
            let Some(at) = memmem::find(&bytes[begin..end], name) else { return default };
            let rest = bytes[begin + at + name.len()..end].trim_ascii_start();
            let digits = rest.iter().take_while(|it| it.is_ascii_digit());
            digits.fold(0, |number: u64, digit| {
                number.saturating_mul(10).saturating_add(u64::from(digit - b'0'))
            })
        };
        let [colors, bits, columns] =
            [(&b"/Colors"[..], 1), (b"/BitsPerComponent", 8), (b"/Columns", 1)]
                .map(|(name, default)| number(name, default));
        if colors.saturating_mul(bits.max(8)).saturating_mul(columns) / 8 > MOST_OF_ROW {
            let detail = format!("a predictor of {colors} colours and {columns} columns");
            return Err(ImportError::Damaged { container: words::PDF, detail });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_is_found_however_it_is_written() {
        let names = |content: &'static str| {
            let names = shown(content.as_bytes()).map(|it| core::str::from_utf8(it).unwrap());
            names.collect::<Vec<_>>()
        };
        assert_eq!(names("q /F1 Do Q q/F2\nDo/F3 Do"), ["F1", "F2", "F3"]);
        assert!(names("(Do) Tj /GS gs").is_empty());
    }

    #[test]
    fn a_predictor_has_rows_of_pictures() {
        let of = |params: &str| check_predictors(format!("1 0 obj << {params} >>").as_bytes());
        assert_eq!(of("/Predictor 12 /Columns 5"), Ok(()));
        assert_eq!(of("/Columns 20000 /Colors 4 /Predictor 15 /BitsPerComponent 8"), Ok(()));
        for params in [
            "/Predictor 10 /Colors 536870913 /Columns 1",
            "/Columns 99999999999999999999999 /Predictor 15",
        ] {
            assert_eq!(of(params).unwrap_err().kind(), "damaged", "{params}");
        }
    }
}

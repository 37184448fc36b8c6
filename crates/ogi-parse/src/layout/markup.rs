//! Tags and character references of HTML, and what a stretch of it prints.

use std::borrow::Cow;

use nom::branch::alt;
use nom::bytes::complete::{is_not, tag, take_till, take_while_m_n, take_while1};
use nom::character::complete::{char, multispace0};
use nom::combinator::{map, opt, recognize, value, verify};
use nom::multi::many0_count;
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};

/// The longest tag, in bytes; styles are long.
const LONGEST_TAG: usize = 4000;
/// The longest character reference, in bytes: `&thetasym;`.
const LONGEST_REFERENCE: usize = 12;

/// A tag, or a comment (which has no name).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    name: &'a str,
    pub(super) closes: bool,
    attributes: &'a str,
}

pub(super) fn markup(text: &str) -> IResult<&str, Tag<'_>> {
    let comment =
        value(Tag { name: "", closes: false, attributes: "" }, preceded(tag("<!--"), comment));
    let name = take_while1(|c: char| c.is_ascii_alphanumeric() || c == ':');
    let name = verify(name, |it: &str| it.starts_with(|c: char| c.is_ascii_alphabetic()));
    let quoted = alt((
        recognize(delimited(char('"'), take_till(|c| c == '"'), char('"'))),
        recognize(delimited(char('\''), take_till(|c| c == '\''), char('\''))),
    ));
    let attributes = recognize(many0_count(alt((is_not("<>\"'"), quoted))));
    let element = map(
        (preceded(char('<'), opt(char('/'))), name, terminated(attributes, char('>'))),
        |(slash, name, attributes)| Tag { name, closes: slash.is_some(), attributes },
    );
    // What is not closed soon is no tag.
    let end = (0..=LONGEST_TAG.min(text.len())).rfind(|it| text.is_char_boundary(*it));
    let near = &text[..end.unwrap_or(0)];
    let (rest, found) = alt((comment, element)).parse(near)?;
    Ok((&text[near.len() - rest.len()..], found))
}

/// The rest of a comment.
fn comment(text: &str) -> IResult<&str, &str> {
    // `take_until` is slow where there is no end.
    match memchr::memmem::find(text.as_bytes(), b"-->") {
        Some(at) => Ok((&text[at + 3..], &text[..at])),
        None => {
            Err(nom::Err::Error(nom::error::Error::new(text, nom::error::ErrorKind::TakeUntil)))
        }
    }
}

impl Tag<'_> {
    pub(super) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    pub(super) fn is_any(&self, names: &[&str]) -> bool {
        names.iter().any(|it| self.is(it))
    }

    /// Whether what stands before and behind it stands on lines of their own.
    fn parts(&self) -> bool {
        const PARTS: [&str; 16] = [
            "br", "p", "div", "li", "ul", "ol", "tr", "td", "th", "table", "h1", "h2", "h3", "h4",
            "h5", "h6",
        ];
        self.is_any(&PARTS)
    }

    /// Whether what it holds is not part of the text: struck out, raised, or never printed.
    fn hides(&self) -> bool {
        self.is_any(&["s", "del", "strike", "sup", "script", "style"])
    }

    /// The number that an attribute has.
    pub(super) fn number(&self, attribute: &str) -> Option<usize> {
        number_of(self.attributes, attribute)
    }
}

/// The number of an attribute: `colspan="3"`.
pub(super) fn number_of(attributes: &str, name: &str) -> Option<usize> {
    let lower = attributes.to_ascii_lowercase();
    let behind = |at: usize| {
        let value = preceded(
            (tag(name), multispace0, char('='), multispace0, opt(alt((char('"'), char('\''))))),
            take_while_m_n(1, 5, |c: char| c.is_ascii_digit()),
        );
        let mut value = value;
        let found: IResult<&str, &str> = value.parse(&lower[at..]);
        found.ok()?.1.parse().ok()
    };
    lower.match_indices(name).find_map(|it| behind(it.0))
}

/// A character reference: `&nbsp;`, `&#160;`.
fn reference(text: &str) -> IResult<&str, char> {
    let body =
        take_while_m_n(1, LONGEST_REFERENCE, |c: char| c.is_ascii_alphanumeric() || c == '#');
    let named = |name: &str| match name {
        "nbsp" => Some('\u{a0}'),
        "ensp" | "emsp" | "thinsp" => Some(' '),
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "ldquo" => Some('“'),
        "rdquo" => Some('”'),
        "mdash" => Some('—'),
        "ndash" => Some('–'),
        "minus" => Some('−'),
        "middot" => Some('·'),
        "shy" => Some('\u{ad}'),
        "zwj" | "zwnj" => Some('\u{200d}'),
        _ => {
            let digits = name.strip_prefix('#')?;
            let hex = digits.strip_prefix(['x', 'X']).map(|it| u32::from_str_radix(it, 16));
            char::from_u32(hex.unwrap_or_else(|| digits.parse()).ok()?)
        }
    };
    nom::combinator::map_opt(delimited(char('&'), body, char(';')), named).parse(text)
}

/// The text without tags and with characters for references; a line break or block becomes a blank.
pub(super) fn without_tags(text: &str) -> Cow<'_, str> {
    if memchr::memchr2(b'<', b'&', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    let mut scan = Scan::default();
    let changed = scan.read(text);
    if changed { Cow::Owned(scan.text) } else { Cow::Borrowed(text) }
}

/// What a stretch of HTML prints.
#[derive(Default)]
pub(super) struct Scan {
    pub(super) text: String,
    /// How many tags are open that hide what they hold.
    hidden: usize,
}

impl Scan {
    /// Reads a text; whether it has any tag or reference.
    fn read(&mut self, text: &str) -> bool {
        let mut changed = false;
        let mut rest = text;
        while !rest.is_empty() {
            let (left, step) = step(rest);
            changed |= !matches!(step, Step::Text(_));
            self.take(step);
            rest = left;
        }
        changed
    }

    pub(super) fn take(&mut self, step: Step<'_>) {
        match step {
            Step::Text(text) if self.hidden == 0 => self.text.push_str(text),
            Step::Character(c) if self.hidden == 0 => self.text.push(c),
            Step::Tag(tag) if tag.hides() && tag.closes => {
                self.hidden = self.hidden.saturating_sub(1)
            }
            Step::Tag(tag) if tag.hides() => self.hidden += 1,
            Step::Tag(tag) if tag.parts() && !self.text.ends_with(' ') => self.text.push(' '),
            _ => {}
        }
    }
}

/// A step through HTML.
pub(super) enum Step<'a> {
    Text(&'a str),
    Character(char),
    Tag(Tag<'a>),
}

/// The next step; there is always one.
pub(super) fn step(text: &str) -> (&str, Step<'_>) {
    if let Ok((rest, tag)) = markup(text) {
        return (rest, Step::Tag(tag));
    }
    if let Ok((rest, c)) = reference(text) {
        return (rest, Step::Character(c));
    }
    let after = text.chars().next().map_or(0, char::len_utf8);
    let end =
        memchr::memchr2(b'<', b'&', &text.as_bytes()[after..]).map_or(text.len(), |it| after + it);
    (&text[end..], Step::Text(&text[..end]))
}

//! Mails, and pages that a browser saved as one (.eml, .mht, .mhtml).

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding, Message, MessageParser, MessagePart, MimeHeaders as _, PartType};

use super::Packed;
use crate::{ImportError, Limits, words};

/// The text of a mail, as a page if it has one, and the files that it carries. Mails within it are files too.
pub(super) fn files(bytes: &[u8], limits: &Limits) -> Result<Vec<Packed>, ImportError> {
    let detail = || "it has no parts".to_owned();
    let damaged = || ImportError::Damaged { container: words::MAIL, detail: detail() };
    let mail = MessageParser::default().parse(bytes).ok_or_else(damaged)?;
    if mail.parts.len() > limits.entries {
        return Err(ImportError::Limit { what: words::ENTRIES, limit: limits.entries as u64 });
    }
    let styles: Vec<Vec<u8>> =
        mail.parts.iter().filter(|it| is(it, "css")).map(|it| content(&mail, it)).collect();
    let has_page = mail.parts.iter().any(|it| matches!(it.body, PartType::Html(_)));
    let mut files = Vec::new();
    for part in &mail.parts {
        let name = part.attachment_name();
        let bytes = match &part.body {
            PartType::Multipart(_) => continue,
            // The same text without its tables.
            PartType::Text(_) if is(part, "css") || has_page && name.is_none() => continue,
            PartType::Html(_) => page(content(&mail, part), &styles),
            _ => content(&mail, part),
        };
        let name = name.map_or_else(|| (files.len() + 1).to_string(), str::to_owned);
        files.push(Packed { name, bytes });
    }
    Ok(files)
}

/// A page with the style sheets that came with it: what they hide is not seen.
fn page(page: Vec<u8>, styles: &[Vec<u8>]) -> Vec<u8> {
    const END: &[u8] = b"</style";
    let mut whole = Vec::new();
    for style in styles {
        let ends_early = style.windows(END.len()).any(|it| it.eq_ignore_ascii_case(END));
        if !ends_early {
            whole.extend_from_slice(b"<style>");
            whole.extend_from_slice(style);
            whole.extend_from_slice(b"</style>\n");
        }
    }
    whole.extend(page);
    whole
}

/// What a part holds. Its encoding is stated as that of any source: what a mail says of it is often stale.
fn content(mail: &Message<'_>, part: &MessagePart<'_>) -> Vec<u8> {
    let is_text = matches!(part.body, PartType::Text(_) | PartType::Html(_));
    let (from, to) = (part.offset_body as usize, part.offset_end as usize);
    let raw = mail.raw_message.get(from..to).filter(|_| is_text);
    let decoded = raw.and_then(|raw| match part.encoding {
        Encoding::None => Some(raw.to_vec()),
        Encoding::QuotedPrintable => quoted_printable_decode(raw),
        Encoding::Base64 => base64_decode(raw),
    });
    decoded.unwrap_or_else(|| part.contents().to_vec())
}

fn is(part: &MessagePart<'_>, subtype: &str) -> bool {
    let of = part.content_type().and_then(|it| it.subtype());
    of.is_some_and(|it| it.eq_ignore_ascii_case(subtype))
}

//! Files within a file: archives, mails, pages saved with all that belongs to them.
//!
//! Each is a source of its own. Pictures, style sheets and what systems leave in archives are left out.

#[cfg(feature = "zip")]
mod archive;
#[cfg(feature = "mail")]
mod mail;

use ogi_model::Reading;
use ogi_parse::{ParseError, ReadOptions};

use crate::{ImportError, Limits, ReadError, Refused};

/// How deep files are within files: a mail may have an archive.
const DEEPEST: usize = 2;

/// A file within another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    /// Its name there, with folders.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// The files in an archive, or in a mail with its text; nothing if it is a source itself.
///
/// ```
/// use ogi_import::{Limits, unpack};
///
/// assert_eq!(unpack("一、总体情况".as_bytes(), &Limits::default()), Ok(None));
/// # #[cfg(feature = "mail")] {
/// let mail = b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>1</p>\r\n";
/// let files = unpack(mail, &Limits::default()).unwrap().unwrap();
/// assert_eq!(files.len(), 1);
/// # }
/// ```
///
/// # Errors
/// [`ImportError`] if it is damaged, has a password, or is beyond a limit.
pub fn unpack(bytes: &[u8], limits: &Limits) -> Result<Option<Vec<Packed>>, ImportError> {
    // What is refused as a whole is no archive.
    let Ok(kind) = crate::import::kind(bytes, limits) else { return Ok(None) };
    Ok(match kind {
        #[cfg(feature = "zip")]
        crate::Kind::Archive => Some(archive::files(bytes, limits)?),
        #[cfg(feature = "mail")]
        crate::Kind::Mail => Some(mail::files(bytes, limits)?),
        _ => None,
    })
}

/// Reads the only report among the files in a file.
pub(crate) fn read(
    bytes: &[u8],
    options: &ReadOptions,
    depth: usize,
) -> Result<Reading, ReadError> {
    if depth >= DEEPEST {
        return Err(ImportError::Refused(Refused::Nested).into());
    }
    let files = unpack(bytes, &options.limits)?.ok_or(ImportError::Refused(Refused::NotBuilt))?;
    let (mut found, mut why) = (None, None);
    for file in files {
        match crate::read::read_within(&file.bytes, options, depth + 1) {
            Ok(_) if found.is_some() => return Err(ImportError::Refused(Refused::Several).into()),
            Ok(reading) => found = Some(reading),
            Err(error) if options.limits.is_stopped() => return Err(error),
            // What says most about why there is no report: that something is no report says least.
            Err(error) => {
                let says_little = |it: &ReadError| *it == ReadError::Parse(ParseError::NotAReport);
                if why.as_ref().is_none_or(says_little) {
                    why = Some(error);
                }
            }
        }
    }
    found.ok_or_else(|| why.unwrap_or(ReadError::Parse(ParseError::NotAReport)))
}

//! From bytes to a reading.

use ogi_model::Reading;
use ogi_parse::ReadOptions;

use crate::limits::go_on;
use crate::{Kind, ReadError, encoding, import, packed};

/// Opens a source of any kind and reads the report in it. Of an archive or a mail it is the only report among its files;
/// [`unpack`](crate::unpack) gives them all.
///
/// ```
/// use ogi_import::read;
/// use ogi_parse::ReadOptions;
///
/// let page = "<h1>示例市民政局2025年政府信息公开工作年度报告</h1>
/// <p>请<a href='/files/report.pdf'>下载</a></p>";
/// let error = read(page.as_bytes(), &ReadOptions::default()).unwrap_err();
/// assert_eq!(error.to_string(), "a page that links a document is not read; open the linked document");
/// ```
///
/// # Errors
/// [`ReadError`] if it cannot be imported or holds no report.
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<Reading, ReadError> {
    read_within(bytes, options, 0)
}

/// Reads a source that is within so many others.
pub(crate) fn read_within(
    bytes: &[u8],
    options: &ReadOptions,
    depth: usize,
) -> Result<Reading, ReadError> {
    let limits = &options.limits;
    go_on(limits)?;
    match import::kind(bytes, limits)? {
        Kind::Archive | Kind::Mail => packed::read(bytes, options, depth),
        Kind::Text => Ok(ogi_parse::read(&encoding::decode(bytes)?, options)?),
        #[cfg(feature = "html")]
        Kind::Html => {
            let page = crate::html::read(&encoding::decode(bytes)?, limits)?;
            let reading = ogi_parse::read_sheet(&page.sheet, options);
            reading.map_err(|error| explain(error, page.shell))
        }
        kind => {
            let sheet = import::office(kind, bytes, limits)?;
            Ok(ogi_parse::read_sheet(&sheet, options)?)
        }
    }
}

/// Why there is no report on a page, if the page itself shows it.
#[cfg(feature = "html")]
fn explain(error: ogi_parse::ParseError, shell: Option<crate::html::Shell>) -> ReadError {
    use ogi_parse::ParseError;

    use crate::html::Shell;
    use crate::{ImportError, Refused};

    let nothing = matches!(error, ParseError::NotAReport | ParseError::NoTables);
    let refused = match shell.filter(|_| nothing) {
        Some(Shell::Pictures) if error == ParseError::NoTables => Refused::PicturePage,
        None | Some(Shell::Pictures) => return ReadError::Parse(error),
        Some(Shell::Links) => Refused::LinkPage,
        Some(Shell::Scripts) => Refused::ScriptPage,
    };
    ReadError::Import(ImportError::Refused(refused))
}

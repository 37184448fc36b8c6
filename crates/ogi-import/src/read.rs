//! From bytes to a reading.

use ogi_model::Reading;
use ogi_parse::ReadOptions;

use crate::{Error, Kind, Limits, encoding, import, packed};

/// Opens a source of any kind and reads the report in it. Of an archive or a mail it is the only report among its files;
/// [`unpack`](crate::unpack) gives them all.
///
/// ```
/// use ogi_import::{Limits, read};
///
/// let page = "<h1>示例市民政局2025年政府信息公开工作年度报告</h1>
/// <p>请<a href='/files/report.pdf'>下载</a></p>";
/// let error = read(page.as_bytes(), &Default::default(), &Limits::default()).unwrap_err();
/// assert_eq!(error.to_string(), "a page that links a document is not read; open the linked document");
/// ```
///
/// # Errors
/// [`Error`] if it cannot be imported or holds no report.
pub fn read(bytes: &[u8], options: &ReadOptions, limits: &Limits) -> Result<Reading, Error> {
    read_within(bytes, options, limits, 0)
}

/// Reads a source that is within so many others.
pub(crate) fn read_within(
    bytes: &[u8],
    options: &ReadOptions,
    limits: &Limits,
    depth: usize,
) -> Result<Reading, Error> {
    match import::kind(bytes, limits)? {
        Kind::Archive | Kind::Mail => packed::read(bytes, options, limits, depth),
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
fn explain(error: ogi_parse::ReadError, shell: Option<crate::html::Shell>) -> Error {
    use ogi_parse::ReadError;

    use crate::html::Shell;
    use crate::{ImportError, Refused};

    let nothing = matches!(error, ReadError::NotAReport | ReadError::NoTables);
    let refused = match shell.filter(|_| nothing) {
        Some(Shell::Pictures) if error == ReadError::NoTables => Refused::PicturePage,
        None | Some(Shell::Pictures) => return Error::Read(error),
        Some(Shell::Links) => Refused::LinkPage,
        Some(Shell::Scripts) => Refused::ScriptPage,
    };
    Error::Import(ImportError::Refused(refused))
}

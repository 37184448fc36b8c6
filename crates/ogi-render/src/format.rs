//! The formats that are written.

use core::fmt;
use core::str::FromStr;
use std::path::Path;

use crate::UnknownFormat;

/// A format to write.
///
/// ```
/// use ogi_render::Format;
///
/// for format in Format::ALL {
///     assert_eq!(format.key().parse(), Ok(*format));
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// The standard text layout: one cell a line; a blank cell is a line holding one U+00A0.
    Text,
    /// Markdown with complete pipe tables.
    Markdown,
    /// JSON, the exchange format of the project.
    Json,
    /// One page of HTML.
    #[cfg(feature = "html")]
    Html,
    /// A Word document.
    #[cfg(feature = "docx")]
    Docx,
    /// A workbook.
    #[cfg(feature = "xlsx")]
    Xlsx,
}

impl Format {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Text,
        Self::Markdown,
        Self::Json,
        #[cfg(feature = "html")]
        Self::Html,
        #[cfg(feature = "docx")]
        Self::Docx,
        #[cfg(feature = "xlsx")]
        Self::Xlsx,
    ];

    /// Its name, as `text`, `markdown` or `html`: what [`FromStr`] reads.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Json => "json",
            #[cfg(feature = "html")]
            Self::Html => "html",
            #[cfg(feature = "docx")]
            Self::Docx => "docx",
            #[cfg(feature = "xlsx")]
            Self::Xlsx => "xlsx",
        }
    }

    /// How the names of its files end, the usual ending first.
    ///
    /// ```
    /// assert_eq!(ogi_render::Format::Markdown.extensions(), ["md", "markdown"]);
    /// ```
    pub const fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Text => &["txt", "text"],
            Self::Markdown => &["md", "markdown"],
            Self::Json => &["json"],
            #[cfg(feature = "html")]
            Self::Html => &["html", "htm"],
            #[cfg(feature = "docx")]
            Self::Docx => &["docx"],
            #[cfg(feature = "xlsx")]
            Self::Xlsx => &["xlsx"],
        }
    }

    /// The format that the name of a file states.
    ///
    /// ```
    /// use ogi_render::Format;
    ///
    /// assert_eq!(Format::of_path("2025/示例市.TXT"), Some(Format::Text));
    /// assert_eq!(Format::of_path("2025/示例市"), None);
    /// ```
    pub fn of_path(path: impl AsRef<Path>) -> Option<Self> {
        let extension = path.as_ref().extension()?.to_str()?;
        Self::ALL
            .iter()
            .copied()
            .find(|it| it.extensions().iter().any(|known| known.eq_ignore_ascii_case(extension)))
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

/// A key, or the ending of a file name: `markdown` and `md` are the same.
impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, UnknownFormat> {
        Self::ALL
            .iter()
            .copied()
            .find(|it| it.key() == name || it.extensions().contains(&name))
            .ok_or_else(|| UnknownFormat { name: name.to_owned() })
    }
}

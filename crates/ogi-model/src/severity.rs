//! How bad a finding is.

use core::fmt;
use core::str::FromStr;

use crate::{Language, Message, Words};

/// How bad a finding is; an error is the greatest.
///
/// ```
/// use ogi_model::Severity;
/// assert!(Severity::Error > Severity::Info);
/// assert_eq!("warning".parse(), Ok(Severity::Warning));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "lowercase")
)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(description = "How bad a finding is; an error is the greatest.")
)]
pub enum Severity {
    /// Style, or a harmless extra.
    Info,
    /// Very likely wrong.
    Warning,
    /// The form's own words are broken, or what is there is unreadable.
    Error,
}

/// Text that names no [`Severity`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct UnknownSeverity(String);

impl UnknownSeverity {
    /// A stable word for the kind of error, for programs.
    pub const fn kind(&self) -> &'static str {
        "unknown-severity"
    }

    /// What it is, in both languages.
    pub fn message(&self) -> Message {
        let (printed, known) = (&self.0, Severity::ALL.iter().map(|it| it.key()));
        let known: Vec<_> = known.collect();
        Message::new(
            format!("没有“{printed}”这个级别，可用的有{}", known.join("、")),
            format!("unknown severity `{printed}`; known are {}", known.join(", ")),
        )
    }
}

impl Severity {
    /// All of them, the least first.
    pub const ALL: &'static [Self] = &[Self::Info, Self::Warning, Self::Error];

    /// Its lower-case name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// What it is called in a language.
    pub const fn in_words(self, language: Language) -> &'static str {
        language.of_words(self.words())
    }

    /// What it is called.
    pub const fn words(self) -> Words {
        match self {
            Self::Info => Words { zh: "提示", en: "info" },
            Self::Warning => Words { zh: "警告", en: "warning" },
            Self::Error => Words { zh: "错误", en: "error" },
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

impl FromStr for Severity {
    type Err = UnknownSeverity;

    fn from_str(key: &str) -> Result<Self, UnknownSeverity> {
        let found = Self::ALL.iter().copied().find(|it| it.key() == key);
        found.ok_or_else(|| UnknownSeverity(key.to_owned()))
    }
}

impl fmt::Display for UnknownSeverity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
}

impl Severity {
    /// So many findings of this severity.
    ///
    /// ```
    /// use ogi_model::{Language, Severity};
    ///
    /// assert_eq!(Severity::Error.counted(3, Language::Zh), "错误3处");
    /// assert_eq!(Severity::Info.counted(2, Language::En), "2 info");
    /// ```
    pub fn counted(self, count: usize, language: Language) -> String {
        let name = self.in_words(language);
        match language {
            Language::Zh => format!("{name}{count}处"),
            Language::En => format!("{count} {name}"),
        }
    }
}

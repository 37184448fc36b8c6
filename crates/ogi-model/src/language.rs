//! The language of what people read.

use core::fmt;
use core::str::FromStr;

use crate::{Message, Words};

/// The language of what people read.
///
/// ```
/// use ogi_model::{Language, Words};
///
/// let language: Language = "zh".parse()?;
/// assert_eq!(language.of_words(Words { zh: "年度", en: "year" }), "年度");
/// # Ok::<(), ogi_model::UnknownLanguage>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

impl Language {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Zh, Self::En];

    /// `zh` or `en`.
    pub const fn key(self) -> &'static str {
        self.pick("zh", "en")
    }

    /// The one of two texts that is in this language.
    pub const fn pick<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }

    /// A message in this language.
    pub fn of(self, message: &Message) -> &str {
        self.pick(&message.zh, &message.en)
    }

    /// Constant text in this language.
    pub const fn of_words(self, words: Words) -> &'static str {
        self.pick(words.zh, words.en)
    }

    /// How likely something is, from 0 to 1, as a share: never said to be certain or impossible.
    ///
    /// ```
    /// use ogi_model::Language;
    ///
    /// assert_eq!(Language::Zh.of_likelihood(0.874), "87%");
    /// assert_eq!(Language::Zh.of_likelihood(1.0), "99%以上");
    /// assert_eq!(Language::En.of_likelihood(0.004), "under 1 %");
    /// ```
    pub fn of_likelihood(self, likelihood: f64) -> String {
        match (likelihood * 100.0).round() as i64 {
            100.. => self.pick("99%以上", "over 99 %").to_owned(),
            ..1 => self.pick("不足1%", "under 1 %").to_owned(),
            n => format!("{n}{}", self.pick("%", " %")),
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

/// A word that names no [`Language`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct UnknownLanguage(String);

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(key: &str) -> Result<Self, UnknownLanguage> {
        let found = Self::ALL.iter().copied().find(|it| it.key() == key);
        found.ok_or_else(|| UnknownLanguage(key.to_owned()))
    }
}

impl UnknownLanguage {
    /// A stable word for the kind of error, for programs.
    pub const fn kind(&self) -> &'static str {
        "unknown-language"
    }

    /// What it is, in both languages.
    pub fn message(&self) -> Message {
        let (printed, known) = (&self.0, Language::ALL.iter().map(|it| it.key()));
        let known: Vec<_> = known.collect();
        Message::new(
            format!("没有“{printed}”这种语言，可用的有{}", known.join("、")),
            format!("unknown language `{printed}`; known are {}", known.join(", ")),
        )
    }
}

impl fmt::Display for UnknownLanguage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
}

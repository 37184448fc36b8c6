//! Text in Chinese and in English.

/// Constant text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Words {
    /// In Chinese.
    pub zh: &'static str,
    /// In English.
    pub en: &'static str,
}

/// Text in both languages, rendered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Message {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

impl Message {
    /// Of text in both languages.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }

    /// The same in both languages: a number, or text of the source.
    pub fn same(text: impl ToString) -> Self {
        let zh = text.to_string();
        Self { en: zh.clone(), zh }
    }
}

impl From<Words> for Message {
    fn from(words: Words) -> Self {
        Self { zh: words.zh.to_owned(), en: words.en.to_owned() }
    }
}

impl Words {
    /// The text with each `{name}` replaced by the argument of that name.
    ///
    /// ```
    /// use ogi_model::{Message, Words};
    ///
    /// let words = Words { zh: "应为{expected}", en: "should be {expected}" };
    /// assert_eq!(words.render(&[("expected", Message::same(11))]).zh, "应为11");
    /// ```
    pub fn render(self, arguments: &[(&str, Message)]) -> Message {
        Message {
            zh: fill(self.zh, |name| Some(&find(arguments, name)?.zh)),
            en: fill(self.en, |name| Some(&find(arguments, name)?.en)),
        }
    }
}

fn find<'a>(arguments: &'a [(&str, Message)], name: &str) -> Option<&'a Message> {
    arguments.iter().find(|it| it.0 == name).map(|it| &it.1)
}

/// In one pass, so that braces in an argument stay what they are: an argument may be text of the source.
fn fill<'a>(template: &str, argument: impl Fn(&str) -> Option<&'a String>) -> String {
    let mut filled = String::with_capacity(template.len() * 2);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        match after.split_once('}').and_then(|(name, after)| Some((argument(name)?, after))) {
            Some((argument, after)) => {
                filled.push_str(argument);
                rest = after;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_filled_in_once() {
        let words = Words { zh: "“{printed}”应为{expected}{", en: "{unknown}: {printed}" };
        let arguments = [("printed", Message::same("{expected}")), ("expected", Message::same(11))];
        let message = words.render(&arguments);
        assert_eq!(message.zh, "“{expected}”应为11{");
        assert_eq!(message.en, "{unknown}: {expected}");
    }
}

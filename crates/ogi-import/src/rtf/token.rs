//! What a Rich Text document is made of: groups, control words, bytes of text.

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    Open,
    Close,
    /// A control word, with its number if it has one.
    Word(&'a [u8], Option<i32>),
    /// A control sign: `\~`, `\*`.
    Sign(u8),
    /// A byte of text.
    Byte(u8),
}

/// The tokens of a document, in their order.
pub(super) struct Tokens<'a> {
    rest: &'a [u8],
}

impl<'a> Tokens<'a> {
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    fn take(&mut self, is_part: impl Fn(&u8) -> bool) -> &'a [u8] {
        let end = self.rest.iter().position(|it| !is_part(it)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at(end);
        self.rest = rest;
        taken
    }

    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    /// What follows a backslash.
    fn control(&mut self) -> Option<Token<'a>> {
        let name = self.take(u8::is_ascii_alphabetic);
        if name.is_empty() {
            return Some(match self.byte()? {
                b'\'' => {
                    let digits = self.rest.get(..2).and_then(|it| core::str::from_utf8(it).ok());
                    let byte = digits.and_then(|it| u8::from_str_radix(it, 16).ok());
                    self.rest = self.rest.get(2..).unwrap_or_default();
                    Token::Byte(byte.unwrap_or(b'?'))
                }
                byte @ (b'\\' | b'{' | b'}') => Token::Byte(byte),
                b'\r' | b'\n' => Token::Word(b"par", None),
                sign => Token::Sign(sign),
            });
        }
        let is_negative = self.rest.first() == Some(&b'-');
        if is_negative {
            self.byte();
        }
        let digits = core::str::from_utf8(self.take(u8::is_ascii_digit)).unwrap_or_default();
        let number = digits.parse::<i32>().ok().map(|it| if is_negative { -it } else { it });
        if self.rest.first() == Some(&b' ') {
            self.byte();
        }
        if name == b"bin" {
            let many = number.and_then(|it| usize::try_from(it).ok()).unwrap_or(0);
            self.rest = self.rest.get(many..).unwrap_or_default();
        }
        Some(Token::Word(name, number))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            return Some(match self.byte()? {
                b'{' => Token::Open,
                b'}' => Token::Close,
                b'\\' => self.control()?,
                b'\r' | b'\n' | 0 => continue,
                byte => Token::Byte(byte),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_end_at_their_blank() {
        let tokens: Vec<_> = Tokens::new(b"{\\uc1 \\u-30 a\\'d6\\*\\bin3 {}}\r\n\\{}").collect();
        let expected = [
            Token::Open,
            Token::Word(b"uc", Some(1)),
            Token::Word(b"u", Some(-30)),
            Token::Byte(b'a'),
            Token::Byte(0xD6),
            Token::Sign(b'*'),
            Token::Word(b"bin", Some(3)),
            Token::Byte(b'{'),
            Token::Close,
        ];
        assert_eq!(tokens, expected);
    }
}

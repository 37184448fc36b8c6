//! Changes of a text by the places of its bytes, made all at once.

use core::ops::Range;

/// What is put in the place of which bytes.
#[derive(Default)]
pub(super) struct Splices(Vec<(Range<usize>, String)>);

impl Splices {
    /// Puts a text where another begins, behind what was put there before.
    pub(super) fn insert(&mut self, at: usize, text: impl Into<String>) {
        self.replace(at..at, text);
    }

    /// Puts a text in the place of another.
    pub(super) fn replace(&mut self, old: Range<usize>, text: impl Into<String>) {
        self.0.push((old, text.into()));
    }

    /// The text after all changes. Of two that overlap the second is left out.
    pub(super) fn apply(mut self, source: &str) -> String {
        self.0.sort_by_key(|it| it.0.start);
        let mut out = String::with_capacity(source.len());
        let mut from = 0;
        for (old, new) in self.0.iter().filter(|it| it.0.end <= source.len()) {
            if old.start >= from {
                out.push_str(&source[from..old.start]);
                out.push_str(new);
                from = old.end;
            }
        }
        out.push_str(&source[from..]);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::Splices;

    #[test]
    fn all_are_made_at_once() {
        let mut splices = Splices::default();
        splices.replace(3..5, "X");
        splices.insert(0, "a");
        splices.insert(0, "b");
        splices.insert(6, "!");
        assert_eq!(splices.apply("012345"), "ab012X5!");
    }
}

//! The labels of the form, found within text that has nothing between one and the next.

use std::sync::OnceLock;

use ogi_model::{Edition, Section, TableForm};
use ogi_text::fold;
use ogi_text::ordinal;

/// A label of the form, folded.
struct Label {
    letters: Vec<u16>,
    is_heading: bool,
}

/// Every label, in the order of its first letter, longer ones first.
static LABELS: OnceLock<Vec<Label>> = OnceLock::new();
/// The last two letters of every label.
static ENDINGS: OnceLock<Vec<(u16, u16)>> = OnceLock::new();

/// The fewest letters of a label without its ordinal.
const SHORTEST: usize = 2;

fn labels() -> &'static [Label] {
    LABELS.get_or_init(|| {
        let headings = Section::ALL
            .iter()
            .flat_map(|section| Edition::ALL.iter().map(|it| (section.heading(*it), true)));
        let others = TableForm::ALL.iter().flat_map(|form| {
            let blocks = form.blocks.iter().flat_map(|block| {
                let heads = block.label.into_iter().chain(block.rows_label);
                let rows = block.rows.iter().map(|it| it.label);
                heads.chain(rows).chain(block.columns.iter().map(|it| it.label))
            });
            let groups = form.groups.iter().map(|it| it.label);
            blocks.chain(form.corner).chain(groups).map(|it| (it, false))
        });
        let mut all: Vec<Label> = Vec::new();
        for (label, is_heading) in headings.chain(others) {
            all.push(Label { letters: fold::folded(label), is_heading });
            // Without its ordinal a heading is as well part of a sentence.
            let bare = ordinal::trimmed(label);
            if bare.len() < label.len() && !is_heading {
                all.push(Label { letters: fold::folded(bare), is_heading });
            }
        }
        all.retain(|it| it.letters.len() >= SHORTEST);
        all.sort_by(|a, b| {
            let key = |it: &Label| (it.letters[0], usize::MAX - it.letters.len());
            key(a).cmp(&key(b)).then_with(|| a.letters.cmp(&b.letters))
        });
        all.dedup_by(|a, b| a.letters == b.letters);
        all
    })
}

/// Text as the folded letters that it has, each with its first byte and the one after.
pub(super) struct Letters {
    codes: Vec<u16>,
    starts: Vec<usize>,
    ends: Vec<usize>,
}

/// A label found in text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Match {
    /// The letter after its last.
    pub(super) to: usize,
    pub(super) is_heading: bool,
}

impl Letters {
    pub(super) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let (mut codes, mut starts, mut ends) = (Vec::new(), Vec::new(), Vec::new());
        let mut at = 0;
        while at < bytes.len() {
            let (code, next) = fold::step(bytes, at);
            if code != 0 {
                codes.push(code);
                starts.push(at);
                ends.push(next);
            }
            at = next;
        }
        Self { codes, starts, ends }
    }

    /// The first byte of a letter; the end of the text behind the last.
    pub(super) fn start(&self, letter: usize) -> Option<usize> {
        self.starts.get(letter).copied()
    }

    /// The byte after a letter.
    pub(super) fn end(&self, letter: usize) -> usize {
        self.ends[letter]
    }

    pub(super) fn is_digit(&self, letter: usize) -> bool {
        self.codes
            .get(letter)
            .is_some_and(|it| u8::try_from(*it).is_ok_and(|it| it.is_ascii_digit()))
    }

    /// The longest label that begins at a letter.
    pub(super) fn label_at(&self, letter: usize) -> Option<Match> {
        let rest = self.codes.get(letter..).filter(|it| !it.is_empty())?;
        let labels = labels();
        let from = labels.partition_point(|it| it.letters[0] < rest[0]);
        let same = labels[from..].iter().take_while(|it| it.letters[0] == rest[0]);
        let found = same.into_iter().find(|it| rest.starts_with(&it.letters))?;
        Some(Match { to: letter + found.letters.len(), is_heading: found.is_heading })
    }
}

/// The longest label that a text begins with: the byte after it, and whether it is the heading of a part.
pub(super) fn begins_with_label(text: &str) -> Option<(usize, bool)> {
    let bytes = text.as_bytes();
    let (mut first, mut at) = (0, 0);
    while first == 0 && at < bytes.len() {
        (first, at) = fold::step(bytes, at);
    }
    let labels = labels();
    let from = labels.partition_point(|it| it.letters[0] < first);
    let same = labels[from..].iter().take_while(|it| it.letters[0] == first);
    let ends = |label: &Label| {
        let mut at = at;
        for letter in &label.letters[1..] {
            let mut code = 0;
            while code == 0 {
                if at >= bytes.len() {
                    return None;
                }
                (code, at) = fold::step(bytes, at);
            }
            if code != *letter {
                return None;
            }
        }
        Some((at, label.is_heading))
    };
    same.into_iter().find_map(ends)
}

/// Whether a text is a label of the form, and nothing else.
pub(super) fn is_label(text: &str) -> bool {
    begins_with_label(text).is_some_and(|it| is_folded_away(&text[it.0..]))
}

/// Whether a text is the heading of a part, and nothing else.
pub(super) fn is_heading(text: &str) -> bool {
    begins_with_label(text).is_some_and(|it| it.1 && is_folded_away(&text[it.0..]))
}

/// Whether a text has no letters.
pub(super) fn is_folded_away(text: &str) -> bool {
    fold::hash(text.as_bytes()) == 0
}

/// Whether a label ends where a text does.
pub(super) fn ends_with_label(text: &str) -> bool {
    let endings = ENDINGS.get_or_init(|| {
        let last = |it: &Label| {
            let mut last = it.letters.iter().rev().copied();
            let ending = (last.next().unwrap_or(0), last.next().unwrap_or(0));
            (ending.1, ending.0)
        };
        let mut all: Vec<_> = labels().iter().map(last).collect();
        all.sort_unstable();
        all.dedup();
        all
    });
    // As far back as the longest label may reach.
    const LONGEST: usize = 160;
    let from = (0..4).map(|it| text.len().saturating_sub(LONGEST) + it);
    let from = from.into_iter().find(|it| text.is_char_boundary(*it)).unwrap_or(0);
    let near = Letters::of(&text[from..]);
    let [.., a, b] = near.codes[..] else { return false };
    endings.binary_search(&(a, b)).is_ok()
        && labels().iter().any(|it| near.codes.ends_with(&it.letters))
}

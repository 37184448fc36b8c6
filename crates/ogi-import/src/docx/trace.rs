//! Where in the XML of a document stands what a walk puts down, for those who change the document in place.

use core::ops::Range;

use ogi_model::GridPlace;

use crate::seen::Seen;

/// What has been passed. All ranges of bytes are of the document's XML.
#[derive(Default)]
pub(crate) struct Trace {
    pub(crate) spots: Vec<Spot>,
    /// The paragraphs that may be marked: those within no other, which a text box would put them in.
    pub(crate) paragraphs: Vec<Markable>,
    pub(crate) texts: Vec<Text>,
    /// How many paragraphs are open.
    open: usize,
    /// For each cell or paragraph that is open, how many texts and paragraphs there were before it.
    begun: Vec<(usize, usize)>,
    /// The content controls that are open and show what is kept elsewhere, by how deep they stand.
    bound: Vec<usize>,
}

/// A cell or a paragraph.
pub(crate) struct Spot {
    pub(crate) place: GridPlace,
    /// Its texts.
    pub(crate) texts: Range<usize>,
    /// Its paragraphs, or the one that its text box stands in.
    pub(crate) paragraphs: Range<usize>,
}

/// A paragraph that marks can be put into.
pub(crate) struct Markable {
    /// Its first tag.
    pub(crate) tag: Range<usize>,
    /// Where its content begins, behind its properties.
    pub(crate) begin: usize,
    /// Where its content ends; the end of its tag if it has none.
    pub(crate) end: usize,
}

/// A piece of text that is seen.
pub(crate) struct Text {
    pub(crate) span: Range<usize>,
    pub(crate) text: String,
    pub(crate) held: Option<Held>,
}

/// Why a text cannot be changed where it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Held {
    /// It is no text but an element that stands for a character.
    Sign,
    /// A field has computed it.
    Field,
    /// It is written twice, for programs that know text boxes and for those that do not.
    Twice,
    /// It shows what another part of the file says (a bound content control).
    Bound,
}

impl Trace {
    /// What stands at a place.
    pub(crate) fn at(&self, place: &GridPlace) -> Option<&Spot> {
        let at = |it: &GridPlace| (it.table, it.row, it.column);
        self.spots.iter().find(|it| at(&it.place) == at(place))
    }

    pub(super) fn open_paragraph(&mut self, tag: Range<usize>) {
        self.begun.push((self.texts.len(), self.paragraphs.len()));
        if self.open == 0 {
            let end = tag.end;
            self.paragraphs.push(Markable { tag, begin: end, end });
        }
        self.open += 1;
    }

    /// The properties of a paragraph end.
    pub(super) fn close_properties(&mut self, tag: Range<usize>) {
        if self.open == 1
            && let Some(it) = self.paragraphs.last_mut()
        {
            it.begin = tag.end;
        }
    }

    pub(super) fn close_paragraph(&mut self, tag: Range<usize>, place: Option<GridPlace>) {
        self.open = self.open.saturating_sub(1);
        if self.open == 0
            && let Some(it) = self.paragraphs.last_mut()
        {
            it.end = tag.start.max(it.tag.end);
        }
        self.close(place);
    }

    pub(super) fn open_cell(&mut self) {
        self.begun.push((self.texts.len(), self.paragraphs.len()));
    }

    pub(super) fn close_cell(&mut self, place: Option<GridPlace>) {
        self.close(place);
    }

    fn close(&mut self, place: Option<GridPlace>) {
        let Some((text, paragraph)) = self.begun.pop() else { return };
        let last = self.paragraphs.len();
        // In a text box, the paragraph that is open holds it.
        let first = if paragraph == last { last.saturating_sub(1) } else { paragraph };
        if let Some(place) = place {
            let texts = text..self.texts.len();
            self.spots.push(Spot { place, texts, paragraphs: first..last });
        }
    }

    pub(super) fn text(&mut self, span: Range<usize>, text: &str, seen: Seen, held: Option<Held>) {
        if seen.is_printed() {
            let bound = (!self.bound.is_empty()).then_some(Held::Bound);
            self.texts.push(Text { span, text: text.to_owned(), held: held.or(bound) });
        }
    }

    /// The content control so deep shows what is kept elsewhere.
    pub(super) fn bind(&mut self, depth: usize) {
        self.bound.push(depth);
    }

    /// Only so many elements are open.
    pub(super) fn unbind(&mut self, open: usize) {
        while self.bound.pop_if(|it| *it >= open).is_some() {}
    }
}

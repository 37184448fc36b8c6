//! The kinds of damage, one a file.

mod blank_dropped;
mod blank_paragraph;
mod figure_changed;
mod figure_deleted;
mod heads_exchanged;
mod heads_in_one_line;
mod label_behind;
mod label_deleted;
mod label_split;
mod letters_lost;
mod letters_replaced;
mod lines_joined;
mod page_header;
mod page_number;
mod row_cut;
mod row_repeated;
mod rows_exchanged;
mod trailing_pads;

pub(super) use heads_exchanged::is_movable;

use super::sample::Sample;

/// A kind of damage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DamageKind {
    /// The label of a row is gone.
    LabelDeleted,
    /// A label goes on on another line.
    LabelSplit,
    /// A letter or two of a label are gone.
    LettersLost,
    /// A letter or two of a label are others.
    LettersReplaced,
    /// A label comes behind its figures.
    LabelBehind,
    /// A figure is gone: it is blank then, and which of its row is may not be known.
    FigureDeleted,
    /// A figure is another.
    FigureChanged,
    /// A row stands there twice.
    RowRepeated,
    /// Two neighbouring rows, labels and figures, in each other's place.
    RowsExchanged,
    /// The last rows of table three are not there any more.
    RowCut,
    /// Two heads in each other's place: the figures under them are each other's.
    HeadsExchanged,
    /// The same, all heads on one line with single blanks between them.
    HeadsInOneLine,
    /// The number of a page between rows, or between the lines of one.
    PageNumber,
    /// What a browser prints on a page, there.
    PageHeader,
    /// A blank cell is gone, so that the rest of its row stands one further to the left.
    BlankDropped,
    /// A cell with an empty paragraph more.
    BlankParagraph,
    /// Empty cells behind the last column.
    TrailingPads,
    /// Two lines became one.
    LinesJoined,
}

impl DamageKind {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::LabelDeleted,
        Self::LabelSplit,
        Self::LettersLost,
        Self::LettersReplaced,
        Self::LabelBehind,
        Self::FigureDeleted,
        Self::FigureChanged,
        Self::RowRepeated,
        Self::RowsExchanged,
        Self::RowCut,
        Self::HeadsExchanged,
        Self::HeadsInOneLine,
        Self::PageNumber,
        Self::PageHeader,
        Self::BlankDropped,
        Self::BlankParagraph,
        Self::TrailingPads,
        Self::LinesJoined,
    ];

    /// Does it, where it can be done. Says whether it was.
    pub(super) fn apply(self, sample: &mut Sample<'_>) -> bool {
        let done = match self {
            Self::LabelDeleted => label_deleted::apply(sample),
            Self::LabelSplit => label_split::apply(sample),
            Self::LettersLost => letters_lost::apply(sample),
            Self::LettersReplaced => letters_replaced::apply(sample),
            Self::LabelBehind => label_behind::apply(sample),
            Self::FigureDeleted => figure_deleted::apply(sample),
            Self::FigureChanged => figure_changed::apply(sample),
            Self::RowRepeated => row_repeated::apply(sample),
            Self::RowsExchanged => rows_exchanged::apply(sample),
            Self::RowCut => row_cut::apply(sample),
            Self::HeadsExchanged => heads_exchanged::apply(sample),
            Self::HeadsInOneLine => heads_in_one_line::apply(sample),
            Self::PageNumber => page_number::apply(sample),
            Self::PageHeader => page_header::apply(sample),
            Self::BlankDropped => blank_dropped::apply(sample),
            Self::BlankParagraph => blank_paragraph::apply(sample),
            Self::TrailingPads => trailing_pads::apply(sample),
            Self::LinesJoined => lines_joined::apply(sample),
        };
        done.is_some()
    }
}

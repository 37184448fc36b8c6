//! What a person who looks at a source sees: rows of pieces, each with its place, its kind and its column.

use std::borrow::Cow;
use std::fmt;

use ogi_model::{Date, Place};
use ogi_text::radicals::ideographs;

use crate::grammar::{PieceKind, piece_kind};
use crate::limits::Limits;

/// The content of a page, document, workbook or text, in reading order.
///
/// An importer fills it: paragraphs as they come, tables row by row, a merged cell once, in the row where it begins,
/// with the columns that it covers. [`read_sheet`](crate::read_sheet) makes a reading of it, with these places.
///
/// ```
/// use ogi_model::{CellId, Column, GridPlace, Place, Row};
/// use ogi_parse::{Columns, ReadOptions, Sheet, read_sheet};
///
/// let place = |row, column| {
///     Place::Grid(Box::new(GridPlace { table: 1, row, column, ..GridPlace::default() }))
/// };
/// let mut sheet = Sheet::new();
/// sheet.paragraph("示例市民政局2025年政府信息公开工作年度报告", place(1, 1));
/// let blocks: [(&str, &[_]); 2] = [
///     ("第二十条第（五）项", &[("行政许可", "447")]),
///     ("第二十条第（六）项", &[("行政处罚", "12"), ("行政强制", "3")]),
/// ];
/// let mut at = 1;
/// for (head, rows) in blocks {
///     at += 1;
///     sheet.row([(head, place(at, 1), Columns::exact(0, 2))]);
///     for (label, figure) in [("信息内容", "本年处理决定数量")].iter().chain(rows) {
///         at += 1;
///         let cells = [(label, 1), (figure, 2)];
///         let cell = |(text, column)| (text, place(at, column), Columns::exact(column - 1, 1));
///         sheet.row(cells.map(|(text, column)| cell((*text, column))));
///     }
/// }
///
/// let reading = read_sheet(&sheet, &ReadOptions::default())?;
/// let decisions = CellId::new(Row::Licensing, Column::Decisions);
/// assert_eq!(reading.report[decisions].count(), Some(447));
/// assert_eq!(reading.place(decisions), Some(&place(4, 2)));
/// # Ok::<(), ogi_parse::ParseError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Sheet<'t> {
    /// What the pieces print: the source itself, or one row a line with tabs between its pieces.
    pub(crate) text: Cow<'t, str>,
    pub(crate) rows: Vec<SheetRow>,
    pub(crate) pieces: Vec<Piece>,
    /// Where each piece stands in the source; empty where `text` is the source, and each piece its own place.
    places: Vec<Place>,
    /// How many pieces it takes.
    most: usize,
    /// Whether it was given more.
    is_full: bool,
    /// What the container says about the report outside its text.
    pub metadata: Metadata,
}

/// What a container says about a report outside its text: `<meta>` of a page, properties of a document.
///
/// It comes before what titles and signatures say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// The title of the article (`ArticleTitle`).
    pub title: Option<String>,
    /// The body that published it (发布机构). The source of an article (`ContentSource`) is not always that body.
    pub agency: Option<String>,
    /// The day of publication (`PubDate`), not of crawling or of page generation.
    pub published: Option<Date>,
}

/// A row of pieces: a line of text, or a row of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SheetRow {
    /// The first of its pieces.
    pub(crate) from: u32,
    /// The piece after its last.
    pub(crate) to: u32,
    /// How many blank lines stand before it; 255 for more.
    pub(crate) gap: u8,
    /// Whether its cells are drawn or separated, so that a blank one leaves a trace.
    pub(crate) is_drawn: bool,
}

/// A piece: what stands between borders, bars, tabs, wide gaps or line ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Piece {
    pub(crate) kind: PieceKind,
    /// The first byte of what it prints.
    pub(crate) start: u32,
    /// The byte after the last.
    pub(crate) end: u32,
    pub(crate) columns: Columns,
}

/// What is known about the columns of a piece.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Columns {
    /// It covers these columns of a grid, from 0, both included: borders or the container say so.
    Exact {
        /// The first.
        first: u16,
        /// The last.
        last: u16,
    },
    /// It is so many separators from the start of its row, from 0: bars, tabs. Merged cells may be left out.
    Order(u16),
    /// It stands so many characters from the start of its line, from 0, up to before the end: text that is aligned
    /// by blanks.
    Offset {
        /// The first character.
        start: u16,
        /// The one after the last.
        end: u16,
    },
    /// Nothing: it stands on a line of its own, or the source has no columns.
    #[default]
    Loose,
}

impl Columns {
    /// It begins in a column, from 0, and covers so many; one at least. No table has more than 65,536.
    pub const fn exact(first: u32, span: u32) -> Self {
        const fn narrow(column: u32) -> u16 {
            if column > u16::MAX as u32 { u16::MAX } else { column as u16 }
        }
        let last = first.saturating_add(span.saturating_sub(1));
        Self::Exact { first: narrow(first), last: narrow(last) }
    }
}

impl Metadata {
    /// The same without radicals in the place of ideographs.
    pub(crate) fn in_ideographs(&self) -> Self {
        let of = |text: &Option<String>| text.as_deref().map(|it| ideographs(it).into_owned());
        Self { title: of(&self.title), agency: of(&self.agency), published: self.published }
    }
}

impl Piece {
    pub(crate) const fn span(&self) -> core::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl SheetRow {
    pub(crate) const fn pieces(&self) -> core::ops::Range<usize> {
        self.from as usize..self.to as usize
    }
}

impl Default for Sheet<'_> {
    fn default() -> Self {
        Self::within(&Limits::default())
    }
}

impl<'t> Sheet<'t> {
    /// An empty sheet.
    pub fn new() -> Self {
        Self::default()
    }

    /// An empty sheet that takes as many cells and paragraphs as the limits allow. Of one that was given more there is no
    /// reading.
    ///
    /// ```
    /// use ogi_model::Place;
    /// use ogi_parse::{Limits, ReadOptions, Sheet, read_sheet};
    ///
    /// let mut sheet = Sheet::within(&Limits::default().with_cells(2));
    /// for text in ["示例市民政局2025年政府信息公开工作年度报告", "一、总体情况", "二、主动公开"] {
    ///     sheet.paragraph(text, Place::Text { start: 0, end: 0 });
    /// }
    /// assert_eq!(read_sheet(&sheet, &ReadOptions::default()).unwrap_err().kind(), "too-many-pieces");
    /// ```
    pub const fn within(limits: &Limits) -> Self {
        Self::of_at_most(limits.cells)
    }

    pub(crate) const fn of_at_most(most: usize) -> Self {
        let metadata = Metadata { title: None, agency: None, published: None };
        Self {
            text: Cow::Borrowed(""),
            rows: Vec::new(),
            pieces: Vec::new(),
            places: Vec::new(),
            most,
            is_full: false,
            metadata,
        }
    }

    /// The rows of pieces that a text shows, however it lays out its tables.
    ///
    /// ```
    /// use ogi_parse::Sheet;
    ///
    /// let sheet = Sheet::of_text("| 规章 | 0 | | 1,113 |");
    /// assert_eq!(sheet.to_string(), "| 规章<0> #0<1> _ <2> =1,113<3>\n");
    /// ```
    pub fn of_text(text: &'t str) -> Self {
        crate::layout::sheet_of_at_most(text, Limits::default().cells)
    }

    /// An empty sheet over a text that is itself the source: pieces are spans of it, and their own places.
    pub(crate) fn over(text: impl Into<Cow<'t, str>>, most: usize) -> Self {
        Self { text: text.into(), ..Self::of_at_most(most) }
    }

    /// How many pieces it takes.
    pub(crate) const fn most(&self) -> usize {
        self.most
    }

    /// Whether it was given more than that.
    pub(crate) const fn is_full(&self) -> bool {
        self.is_full
    }

    /// There is more than it takes.
    pub(crate) const fn set_full(&mut self) {
        self.is_full = true;
    }

    /// Whether it takes one piece more.
    const fn has_room(&mut self) -> bool {
        self.is_full |= self.pieces.len() >= self.most;
        !self.is_full
    }

    /// Adds a paragraph. Figures that stand free in it are pieces of their own, as in a line of text.
    pub fn paragraph(&mut self, text: &str, place: Place) {
        if !text.contains(|c: char| c.is_numeric()) {
            return self.add([(text, place, Columns::Loose)], false);
        }
        let parts =
            crate::layout::sheet_of_at_most(text, self.most - self.pieces.len().min(self.most));
        if parts.is_full {
            return self.set_full();
        }
        if parts.pieces.len() < 2 || parts.rows.iter().any(|it| it.is_drawn) {
            return self.add([(text, place, Columns::Loose)], false);
        }
        // What is between the pieces stays, so that sentences are whole. The pieces are spans of what was read, which
        // leaves out soft hyphens.
        let offset = self.text.len() as u32;
        let line = parts.text.trim_end_matches('\n').replace(['\n', '\r', '\t'], " ");
        self.text.to_mut().push_str(&line);
        self.text.to_mut().push('\n');
        let first = self.pieces.len() as u32;
        let moved = |it: &Piece| Piece {
            start: it.start + offset,
            end: it.end + offset,
            columns: Columns::Loose,
            ..*it
        };
        self.pieces.extend(parts.pieces.iter().map(moved));
        self.places.extend(parts.pieces.iter().map(|_| place.clone()));
        let rows = parts.rows.iter();
        self.rows.extend(rows.map(|it| SheetRow {
            from: it.from + first,
            to: it.to + first,
            ..*it
        }));
    }

    /// Adds a row of a table: the cells that begin in it, blank ones as empty text.
    pub fn row<'a>(&mut self, cells: impl IntoIterator<Item = (&'a str, Place, Columns)>) {
        self.add(cells, true);
    }

    fn add<'a>(
        &mut self,
        cells: impl IntoIterator<Item = (&'a str, Place, Columns)>,
        is_drawn: bool,
    ) {
        if !self.has_room() {
            return;
        }
        let from = self.pieces.len() as u32;
        let text = self.text.to_mut();
        for (i, (content, place, columns)) in cells.into_iter().enumerate() {
            if i > 0 {
                text.push('\t');
            }
            let start = text.len();
            let breaks = |c: char| c == '\t' || c == '\n' || c == '\r';
            for part in content.split(breaks).filter(|it| !it.is_empty()) {
                if text.len() > start && !goes_on_in_remark(&text[start..], part) {
                    text.push(' ');
                }
                text.push_str(part);
            }
            let kind = piece_kind(&text[start..]);
            let (start, end) = (start as u32, text.len() as u32);
            self.pieces.push(Piece { kind, start, end, columns });
            self.places.push(place);
        }
        text.push('\n');
        let to = self.pieces.len() as u32;
        self.rows.push(SheetRow { from, to, gap: 0, is_drawn });
    }

    /// The same without radicals in the place of ideographs.
    pub fn in_ideographs(&self) -> Cow<'_, Self> {
        match ideographs(&self.text) {
            Cow::Borrowed(_) => Cow::Borrowed(self),
            Cow::Owned(text) => Cow::Owned(Self { text: text.into(), ..self.clone() }),
        }
    }

    /// Adds the rows of another sheet, which a container holds within it.
    pub fn append(&mut self, other: Self) {
        let (bytes, pieces) = (self.text.len() as u32, self.pieces.len() as u32);
        self.is_full |= other.is_full || self.pieces.len() + other.pieces.len() > self.most;
        self.text.to_mut().push_str(&other.text);
        self.pieces.extend(other.pieces.into_iter().map(|it| Piece {
            start: it.start + bytes,
            end: it.end + bytes,
            ..it
        }));
        self.rows.extend(other.rows.into_iter().map(|it| SheetRow {
            from: it.from + pieces,
            to: it.to + pieces,
            ..it
        }));
        self.places.extend(other.places);
    }

    /// What each piece prints, and where it stands; nothing of a text that is itself the source.
    ///
    /// ```
    /// use ogi_model::Place;
    /// use ogi_parse::{Columns, Sheet};
    ///
    /// let mut sheet = Sheet::new();
    /// let place = Place::Text { start: 0, end: 2 };
    /// sheet.row([("12", place.clone(), Columns::exact(0, 1))]);
    /// assert_eq!(sheet.prints().collect::<Vec<_>>(), [("12", &place)]);
    /// ```
    pub fn prints(&self) -> impl Iterator<Item = (&str, &Place)> {
        self.pieces.iter().map(|it| self.printed(it)).zip(&self.places)
    }

    /// What it prints, with its places: the cells of a drawn row one by one, any other row whole.
    ///
    /// ```
    /// use ogi_model::Place;
    /// use ogi_parse::Sheet;
    ///
    /// let sheet = Sheet::of_text("行政复议   3   0\n| 规章 | 2 |");
    /// let texts: Vec<_> = sheet.texts().map(|it| it.0).collect();
    /// assert_eq!(texts, ["行政复议   3   0", "规章", "2"]);
    /// assert_eq!(sheet.texts().nth(1).unwrap().1, Place::Text { start: 23, end: 29 });
    /// ```
    pub fn texts(&self) -> impl Iterator<Item = (&str, Place)> {
        let whole = |row: &SheetRow| {
            let pieces = self.pieces_of(row);
            let (first, last) = pieces.first().zip(pieces.last())?;
            Some(first.start as usize..last.end as usize)
        };
        let spans = self.rows.iter().flat_map(move |row| {
            let cells = self.pieces_of(row).iter().filter(|_| row.is_drawn).map(Piece::span);
            cells.chain(whole(row).filter(|_| !row.is_drawn))
        });
        spans.map(|span| (&self.text[span.clone()], self.place(span)))
    }

    /// How many bytes of text it has.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether it has no text.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Adds a piece to the row that is being made.
    pub(crate) fn push(
        &mut self,
        kind: PieceKind,
        span: core::ops::Range<usize>,
        columns: Columns,
    ) {
        if self.has_room() {
            let (start, end) = (span.start as u32, span.end as u32);
            self.pieces.push(Piece { kind, start, end, columns });
        }
    }

    /// Ends the row of the pieces that were pushed since the last one; without any there is none.
    pub(crate) fn end_row(&mut self, gap: usize, is_drawn: bool) {
        let from = self.rows.last().map_or(0, |it| it.to);
        let to = self.pieces.len() as u32;
        if from < to {
            self.rows.push(SheetRow { from, to, gap: gap.min(255) as u8, is_drawn });
        }
    }

    /// Whether it has a text of its own, and places beside its pieces.
    pub(crate) const fn is_written(&self) -> bool {
        !self.places.is_empty()
    }

    /// Adds a piece that prints something else than its place in the source. The sheet then has a text of its own: the
    /// pieces so far, and all that come, are copied.
    pub(crate) fn push_written(
        &mut self,
        kind: PieceKind,
        text: &str,
        place: Place,
        columns: Columns,
    ) {
        if !self.has_room() {
            return;
        }
        if !self.is_written() {
            self.write();
        }
        let from = self.rows.last().map_or(0, |it| it.to as usize);
        if self.pieces.len() > from {
            self.text.to_mut().push('\t');
        }
        let start = self.text.len();
        self.text.to_mut().push_str(text);
        self.push(kind, start..self.text.len(), columns);
        self.places.push(place);
    }

    /// Where in the text that it was read from a piece stands.
    pub(crate) fn source_span(&self, piece: usize) -> core::ops::Range<usize> {
        let place = self.places.get(piece).and_then(Place::span);
        place.unwrap_or_else(|| self.pieces[piece].span())
    }

    /// Copies what its pieces print into a text of its own.
    fn write(&mut self) {
        let source = core::mem::take(&mut self.text);
        let mut text = String::with_capacity(source.len());
        let mut ends = self.rows.iter().map(|it| it.to as usize).peekable();
        let mut from = 0;
        for (i, piece) in self.pieces.iter_mut().enumerate() {
            if ends.next_if_eq(&i).is_some() {
                text.push('\n');
                from = i;
            }
            if i > from {
                text.push('\t');
            }
            self.places.push(Place::Text { start: piece.start, end: piece.end });
            let printed = &source[piece.span()];
            piece.start = text.len() as u32;
            text.push_str(printed);
            piece.end = text.len() as u32;
        }
        if ends.next().is_some() {
            text.push('\n');
        }
        self.text = Cow::Owned(text);
    }

    /// Ends the row like [`Self::end_row`], and its line unless it goes on; whether there was a row.
    pub(crate) fn end_line(&mut self, gap: usize, is_drawn: bool, goes_on: bool) -> bool {
        let rows = self.rows.len();
        self.end_row(gap, is_drawn);
        let ended = self.rows.len() > rows;
        if ended && self.is_written() {
            self.text.to_mut().push(if goes_on { ' ' } else { '\n' });
        }
        ended
    }

    /// The pieces of a row.
    pub(crate) fn pieces_of(&self, row: &SheetRow) -> &[Piece] {
        &self.pieces[row.pieces()]
    }

    /// What a piece prints.
    pub(crate) fn printed(&self, piece: &Piece) -> &str {
        &self.text[piece.span()]
    }

    /// Whether its text is the source itself, so that each span of it is its own place.
    pub(crate) fn is_source(&self) -> bool {
        self.places.is_empty()
    }

    /// The place of a span of the text: itself, or that of the piece it begins in; a part of a piece that prints its
    /// place as it stands, one figure of several glued, is a part of that.
    pub(crate) fn place(&self, span: core::ops::Range<usize>) -> Place {
        // Sources are limited to far less than 4 GiB.
        let text = |it: core::ops::Range<usize>| Place::Text {
            start: it.start as u32,
            end: it.end as u32,
        };
        let at = self.pieces.partition_point(|it| (it.end as usize) < span.start);
        let Some(place) = self.places.get(at).or(self.places.last()) else { return text(span) };
        match (place.span(), self.pieces.get(at).map(Piece::span)) {
            (Some(source), Some(piece))
                if source.len() == piece.len()
                    && piece.start <= span.start
                    && span.end <= piece.end =>
            {
                let start = source.start + span.start - piece.start;
                text(start..start + span.len())
            }
            _ => place.clone(),
        }
    }
}

/// One row a line, for people who look at what an importer made: `#` a count, `=` another figure, `?` what is no figure,
/// `&` glued figures, `_` a blank cell, `.` a pad; columns behind it where they are known.
impl fmt::Display for Sheet<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for row in &self.rows {
            if row.gap > 0 {
                writeln!(f)?;
            }
            f.write_str(if row.is_drawn { "|" } else { " " })?;
            for piece in self.pieces_of(row) {
                let sign = match piece.kind {
                    PieceKind::Words => "",
                    PieceKind::Count(_) => "#",
                    PieceKind::Figure => "=",
                    PieceKind::Unclear => "?",
                    PieceKind::Glued => "&",
                    PieceKind::Blank => "_",
                    PieceKind::Pad => ".",
                };
                write!(f, " {sign}{}", self.printed(piece))?;
                match piece.columns {
                    Columns::Exact { first, last } if first == last => write!(f, "[{first}]")?,
                    Columns::Exact { first, last } => write!(f, "[{first}-{last}]")?,
                    Columns::Order(at) => write!(f, "<{at}>")?,
                    Columns::Offset { start, end } => write!(f, "@{start}-{end}")?,
                    Columns::Loose => {}
                }
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

/// Whether a remark goes on in the next line of a cell: `22（其中新制` over `定 3 件）`. Within brackets a line ends where it is
/// full, and between ideographs nothing stands there. Digits are never joined, and beside them a blank may have stood.
fn goes_on_in_remark(above: &str, below: &str) -> bool {
    let (opened, closed) = (above.rfind(['（', '(']), above.rfind(['）', ')']));
    let is_ideograph = |c: char| c.is_alphabetic() && !c.is_ascii();
    opened > closed && above.ends_with(is_ideograph) && below.starts_with(is_ideograph)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_go_on_in_the_next_line() {
        for (cell, printed) in [
            ("22（其中新制\n定3件）", "22（其中新制定3件）"),
            ("22（其中修订\n16件）", "22（其中修订 16件）"),
            ("22（其中1\n6件）", "22（其中1 6件）"),
            ("22（其中3件）\n件", "22（其中3件） 件"),
            ("行政许可\n行政处罚", "行政许可 行政处罚"),
        ] {
            let place = Place::Grid(Box::default());
            let mut sheet = Sheet::new();
            sheet.row([(cell, place, Columns::exact(0, 1))]);
            assert_eq!(sheet.text.trim_end(), printed);
        }
    }
}

//! Documents of Word 97, as far as tests need them: characters and paragraphs with their properties, and the compound file
//! around them.
//!
//! ```
//! use ogi_testkit::word97::{Paragraph, document};
//!
//! let cells = [Paragraph::cell("规章"), Paragraph::cell("").and("6", &[(0x0837, &[1])]), Paragraph::row(&[(900, 0), (1800, 0)])];
//! let bytes = document(&cells);
//! assert!(bytes.starts_with(b"\xD0\xCF\x11\xE0"));
//! ```

/// Properties, each with its code and operand.
pub type Properties<'a> = &'a [(u16, &'a [u8])];

/// A paragraph, or the end of a row.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// Characters that are seen alike, with their properties.
    runs: Vec<(String, Vec<u8>)>,
    properties: Vec<u8>,
    /// The sign that ends it, and its properties.
    end: char,
    of_end: Vec<u8>,
}

const IN_TABLE: (u16, &[u8]) = (0x2416, &[1]);
const ENDS_ROW: (u16, &[u8]) = (0x2417, &[1]);
const ROW: u16 = 0xD608;

impl Paragraph {
    /// A paragraph outside of tables.
    pub fn new(text: &str) -> Self {
        Self {
            runs: vec![(text.to_owned(), Vec::new())],
            properties: Vec::new(),
            end: '\r',
            of_end: Vec::new(),
        }
    }

    /// The last paragraph of a cell.
    pub fn cell(text: &str) -> Self {
        Self { end: '\u{7}', ..Self::new(text) }.with(&[IN_TABLE])
    }

    /// The end of a row: where each of its cells ends, in twentieths of a point, and how it is merged.
    pub fn row(cells: &[(i16, u16)]) -> Self {
        let mut operand = vec![cells.len() as u8, 0, 0];
        operand.extend(cells.iter().flat_map(|it| it.0.to_le_bytes()));
        operand.extend(cells.iter().flat_map(|it| {
            let mut cell = [0; 20];
            cell[..2].copy_from_slice(&it.1.to_le_bytes());
            cell
        }));
        let mut row = Self::cell("").with(&[ENDS_ROW]);
        row.properties.extend_from_slice(&ROW.to_le_bytes());
        row.properties.extend_from_slice(&(operand.len() as u16 + 1).to_le_bytes());
        row.properties.append(&mut operand);
        row
    }

    /// The same, followed by text with these properties.
    pub fn and(mut self, text: &str, properties: Properties<'_>) -> Self {
        self.runs.push((text.to_owned(), listed(properties)));
        self
    }

    /// The same, its end with these properties.
    pub fn ending_in(mut self, properties: Properties<'_>) -> Self {
        self.of_end = listed(properties);
        self
    }

    /// The same with these properties.
    pub fn with(mut self, properties: Properties<'_>) -> Self {
        self.properties.append(&mut listed(properties));
        self
    }
}

fn listed(properties: Properties<'_>) -> Vec<u8> {
    let mut list = Vec::new();
    for (code, operand) in properties {
        list.extend_from_slice(&code.to_le_bytes());
        // The length of other operands is part of the code.
        if code >> 13 == 6 {
            list.push(operand.len() as u8);
        }
        list.extend_from_slice(operand);
    }
    list
}

/// How long sectors and pages of properties are.
const PAGE: usize = 512;
/// Where the text begins.
const TEXT: usize = 3 * PAGE;

/// A document of these paragraphs.
pub fn document(paragraphs: &[Paragraph]) -> Vec<u8> {
    let (mut text, mut characters, mut of_paragraphs) = (Vec::new(), Vec::new(), Vec::new());
    for paragraph in paragraphs {
        let end = (paragraph.end.to_string(), paragraph.of_end.clone());
        for (run, properties) in paragraph.runs.iter().chain([&end]) {
            text.extend(run.encode_utf16().flat_map(u16::to_le_bytes));
            let said = [&[properties.len() as u8], properties.as_slice()].concat();
            characters.push((TEXT + text.len(), said));
        }
        // An even number of bytes, the number of the style among them.
        let mut said = [&[0, 0], paragraph.properties.as_slice()].concat();
        said.resize(said.len().next_multiple_of(2), 0);
        said.splice(0..0, [0, (said.len() / 2) as u8]);
        of_paragraphs.push((TEXT + text.len(), said));
    }
    let many = text.len() / 2;
    let mut stream = vec![0; TEXT];
    stream.extend(text);
    stream.resize(stream.len().next_multiple_of(PAGE), 0);
    let mut put = |at: usize, bytes: &[u8]| stream[at..at + bytes.len()].copy_from_slice(bytes);
    put(0, &0xA5EC_u16.to_le_bytes());
    put(2, &0x00C1_u16.to_le_bytes());
    // The table stream is 1Table.
    put(0x0A, &0x0200_u16.to_le_bytes());
    put(0x4C, &(many as u32).to_le_bytes());
    let mut table = Vec::new();
    for (at, width, runs) in [(0xFA, 1, characters), (0x102, 13, of_paragraphs)] {
        let list = pages(&mut stream, width, &runs);
        part(&mut stream, at, &mut table, &list);
    }
    let mut pieces = vec![2, 16, 0, 0, 0];
    let ends = [0, many as u32].map(u32::to_le_bytes).concat();
    let piece = [&[0, 0][..], &(TEXT as u32).to_le_bytes(), &[0, 0]].concat();
    pieces.extend(ends.into_iter().chain(piece));
    part(&mut stream, 0x1A2, &mut table, &pieces);
    compound(&[("WordDocument", stream), ("1Table", table)])
}

/// Adds a part to the table stream, and where it lies to the head.
fn part(stream: &mut [u8], at: usize, table: &mut Vec<u8>, bytes: &[u8]) {
    stream[at..at + 4].copy_from_slice(&(table.len() as u32).to_le_bytes());
    stream[at + 4..at + 8].copy_from_slice(&(bytes.len() as u32).to_le_bytes());
    table.extend_from_slice(bytes);
}

/// Adds pages of runs, each up to a place in the stream, as many to a page as it holds; the list of the pages.
fn pages(stream: &mut Vec<u8>, width: usize, runs: &[(usize, Vec<u8>)]) -> Vec<u8> {
    let (mut begins, mut numbers) = (Vec::new(), Vec::new());
    let mut begin = TEXT;
    let mut rest = runs;
    while !rest.is_empty() {
        let fits = |many: usize| {
            let said: usize = rest[..many].iter().map(|it| it.1.len().next_multiple_of(2)).sum();
            4 * (many + 1) + width * many + said < PAGE - 1
        };
        let many = (1..=rest.len()).take_while(|it| fits(*it)).last().unwrap_or(1);
        let mut page = vec![0; PAGE];
        page[PAGE - 1] = many as u8;
        let mut free = PAGE - 1;
        begins.push(begin);
        for (run, (end, said)) in rest[..many].iter().enumerate() {
            page[4 * run..4 * run + 4].copy_from_slice(&(begin as u32).to_le_bytes());
            begin = *end;
            free = (free - said.len()) & !1;
            page[free..free + said.len()].copy_from_slice(said);
            page[4 * (many + 1) + width * run] = (free / 2) as u8;
        }
        page[4 * many..4 * many + 4].copy_from_slice(&(begin as u32).to_le_bytes());
        numbers.push(stream.len() / PAGE);
        stream.append(&mut page);
        rest = &rest[many..];
    }
    begins.push(begin);
    let all = begins.into_iter().chain(numbers);
    all.flat_map(|it| (it as u32).to_le_bytes()).collect()
}

/// A compound file of two streams.
fn compound(streams: &[(&str, Vec<u8>); 2]) -> Vec<u8> {
    const SMALLEST: usize = 4096;
    const END: u32 = 0xFFFF_FFFE;
    const FREE: u32 = 0xFFFF_FFFF;
    const TABLE: u32 = 0xFFFF_FFFD;
    let length = |it: &[u8]| it.len().max(SMALLEST).next_multiple_of(PAGE);
    let of_streams: usize = streams.iter().map(|it| length(&it.1) / PAGE).sum();
    let tables = (of_streams + 1).div_ceil(PAGE / 4 - 1);
    // The table of sectors, the directory, the streams.
    let mut sectors = vec![TABLE; tables];
    sectors.push(END);
    let mut directory = Vec::new();
    let none = FREE;
    directory.extend(entry("Root Entry", 5, [none, none, 1], END, 0));
    let mut body = Vec::new();
    for ((name, bytes), left) in streams.iter().zip([2, none]) {
        let first = sectors.len() as u32;
        let many = (length(bytes) / PAGE) as u32;
        sectors.extend((first + 1..first + many).chain([END]));
        directory.extend(entry(name, 2, [left, none, none], first, length(bytes)));
        body.extend_from_slice(bytes);
        body.resize(body.len() + length(bytes) - bytes.len(), 0);
    }
    directory.resize(PAGE, 0);
    sectors.resize(tables * PAGE / 4, FREE);
    let mut file = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    file.resize(24, 0);
    file.extend([0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    file.resize(44, 0);
    let words = [tables as u32, tables as u32, 0, SMALLEST as u32, END, 0, END, 0];
    file.extend(words.into_iter().flat_map(u32::to_le_bytes));
    file.extend((0..tables as u32).flat_map(u32::to_le_bytes));
    file.resize(PAGE, 0xFF);
    file.extend(sectors.into_iter().flat_map(u32::to_le_bytes));
    file.extend(directory);
    file.extend(body);
    file
}

/// An entry of the directory: its name, kind, neighbours and child, first sector and length.
fn entry(name: &str, kind: u8, tree: [u32; 3], first: u32, length: usize) -> Vec<u8> {
    let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let of_name = (entry.len() + 2) as u16;
    entry.resize(64, 0);
    entry.extend(of_name.to_le_bytes());
    entry.extend([kind, 1]);
    entry.extend(tree.into_iter().flat_map(u32::to_le_bytes));
    entry.resize(116, 0);
    entry.extend(first.to_le_bytes());
    entry.extend((length as u64).to_le_bytes());
    entry
}

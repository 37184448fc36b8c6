//! Automatic numbers of paragraphs: they are printed, and stand in no text.

use std::collections::{BTreeMap, BTreeSet};

use super::numeral::Numeral;
use crate::xml::{Element, Piece, Space, Xml};
use crate::{ImportError, Limits, words};

/// Levels that a list can have.
const LEVELS: usize = 9;

/// What is printed before a number and after it is short. A longer text would be repeated for every paragraph.
const LONGEST: usize = 64;

/// The lists of a document, and how far each has counted.
#[derive(Default)]
pub(super) struct Numbering {
    lists: BTreeMap<u32, List>,
    patterns: BTreeMap<u32, Pattern>,
    counted: BTreeMap<u32, [Option<u32>; LEVELS]>,
    /// Levels of lists that begin anew, and have done so.
    begun: BTreeSet<(u32, usize)>,
}

/// A list: it may begin anew in a pattern that others count in too.
#[derive(Default)]
struct List {
    pattern: u32,
    starts: BTreeMap<usize, u32>,
    levels: BTreeMap<usize, Level>,
}

#[derive(Default)]
struct Pattern {
    levels: BTreeMap<usize, Level>,
    /// The style that this pattern is the list of.
    style: Option<String>,
    /// The style whose list is meant instead of this pattern.
    link: Option<String>,
}

#[derive(Clone)]
struct Level {
    start: u32,
    numeral: Numeral,
    /// `（%1）`
    text: String,
    /// The level, from 1, that makes this one begin anew; 0 for none.
    restart: Option<usize>,
    /// Whether all numbers in it are decimal.
    legal: bool,
    /// The style of paragraphs that are at this level.
    style: Option<String>,
}

impl Default for Level {
    fn default() -> Self {
        Self {
            start: 1,
            numeral: Numeral::default(),
            text: String::new(),
            restart: None,
            legal: false,
            style: None,
        }
    }
}

impl Numbering {
    /// Reads `numbering.xml`.
    pub(super) fn read(text: &str, limits: &Limits) -> Result<Self, ImportError> {
        let mut numbering = Self::default();
        let mut at = At::default();
        let mut xml = Xml::new(text, limits, words::WORD_DOCUMENT);
        while let Some(piece) = xml.next()? {
            if let Piece::Open(element) = piece
                && element.space == Space::Word
            {
                numbering.take(&element, &mut at);
            }
        }
        Ok(numbering)
    }

    fn take(&mut self, element: &Element<'_>, at: &mut At) {
        let id = |name| element.attribute(name).and_then(|it| it.trim().parse::<u32>().ok());
        match element.local() {
            "abstractNum" => *at = At { pattern: id("abstractNumId"), ..At::default() },
            "num" => *at = At { list: id("numId"), ..At::default() },
            "lvl" | "lvlOverride" => {
                at.level = id("ilvl").map(|it| it as usize).filter(|it| *it < LEVELS);
                if element.local() == "lvl"
                    && let Some(levels) = self.levels(at)
                    && let Some(level) = at.level
                {
                    levels.insert(level, Level::default());
                }
            }
            "abstractNumId" => {
                if let (Some(list), Some(pattern)) = (at.list, element.number()) {
                    self.lists.entry(list).or_default().pattern = pattern;
                }
            }
            "startOverride" => {
                if let (Some(list), Some(level), Some(n)) = (at.list, at.level, element.number()) {
                    self.lists.entry(list).or_default().starts.insert(level, n);
                }
            }
            "styleLink" | "numStyleLink" => {
                if let Some(pattern) = at.pattern {
                    let pattern = self.patterns.entry(pattern).or_default();
                    let link = element.value();
                    if element.local() == "styleLink" {
                        pattern.style = link;
                    } else {
                        pattern.link = link;
                    }
                }
            }
            _ => {
                if let Some(number) = at.level
                    && let Some(level) = self.levels(at).and_then(|it| it.get_mut(&number))
                {
                    level.take(element);
                }
            }
        }
    }

    fn levels(&mut self, at: &At) -> Option<&mut BTreeMap<usize, Level>> {
        match (at.pattern, at.list) {
            (Some(pattern), _) => Some(&mut self.patterns.entry(pattern).or_default().levels),
            (_, Some(list)) => Some(&mut self.lists.entry(list).or_default().levels),
            _ => None,
        }
    }

    /// The number of the next paragraph in a list; of a paragraph with a style, that style states the level.
    pub(super) fn next(
        &mut self,
        list: u32,
        level: Option<u32>,
        style: Option<&str>,
    ) -> Option<String> {
        let found = self.lists.get(&list)?;
        let own = self.patterns.get(&found.pattern)?;
        let (id, pattern) = match &own.link {
            Some(link) => self
                .patterns
                .iter()
                .find(|(_, it)| it.style.as_ref() == Some(link))
                .map_or((found.pattern, own), |(id, it)| (*id, it)),
            None => (found.pattern, own),
        };
        let find = |n: usize| found.levels.get(&n).or_else(|| pattern.levels.get(&n));
        let of_style = || {
            let style = style?;
            (0..LEVELS).find(|n| find(*n).is_some_and(|it| it.style.as_deref() == Some(style)))
        };
        let at = level.map_or_else(|| of_style().unwrap_or(0), |it| it as usize);
        let level = find(at)?;

        let counted = self.counted.entry(id).or_default();
        let anew = found.starts.get(&at).filter(|_| self.begun.insert((list, at)));
        let n = match (anew, counted[at]) {
            (Some(start), _) => *start,
            (None, Some(n)) => n.saturating_add(1),
            (None, None) => level.start,
        };
        counted[at] = Some(n);
        for (below, count) in counted.iter_mut().enumerate().skip(at + 1) {
            // A level begins anew after any above it, unless it says after which.
            if find(below).and_then(|it| it.restart).is_none_or(|it| at < it) {
                *count = None;
            }
        }
        Some(level.print(|n| {
            let numeral = find(n).map_or(Numeral::Decimal, |it| it.numeral);
            let count = counted[n].or_else(|| find(n).map(|it| it.start)).unwrap_or(1);
            (numeral, count)
        }))
    }
}

/// Where the reader stands.
#[derive(Default)]
struct At {
    pattern: Option<u32>,
    list: Option<u32>,
    level: Option<usize>,
}

impl Level {
    fn take(&mut self, element: &Element<'_>) {
        match element.local() {
            "start" => self.start = element.number().unwrap_or(1),
            "numFmt" => {
                // A name that only newer programs know has the old one in `mc:Fallback`, which comes last.
                self.numeral = Numeral::named(&element.value().unwrap_or_default());
            }
            "lvlText" => {
                self.text = element.value().unwrap_or_default().chars().take(LONGEST).collect();
            }
            "lvlRestart" => self.restart = element.number().map(|it| it as usize),
            "isLgl" => self.legal = element.is_on(),
            "pStyle" => self.style = element.value(),
            _ => {}
        }
    }

    fn print(&self, count: impl Fn(usize) -> (Numeral, u32)) -> String {
        if self.numeral == Numeral::None {
            return String::new();
        }
        let mut out = String::new();
        let mut chars = self.text.chars().peekable();
        while let Some(c) = chars.next() {
            let level = chars.peek().and_then(|it| it.to_digit(10)).filter(|it| *it > 0);
            match (c, level) {
                ('%', Some(level)) => {
                    chars.next();
                    let level = level as usize - 1;
                    let (numeral, n) = count(level.min(LEVELS - 1));
                    out += &if self.legal { n.to_string() } else { numeral.write(n) };
                }
                _ => out.push(c),
            }
        }
        out
    }
}

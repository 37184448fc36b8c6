//! Pages of 512 bytes that say what holds from where to where in the stream.

use core::ops::Range;

use super::damaged;
use super::streams::{Part, Streams};
use crate::ImportError;
use crate::archive::number;

const PAGE: usize = 512;

/// What holds for a run of bytes of the stream.
#[derive(Clone, Debug)]
pub(super) struct Run {
    bytes: Range<u32>,
    /// Where in the stream it is said.
    said: Range<u32>,
}

/// The runs of characters, or of paragraphs, in order.
#[derive(Debug, Default)]
pub(super) struct Runs(Vec<Run>);

impl Runs {
    /// What is said of characters: a length and the properties.
    pub(super) fn of_characters(streams: &Streams) -> Result<Self, ImportError> {
        Self::read(streams, Part::Characters, 1, |page, at| {
            let length = usize::from(*page.get(at)?);
            Some(at + 1..at + 1 + length)
        })
    }

    /// What is said of paragraphs: a length in words, the style and the properties.
    pub(super) fn of_paragraphs(streams: &Streams) -> Result<Self, ImportError> {
        Self::read(streams, Part::Paragraphs, 13, |page, at| match *page.get(at)? {
            0 => Some(at + 2..at + 2 + 2 * usize::from(*page.get(at + 1)?)),
            words => Some(at + 1..at + 2 * usize::from(words)),
        })
    }

    /// `width` is how many bytes a page has for each run beside its begin, the first of which says where more is said.
    fn read(
        streams: &Streams,
        part: Part,
        width: usize,
        said: impl Fn(&[u8], usize) -> Option<Range<usize>>,
    ) -> Result<Self, ImportError> {
        let list = streams.part(part)?;
        let many = list.len().saturating_sub(4) / 8;
        let mut pages: Vec<usize> = (0..many)
            .filter_map(|it| number::<4>(list, 4 * (many + 1) + 4 * it))
            .map(|it| (it & 0x003F_FFFF) * PAGE)
            .collect();
        // A page that is named twice says the same.
        pages.sort_unstable();
        pages.dedup();
        let mut runs = Vec::new();
        for start in pages {
            let page = streams.text.get(start..start.saturating_add(PAGE));
            let page = page.ok_or_else(|| damaged("what is said of its text is cut off"))?;
            let many = usize::from(page[PAGE - 1]);
            for run in 0..many {
                let ends = number::<4>(page, 4 * run).zip(number::<4>(page, 4 * run + 4));
                let at = page.get(4 * (many + 1) + width * run).copied();
                let (Some((from, to)), Some(at)) = (ends, at) else { break };
                let at = Some(2 * usize::from(at)).filter(|it| *it > 0);
                let of_page = at.and_then(|it| said(page, it)).unwrap_or(0..0);
                let [first, after] =
                    [of_page.start, of_page.end].map(|it| start + it.min(PAGE - 1));
                // Streams are shorter than 4 GiB.
                runs.push(Run { bytes: from as u32..to as u32, said: first as u32..after as u32 });
            }
        }
        runs.sort_by_key(|it| it.bytes.start);
        Ok(Self(runs))
    }

    /// The run that a byte of the stream is in.
    pub(super) fn at(&self, byte: usize) -> Option<&Run> {
        self.near(byte).0
    }

    /// The same, and how far it goes, or that there is none.
    pub(super) fn near(&self, byte: usize) -> (Option<&Run>, usize) {
        let after = self.0.partition_point(|it| it.bytes.start as usize <= byte);
        let next = self.0.get(after).map_or(usize::MAX, |it| it.bytes.start as usize);
        let run = after.checked_sub(1).and_then(|it| self.0.get(it));
        match run.filter(|it| byte < it.bytes.end as usize) {
            Some(run) => (Some(run), next.min(run.bytes.end as usize)),
            None => (None, next),
        }
    }
}

impl Run {
    /// What is said of it.
    pub(super) fn said<'s>(&self, streams: &'s Streams) -> &'s [u8] {
        streams.text.get(self.said.start as usize..self.said.end as usize).unwrap_or_default()
    }
}

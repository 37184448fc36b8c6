//! Runs of characters, thinned out for the library.
//!
//! Word keeps what is said of characters in pages of up to 101 runs, and the library passes over pages with 64 or more:
//! what is struck, hidden or raised there would be read as plain text. Runs beside one another that differ in nothing
//! that matters here are made one.

use std::borrow::Cow;

use crate::archive::number;
use crate::compound::Compound;
use crate::{ImportError, Refused};

/// How long a page of runs is.
const PAGE: usize = 512;
/// The library reads pages with fewer runs.
const TOO_MANY: usize = 64;
/// No page has more.
const MOST: usize = 101;

/// What is said of characters that changes neither what is seen nor what it means: bold, italic, underlined, sizes,
/// fonts, kerning, languages, which edit it was.
const NO_MATTER: [u16; 25] = [
    0x0835, 0x0836, 0x085C, 0x085D, 0x0875, 0x2A3E, 0x286F, 0x484B, 0x485F, 0x486D, 0x486E, 0x4873,
    0x4874, 0x4A4F, 0x4A50, 0x4A51, 0x4A5E, 0x4A43, 0x4A61, 0x6815, 0x6816, 0x6817, 0x6877, 0x8840,
    0x085A,
];

/// What is said of characters that changes whether and how they are seen: crossed out, hidden, deleted, raised, coloured,
/// symbols, styles.
const SEEN: [u16; 10] =
    [0x0800, 0x0837, 0x083C, 0x2A42, 0x2A48, 0x2A53, 0x4845, 0x4A30, 0x6870, 0x6A09];

/// The document with no page of runs that the library passes over.
///
/// # Errors
/// One that cannot be thinned out.
pub(super) fn thinned(bytes: &[u8]) -> Result<Cow<'_, [u8]>, ImportError> {
    let Some((compound, stream)) = Compound::open(bytes).and_then(|compound| {
        let stream = compound.stream("WordDocument")?;
        Some((compound, stream))
    }) else {
        return Ok(Cow::Borrowed(bytes));
    };
    let mut out = Cow::Borrowed(bytes);
    for page in pages(&compound, &stream).unwrap_or_default() {
        let start = page * PAGE;
        let Some(old) = stream.get(start..start + PAGE) else { continue };
        if usize::from(old[PAGE - 1]) < TOO_MANY {
            continue;
        }
        // Pages of pictures and fields are dense in what is no text.
        let new = thinned_page(old, |it| !NO_MATTER.contains(&it))
            .or_else(|| thinned_page(old, |it| SEEN.contains(&it)))
            .ok_or(ImportError::Refused(Refused::OldOffice))?;
        let place = compound.place("WordDocument", start);
        let place = place.ok_or(ImportError::Refused(Refused::OldOffice))?;
        if let Some(page) = out.to_mut().get_mut(place..place + PAGE) {
            page.copy_from_slice(&new);
        }
    }
    Ok(out)
}

/// The pages of runs, by the table that lists them.
fn pages(compound: &Compound<'_>, stream: &[u8]) -> Option<Vec<usize>> {
    let flags = number::<2>(stream, 0x0A)?;
    let table = compound.stream(if flags & 0x0200 != 0 { "1Table" } else { "0Table" })?;
    let (at, len) = (number::<4>(stream, 0xFA)?, number::<4>(stream, 0xFE)?);
    let list = table.get(at..at.checked_add(len)?.min(table.len()))?;
    // One more place of text than pages.
    let many = list.len().checked_sub(4)? / 8;
    let number_of = |it: usize| number::<4>(list, 4 * (many + 1 + it)).map(|it| it & 0x003F_FFFF);
    let mut pages: Vec<usize> = (0..many).filter_map(number_of).collect();
    pages.sort_unstable();
    pages.dedup();
    Some(pages)
}

/// The page with runs that differ in what matters; nothing if they are still too many.
fn thinned_page(page: &[u8], matters: impl Fn(u16) -> bool) -> Option<Vec<u8>> {
    let many = usize::from(*page.get(PAGE - 1)?);
    if many > MOST {
        return None;
    }
    let mut runs: Vec<(usize, u8, Vec<u8>)> = Vec::new();
    for run in 0..many {
        let start = number::<4>(page, 4 * run)?;
        let said = *page.get(4 * (many + 1) + run)?;
        let matter = matter(page, said, &matters);
        if runs.last().is_none_or(|it| it.2 != matter) {
            runs.push((start, said, matter));
        }
    }
    if runs.len() >= TOO_MANY {
        return None;
    }
    let end = number::<4>(page, 4 * many)?;
    let starts = runs.iter().map(|it| it.0).chain([end]);
    let starts = starts.flat_map(|it| (it as u32).to_le_bytes());
    let head: Vec<u8> = starts.chain(runs.iter().map(|it| it.1)).collect();
    let mut new = page.to_vec();
    new.get_mut(..head.len())?.copy_from_slice(&head);
    *new.last_mut()? = runs.len() as u8;
    Some(new)
}

/// What matters of what is said of a run; all of it if it is not understood.
fn matter(page: &[u8], said: u8, matters: impl Fn(u16) -> bool) -> Vec<u8> {
    let at = 2 * usize::from(said);
    if at == 0 {
        return Vec::new();
    }
    let len = page.get(at).map_or(0, |it| usize::from(*it));
    let all = page.get(at + 1..(at + 1 + len).min(page.len())).unwrap_or_default();
    let (mut rest, mut matter) = (all, Vec::new());
    while !rest.is_empty() {
        let Some(code) = number::<2>(rest, 0) else { return all.to_vec() };
        let operand = match code >> 13 {
            0 | 1 => 1,
            2 | 4 | 5 => 2,
            3 => 4,
            7 => 3,
            _ => rest.get(2).map_or(1, |it| 1 + usize::from(*it)),
        };
        let Some((one, more)) = rest.split_at_checked(2 + operand) else { return all.to_vec() };
        if matters(code as u16) {
            matter.extend_from_slice(one);
        }
        rest = more;
    }
    matter
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page whose runs are bold, or struck and bold, as stated.
    fn page(struck: &[bool]) -> Vec<u8> {
        const BOLD: [u8; 4] = [3, 0x35, 0x08, 1];
        const BOTH: [u8; 7] = [6, 0x37, 0x08, 1, 0x35, 0x08, 0];
        let mut page = vec![0; PAGE];
        page[496..500].copy_from_slice(&BOLD);
        page[500..507].copy_from_slice(&BOTH);
        for (at, is_struck) in struck.iter().enumerate() {
            page[4 * at..4 * at + 4].copy_from_slice(&(100 + at as u32).to_le_bytes());
            // Plain runs are bold or not.
            let plain = if at % 2 == 0 { 248 } else { 0 };
            page[4 * (struck.len() + 1) + at] = if *is_struck { 250 } else { plain };
        }
        let end = 100 + struck.len() as u32;
        page[4 * struck.len()..4 * struck.len() + 4].copy_from_slice(&end.to_le_bytes());
        page[PAGE - 1] = struck.len() as u8;
        page
    }

    fn all(code: u16) -> bool {
        !NO_MATTER.contains(&code)
    }

    #[test]
    fn runs_that_are_seen_alike_are_one() {
        let struck: Vec<bool> = (0..90).map(|it| it % 9 == 0).collect();
        let new = thinned_page(&page(&struck), all).unwrap();
        assert_eq!(new[PAGE - 1], 20);
        let start = |at: usize| number::<4>(&new, 4 * at).unwrap();
        assert_eq!((start(0), start(1), start(2), start(20)), (100, 101, 109, 190));
        let said: Vec<u8> = new[4 * 21..4 * 21 + 4].to_vec();
        assert_eq!(said, [250, 0, 250, 248]);
    }

    #[test]
    fn a_page_of_runs_that_all_matter_is_not_read() {
        let struck: Vec<bool> = (0..90).map(|it| it % 2 == 0).collect();
        assert_eq!(thinned_page(&page(&struck), all), None);
        assert_eq!(thinned_page(&[255; PAGE], all), None);
    }
}

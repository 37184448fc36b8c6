//! Compound files, which hold the streams of old office files.

use crate::archive::number;

/// Sector numbers from here on are no sectors.
const RESERVED: u32 = 0xFFFF_FFFA;
/// How long an entry of the directory is.
const ENTRY: usize = 128;

/// A compound file, its directory read.
pub(crate) struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    table: Vec<u32>,
    directory: Vec<u8>,
}

impl<'a> Compound<'a> {
    pub(crate) fn open(bytes: &'a [u8]) -> Option<Self> {
        let sector = match number::<2>(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut compound = Self { bytes, sector, table: Vec::new(), directory: Vec::new() };
        let mut parts: Vec<u32> = words(bytes.get(76..512)?).collect();
        let mut more = number::<4>(bytes, 68)? as u32;
        // As many as there are sectors, or the chain goes in a circle.
        for _ in 0..bytes.len() / sector {
            let Some(list) = compound.sector(more).filter(|_| more < RESERVED) else { break };
            parts.extend(words(list));
            more = parts.pop()?;
        }
        for part in parts.into_iter().filter(|it| *it < RESERVED) {
            let part = compound.sector(part)?;
            compound.table.extend(words(part));
            if compound.table.len() > bytes.len() {
                return None;
            }
        }
        if goes_in_a_circle(&compound.table) {
            return None;
        }
        compound.directory = compound.chain(number::<4>(bytes, 48)? as u32);
        (!compound.directory.is_empty()).then_some(compound)
    }

    /// Whether the file itself has a stream of this name; those of objects within it do not count.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    /// The bytes of a stream of the file itself.
    pub(crate) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.entry(name)?;
        let first = number::<4>(entry, 116)? as u32;
        let size = number::<4>(entry, 120)?;
        if size >= 4096 {
            // The last sector may be short, but not so short that the stream is cut off.
            return Some(self.chain(first)).filter(|it| it.len() >= size);
        }
        // Small streams lie in one that the first entry of the directory has, in sectors of 64 bytes.
        let all = self.chain(number::<4>(&self.directory, 116)? as u32);
        let table = self.chain(number::<4>(self.bytes, 60)? as u32);
        let mut out = Vec::new();
        let mut at = first;
        while at < RESERVED && out.len() < 4096 {
            let start = at as usize * 64;
            out.extend_from_slice(all.get(start..start + 64)?);
            at = number::<4>(&table, at as usize * 4).map_or(RESERVED, |it| it as u32);
        }
        Some(out)
    }

    /// The entry of a stream or storage of the file itself, whatever the case of its name.
    fn entry(&self, name: &str) -> Option<&[u8]> {
        let name: Vec<u16> = name.to_lowercase().encode_utf16().collect();
        self.children().into_iter().map(|at| self.entry_at(at)).find(|entry| {
            let units = entry.chunks_exact(2).map(|it| u16::from_le_bytes([it[0], it[1]]));
            let lower =
                |unit: u16| u8::try_from(unit).map_or(unit, |it| it.to_ascii_lowercase().into());
            units.take(32).take_while(|it| *it != 0).map(lower).eq(name.iter().copied())
        })
    }

    fn entry_at(&self, at: usize) -> &[u8] {
        &self.directory[at * ENTRY..(at + 1) * ENTRY]
    }

    /// The entries of the file itself: a tree below the first one.
    fn children(&self) -> Vec<usize> {
        let count = self.directory.len() / ENTRY;
        let link = |at: usize, to: usize| {
            number::<4>(&self.directory, at * ENTRY + to).filter(|it| *it < count)
        };
        let (mut found, mut seen) = (Vec::new(), vec![false; count]);
        let mut open: Vec<usize> =
            if count > 0 { link(0, 76).into_iter().collect() } else { Vec::new() };
        while let Some(at) = open.pop() {
            if !core::mem::replace(&mut seen[at], true) {
                found.push(at);
                open.extend([link(at, 68), link(at, 72)].into_iter().flatten());
            }
        }
        found.sort_unstable();
        found
    }

    fn sector(&self, at: u32) -> Option<&'a [u8]> {
        let start = (at as usize).checked_add(1)?.checked_mul(self.sector)?;
        let end = start.checked_add(self.sector)?.min(self.bytes.len());
        self.bytes.get(start..end)
    }

    /// The sectors from one on.
    fn chain(&self, first: u32) -> Vec<u8> {
        let mut out = Vec::new();
        let mut at = first;
        while at < RESERVED {
            let Some(sector) = self.sector(at) else { break };
            out.extend_from_slice(sector);
            at = self.table.get(at as usize).copied().unwrap_or(RESERVED);
        }
        out
    }
}

/// Whether following some sector leads back to it. The library that reads workbooks would follow it until all memory is full.
fn goes_in_a_circle(next: &[u32]) -> bool {
    // From which sector each was first come to; 0 for none.
    let mut from = vec![0; next.len()];
    (0..next.len()).any(|first| {
        let mut at = first;
        while let Some(mark) = from.get_mut(at) {
            if *mark > 0 {
                return *mark == first + 1;
            }
            *mark = first + 1;
            at = next[at] as usize;
        }
        false
    })
}

fn words(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).map(|it| u32::from_le_bytes([it[0], it[1], it[2], it[3]]))
}

#[cfg(test)]
mod tests {
    use super::goes_in_a_circle;

    #[test]
    fn chains_end() {
        const END: u32 = 0xFFFF_FFFE;
        assert!(!goes_in_a_circle(&[]));
        assert!(!goes_in_a_circle(&[1, 2, END, 2, 9]));
        assert!(goes_in_a_circle(&[0]));
        assert!(goes_in_a_circle(&[END, 2, 3, 1]));
        assert!(goes_in_a_circle(&[2, END, 3, 2]));
    }
}

//! Rows or columns of a sheet, without those that are hidden.

/// Which rows or columns are hidden, and what the numbers of the others are when only they are counted.
#[derive(Clone, Debug, Default)]
pub(super) struct Axis {
    /// Sorted, none beside another.
    hidden: Vec<Hidden>,
}

/// Rows or columns below one another that are hidden.
#[derive(Clone, Copy, Debug)]
struct Hidden {
    first: u32,
    last: u32,
    /// How many are hidden up to the last of these.
    so_far: u32,
}

impl Axis {
    /// From what the file says to be hidden, first and last of each, in any order.
    pub(super) fn without(mut said: Vec<(u32, u32)>) -> Self {
        said.retain(|(first, last)| first <= last);
        said.sort_unstable();
        let mut hidden: Vec<Hidden> = Vec::new();
        for (first, last) in said {
            match hidden.last_mut() {
                Some(before) if first <= before.last.saturating_add(1) => {
                    before.last = before.last.max(last);
                }
                _ => hidden.push(Hidden { first, last, so_far: 0 }),
            }
        }
        let mut so_far = 0_u32;
        for it in &mut hidden {
            so_far = so_far.saturating_add(it.last - it.first).saturating_add(1);
            it.so_far = so_far;
        }
        Self { hidden }
    }

    /// The number of a row among those that are shown; nothing if it is hidden.
    pub(super) fn shown(&self, at: u32) -> Option<u32> {
        match self.before(at) {
            Some(it) if at <= it.last => None,
            Some(it) => Some(at - it.so_far),
            None => Some(at),
        }
    }

    /// What is shown of these, counted anew; nothing if all are hidden.
    pub(super) fn shown_of(&self, first: u32, last: u32) -> Option<(u32, u32)> {
        let (mut from, mut to) = (first, last);
        if let Some(it) = self.before(from).filter(|it| from <= it.last) {
            from = it.last.checked_add(1)?;
        }
        if let Some(it) = self.before(to).filter(|it| to <= it.last) {
            to = it.first.checked_sub(1)?;
        }
        if from > to { None } else { Some((self.shown(from)?, self.shown(to)?)) }
    }

    /// The number in the sheet of one that is shown.
    pub(super) fn original(&self, shown: u32) -> u32 {
        // How many are shown before these grows with them.
        let shown_before = |it: &Hidden| it.last - (it.so_far - 1);
        let passed = self.hidden.partition_point(|it| shown_before(it) <= shown);
        let gone = passed.checked_sub(1).map_or(0, |it| self.hidden[it].so_far);
        shown.saturating_add(gone)
    }

    /// The last hidden ones that begin here or before.
    fn before(&self, at: u32) -> Option<Hidden> {
        let after = self.hidden.partition_point(|it| it.first <= at);
        Some(self.hidden[after.checked_sub(1)?])
    }
}

#[cfg(test)]
mod tests {
    use super::Axis;

    #[test]
    fn what_is_hidden_is_not_counted() {
        let axis = Axis::without(vec![(7, 7), (2, 3), (9, 8), (4, 4)]);
        let shown: Vec<_> = (0..9).map(|it| axis.shown(it)).collect();
        let expected = [Some(0), Some(1), None, None, None, Some(2), Some(3), None, Some(4)];
        assert_eq!(shown, expected);
        let original: Vec<_> = (0..5).map(|it| axis.original(it)).collect();
        assert_eq!(original, [0, 1, 5, 6, 8]);
    }

    #[test]
    fn of_a_merged_cell_counts_what_is_shown() {
        let axis = Axis::without(vec![(2, 4), (0, 0)]);
        for ((first, last), shown) in [
            ((1, 5), Some((0, 1))),
            ((3, 5), Some((1, 1))),
            ((0, 3), Some((0, 0))),
            ((2, 4), None),
            ((0, 0), None),
        ] {
            assert_eq!(axis.shown_of(first, last), shown);
        }
    }
}

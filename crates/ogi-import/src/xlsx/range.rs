//! Where a workbook says that its report is, if other things stand beside it.

use ogi_model::REPORT_RANGE;

/// The ranges of the report; empty if the workbook does not say.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Ranges(Vec<Range>);

#[derive(Debug, PartialEq, Eq)]
struct Range {
    sheet: String,
    first: (u32, u32),
    last: (u32, u32),
}

impl Ranges {
    /// From the names of a workbook and what they stand for, as `'一、总体情况'!$A$1:$D$20`.
    pub(super) fn of(names: &[(String, String)]) -> Self {
        let named = names.iter().filter(|it| it.0.eq_ignore_ascii_case(REPORT_RANGE));
        Self(named.filter_map(|it| Range::parse(&it.1)).collect())
    }

    /// Whether a cell belongs to the report.
    pub(super) fn contain(&self, sheet: &str, (row, column): (u32, u32)) -> bool {
        let within = |it: &Range| {
            it.sheet == sheet
                && (it.first.0..=it.last.0).contains(&row)
                && (it.first.1..=it.last.1).contains(&column)
        };
        self.0.is_empty() || self.0.iter().any(within)
    }
}

impl Range {
    fn parse(text: &str) -> Option<Self> {
        let (sheet, range) = text.trim_start_matches('=').rsplit_once('!')?;
        let sheet = match sheet.strip_prefix('\'') {
            Some(quoted) => quoted.strip_suffix('\'')?.replace("''", "'"),
            None => sheet.to_owned(),
        };
        let (first, last) = range.split_once(':').unwrap_or((range, range));
        Some(Self { sheet, first: address(first)?, last: address(last)? })
    }
}

/// The row and column of `$B$7`, from 0.
fn address(text: &str) -> Option<(u32, u32)> {
    let text = text.replace('$', "");
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let (column, row) = text.split_at(letters);
    let column = column.bytes().try_fold(0_u32, |number, letter| {
        number.checked_mul(26)?.checked_add(u32::from(letter - b'A') + 1)
    })?;
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ranges(names: &[(&str, &str)]) -> Ranges {
        let names: Vec<_> =
            names.iter().map(|(name, range)| ((*name).to_owned(), (*range).to_owned())).collect();
        Ranges::of(&names)
    }

    #[test]
    fn a_workbook_may_say_where_its_report_is() {
        let ranges = ranges(&[
            (REPORT_RANGE, "'一、总体情况'!$A$1:$D$20"),
            ("_xlnm.Print_Area", "数据!$A$1:$A$2"),
            ("OGI_REPORT", "'it''s'!$AB$3"),
        ]);
        assert!(ranges.contain("一、总体情况", (19, 3)));
        assert!(!ranges.contain("一、总体情况", (19, 4)));
        assert!(!ranges.contain("一、总体情况", (20, 3)));
        assert!(ranges.contain("it's", (2, 27)));
        assert!(!ranges.contain("数据", (0, 0)));
    }

    #[test]
    fn without_such_a_name_everything_is_read() {
        for names in [&[][..], &[("total", "A!$A$1")], &[(REPORT_RANGE, "#REF!")]] {
            assert!(ranges(names).contain("A", (999, 99)), "{names:?}");
        }
        let beyond = format!("A!${}$1", "Z".repeat(99));
        assert!(ranges(&[(REPORT_RANGE, &beyond)]).contain("A", (0, 0)));
    }
}

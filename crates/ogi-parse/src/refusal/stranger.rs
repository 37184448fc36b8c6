//! Whether a source has no word of the form: tables of figures alone, or with stray words of other fields, are any tables,
//! and the search for the form in them would be long.

use std::sync::LazyLock;

use ogi_model::{Cell, TableForm};
use ogi_text::traditional::in_simplified;
use rustc_hash::FxHashSet;

/// Ideographs that stand beside one another in a label of the form.
static PAIRS: LazyLock<FxHashSet<(char, char)>> = LazyLock::new(|| {
    let blocks = || TableForm::ALL.iter().flat_map(|it| it.blocks);
    let rows = blocks().flat_map(|it| it.rows).map(|it| it.label);
    let columns = blocks().flat_map(|it| it.columns).map(|it| it.label);
    let over_blocks = blocks().flat_map(|it| [it.label, it.rows_label]).flatten();
    let groups = TableForm::ALL.iter().flat_map(|it| it.groups).map(|it| it.label);
    rows.chain(columns).chain(over_blocks).chain(groups).flat_map(pairs).collect()
});

/// Whether no two ideographs of a source stand side by side in any label. What importers mark as unreadable is no word of
/// the source.
pub(crate) fn is_stranger(prose: &str) -> bool {
    let has_word = |text: &str| {
        let mut printed = text.split(Cell::UNREADABLE);
        printed.any(|it| pairs(it).any(|pair| PAIRS.contains(&pair)))
    };
    !has_word(prose) && !has_word(&in_simplified(prose))
}

/// Each ideograph with the next one; blanks and borders between them part no label.
fn pairs(text: &str) -> impl Iterator<Item = (char, char)> {
    let ideographs = text.chars().filter(|it| is_ideograph(*it));
    ideographs.clone().zip(ideographs.skip(1))
}

/// An ideograph, or a radical printed for one.
const fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{2FDF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strangers_have_no_word_of_the_form() {
        for stranger in ["1\t2\t3", "東京 12 大阪 5", "无法辨认（图片）\t5", "章程"] {
            assert!(is_stranger(stranger), "{stranger}");
        }
        for known in
            ["规 章\t5", "規章 5", "行\n政\n许\n可\n5", "无法辨认（图片） 规章", "无法提供"]
        {
            assert!(!is_stranger(known), "{known}");
        }
    }
}

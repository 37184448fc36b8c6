//! A file without the value that is wrong in it.

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

/// Takes away the value in which a byte of the file stands: an entry of a table or an array below, or else an entry of
/// this table. Nothing is left to take away where it says no.
pub(super) fn value_at(table: &mut DeTable<'_>, at: usize) -> bool {
    let keys = table.keys().filter(|it| it.span().start <= at);
    let Some(key) = keys.max_by_key(|it| it.span().start).cloned() else { return false };
    let is_cut_below = match table.get_mut(&key).map(Spanned::get_mut) {
        Some(DeValue::Table(below)) => value_at(below, at),
        Some(DeValue::Array(below)) => element_at(below, at),
        _ => false,
    };
    is_cut_below || table.remove(&key).is_some()
}

fn element_at(array: &mut DeArray<'_>, at: usize) -> bool {
    let before = array.iter().filter(|it| it.span().start <= at).count();
    let Some(wrong) = before.checked_sub(1) else { return false };
    let others = core::mem::replace(array, DeArray::new())
        .into_iter()
        .enumerate()
        .filter(|it| it.0 != wrong);
    *array = others.map(|it| it.1).collect();
    true
}

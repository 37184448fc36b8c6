//! Where a page's article ends: what a portal puts below it is not the report's last part.

use core::convert::Infallible;

use ogi_model::Section;
use ogi_text::ordinal::numeral_at;

use super::flow::trimmed;
use super::layout::Layout;
use super::node::{Id, NONE};
use super::tag::Tag;
use super::tree::{Step, Tree};

/// The most headings and tables that are looked at; a report has about ten.
const MOST: usize = 1_000;

/// The element that holds all headings of the parts, and all tables after the first of them.
///
/// `layout` are the tables that only place things.
pub(super) fn article(tree: &Tree, layout: &Layout) -> Option<Id> {
    let mut found = Vec::new();
    let mut headings = 0;
    let visit = |step| -> Result<bool, Infallible> {
        let Step::Enter(id) = step else { return Ok(true) };
        if found.len() >= MOST {
            return Ok(false);
        }
        match tree.node(id).tag() {
            tag if tag.is_unread() => return Ok(false),
            Tag::Table if !layout.contains(id) => {
                if headings > 0 {
                    found.push(id);
                }
                return Ok(false);
            }
            _ => {}
        }
        if tree.text(id).is_some_and(is_heading) {
            headings += 1;
            found.push(id);
        }
        Ok(true)
    };
    let _ = tree.walk(Tree::ROOT, visit);
    if headings < 2 || found.len() >= MOST {
        return None;
    }
    found.into_iter().reduce(|a, b| common(tree, a, b))
}

/// Whether a text begins like the heading of a part. Editors split headings anywhere, even behind the number.
fn is_heading(text: &str) -> bool {
    const LONGEST: usize = 80;
    let text = trimmed(text);
    // The last parts, which no table follows, if their numbers are lost.
    if text.len() <= LONGEST
        && (text.contains("需要报告的事项") || text.contains("存在") && text.contains("问题"))
    {
        return true;
    }
    numeral_at(text).is_some_and(|(number, rest)| {
        number <= Section::ALL.len() && (rest.is_empty() || rest.starts_with('、'))
    })
}

/// The closest node above both, or one of them.
fn common(tree: &Tree, mut a: Id, mut b: Id) -> Id {
    let above = |mut at: Id| {
        let mut count = 0_usize;
        while tree.node(at).parent != NONE {
            at = tree.node(at).parent;
            count += 1;
        }
        count
    };
    let (mut depth_a, mut depth_b) = (above(a), above(b));
    while a != b {
        if depth_a >= depth_b {
            (a, depth_a) = (tree.node(a).parent, depth_a.saturating_sub(1));
        } else {
            (b, depth_b) = (tree.node(b).parent, depth_b - 1);
        }
        if a == NONE || b == NONE {
            return Tree::ROOT;
        }
    }
    a
}

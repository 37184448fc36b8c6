//! What a page has beside the report: pictures, and what a portal puts below its article.

use core::convert::Infallible;

use super::article::article;
use super::flow::trimmed;
use super::layout::layout_tables;
use super::node::Data;
use super::tag::Tag;
use super::tree::{Step, Tree};
use crate::seen::Seen;
use crate::{Beside, BesideKind};

/// In the order of the page.
pub(super) fn of(tree: &Tree) -> Vec<Beside> {
    let article = article(tree, &layout_tables(tree));
    let (mut found, mut is_below) = (Vec::new(), false);
    let visit = |step| -> Result<bool, Infallible> {
        let id = match step {
            Step::Enter(id) => id,
            Step::Leave(id) => {
                is_below |= article == Some(id);
                return Ok(true);
            }
        };
        let node = tree.node(id);
        let is_seen = node.seen != Seen::Hidden;
        let tag = node.tag();
        let mut push = |kind, printed: &str| {
            let (printed, part) = (printed.to_owned(), None);
            found.push(Beside { kind, printed, part, line: Some(node.line) });
        };
        match &node.data {
            _ if tag == Tag::Picture && is_seen => push(BesideKind::Picture, ""),
            Data::Text(text) if is_below && is_seen && !trimmed(text).is_empty() => {
                push(BesideKind::Below, trimmed(text));
            }
            _ => {}
        }
        Ok(!tag.is_unread() && tag != Tag::Title)
    };
    let _ = tree.walk(Tree::ROOT, visit);
    found
}

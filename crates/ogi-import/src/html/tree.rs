//! From the text of a page to its tree, within limits.

use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{ParseOpts, parse_document};

use super::node::{Data, Id, NONE, Node};
use super::sight;
use super::sink::Sink;
use crate::limits::go_on;
use crate::{ImportError, Limits, words};

/// How many bytes are parsed between two looks at the limits.
const CHUNK: usize = 16 << 10;
/// How much work attributes may cause. Every attribute of a tag is compared with those before it, so that a tag
/// of many takes the square of their number.
const ATTRIBUTE_WORK: u64 = 4_000_000_000;

/// A page as a tree.
#[derive(Debug)]
pub(super) struct Tree {
    pub(super) nodes: Vec<Node>,
}

/// A step of a walk.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    Enter(Id),
    Leave(Id),
}

impl Tree {
    /// The page itself.
    pub(super) const ROOT: Id = 0;

    pub(super) fn node(&self, id: Id) -> &Node {
        &self.nodes[id as usize]
    }

    /// The text of a node that has any.
    pub(super) fn text(&self, id: Id) -> Option<&str> {
        match &self.nodes.get(id as usize)?.data {
            Data::Text(text) | Data::Field(text) => Some(text),
            _ => None,
        }
    }

    /// Walks through a node and what is in it, without recursion: pages nest deeper than stacks. Nothing below a
    /// node is visited, and it is not left, if the visitor says `false` on entering it.
    pub(super) fn walk<E>(
        &self,
        from: Id,
        mut visit: impl FnMut(Step) -> Result<bool, E>,
    ) -> Result<(), E> {
        let mut at = from;
        loop {
            if visit(Step::Enter(at))? {
                if self.node(at).first != NONE {
                    at = self.node(at).first;
                    continue;
                }
                visit(Step::Leave(at))?;
            }
            loop {
                if at == from {
                    return Ok(());
                }
                if self.node(at).next != NONE {
                    at = self.node(at).next;
                    break;
                }
                at = self.node(at).parent;
                if at == NONE {
                    return Ok(());
                }
                visit(Step::Leave(at))?;
            }
        }
    }
}

/// Parses a page.
pub(super) fn build(text: &str, limits: &Limits) -> Result<Tree, ImportError> {
    let mut parser = parse_document(Sink::new(limits), ParseOpts::default());
    let mut rest = text;
    let (mut quiet, mut work) = (0_u64, 0_u64);
    while !rest.is_empty() {
        let (chunk, after) = rest.split_at(rest.floor_char_boundary(CHUNK.min(rest.len())));
        rest = after;
        go_on(limits)?;
        let sink = &parser.tokenizer.sink.sink;
        let calls = sink.calls();
        parser.process(StrTendril::from_slice(chunk));
        let sink = &parser.tokenizer.sink.sink;
        if let Some(error) = sink.overflow() {
            return Err(error);
        }
        // Nothing came out: a comment, or a tag with very much in it.
        if sink.calls() == calls {
            let separators = chunk.bytes().filter(|b| b" \t\r\n\x0c/\"'".contains(b)).count();
            quiet += separators as u64;
            work = work.saturating_add(quiet.saturating_mul(separators as u64));
        } else {
            quiet = 0;
        }
        if work > ATTRIBUTE_WORK {
            return Err(ImportError::Limit {
                what: words::ATTRIBUTES,
                limit: ATTRIBUTE_WORK.isqrt(),
            });
        }
    }
    let mut built = parser.finish();
    if ends_in_cell(text) {
        mark_cut(&mut built.nodes);
    }
    let mut tree = Tree { nodes: built.nodes };
    sight::settle(&mut tree, &built.attributes, &built.sheets)?;
    Ok(tree)
}

/// Whether a page is cut off within a cell, so that nobody knows what the cell was to print.
fn ends_in_cell(text: &str) -> bool {
    let tail = text.as_bytes().rsplit(|b| *b == b'<');
    let starts = |tag: &[u8], name: &str| {
        tag.get(..name.len()).is_some_and(|it| it.eq_ignore_ascii_case(name.as_bytes()))
            && tag.get(name.len()).is_none_or(|it| !it.is_ascii_alphanumeric())
    };
    for tag in tail {
        if ["td", "th"].iter().any(|it| starts(tag, it)) {
            return true;
        }
        if ["/td", "/th", "tr", "/tr", "table", "/table", "/html"].iter().any(|it| starts(tag, it))
        {
            return false;
        }
    }
    false
}

/// Adds a replacement character to the last cell, so that it is no figure and not blank.
fn mark_cut(nodes: &mut Vec<Node>) {
    let Some(cell) = nodes.iter().rposition(|it| matches!(it.data, Data::Cell { .. })) else {
        return;
    };
    let added = nodes.len() as Id;
    let last = nodes[cell].last;
    let mut node = Node::new(Data::Text(StrTendril::from_slice("\u{fffd}")), nodes[cell].line);
    (node.parent, node.previous) = (cell as Id, last);
    nodes.push(node);
    nodes[cell].last = added;
    match nodes.get_mut(last as usize) {
        Some(it) => it.next = added,
        None => nodes[cell].first = added,
    }
}

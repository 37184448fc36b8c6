//! How each part of a page is seen: what its style says, that of the elements around it, and that of their kind.

use super::css::{Names, Rules};
use super::node::{Attributes, Data, Id, NONE, Node};
use super::style::{Display, Style};
use super::tag::Tag;
use super::tree::{Step, Tree};
use crate::ImportError;
use crate::seen::Seen;

/// Classes for those who hear the page: what they repeat stands elsewhere on it. The style sheets that hide them are
/// often not in the page.
const HEARD: [&str; 7] = [
    "sr-only",
    "visually-hidden",
    "visuallyhidden",
    "screen-reader-text",
    "screen-reader-only",
    "element-invisible",
    "assistive-text",
];

/// What an element hands down to those in it.
#[derive(Clone, Copy)]
struct Inherited {
    visible: bool,
    sized: bool,
    inked: bool,
    white: bool,
    /// Whether there is a ground that is not white.
    grounded: bool,
    struck: bool,
    raised: bool,
}

/// Settles how each node is seen; what is not shown at all is skipped, and boxes that stand like tables are tables.
pub(super) fn settle(
    tree: &mut Tree,
    attributes: &[Attributes],
    sheets: &str,
) -> Result<(), ImportError> {
    let sight = Sight { attributes, rules: Rules::parse(sheets) };
    let mut changes: Vec<(Id, Seen, Option<Data>)> = Vec::new();
    let plain = Inherited {
        visible: true,
        sized: true,
        inked: true,
        white: false,
        grounded: false,
        struck: false,
        raised: false,
    };
    let mut open = vec![plain];
    let seen_tree: &Tree = tree;
    seen_tree.walk(Tree::ROOT, |step| {
        let Step::Enter(id) = step else {
            open.pop();
            return Ok(true);
        };
        let node = seen_tree.node(id);
        let inherited = open.last().copied().unwrap_or(plain);
        let (style, spans) = sight.style(seen_tree, id)?;
        if is_gone(node, &style) {
            changes.push((id, Seen::Hidden, Some(Data::Element(Tag::Skipped))));
            return Ok(false);
        }
        let own = inherited.with(&style);
        let seen = own.seen();
        let made = style.display.and_then(|it| box_of_table(node, it, spans));
        if seen != Seen::Plainly || made.is_some() {
            changes.push((id, seen, made));
        }
        if node.tag() == Tag::Choice {
            changes.extend(not_chosen(seen_tree, id));
        }
        open.push(own);
        Ok(true)
    })?;
    for (id, seen, data) in changes {
        let Some(node) = tree.nodes.get_mut(id as usize) else { continue };
        node.seen = seen;
        if let Some(data) = data {
            node.data = data;
        }
    }
    Ok(())
}

/// What is known of styles.
struct Sight<'a> {
    attributes: &'a [Attributes],
    rules: Rules,
}

impl Sight<'_> {
    /// What is said of an element, and how many columns and rows it would cover.
    fn style(&self, tree: &Tree, id: Id) -> Result<(Style, (u32, u32)), ImportError> {
        let node = tree.node(id);
        let mut style = of_kind(node.tag());
        let attributes = self.attributes(id);
        if attributes
            .is_some_and(|it| it.classes.split_ascii_whitespace().any(|it| HEARD.contains(&it)))
        {
            style.add("display:none", |_| true);
        }
        let mut important = Style::default();
        if !self.rules.is_empty() && !node.name.is_empty() {
            let around = core::iter::successors(Some(node.parent), |it| {
                (*it != NONE).then(|| tree.node(*it).parent)
            });
            let around = around.take_while(|it| *it != NONE).map(|it| self.names(tree, it));
            let (of_rules, of_important) = self.rules.of(self.names(tree, id), around)?;
            style = style.under(of_rules);
            important = of_important;
        }
        if let Some(attributes) = attributes {
            style = style.under(attributes.style);
        }
        Ok((style.under(important), attributes.map_or((1, 1), |it| it.spans)))
    }

    fn attributes(&self, id: Id) -> Option<&Attributes> {
        let at = self.attributes.binary_search_by_key(&id, |it| it.element).ok()?;
        self.attributes.get(at)
    }

    fn names<'t>(&'t self, tree: &'t Tree, id: Id) -> Names<'t> {
        let attributes = self.attributes(id);
        Names {
            element: &tree.node(id).name,
            id: attributes.map_or("", |it| &it.id),
            classes: attributes.map_or("", |it| &it.classes),
        }
    }
}

impl Inherited {
    fn with(self, style: &Style) -> Self {
        Self {
            visible: style.visible.unwrap_or(self.visible),
            sized: style.sized.unwrap_or(self.sized),
            inked: style.inked.unwrap_or(self.inked),
            white: style.white.unwrap_or(self.white),
            grounded: style.grounded.unwrap_or(self.grounded),
            // A line through a box goes through all in it.
            struck: self.struck || style.struck == Some(true),
            raised: self.raised || style.raised == Some(true),
        }
    }

    const fn seen(&self) -> Seen {
        match self {
            Self { visible: false, .. } | Self { sized: false, .. } | Self { inked: false, .. } => {
                Seen::Hidden
            }
            Self { struck: true, .. } => Seen::Struck,
            Self { white: true, grounded: false, .. } => Seen::White,
            Self { raised: true, .. } => Seen::Apart,
            _ => Seen::Plainly,
        }
    }
}

/// What browsers say of an element of a kind.
fn of_kind(tag: Tag) -> Style {
    match tag {
        Tag::Struck => Style::parse("text-decoration: line-through"),
        Tag::Apart | Tag::Choice => Style::parse("vertical-align: super"),
        _ => Style::default(),
    }
}

/// Whether an element is not shown, with all that is in it. Of a page that hides itself until its scripts have run, all
/// is read.
fn is_gone(node: &Node, style: &Style) -> bool {
    let is_block = matches!(node.tag(), Tag::Block | Tag::Preformatted);
    let is_page = matches!(&*node.name, "html" | "body" | "");
    !is_page && !matches!(node.data, Data::Meta(_)) && style.is_gone(is_block)
}

/// What a box is that stands like a part of a table. Elements that are parts of tables by themselves stay so.
fn box_of_table(node: &Node, display: Display, (columns, rows): (u32, u32)) -> Option<Data> {
    let Data::Element(Tag::Inline | Tag::Block) = node.data else { return None };
    Some(match display {
        Display::Table => Data::Element(Tag::Table),
        Display::Rows => Data::Element(Tag::Rows),
        Display::Row => Data::Element(Tag::Row),
        Display::Caption => Data::Element(Tag::Caption),
        Display::Cell => Data::Cell { columns, rows },
        Display::None | Display::Block | Display::Other => return None,
    })
}

/// The entries of a list that are not chosen: the others are not shown until it is opened.
fn not_chosen(tree: &Tree, choice: Id) -> Vec<(Id, Seen, Option<Data>)> {
    let mut options = Vec::new();
    let visit = |step| -> Result<bool, core::convert::Infallible> {
        if let Step::Enter(id) = step
            && matches!(tree.node(id).tag(), Tag::Option | Tag::Chosen)
        {
            options.push(id);
        }
        Ok(true)
    };
    let _ = tree.walk(choice, visit);
    let chosen = options.iter().rev().find(|it| tree.node(**it).tag() == Tag::Chosen);
    let chosen = chosen.or(options.first()).copied();
    let others = options.into_iter().filter(|it| Some(*it) != chosen);
    others.map(|it| (it, Seen::Hidden, Some(Data::Element(Tag::Skipped)))).collect()
}

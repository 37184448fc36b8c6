//! The tree sink: what html5ever finds, kept in an arena as far as reading needs it.

use core::cell::{Cell, RefCell};
use std::borrow::Cow;

use html5ever::tendril::StrTendril;
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{Attribute, ExpandedName, LocalName, Namespace, QualName, local_name};

use super::node::{Attributes, Data, Id, NONE, Node};
use super::style::Style;
use super::tag::Tag;
use crate::words::Words;
use crate::{ImportError, Limits, words};

/// The sink.
#[derive(Debug)]
pub(super) struct Sink {
    nodes: RefCell<Vec<Node>>,
    /// By element, in the order of their numbers.
    attributes: RefCell<Vec<Attributes>>,
    /// The text of all style sheets.
    sheets: RefCell<String>,
    /// The number of the next node that is not kept: they count down.
    unkept: Cell<Id>,
    line: Cell<u32>,
    calls: Cell<u64>,
    most_nodes: usize,
    deepest: u32,
    overflow: RefCell<Option<ImportError>>,
}

/// The most bytes of style sheets that are read.
const MOST_STYLE: usize = 4 << 20;

/// A node and its name, which the tree builder asks for far more often than it makes nodes.
#[derive(Clone, Debug)]
pub(super) struct Handle {
    id: Id,
    ns: Namespace,
    local: LocalName,
}

impl Handle {
    fn unnamed(id: Id) -> Self {
        Self { id, ns: Namespace::default(), local: LocalName::default() }
    }
}

impl Sink {
    pub(super) fn new(limits: &Limits) -> Self {
        Self {
            nodes: RefCell::new(vec![Node::new(Data::Root, 1)]),
            attributes: RefCell::default(),
            sheets: RefCell::default(),
            unkept: Cell::new(NONE - 1),
            line: Cell::new(1),
            calls: Cell::new(0),
            most_nodes: limits.nodes.min(Id::MAX as usize / 2),
            deepest: u32::try_from(limits.depth).unwrap_or(u32::MAX),
            overflow: RefCell::new(None),
        }
    }

    /// How often the tree builder asked for something.
    pub(super) fn calls(&self) -> u64 {
        self.calls.get()
    }

    /// The limit that was passed. The tree is not complete then.
    pub(super) fn overflow(&self) -> Option<ImportError> {
        self.overflow.borrow().clone()
    }

    fn called(&self) {
        self.calls.set(self.calls.get() + 1);
    }

    fn pass(&self, what: Words, limit: u64) {
        self.overflow.borrow_mut().get_or_insert(ImportError::Limit { what, limit });
    }

    fn add(&self, data: Data) -> Id {
        let mut nodes = self.nodes.borrow_mut();
        if nodes.len() >= self.most_nodes {
            self.pass(words::NODES, self.most_nodes as u64);
            return self.skip();
        }
        nodes.push(Node::new(data, self.line.get()));
        (nodes.len() - 1) as Id
    }

    fn add_sheet(&self, text: &str) {
        let mut sheets = self.sheets.borrow_mut();
        if sheets.len() + text.len() <= MOST_STYLE {
            sheets.push_str(text);
        }
    }

    /// A node that is not kept, like a comment: nothing that is done to it shows.
    fn skip(&self) -> Id {
        let id = self.unkept.get();
        self.unkept.set(id - 1);
        id
    }

    fn child(&self, parent: Id, child: NodeOrText<Handle>) -> Id {
        match child {
            NodeOrText::AppendNode(handle) => handle.id,
            NodeOrText::AppendText(text) => {
                match self.nodes.borrow().get(parent as usize).map(Node::tag) {
                    None => return NONE,
                    Some(Tag::StyleSheet) => {
                        self.add_sheet(&text);
                        return NONE;
                    }
                    Some(tag) if tag.is_unread() => return NONE,
                    Some(_) => {}
                }
                self.add(Data::Text(text))
            }
        }
    }

    /// Puts a node before another, or last.
    fn place(&self, parent: Id, before: Id, child: Id) {
        let mut nodes = self.nodes.borrow_mut();
        let Some(depth) = nodes.get(parent as usize).map(|it| it.depth.saturating_add(1)) else {
            return;
        };
        if child as usize >= nodes.len() {
            return;
        }
        if depth > self.deepest {
            self.pass(words::NESTED_ELEMENTS, u64::from(self.deepest));
        }
        detach(&mut nodes, child);
        let previous = match nodes.get(before as usize) {
            Some(it) => it.previous,
            None => nodes[parent as usize].last,
        };
        let node = &mut nodes[child as usize];
        (node.parent, node.previous, node.next, node.depth) = (parent, previous, before, depth);
        match nodes.get_mut(previous as usize) {
            Some(it) => it.next = child,
            None => nodes[parent as usize].first = child,
        }
        match nodes.get_mut(before as usize) {
            Some(it) => it.previous = child,
            None => nodes[parent as usize].last = child,
        }
    }
}

fn detach(nodes: &mut [Node], id: Id) {
    let Some(node) = nodes.get_mut(id as usize) else { return };
    let (parent, previous, next) = (node.parent, node.previous, node.next);
    (node.parent, node.previous, node.next) = (NONE, NONE, NONE);
    if parent == NONE {
        return;
    }
    match nodes.get_mut(previous as usize) {
        Some(it) => it.next = next,
        None => nodes[parent as usize].first = next,
    }
    match nodes.get_mut(next as usize) {
        Some(it) => it.previous = previous,
        None => nodes[parent as usize].last = previous,
    }
}

/// What was built.
pub(super) struct Built {
    pub(super) nodes: Vec<Node>,
    pub(super) attributes: Vec<Attributes>,
    pub(super) sheets: String,
}

impl TreeSink for Sink {
    type Handle = Handle;
    type Output = Built;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Built {
        Built {
            nodes: self.nodes.into_inner(),
            attributes: self.attributes.into_inner(),
            sheets: self.sheets.into_inner(),
        }
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Handle::unnamed(0)
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> ExpandedName<'a> {
        ExpandedName { ns: &target.ns, local: &target.local }
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, _: ElementFlags) -> Handle {
        self.called();
        let id = self.add(data(&name, &attrs));
        if let Some(node) = self.nodes.borrow_mut().get_mut(id as usize) {
            node.name = name.local.clone();
            self.attributes.borrow_mut().extend(attributes(id, &attrs));
        }
        Handle { id, ns: name.ns, local: name.local }
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        self.called();
        Handle::unnamed(self.skip())
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        self.called();
        Handle::unnamed(self.skip())
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.called();
        let child = self.child(parent.id, child);
        self.place(parent.id, NONE, child);
    }

    fn append_based_on_parent_node(
        &self,
        element: &Handle,
        prev_element: &Handle,
        child: NodeOrText<Handle>,
    ) {
        let placed =
            self.nodes.borrow().get(element.id as usize).is_some_and(|it| it.parent != NONE);
        if placed {
            self.append_before_sibling(element, child);
        } else {
            self.append(prev_element, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &Handle) -> Handle {
        // Never shown, so never read; but as deep as what holds it.
        self.called();
        let depth = self.nodes.borrow().get(target.id as usize).map_or(0, |it| it.depth);
        let id = self.add(Data::Root);
        if let Some(node) = self.nodes.borrow_mut().get_mut(id as usize) {
            node.depth = depth.saturating_add(1);
        }
        Handle::unnamed(id)
    }

    fn same_node(&self, x: &Handle, y: &Handle) -> bool {
        x.id == y.id
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, new_node: NodeOrText<Handle>) {
        self.called();
        let parent = self.nodes.borrow().get(sibling.id as usize).map_or(NONE, |it| it.parent);
        let child = self.child(parent, new_node);
        if child != sibling.id {
            self.place(parent, sibling.id, child);
        }
    }

    fn add_attrs_if_missing(&self, _: &Handle, _: Vec<Attribute>) {}

    fn remove_from_parent(&self, target: &Handle) {
        detach(&mut self.nodes.borrow_mut(), target.id);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        loop {
            let first = self.nodes.borrow().get(node.id as usize).map_or(NONE, |it| it.first);
            if first == NONE {
                return;
            }
            if self.nodes.borrow().get(new_parent.id as usize).is_none() {
                detach(&mut self.nodes.borrow_mut(), first);
            } else {
                self.place(new_parent.id, NONE, first);
            }
        }
    }

    fn set_current_line(&self, line: u64) {
        self.line.set(u32::try_from(line).unwrap_or(u32::MAX));
    }
}

/// What is kept of an element.
fn data(name: &QualName, attrs: &[Attribute]) -> Data {
    let value = |name: LocalName| attrs.iter().find(|it| it.name.local == name).map(|it| &it.value);
    match Tag::of(name) {
        Tag::Cell => Data::Cell {
            columns: span(value(local_name!("colspan"))),
            rows: span(value(local_name!("rowspan"))),
        },
        Tag::Meta => {
            let (name, content) = (value(local_name!("name")), value(local_name!("content")));
            match (name, content) {
                (Some(name), Some(content)) => {
                    Data::Meta(Box::new((name.clone(), content.clone())))
                }
                _ => Data::Element(Tag::Skipped),
            }
        }
        Tag::Input => {
            let kind = value(local_name!("type"));
            let shown = kind.is_none_or(|it| {
                ["text", "number", ""].iter().any(|kind| it.eq_ignore_ascii_case(kind))
            });
            match value(local_name!("value")) {
                Some(value) if shown => Data::Field(value.clone()),
                _ => Data::Element(Tag::Skipped),
            }
        }
        Tag::Link => {
            let target = value(local_name!("href")).or(value(local_name!("src")));
            if target.is_some_and(|it| is_document(it)) {
                Data::DocumentLink
            } else {
                Data::Element(Tag::Inline)
            }
        }
        Tag::Option if value(local_name!("selected")).is_some() => Data::Element(Tag::Chosen),
        tag => Data::Element(tag),
    }
}

/// The attributes of an element that say how it is seen, if it has any.
fn attributes(element: Id, attrs: &[Attribute]) -> Option<Attributes> {
    let mut found: Option<Attributes> = None;
    for attribute in attrs {
        let of = || Attributes {
            element,
            id: StrTendril::new(),
            classes: StrTendril::new(),
            style: Style::default(),
            spans: (1, 1),
        };
        let value = &attribute.value;
        match attribute.name.local {
            local_name!("class") => found.get_or_insert_with(of).classes = value.clone(),
            local_name!("id") => found.get_or_insert_with(of).id = value.clone(),
            local_name!("style") => found.get_or_insert_with(of).style.add(value, |_| true),
            local_name!("bgcolor") => {
                let declaration = format!("background: {value}");
                let style = &mut found.get_or_insert_with(of).style;
                *style = Style::parse(&declaration).under(*style);
            }
            local_name!("hidden") => {
                found.get_or_insert_with(of).style.add("display:none", |_| true)
            }
            local_name!("colspan") => found.get_or_insert_with(of).spans.0 = span(Some(value)),
            local_name!("rowspan") => found.get_or_insert_with(of).spans.1 = span(Some(value)),
            _ => {}
        }
    }
    found
}

/// A span as written: a number, and whatever follows it.
fn span(value: Option<&StrTendril>) -> u32 {
    let Some(value) = value else { return 1 };
    let digits = value.trim_start().bytes().take_while(u8::is_ascii_digit);
    let mut span = None;
    for digit in digits {
        span =
            Some(span.unwrap_or(0_u32).saturating_mul(10).saturating_add(u32::from(digit - b'0')));
    }
    span.unwrap_or(1)
}

/// Whether an address is that of a document to download.
fn is_document(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let Some((_, ending)) = path.rsplit_once('.') else { return false };
    ["pdf", "doc", "docx", "xls", "xlsx", "wps", "et", "ofd"]
        .iter()
        .any(|it| ending.eq_ignore_ascii_case(it))
}

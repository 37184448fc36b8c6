//! Pages as a browser takes them.

use std::collections::BTreeMap;

use html5ever::tendril::TendrilSink as _;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// An element of a page.
#[derive(Debug)]
pub(crate) struct Element {
    pub(crate) name: String,
    attributes: BTreeMap<String, String>,
    /// Its text and that of all within.
    pub(crate) text: String,
    /// The numbers of those around it, the outermost first, then its own.
    pub(crate) path: Vec<usize>,
}

impl Element {
    pub(crate) fn get(&self, attribute: &str) -> Option<&str> {
        self.attributes.get(attribute).map(String::as_str)
    }

    pub(crate) fn id(&self) -> Option<&str> {
        self.get("id")
    }

    pub(crate) fn class(&self) -> &str {
        self.get("class").unwrap_or_default()
    }

    pub(crate) fn is_inside(&self, path: &[usize]) -> bool {
        self.path.len() > path.len() && self.path.starts_with(path)
    }
}

/// The elements of a page in its order.
pub(crate) fn elements(page: &str) -> Vec<Element> {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(page);
    let mut all = Vec::new();
    collect(&dom.document, &[], &mut all);
    all
}

fn collect(node: &Handle, around: &[usize], all: &mut Vec<Element>) {
    let mut path = around.to_vec();
    match &node.data {
        NodeData::Element { name, attrs, .. } => {
            let attributes = attrs.borrow();
            let attributes =
                attributes.iter().map(|it| (it.name.local.to_string(), it.value.to_string()));
            path.push(all.len());
            all.push(Element {
                name: name.local.to_string(),
                attributes: attributes.collect(),
                text: String::new(),
                path: path.clone(),
            });
        }
        NodeData::Text { contents } => {
            for number in around {
                all[*number].text.push_str(&contents.borrow());
            }
        }
        _ => {}
    }
    node.children.borrow().iter().for_each(|it| collect(it, &path, all));
}

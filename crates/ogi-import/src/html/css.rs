//! Style sheets in a page, as far as their selectors are simple: names of elements, classes and ids, within one
//! another or one in the other.
//!
//! Rules for print and for small screens do not count: what is read is what a reader of the page sees.

use core::cell::Cell;
use std::collections::HashMap;

use super::style::Style;
use crate::{ImportError, words};

/// The most rules and the most bytes that are read; libraries of styles have fewer.
const MOST_RULES: usize = 20_000;

/// How many times a rule is tried on an element, at most.
const MOST_TRIALS: usize = 20_000_000;

/// The rules of the style sheets of a page that say anything about what is seen.
#[derive(Debug, Default)]
pub(super) struct Rules {
    /// Those that are more special come later and win; of the same, the last one.
    all: Vec<Rule>,
    /// The rules for each id (`#a`), class (`.a`), element (`a`), and those for every element (``).
    keyed: HashMap<String, Vec<usize>>,
    trials: Cell<usize>,
}

#[derive(Debug)]
struct Rule {
    selector: Selector,
    style: Style,
    important: Style,
}

/// The element itself, then those that it must be within, further and further out.
#[derive(Debug)]
struct Selector(Vec<Step>);

#[derive(Debug, Default)]
struct Step {
    element: Option<String>,
    id: Option<String>,
    classes: Vec<String>,
    /// Whether the step before it, further in, must be right below it.
    is_parent: bool,
}

/// What selectors ask about an element.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Names<'a> {
    pub(super) element: &'a str,
    pub(super) id: &'a str,
    pub(super) classes: &'a str,
}

impl Rules {
    /// Reads the text of all style sheets, one after the other.
    pub(super) fn parse(text: &str) -> Self {
        let text = without_comments(text);
        let mut rules = Self::default();
        read_block(&text, &mut rules.all);
        rules.all.sort_by_key(|it| it.selector.weight());
        for (at, rule) in rules.all.iter().enumerate() {
            rules.keyed.entry(rule.selector.key()).or_default().push(at);
        }
        rules
    }

    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// What they say of an element, given those around it from the inside out: all of it, and what is important.
    pub(super) fn of<'a>(
        &self,
        element: Names<'_>,
        around: impl Iterator<Item = Names<'a>> + Clone,
    ) -> Result<(Style, Style), ImportError> {
        let mut found: Vec<usize> = Vec::new();
        let mut find = |key: &str| found.extend(self.keyed.get(key).into_iter().flatten());
        find("");
        find(element.element);
        find(&format!("#{}", element.id));
        for class in element.classes.split_ascii_whitespace() {
            find(&format!(".{class}"));
        }
        found.sort_unstable();
        let (mut style, mut important) = (Style::default(), Style::default());
        for rule in found.into_iter().filter_map(|it| self.all.get(it)) {
            self.trials.set(self.trials.get() + rule.selector.0.len());
            if self.trials.get() > MOST_TRIALS {
                let limit = MOST_TRIALS as u64;
                return Err(ImportError::Limit { what: words::RULES_OF_STYLE, limit });
            }
            if rule.selector.matches(element, around.clone()) {
                style = style.under(rule.style);
                important = important.under(rule.important);
            }
        }
        Ok((style, important))
    }
}

impl Selector {
    /// Nothing for one that is not understood.
    fn parse(text: &str) -> Option<Self> {
        let mut steps: Vec<Step> = Vec::new();
        let mut is_parent = false;
        let spaced = text.replace('>', " > ");
        for word in spaced.split_ascii_whitespace() {
            if word == ">" {
                is_parent = true;
                continue;
            }
            steps.push(Step { is_parent, ..Step::parse(word)? });
            is_parent = false;
        }
        // Each step says how it stands to the one further out; turned round, to the one further in.
        let relations: Vec<bool> = steps.iter().map(|it| it.is_parent).collect();
        for (at, step) in steps.iter_mut().enumerate() {
            step.is_parent = relations.get(at + 1).copied().unwrap_or(false);
        }
        steps.reverse();
        (!steps.is_empty()).then_some(Self(steps))
    }

    /// What it is looked up by.
    fn key(&self) -> String {
        let Some(own) = self.0.first() else { return String::new() };
        let class = own.classes.first().map(|it| format!(".{it}"));
        let id = own.id.as_ref().map(|it| format!("#{it}"));
        id.or(class).or_else(|| own.element.clone()).unwrap_or_default()
    }

    fn weight(&self) -> (usize, usize, usize) {
        let count = |of: fn(&Step) -> usize| self.0.iter().map(of).sum();
        (
            count(|it| usize::from(it.id.is_some())),
            count(|it| it.classes.len()),
            count(|it| usize::from(it.element.is_some())),
        )
    }

    fn matches<'a>(&self, element: Names<'_>, around: impl Iterator<Item = Names<'a>>) -> bool {
        let Some((own, outer)) = self.0.split_first() else { return false };
        if !own.matches(element) {
            return false;
        }
        let mut around = around;
        outer.iter().all(|step| match around.next() {
            Some(next) if step.matches(next) => true,
            Some(_) if !step.is_parent => around.any(|it| step.matches(it)),
            _ => false,
        })
    }
}

impl Step {
    fn parse(word: &str) -> Option<Self> {
        let mut step = Self::default();
        let first = word.find(['.', '#']).unwrap_or(word.len());
        let (element, mut rest) = word.split_at(first);
        let is_name = |it: &str| {
            !it.is_empty() && it.chars().all(|c| c.is_alphanumeric() || "-_".contains(c))
        };
        if element != "*" && !element.is_empty() {
            step.element = Some(element.to_ascii_lowercase()).filter(|it| is_name(it));
            step.element.as_ref()?;
        }
        while let Some(sign) = rest.chars().next() {
            let end = rest[1..].find(['.', '#']).map_or(rest.len(), |it| it + 1);
            let name = rest[1..end].to_owned();
            if !is_name(&name) {
                return None;
            }
            match sign {
                '.' => step.classes.push(name),
                _ => step.id = Some(name),
            }
            rest = &rest[end..];
        }
        Some(step)
    }

    fn matches(&self, names: Names<'_>) -> bool {
        self.element.as_ref().is_none_or(|it| it == names.element)
            && self.id.as_ref().is_none_or(|it| it == names.id)
            && self
                .classes
                .iter()
                .all(|class| names.classes.split_ascii_whitespace().any(|it| it == class))
    }
}

/// Reads rules, and those within `@media` and the like that count.
fn read_block(text: &str, rules: &mut Vec<Rule>) {
    let mut rest = text;
    while let Some(open) = rest.find(['{', ';', '}']) {
        let (head, body) = rest.split_at(open);
        if !body.starts_with('{') {
            // `@import`, or a bracket too many.
            rest = &body[1..];
            continue;
        }
        let end = block_end(body);
        let content = body[1..end].trim_end_matches('}');
        rest = &body[end..];
        let head = head.trim();
        if head.starts_with('@') {
            if is_for_readers(head) {
                read_block(content, rules);
            }
            continue;
        }
        let (mut style, mut important) = (Style::default(), Style::default());
        style.add(content, |it| !it);
        important.add(content, |it| it);
        let style = style.under(important);
        if style == Style::default() {
            continue;
        }
        for selector in head.split(',').filter_map(Selector::parse) {
            if rules.len() < MOST_RULES {
                rules.push(Rule { selector, style, important });
            }
        }
    }
}

/// Where the block ends that text begins with, its last bracket included.
fn block_end(text: &str) -> usize {
    let mut open = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => open += 1,
            b'}' => {
                open -= 1;
                if open == 0 {
                    return at + 1;
                }
            }
            _ => {}
        }
    }
    text.len()
}

/// Whether rules under a condition hold for a reader at a screen of usual size.
fn is_for_readers(head: &str) -> bool {
    let head = head.to_ascii_lowercase();
    let Some(media) = head.strip_prefix("@media") else {
        return head.starts_with("@supports") || head.starts_with("@layer");
    };
    !media.contains('(') && (media.contains("screen") || media.contains("all"))
}

fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("/*") {
        out.push_str(&rest[..start]);
        rest = rest[start + 2..].split_once("*/").map_or("", |it| it.1);
    }
    out.push_str(rest);
    // As old pages hide style sheets from older browsers.
    out.replace("<!--", "").replace("-->", "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_gone(sheet: &str, path: &[(&str, &str, &str)]) -> bool {
        fn names<'a>(it: &(&'a str, &'a str, &'a str)) -> Names<'a> {
            Names { element: it.0, id: it.1, classes: it.2 }
        }
        let (own, outer) = path.split_first().unwrap();
        let (style, _) = Rules::parse(sheet).of(names(own), outer.iter().map(names)).unwrap();
        style.is_gone(false)
    }

    #[test]
    fn simple_selectors_are_understood() {
        let span = [("span", "x", "old note"), ("td", "", "num"), ("table", "", "")];
        for (sheet, gone) in [
            (".old { display: none }", true),
            ("span.old.note{display:none}", true),
            ("#x{display:none}", true),
            ("table .old{display:none}", true),
            ("td > .old{display:none}", true),
            ("table>.old{display:none}", false),
            ("p, .note , b{display:none}", true),
            ("/* .old{} */ .other{display:none}", false),
            (".old{display:none} .old{display:inline}", false),
            (".old{display:inline} span{display:none}", false),
            ("span{display:none!important} .old{display:inline}", false),
            ("@media print{.old{display:none}}", false),
            ("@media screen{.old{display:none}} b{}", true),
            ("@media (max-width:600px){.old{display:none}}", false),
            ("@import 'a.css'; .old{display:none}", true),
            (".old:hover, .old::before{display:none}", false),
            (".old[x]{display:none}", false),
            ("<!-- .old{display:none} -->", true),
            (".old{display:none", true),
            ("}} .old{display:none}", true),
            ("{{{", false),
        ] {
            assert_eq!(is_gone(sheet, &span), gone, "{sheet}");
        }
    }
}

//! Every message of the project in Chinese and in English, taken from the source itself: nothing is written twice, and
//! nothing can be left out of the list.
//!
//! A message is Chinese with English beside it: two fields `zh` and `en`, two arguments or two parts of a tuple, the arms
//! of a match on the language, or the text of an option, `中文 | English`.

use std::fs;
use std::path::{Path, PathBuf};

use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{Arm, Attribute, Expr, ExprStruct, Item, LitStr, Macro, Member, Meta, Pat, Token};

/// A message as the source has it: several texts where the source chooses between them, arguments in braces.
#[derive(Debug)]
pub(crate) struct Message {
    pub(crate) zh: Vec<String>,
    pub(crate) en: Vec<String>,
}

/// The messages of a file.
#[derive(Debug)]
pub(crate) struct Source {
    /// Its path from the folder of the crates.
    pub(crate) path: PathBuf,
    pub(crate) messages: Vec<Message>,
    /// Chinese that has no English beside it.
    pub(crate) alone: Vec<String>,
}

/// The sources of the crates that say something to people, in the order of their paths.
pub(crate) fn sources() -> Vec<Source> {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = Vec::new();
    for it in fs::read_dir(&crates).unwrap().map(|it| it.unwrap().path()) {
        // Its reports are invented, and nobody is informed.
        if it.file_name().is_some_and(|it| it != "ogi-testkit") {
            rust_files(&it.join("src"), &mut files);
        }
    }
    files.sort();
    files
        .into_iter()
        .map(|file| {
            let source = fs::read_to_string(&file).unwrap();
            let path = file.strip_prefix(&crates).unwrap().to_owned();
            let source = syn::parse_file(&source).unwrap_or_else(|it| panic!("{path:?}: {it}"));
            let mut messages = Messages::default();
            messages.visit_file(&source);
            Source { path, messages: messages.messages, alone: messages.alone }
        })
        .collect()
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for it in fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()) {
        if it.is_dir() {
            rust_files(&it, files);
        } else if it.extension().is_some_and(|it| it == "rs") {
            files.push(it);
        }
    }
}

pub(crate) fn is_chinese(text: &str) -> bool {
    text.contains(is_ideograph)
}

const fn is_ideograph(it: char) -> bool {
    matches!(it, '\u{4e00}'..='\u{9fff}')
}

#[derive(Default)]
struct Messages {
    messages: Vec<Message>,
    alone: Vec<String>,
}

impl Messages {
    fn push(&mut self, zh: &[&Expr], en: &[&Expr]) {
        let zh = zh.iter().flat_map(|it| texts(it)).filter(|it| is_chinese(it)).collect();
        let en = en.iter().flat_map(|it| texts(it)).filter(|it| has_words(it)).collect();
        self.messages.push(Message { zh, en });
    }

    /// What stands beside one another, as arguments: Chinese, then English.
    fn beside(&mut self, all: &[&Expr]) {
        let mut rest = all;
        while let [first, others @ ..] = rest {
            rest = others;
            // Looked into once: what is nested deeply would be looked into again on every level.
            let mut within = Self::default();
            within.visit_expr(first);
            let is_chinese_alone = within.messages.is_empty() && !within.alone.is_empty();
            if let [second, after @ ..] = others
                && is_chinese_alone
                && is_english(second)
            {
                self.push(&[*first], &[*second]);
                rest = after;
            } else {
                self.messages.extend(within.messages);
                self.alone.extend(within.alone);
            }
        }
    }
}

impl<'ast> Visit<'ast> for Messages {
    fn visit_item(&mut self, item: &'ast Item) {
        let attributes = match item {
            Item::Mod(it) => &it.attrs,
            Item::Fn(it) => &it.attrs,
            Item::Impl(it) => &it.attrs,
            _ => return visit::visit_item(self, item),
        };
        if !attributes.iter().any(is_for_tests) {
            visit::visit_item(self, item);
        }
    }

    fn visit_expr(&mut self, expr: &'ast Expr) {
        match expr {
            Expr::Struct(it) => match fields(it) {
                Some((zh, en)) => self.push(&[zh], &[en]),
                None => visit::visit_expr(self, expr),
            },
            Expr::Call(it) => self.beside(&it.args.iter().collect::<Vec<_>>()),
            Expr::MethodCall(it) => {
                self.visit_expr(&it.receiver);
                self.beside(&it.args.iter().collect::<Vec<_>>());
            }
            Expr::Tuple(it) => self.beside(&it.elems.iter().collect::<Vec<_>>()),
            Expr::Match(it) if it.arms.iter().any(|it| language(&it.pat).is_some()) => {
                self.visit_expr(&it.expr);
                self.by_language(&it.arms);
            }
            _ => visit::visit_expr(self, expr),
        }
    }

    fn visit_macro(&mut self, it: &'ast Macro) {
        for argument in arguments(it) {
            Visit::visit_expr(self, &argument);
        }
    }

    fn visit_lit_str(&mut self, it: &'ast LitStr) {
        let text = it.value();
        if is_chinese(&text) {
            self.alone.push(text);
        }
    }

    /// The documentation of options is what help prints.
    fn visit_attribute(&mut self, _: &'ast Attribute) {}

    fn visit_field(&mut self, it: &'ast syn::Field) {
        self.help(&it.attrs);
    }

    fn visit_variant(&mut self, it: &'ast syn::Variant) {
        self.help(&it.attrs);
        visit::visit_variant(self, it);
    }
}

impl Messages {
    fn by_language(&mut self, arms: &[Arm]) {
        let (mut zh, mut en) = (Vec::new(), Vec::new());
        for arm in arms {
            let mut within = Self::default();
            within.visit_expr(&arm.body);
            match language(&arm.pat) {
                Some(true) => zh.push(&*arm.body),
                Some(false) => en.push(&*arm.body),
                None if within.messages.is_empty() && !within.alone.is_empty() => {
                    zh.push(&*arm.body);
                }
                None => {
                    self.messages.extend(within.messages);
                    self.alone.extend(within.alone);
                }
            }
        }
        if zh.len() == en.len() {
            zh.iter().zip(&en).for_each(|(zh, en)| self.push(&[*zh], &[*en]));
        } else {
            self.push(&zh, &en);
        }
        self.messages.retain(|it| !it.zh.is_empty());
    }

    fn help(&mut self, attributes: &[Attribute]) {
        let lines: Vec<String> = attributes
            .iter()
            .filter_map(|it| match &it.meta {
                Meta::NameValue(it) if it.path.is_ident("doc") => texts(&it.value).pop(),
                _ => None,
            })
            .collect();
        if lines.iter().any(|it| it.contains('|')) {
            let parts = lines.iter().flat_map(|it| it.split('|')).flat_map(by_code);
            let parts = parts.map(|it| it.trim().to_owned()).filter(|it| !it.is_empty());
            let (zh, en): (Vec<_>, Vec<_>) = parts.partition(|it| is_mostly_chinese(it));
            if !zh.is_empty() {
                self.messages.push(Message { zh, en });
            }
        }
    }
}

/// `accepted, 1 不通过`: what one code means in English, and the next in Chinese.
fn by_code(part: &str) -> [&str; 2] {
    let ends_with_code = |it: &str| it.trim_end().ends_with(|it: char| it.is_ascii_digit());
    match part.split_at(part.find(is_ideograph).unwrap_or(0)) {
        (english, chinese) if ends_with_code(english) => [english, chinese],
        _ => [part, ""],
    }
}

/// English that quotes a word of the form is English.
fn is_mostly_chinese(text: &str) -> bool {
    let ideographs = text.chars().filter(|it| is_ideograph(*it)).count();
    let letters = text.chars().filter(char::is_ascii_alphabetic).count();
    ideographs > 0 && 3 * ideographs >= letters
}

/// The two fields of one that says something in both languages.
fn fields(it: &ExprStruct) -> Option<(&Expr, &Expr)> {
    let field = |name: &str| {
        let is_it = |it: &Member| matches!(it, Member::Named(it) if it == name);
        it.fields.iter().find(|it| is_it(&it.member)).map(|it| &it.expr)
    };
    field("zh").zip(field("en")).filter(|(zh, _)| texts(zh).iter().any(|it| is_chinese(it)))
}

/// Whether a pattern is for Chinese; nothing if it names no language.
fn language(pattern: &Pat) -> Option<bool> {
    match pattern {
        Pat::Path(it) => match it.path.segments.last()?.ident.to_string().as_str() {
            "Zh" => Some(true),
            "En" => Some(false),
            _ => None,
        },
        Pat::Tuple(it) => it.elems.iter().find_map(language),
        Pat::Guard(it) => language(&it.pat),
        _ => None,
    }
}

fn is_for_tests(it: &Attribute) -> bool {
    it.path().is_ident("test")
        || it.path().is_ident("cfg")
            && matches!(&it.meta, Meta::List(it) if it.tokens.to_string() == "test")
}

fn is_english(expr: &Expr) -> bool {
    let texts = texts(expr);
    texts.iter().any(|it| has_words(it)) && !texts.iter().any(|it| is_chinese(it))
}

fn has_words(text: &str) -> bool {
    text.contains(|it: char| it.is_ascii_alphabetic())
}

/// All texts of an expression.
fn texts(expr: &Expr) -> Vec<String> {
    #[derive(Default)]
    struct Texts(Vec<String>);
    impl<'ast> Visit<'ast> for Texts {
        fn visit_lit_str(&mut self, it: &'ast LitStr) {
            self.0.push(it.value());
        }

        fn visit_macro(&mut self, it: &'ast Macro) {
            for argument in arguments(it) {
                Visit::visit_expr(self, &argument);
            }
        }
    }
    let mut texts = Texts::default();
    texts.visit_expr(expr);
    texts.0
}

/// The arguments of a macro, if they are expressions.
fn arguments(it: &Macro) -> Vec<Expr> {
    let parser = Punctuated::<Expr, Token![,]>::parse_terminated;
    parser.parse2(it.tokens.clone()).map_or_else(|_| Vec::new(), |it| it.into_iter().collect())
}

/// The Chinese of the templates of pages, by the template.
pub(crate) fn templates() -> Vec<(PathBuf, Vec<String>)> {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = Vec::new();
    for it in fs::read_dir(crates.join("ogi-render/templates/html")).unwrap() {
        files.push(it.unwrap().path());
    }
    files.sort();
    let of = |file: PathBuf| {
        let template = fs::read_to_string(&file).unwrap();
        let plain = without(&without(&template, "{%", "%}"), "<", ">");
        let lines = plain.lines().map(str::trim).filter(|it| is_chinese(it)).map(str::to_owned);
        (file.strip_prefix(&crates).unwrap().to_owned(), lines.collect())
    };
    files.into_iter().map(of).collect()
}

/// A text without what stands between two marks, and these.
fn without(text: &str, from: &str, to: &str) -> String {
    let mut parts = text.split(from);
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for it in parts {
        kept += it.split_once(to).map_or("", |it| it.1);
    }
    kept
}

//! A new edition is a constant table: nothing outside the form names one.

// What helpers of tests unwrap fails the test.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

use syn::visit::{self, Visit};

/// Where editions are named: the form itself, and what makes reports for tests.
const NAMING: [&str; 2] = ["ogi-model/src/form", "ogi-testkit/src"];

/// The names of editions that code uses, tests and doc comments left out.
#[derive(Default)]
struct Named(Vec<String>);

/// `E2021`, `APPLICATIONS_2021`.
fn is_edition(name: &str) -> bool {
    let (rest, year) = name.split_at_checked(name.len().saturating_sub(4)).unwrap_or((name, ""));
    year.len() == 4
        && year.bytes().all(|it| it.is_ascii_digit())
        && (rest == "E" || rest.ends_with('_') && rest.to_uppercase() == rest)
}

fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|it| match &it.meta {
        syn::Meta::List(list) => list.path.is_ident("cfg") && list.tokens.to_string() == "test",
        syn::Meta::Path(path) => path.is_ident("test"),
        syn::Meta::NameValue(_) => false,
    })
}

impl<'ast> Visit<'ast> for Named {
    fn visit_item_mod(&mut self, it: &'ast syn::ItemMod) {
        if !is_test(&it.attrs) {
            visit::visit_item_mod(self, it);
        }
    }

    fn visit_item_fn(&mut self, it: &'ast syn::ItemFn) {
        if !is_test(&it.attrs) {
            visit::visit_item_fn(self, it);
        }
    }

    fn visit_ident(&mut self, it: &'ast syn::Ident) {
        self.0.extend(Some(it.to_string()).filter(|it| is_edition(it)));
    }

    fn visit_macro(&mut self, it: &'ast syn::Macro) {
        let tokens = it.tokens.to_string();
        let words = tokens.split(|it: char| !(it.is_alphanumeric() || it == '_'));
        self.0.extend(words.filter(|it| is_edition(it)).map(str::to_owned));
    }
}

fn named(source: &str) -> Vec<String> {
    let mut named = Named::default();
    named.visit_file(&syn::parse_file(source).unwrap());
    named.0
}

/// The files of modules that are there for tests only, declared in this one.
fn of_tests(path: &Path, source: &str) -> Vec<PathBuf> {
    let file = syn::parse_file(source).unwrap();
    let is_root =
        path.file_stem().is_some_and(|it| ["mod", "lib", "main"].iter().any(|name| it == *name));
    let folder = if is_root { path.parent().unwrap().to_owned() } else { path.with_extension("") };
    let modules = file.items.iter().filter_map(|it| match it {
        syn::Item::Mod(it) if it.content.is_none() && is_test(&it.attrs) => Some(it),
        _ => None,
    });
    modules.map(|it| folder.join(it.ident.to_string()).with_extension("rs")).collect()
}

fn sources(folder: &Path, all: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, all);
        } else if path.extension().is_some_and(|it| it == "rs") {
            all.push(path);
        }
    }
}

#[test]
fn only_the_form_names_editions() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut paths = Vec::new();
    for entry in fs::read_dir(crates).unwrap() {
        sources(&entry.unwrap().path().join("src"), &mut paths);
    }
    assert!(paths.len() > 300, "{}", paths.len());
    paths.sort();
    let files: Vec<_> =
        paths.into_iter().map(|it| (fs::read_to_string(&it).unwrap(), it)).collect();
    let of_tests: Vec<_> = files.iter().flat_map(|(text, path)| of_tests(path, text)).collect();
    assert!(of_tests.len() > 2, "{of_tests:?}");
    let mut wrong = Vec::new();
    for (text, path) in &files {
        let within = path.strip_prefix(crates).unwrap();
        if of_tests.contains(path) || NAMING.iter().any(|it| within.starts_with(it)) {
            continue;
        }
        let named = named(text);
        if !named.is_empty() {
            wrong.push(format!("{}: {}", within.display(), named.join(", ")));
        }
    }
    assert!(wrong.is_empty(), "editions are named outside the form:\n{}", wrong.join("\n"));
}

#[test]
fn a_name_is_seen_wherever_it_stands() {
    assert_eq!(named("fn a() { x(Edition::E2021); }"), ["E2021"]);
    assert_eq!(named("const A: &TableForm = TableForm::DISPUTES_2019;"), ["DISPUTES_2019"]);
    assert_eq!(named("fn a() { assert!(matches!(it, Edition::E2019)); }"), ["E2019"]);
    assert_eq!(
        named("/// Edition::E2021\nfn a() { before_2019(); Before2019; \"E2021\"; }"),
        [""; 0]
    );
    assert_eq!(named("#[cfg(test)] mod tests { fn a() { Edition::E2021; } }"), [""; 0]);
}

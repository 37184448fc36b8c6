//! Files that use one another in a circle cannot be understood one by one.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fs;
use std::path::{Path, PathBuf};

use syn::visit::{self, Visit};
use syn::{Attribute, ItemMod, ItemUse, UseTree};

use crate::root;

/// Circles of more than two files that are there all the same: the crate, its files in order, and why.
const LISTED: &[(&str, &[&str], &str)] = &[(
    "ogi-check",
    &["across", "explain", "judge", "rollup", "run"],
    "a run holds what rules of every kind see, and the kinds hand it to the rules",
)];

/// A file of a crate by its module: `[]` is the root.
type Module = Vec<String>;
/// Which files each file uses.
type Uses = BTreeMap<Module, BTreeSet<Module>>;

#[test]
fn no_more_than_two_files_use_one_another() {
    let mut found = BTreeSet::new();
    let mut crates: Vec<_> =
        fs::read_dir(root().join("crates")).unwrap().map(|it| it.unwrap().path()).collect();
    crates.sort();
    for it in crates {
        let name = it.file_name().unwrap().to_str().unwrap();
        let uses = uses_of(&it.join("src"));
        let on_a_circle = on_circles(&uses);
        let files: Vec<_> = on_a_circle.iter().map(|it| it.join("/")).collect();
        let listed = LISTED.iter().find(|it| it.0 == name);
        match listed {
            Some((_, listed, _)) => {
                assert_eq!(files, *listed, "{name}: the list is not what is there");
                found.insert(name.to_owned());
            }
            None => assert!(files.is_empty(), "{name}: {files:?} use one another in a circle"),
        }
    }
    assert_eq!(found.len(), LISTED.len(), "a crate of the list is gone");
}

#[test]
fn a_circle_is_seen() {
    let uses = |edges: &[(&str, &str)]| -> Uses {
        let mut uses = Uses::new();
        for (from, to) in edges {
            uses.entry(vec![(*to).to_owned()]).or_default();
            uses.entry(vec![(*from).to_owned()]).or_default().insert(vec![(*to).to_owned()]);
        }
        uses
    };
    let names = |edges: &[(&str, &str)]| on_circles(&uses(edges)).concat().concat();
    assert_eq!(names(&[("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")]), "abc");
    // Two files may use one another, and each a third.
    assert_eq!(names(&[("a", "b"), ("b", "a"), ("b", "c"), ("c", "b")]), "");
    assert_eq!(names(&[("a", "b"), ("b", "c"), ("a", "c")]), "");
}

#[test]
fn uses_are_seen() {
    let modules: BTreeSet<Module> = ["", "a", "a/b", "c"].iter().map(|it| module(it)).collect();
    let used = |of: &str, source: &str| {
        let file = syn::parse_file(source).unwrap();
        let uses = uses_in(&module(of), &file, &modules);
        uses.iter().map(|it| it.join("/")).collect::<Vec<_>>()
    };
    assert_eq!(used("c", "use crate::a::{self, b::{Deep, Deeper}};"), ["a", "a/b"]);
    assert_eq!(used("a/b", "use super::super::c::C;\nuse super::A as B;"), ["a", "c"]);
    assert_eq!(used("a/b", "mod inner { use super::super::Parent; }"), ["a"]);
    assert_eq!(used("a", "#[cfg(test)] mod tests { use crate::c::C; use super::*; }"), [""; 0]);
    assert_eq!(used("a", "fn f() { use crate::c::C; }"), ["c"]);
    assert_eq!(used("a", "use std::fmt;"), [""; 0]);
}

fn module(path: &str) -> Module {
    path.split('/').filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

/// The files that stand on a circle of more than two.
fn on_circles(uses: &Uses) -> Vec<Module> {
    let mut found = BTreeSet::new();
    for (from, used) in uses {
        for to in used {
            // A way back from what is used that is longer than one step.
            if let Some(way) = way_back(uses, to, from) {
                found.extend(way);
            }
        }
    }
    found.into_iter().collect()
}

/// The shortest way from a file to another that is not the direct one.
fn way_back(uses: &Uses, from: &Module, to: &Module) -> Option<Vec<Module>> {
    let mut ways = VecDeque::from([vec![from.clone()]]);
    let mut seen = BTreeSet::from([from.clone()]);
    while let Some(way) = ways.pop_front() {
        let last = &way[way.len() - 1];
        for next in &uses[last] {
            if next == to && way.len() > 1 {
                return Some([way, vec![to.clone()]].concat());
            }
            if next != to && seen.insert(next.clone()) {
                ways.push_back([way.clone(), vec![next.clone()]].concat());
            }
        }
    }
    None
}

fn uses_of(folder: &Path) -> Uses {
    let mut files = BTreeMap::new();
    add_files(folder, &Module::new(), &mut files);
    let modules = files.keys().cloned().collect();
    let uses = |module: &Module, path: &PathBuf| {
        let source = fs::read_to_string(path).unwrap();
        let file = syn::parse_file(&source).unwrap_or_else(|it| panic!("{path:?}: {it}"));
        uses_in(module, &file, &modules)
    };
    files.iter().map(|(module, path)| (module.clone(), uses(module, path))).collect()
}

/// Files named `tests.rs` are tests of the module that they stand in.
fn add_files(folder: &Path, module: &Module, files: &mut BTreeMap<Module, PathBuf>) {
    for path in fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()) {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let inside = [module.clone(), vec![name.clone()]].concat();
        if path.is_dir() {
            add_files(&path, &inside, files);
        } else if path.extension().is_some_and(|it| it == "rs") && name != "tests" {
            let is_folder = name == "mod" || module.is_empty() && matches!(&*name, "lib" | "main");
            files.insert(if is_folder { module.clone() } else { inside }, path);
        }
    }
}

/// The files that a file uses by lines that begin with `crate` or `super`, without itself.
fn uses_in(module: &Module, file: &syn::File, modules: &BTreeSet<Module>) -> BTreeSet<Module> {
    let mut lines = Lines { within: module.clone(), paths: Vec::new() };
    lines.visit_file(file);
    let file_of = |path: Module| {
        let known = (0..=path.len()).rev().map(|it| path[..it].to_vec());
        known.into_iter().find(|it| modules.contains(it)).unwrap_or_default()
    };
    lines.paths.into_iter().map(file_of).filter(|it| it != module).collect()
}

/// Collects what is used, as paths from the root of the crate.
struct Lines {
    within: Module,
    paths: Vec<Module>,
}

impl<'ast> Visit<'ast> for Lines {
    fn visit_item_mod(&mut self, it: &'ast ItemMod) {
        if it.attrs.iter().any(is_for_tests) {
            return;
        }
        self.within.push(it.ident.to_string());
        visit::visit_item_mod(self, it);
        self.within.pop();
    }

    fn visit_item_use(&mut self, it: &'ast ItemUse) {
        if !it.attrs.iter().any(is_for_tests) {
            self.add(&it.tree, None);
        }
    }
}

impl Lines {
    fn add(&mut self, tree: &UseTree, before: Option<Module>) {
        match tree {
            UseTree::Path(it) => {
                let after = match (before, &*it.ident.to_string()) {
                    (None, "crate") => Some(Module::new()),
                    (None, "super") => Some(without_last(self.within.clone())),
                    (None, _) => None,
                    (Some(path), "super") => Some(without_last(path)),
                    (Some(path), name) => Some([path, vec![name.to_owned()]].concat()),
                };
                if after.is_some() {
                    self.add(&it.tree, after);
                }
            }
            UseTree::Group(it) => {
                it.items.iter().for_each(|it| self.add(it, before.clone()));
            }
            UseTree::Name(it) if it.ident != "self" => {
                self.paths.extend(before.map(|path| [path, vec![it.ident.to_string()]].concat()))
            }
            UseTree::Rename(it) => {
                self.paths.extend(before.map(|path| [path, vec![it.ident.to_string()]].concat()))
            }
            UseTree::Name(_) | UseTree::Glob(_) => self.paths.extend(before),
        }
    }
}

fn without_last(mut path: Module) -> Module {
    path.pop();
    path
}

fn is_for_tests(attribute: &Attribute) -> bool {
    attribute.path().is_ident("cfg")
        && attribute.parse_args::<syn::Path>().is_ok_and(|it| it.is_ident("test"))
}

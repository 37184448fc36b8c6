//! What the README's first command compiles.

use std::collections::BTreeSet;
use std::fs;

use crate::{cargo, root};

/// The most crates that whoever tries `ogi` for the first time has to wait for.
const MOST: usize = 70;

#[test]
fn the_first_command_compiles_few_crates() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let command = readme.lines().find(|it| it.starts_with("cargo ")).unwrap();
    let words: Vec<_> = command.split_whitespace().collect();
    let package = words.windows(2).find(|it| it[0] == "-p").expect("it runs a package")[1];

    let tree = cargo(&["tree", "-p", package, "-e", "normal,build", "--prefix", "none"]);
    let crates: BTreeSet<_> = tree.lines().map(|it| it.trim_end_matches(" (*)")).collect();
    assert!(crates.iter().any(|it| it.starts_with("ogi ")), "{tree}");
    assert!(crates.len() <= MOST, "{}: {crates:#?}", crates.len());
}

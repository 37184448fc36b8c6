//! The public interface of each library is what `schema/public-api` lists, so that no change of it goes unseen.
//!
//! `OGI_GENERATE=1 cargo test -p ogi --test public_api -- --ignored` writes the lists anew. They come from rustdoc's JSON,
//! whose form belongs to one version of Rust: that of `rust-toolchain.toml` and of the crate `public-api`.

// Clippy knows tests, not what they call.
#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

const LISTS: &str = "schema/public-api";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The names of the libraries that are published, or of their lists.
fn names(folder: &str, is_one: impl Fn(&Path) -> bool) -> Vec<String> {
    let files = fs::read_dir(root().join(folder)).unwrap().map(|it| it.unwrap().path());
    let mut names: Vec<_> = files
        .filter(|it| is_one(it))
        .map(|it| it.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    names.sort();
    names
}

/// Documents the libraries, and where their JSON is.
fn document() -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let status = Command::new(env!("CARGO"))
        .args(["doc", "--locked", "--offline", "--quiet", "--workspace", "--lib", "--no-deps"])
        .args(["--all-features", "--target-dir"])
        .arg(target)
        .env("RUSTDOC", root().join(".ci/rustdoc"))
        .env("RUSTDOCFLAGS", "-Zunstable-options --output-format json")
        .current_dir(root())
        .status()
        .unwrap();
    assert!(status.success());
    target.join("doc")
}

/// Traits that every type has by itself are left out.
fn interface(json: PathBuf) -> String {
    let interface = public_api::Builder::from_rustdoc_json(json)
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        .build()
        .unwrap();
    interface.items().map(|it| format!("{it}\n")).collect()
}

#[test]
#[ignore = "documents the whole workspace; .ci/run does it"]
fn the_public_interface_is_as_listed() {
    let json = document();
    let mut stale = Vec::new();
    let is_published =
        |it: &Path| !["ogi-testkit", "ogi-wasm"].iter().any(|name| it.ends_with(name));
    let is_library = |it: &Path| it.join("src/lib.rs").exists() && is_published(it);
    let libraries = names("crates", is_library);
    for library in &libraries {
        let wanted = interface(json.join(library.replace('-', "_")).with_extension("json"));
        let list = root().join(LISTS).join(library).with_extension("txt");
        if env::var_os("OGI_GENERATE").is_some() {
            fs::create_dir_all(list.parent().unwrap()).unwrap();
            fs::write(&list, &wanted).unwrap();
        }
        if fs::read_to_string(&list).unwrap_or_default() != wanted {
            stale.push(library);
        }
    }
    assert_eq!(names(LISTS, Path::is_file), libraries, "a list is of no library");
    assert!(
        stale.is_empty(),
        "the lists of {stale:?} are stale: `OGI_GENERATE=1 cargo test -p ogi --test public_api -- --ignored` writes them anew",
    );
}

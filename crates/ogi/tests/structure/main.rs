//! How the workspace is built: which crate stands on which, which file uses which, and what the first command compiles.

// Clippy knows tests, not what they call.
#![allow(clippy::unwrap_used)]

mod arrows;
mod circles;
mod first_command;
mod packages;

use std::path::PathBuf;
use std::process::Command;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// What cargo prints, without a network.
fn cargo(args: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .args(args)
        .args(["--offline", "--color", "never"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

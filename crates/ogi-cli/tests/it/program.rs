//! Runs the program.

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

pub(crate) const SOUND_2021: &str = "civil-affairs-bureau-2025.txt";
pub(crate) const SOUND_2019: &str = "county-office-2020.txt";
pub(crate) const PLANTED: &str = "garden-street-2024.txt";

/// What a run printed and how it ended.
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Run {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap()
    }

    pub(crate) fn json_lines(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

/// The folder of the bundled reports.
pub(crate) fn reports() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/reports")
}

/// A bundled report.
pub(crate) fn report(name: &str) -> String {
    fs::read_to_string(reports().join(name)).unwrap()
}

pub(crate) fn command(args: &[impl AsRef<OsStr>]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ogi"));
    command.args(args).current_dir(reports()).env_remove("NO_COLOR").env("TERM", "xterm");
    command
}

/// Runs it in the folder of the bundled reports.
pub(crate) fn ogi<const N: usize>(args: [&str; N]) -> Run {
    finish(command(&args).stdin(Stdio::null()))
}

/// Runs it in another folder.
pub(crate) fn ogi_in<const N: usize>(folder: &Path, args: [&str; N]) -> Run {
    finish(command(&args).current_dir(folder).stdin(Stdio::null()))
}

/// Runs it with text on standard input.
pub(crate) fn ogi_with<const N: usize>(args: [&str; N], input: &str) -> Run {
    run_with(&args, input)
}

/// The same with any number of arguments.
pub(crate) fn run_with(args: &[&str], input: &str) -> Run {
    let mut command = command(args);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    Run {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

fn finish(command: &mut Command) -> Run {
    let output = command.output().unwrap();
    Run {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// An empty folder for a test.
pub(crate) fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

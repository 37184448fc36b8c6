//! The definitions for pre-commit and for GitHub work with the exit codes 0, 1, 2 and 3.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::program::{PLANTED, SOUND_2021, folder, report};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A folder with a report for each exit code.
fn repository(test: &str) -> PathBuf {
    let folder = folder(test);
    let blank = report(SOUND_2021).replace("\n46\n", "\n\u{a0}\n");
    for (name, text) in [
        ("0.txt", report(SOUND_2021)),
        ("1.txt", report(PLANTED)),
        ("2.txt", "关于放假的通知\n".to_owned()),
        ("3.txt", blank),
    ] {
        fs::write(folder.join(name), text).unwrap();
    }
    folder
}

/// A shell that finds the program; `None` where there is no shell.
fn shell(script: &str, folder: &Path) -> Option<Command> {
    let program = Path::new(env!("CARGO_BIN_EXE_ogi")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap_or_default());
    if Command::new("bash").arg("--version").output().is_err() {
        println!("!!! SKIPPED: bash is not here");
        return None;
    }
    let mut command = Command::new("bash");
    command.args(["-eo", "pipefail", "-c", script]).current_dir(folder).env("PATH", path);
    Some(command)
}

/// The script of the last step.
fn script() -> String {
    let action = fs::read_to_string(root().join("action.yml")).unwrap();
    let (_, script) = action.rsplit_once("      run: |\n").unwrap();
    script.lines().map(|it| it.strip_prefix("        ").unwrap_or(it).to_owned() + "\n").collect()
}

#[test]
fn the_action_ends_as_the_check_does() {
    let folder = repository("action");
    for (paths, allow, code) in [
        ("0.txt", "false", 0),
        ("0.txt\n1.txt\n", "false", 1),
        ("2.txt", "false", 2),
        ("3.txt", "false", 3),
        ("3.txt", "true", 0),
        ("1.txt\n2.txt", "true", 2),
    ] {
        let Some(mut command) = shell(&script(), &folder) else { return };
        let (summary, output) = (folder.join("summary.md"), folder.join("output.txt"));
        for file in [&summary, &output] {
            let _ = fs::remove_file(file);
        }
        let run = command
            .envs([
                ("OGI_PATHS", paths),
                ("OGI_POLICY", ""),
                ("OGI_LANG", "zh"),
                ("OGI_ALLOW_INCOMPLETE", allow),
                ("OGI_SARIF", "ogi.sarif"),
            ])
            .env("GITHUB_STEP_SUMMARY", &summary)
            .env("GITHUB_OUTPUT", &output)
            .output()
            .unwrap();
        assert_eq!(run.status.code(), Some(code), "{paths:?} {run:?}");
        assert_eq!(fs::read_to_string(&output).unwrap(), format!("exit-code={code}\n"));
        let sarif = fs::read_to_string(folder.join("ogi.sarif")).unwrap();
        let sarif: serde_json::Value = serde_json::from_str(&sarif).unwrap();
        assert_eq!(sarif["version"], "2.1.0");
        assert!(fs::read_to_string(&summary).unwrap().contains('|'));
    }
}

#[test]
fn the_hook_stops_what_is_not_accepted() {
    let folder = repository("hook");
    let hooks = fs::read_to_string(root().join(".pre-commit-hooks.yaml")).unwrap();
    let entry = hooks.lines().find_map(|it| it.trim().strip_prefix("entry: ")).unwrap();
    for (files, code) in [
        ("0.txt", 0),
        ("0.txt 1.txt", 1),
        ("2.txt", 2),
        ("3.txt", 3),
        ("--allow-incomplete 3.txt", 0),
    ] {
        let Some(mut command) = shell(&format!("{entry} {files}"), &folder) else { return };
        let run = command.output().unwrap();
        assert_eq!(run.status.code(), Some(code), "{files} {run:?}");
        let is_silent = run.stdout.is_empty() && run.stderr.is_empty();
        assert_eq!(is_silent, files == "0.txt", "{files}");
    }
}

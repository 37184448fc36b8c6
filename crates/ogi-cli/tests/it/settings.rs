//! `ogi.toml`, `--color`, `--quiet` and `--verbose`

use std::fs;
use std::path::PathBuf;

use crate::program::{PLANTED, SOUND_2021, command, folder, ogi, ogi_in, report};

/// A folder of two reports with settings above it.
fn project(test: &str, settings: &str) -> PathBuf {
    let folder = folder(test);
    fs::create_dir_all(folder.join("in/2025")).unwrap();
    fs::write(folder.join("ogi.toml"), settings).unwrap();
    fs::write(folder.join("policy.toml"), "[levels]\nt4-sum = \"info\"\n").unwrap();
    fs::write(folder.join("in/2025/a.txt"), report(PLANTED)).unwrap();
    fs::write(folder.join("in/2025/附件.txt"), report(SOUND_2021)).unwrap();
    folder
}

fn severity_of_sum(run: &crate::program::Run) -> String {
    let file = &run.json()["files"][0];
    let findings = file["findings"].as_array().unwrap();
    let sum = findings.iter().find(|it| it["rule"] == "t4-sum").unwrap();
    sum["severity"].as_str().unwrap().to_owned()
}

#[test]
fn settings_are_found_above_the_file() {
    let folder = project("settings", "policy = \"policy.toml\"\nexclude = [\"附件*\"]\n");
    let run = ogi_in(&folder, ["check", "in/2025/a.txt", "--format", "json"]);
    assert_eq!(severity_of_sum(&run), "info");
    // From elsewhere it is the same: what counts is where the file is.
    let file = folder.join("in/2025/a.txt");
    assert_eq!(
        severity_of_sum(&ogi(["check", file.to_str().unwrap(), "--format", "json"])),
        "info"
    );
    let run = ogi_in(&folder, ["check", "in", "--format", "json"]);
    assert_eq!(run.json()["files"].as_array().unwrap().len(), 1);
    // What the command line says counts more.
    fs::write(folder.join("own.toml"), "").unwrap();
    let own = ["check", "in", "--format", "json", "--policy", "own.toml", "--exclude", "none"];
    let run = ogi_in(&folder, own);
    assert_eq!(severity_of_sum(&run), "error");
    assert_eq!(run.json()["files"].as_array().unwrap().len(), 2);
    let run = ogi_in(&folder, ["check", "in", "--format", "json", "--no-settings"]);
    assert_eq!(run.json()["files"].as_array().unwrap().len(), 2);
}

#[test]
fn the_file_that_is_used_is_stated_to_those_who_ask() {
    let folder = project("settings-stated", "policy = \"policy.toml\"\n");
    let quiet = ogi_in(&folder, ["check", "in/2025/a.txt"]);
    assert_eq!(quiet.err, "");
    let stated = ogi_in(&folder, ["check", "in/2025/a.txt", "--verbose"]);
    let line = stated.err.lines().next().unwrap();
    assert!(line.starts_with("设置：") && line.ends_with("ogi.toml (policy)"), "{line}");
    let named = ["check", "in/2025/a.txt", "-v", "--settings", "ogi.toml", "--lang", "en"];
    assert_eq!(ogi_in(&folder, named).err, "settings: ogi.toml (policy)\n");
    let none = ogi_in(&folder, ["check", "in/2025/a.txt", "-v", "--no-settings"]);
    assert_eq!(none.err, "");
}

#[test]
fn mistakes_in_settings_have_their_place() {
    let folder = project("settings-wrong", "policy = \"policy.toml\"\npolcy = 1\n");
    let run = ogi_in(&folder, ["check", "in/2025/a.txt"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("ogi.toml: 第2行第1列有误。可以写 policy、"), "{}", run.err);
    fs::write(folder.join("ogi.toml"), "include = [\"a\", \"[\"]\n").unwrap();
    let run = ogi_in(&folder, ["check", "in/2025/a.txt", "--lang", "en"]);
    assert!(run.err.contains("ogi.toml: line 1, column 17: "), "{}", run.err);
}

/// Two policies for one run would be a riddle.
#[test]
fn inputs_below_several_settings_are_refused() {
    let folder = project("settings-several", "");
    fs::create_dir(folder.join("other")).unwrap();
    fs::write(folder.join("other/ogi.toml"), "").unwrap();
    fs::write(folder.join("other/b.txt"), report(SOUND_2021)).unwrap();
    let run = ogi_in(&folder, ["check", "in/2025/a.txt", "other/b.txt"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("不是同一个") && run.err.contains("--settings"), "{}", run.err);
    let run = ogi_in(&folder, ["check", "in/2025/a.txt", "other/b.txt", "--no-settings"]);
    assert_eq!(run.code, 1);
}

#[test]
fn colour_is_as_wanted() {
    let has_colour = |args: &[&str], no_color: Option<&str>| {
        let mut command = command(args);
        if let Some(value) = no_color {
            command.env("NO_COLOR", value);
        }
        let output = command.output().unwrap();
        output.stdout.contains(&0x1b)
    };
    assert!(has_colour(&["check", PLANTED, "--color", "always"], None));
    assert!(has_colour(&["check", PLANTED, "--color=always"], Some("1")));
    assert!(!has_colour(&["check", PLANTED, "--color", "never"], None));
    assert!(!has_colour(&["check", PLANTED], None));
    assert!(has_colour(&["check", "--help", "--color", "always"], None));
    assert!(!has_colour(&["check", "--help"], None));
}

#[test]
fn quiet_says_only_what_is_wrong() {
    let sound = ogi(["check", "--quiet", SOUND_2021]);
    assert_eq!((sound.code, &sound.out[..], &sound.err[..]), (0, "", ""));
    let both = ogi(["check", "-q", SOUND_2021, PLANTED]);
    let planted = ogi(["check", PLANTED]);
    assert_eq!((both.code, both.out), (1, planted.out));
    let folder = project("quiet", "");
    fs::write(folder.join("in/Thumbs.db"), "").unwrap();
    assert!(ogi_in(&folder, ["check", "in"]).err.contains("Thumbs.db"));
    assert_eq!(ogi_in(&folder, ["check", "in", "-q"]).err, "");
    // What could not be read is wrong.
    assert!(!ogi(["check", "-q", "no-such-file.txt"]).err.is_empty());
    assert_eq!(ogi(["check", "-q", "-v", PLANTED]).code, 2);
}

#[test]
fn verbose_names_all_that_is_skipped() {
    let folder = project("verbose", "");
    for n in 0..12 {
        fs::write(folder.join(format!("in/{n:02}.png")), "").unwrap();
    }
    let run = ogi_in(&folder, ["check", "in"]);
    assert!(!run.err.contains("11.png") && run.err.contains("等"), "{}", run.err);
    assert!(ogi_in(&folder, ["check", "in", "--verbose"]).err.contains("11.png"));
}

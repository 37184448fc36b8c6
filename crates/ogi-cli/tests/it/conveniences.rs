//! `ogi explain`, `ogi schema`, `ogi generate`

use std::fs;
use std::path::Path;

use crate::program::{folder, ogi};

#[test]
fn a_rule_with_its_example() {
    insta::assert_snapshot!("explain-rule-zh", ogi(["explain", "t4-sum"]).out);
    insta::assert_snapshot!(
        "explain-rule-en",
        ogi(["--lang", "en", "explain", "series-stock"]).out
    );
    // The same under its other name.
    for rule in ["t4-sum", "rollup-missing"] {
        assert_eq!(ogi(["rules", rule]).out, ogi(["explain", rule]).out);
    }
    let json = ogi(["explain", "t4-sum", "--format", "json"]).json();
    assert_eq!(json["id"], "t4-sum");
    assert_ne!(json["example"]["failing"], json["example"]["mended"]);
    assert_eq!(ogi(["explain", "t9-nothing"]).code, 2);
}

#[test]
fn schemas_are_those_that_are_committed() {
    let listed = ogi(["schema"]);
    assert_eq!(listed.code, 0);
    let names: Vec<_> =
        listed.out.lines().map(|it| it.split(' ').next().unwrap().to_owned()).collect();
    assert_eq!(names, ["report", "findings", "policy", "export"]);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema");
    for name in names {
        let committed = fs::read_to_string(folder.join(format!("{name}.schema.json"))).unwrap();
        assert_eq!(ogi(["schema", &name]).out, committed, "{name}");
    }
    assert_eq!(ogi(["schema", "nothing"]).code, 2);
    assert!(ogi(["schema", "--lang", "en"]).out.is_ascii());
}

#[test]
fn completions_know_the_commands() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let run = ogi(["generate", shell]);
        assert_eq!((run.code, &run.err[..]), (0, ""), "{shell}");
        assert!(run.out.contains("explain") && run.out.contains("export"), "{shell}");
    }
    let zsh = ogi(["generate", "zsh", "--lang", "en"]).out;
    assert!(zsh.contains("One JSON object") && !zsh.contains("对象"));
    // Bash itself takes it.
    let script = folder("completions").join("ogi.bash");
    fs::write(&script, ogi(["generate", "bash"]).out).unwrap();
    match std::process::Command::new("bash").arg("-n").arg(&script).status() {
        Ok(status) => assert!(status.success()),
        Err(_) => eprintln!("!!! SKIPPED: bash is not here"),
    }
}

#[test]
fn man_pages_are_in_one_language() {
    let page = ogi(["generate", "man", "--lang", "en"]).out;
    assert!(page.contains(".TH ogi 1") && page.contains("Reads, checks and converts"));
    assert!(!page.contains("核对"), "{page}");
    let folder = folder("man");
    let path = folder.to_str().unwrap();
    assert_eq!(ogi(["generate", "man", "-o", path]).code, 0);
    let names = fs::read_dir(&folder).unwrap().map(|it| it.unwrap().file_name());
    let mut names: Vec<_> = names.map(|it| it.into_string().unwrap()).collect();
    names.sort();
    assert!(names.contains(&"ogi.1".to_owned()) && names.contains(&"ogi-check.1".to_owned()));
    let check = fs::read_to_string(folder.join("ogi-check.1")).unwrap();
    assert!(
        check.contains("核对报告的数字，以及是否符合规定格式")
            && !check.contains("Check figures and form")
    );
    // What is there is not written over.
    assert_eq!(ogi(["generate", "man", "-o", path]).code, 2);
}

//! `ogi rules`

use crate::program::ogi;

#[test]
fn list() {
    let run = ogi(["rules"]);
    assert_eq!((run.code, &run.err[..]), (0, ""));
    insta::assert_snapshot!("rules-zh", run.out);
    insta::assert_snapshot!("rules-en", ogi(["rules", "--lang", "en"]).out);
}

#[test]
fn one_in_full() {
    insta::assert_snapshot!("rule-zh", ogi(["rules", "t3-balance"]).out);
    insta::assert_snapshot!("rule-en", ogi(["--lang", "en", "rules", "t3-balance"]).out);
    let run = ogi(["rules", "t9-nothing"]);
    assert_eq!((run.code, &run.out[..]), (2, ""));
    assert_eq!(run.err, "没有编号为“t9-nothing”的规则。请用 ogi rules 查看全部规则。\n");
}

#[test]
fn as_json() {
    let all = ogi(["rules", "--format", "json"]).json();
    let ids: Vec<_> = all.as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap()).collect();
    let listed = ogi(["rules"]).out;
    assert!(listed.lines().map(|it| it.split(' ').next().unwrap()).eq(ids));
    let one = ogi(["rules", "--format", "json", "t4-sum"]).json();
    assert!(all.as_array().unwrap().contains(&one));
}

//! `ogi claims`

use serde_json::{Value, json};

use crate::program::{SOUND_2021, ogi, ogi_with};

const TEXT: &str = "\
示例市民政局2025年政府信息公开工作年度报告
一、总体情况
我局受理政府信息公开申请8件，指导各镇街办理30件。因政府信息公开引发的行政复议4件。
四、政府信息公开行政复议、行政诉讼情况
| 类型 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 行政复议 | 3 | 0 | 0 | 0 | 3 |
| 未经复议直接起诉 | 0 | 0 | 0 | 0 | 0 |
| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |
";

#[test]
fn claims_have_verdicts_cells_and_places() {
    let run = ogi_with(["--lang", "en", "claims", "-"], TEXT);
    assert_eq!((run.code, &run.err[..]), (0, ""));
    assert_eq!(
        run.out,
        "-
  line 3, column 1  我局受理政府信息公开申请8件: figures are missing, so nobody can say
      “Requests newly received this year / Total” = ?
      “Requests newly received this year / Total” plus “Requests carried in from last year / Total” = ?
  line 3, column 16  指导各镇街办理30件: speaks of figures that are not this report's
  line 3, column 27  因政府信息公开引发的行政复议4件: contradicts the figures
      “Administrative reconsideration / Total” = 3
0 agree, 1 contradict, 1 of other scope, 1 unlinked
"
    );
}

#[test]
fn a_sound_report_agrees_with_itself() {
    let json = ogi(["claims", "--format", "json", SOUND_2021]).json();
    let claims = json["files"][0]["claims"].as_array().unwrap();
    let verdicts: Vec<_> = claims.iter().map(|it| &it["verdict"]).collect();
    assert!(verdicts.len() > 5 && !verdicts.contains(&&json!("contradict")), "{verdicts:?}");
    let received = claims.iter().find(|it| it["value"]["value"] == 46).unwrap();
    assert_eq!(received["verdict"], "agree");
    assert_eq!(received["figures"][0], 46);
    assert_eq!(received["about"]["any_of"][0]["plus"][0]["row"], "newly_received");
    assert!(received["place"]["line"].is_number());
}

#[test]
fn a_file_that_is_none_has_an_error() {
    let run = ogi_with(["claims", "--format", "jsonl", "-"], "关于放假的通知");
    assert_eq!(run.code, 2);
    let line: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((&line["error"]["kind"], &line["claims"]), (&json!("not-a-report"), &json!([])));
}

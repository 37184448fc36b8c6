//! `ogi check FOLDER --across`: bodies beside one another, and series that go on under another name.

use std::fs;
use std::path::Path;

use ogi::{Edition, Report};
use ogi_testkit::{Generator, Layout};
use serde_json::{Value, json};

use crate::program::{Run, folder, ogi_in};

/// Overviews that have no thirteen characters in common.
const HARBOUR: &str = "全年围绕渔港疏浚和冷链仓储两条主线更新了四个栏目，码头泊位安排按周张贴在调度室外墙，渔民在岸边便能抄录。\
    依申请公开由法规股专人登记，来信拆封、编号、转办都留有签字。保密审查两人背靠背进行，平台由信息员逐日巡看，监督电话贴在窗口。";
const ORCHARD: &str = "果树修剪技术要点随农时分十二期刊出，苗圃检疫结果附照片挂网，种植大户可凭编号查询。\
    收到的来函先电话核实所需材料再寄出答复。信息上网前经植保站审核，公众号每逢周二推送，年底请村民代表评议并纳入培训。";

/// A report of this body and year.
fn report(agency: &str, year: u16, seed: u64, overview: &str) -> Report {
    let mut report = Generator::new(seed).edition(Edition::E2021).report();
    report.title = Some(format!("{agency}{year}年政府信息公开工作年度报告"));
    report.preamble = Some(format!("本报告所列数据的统计期限为{year}年1月1日至12月31日。"));
    (report.agency, report.year) = (Some(agency.into()), Some(year));
    report.overview = Some(overview.into());
    report.problems = Some(format!("更新{seed}个栏目不够及时。已安排专人逐月清点。"));
    report
}

fn write(folder: &Path, name: &str, report: &Report) {
    fs::write(folder.join(name), Layout::A1.write(report)).unwrap();
}

/// The second has the words of the first, the third its own; before them a file that is none.
fn bodies(name: &str) -> std::path::PathBuf {
    let folder = folder(name);
    fs::write(folder.join("0.txt"), "各单位请于1月20日前报送。\n").unwrap();
    write(&folder, "1.txt", &report("示例市渔业局", 2025, 1, HARBOUR));
    write(&folder, "2.txt", &report("示例市港口局", 2025, 2, HARBOUR));
    write(&folder, "3.txt", &report("示例市果业局", 2025, 3, ORCHARD));
    folder
}

fn across(folder: &Path, more: &[&str]) -> Run {
    let args = ["check", ".", "--across", "--select", "corpus-", "--format", "json"];
    match more {
        [] => ogi_in(folder, args),
        [a, b] => {
            let [c, d, e, f, g, h, i] = args;
            ogi_in(folder, [c, d, e, f, g, h, i, a, b])
        }
        _ => panic!("{more:?}"),
    }
}

/// The rules of the findings of each file.
fn rules(run: &Run) -> Vec<Vec<String>> {
    let json = run.json();
    let of_file = |it: &Value| {
        let findings = it["findings"].as_array().into_iter().flatten();
        findings.map(|it| it["rule"].as_str().unwrap().to_owned()).collect()
    };
    json["files"].as_array().unwrap().iter().map(of_file).collect()
}

#[test]
fn words_of_another_body_are_stated_of_both() {
    let folder = bodies("across");
    let run = across(&folder, &[]);
    let text = vec!["corpus-copied-text".to_owned()];
    assert_eq!(rules(&run), [vec![], text.clone(), text, vec![]], "{}", run.out);
    let finding = &run.json()["files"][1]["findings"][0];
    let said = finding["message"]["zh"].as_str().unwrap();
    assert!(said.starts_with("文字与“示例市港口局”2025年的报告雷同"), "{said}");
    // A file that is none has its place, and the others keep their numbers.
    assert_eq!(run.json()["files"][0]["error"]["kind"], json!("not-a-report"), "{}", run.out);
}

#[test]
fn figures_of_another_body_are_stated() {
    let folder = folder("across-tables");
    for (n, (agency, seed)) in
        [("示例市渔业局", 1), ("示例市果业局", 1), ("示例市港口局", 9)].into_iter().enumerate()
    {
        let overview = [HARBOUR, ORCHARD, "无。"][n];
        write(&folder, &format!("{n}.txt"), &report(agency, 2025, seed, overview));
    }
    let found = rules(&across(&folder, &[]));
    let tables = |n: usize| found[n].iter().filter(|it| *it == "corpus-copied-table").count();
    assert!(tables(0) > 0 && tables(0) == tables(1), "{found:?}");
    assert_eq!(found[2], [""; 0]);
}

/// Other years of the same body are its own, under an earlier name too.
#[test]
fn a_body_copies_from_itself_freely() {
    let folder = folder("across-years");
    write(&folder, "1.txt", &report("示例市渔业局", 2024, 1, HARBOUR));
    write(&folder, "2.txt", &report("示例市渔业局", 2025, 1, HARBOUR));
    assert_eq!(rules(&across(&folder, &[])), [[""; 0], [""; 0]]);
    write(&folder, "3.txt", &report("示例市海洋与渔业局", 2023, 3, HARBOUR));
    assert!(rules(&across(&folder, &[])).iter().all(|it| it == &["corpus-copied-text"]));
    fs::write(folder.join("aliases.toml"), "\"示例市渔业局\" = [\"示例市海洋与渔业局\"]\n")
        .unwrap();
    let run = across(&folder, &["--aliases", "aliases.toml"]);
    assert_eq!(rules(&run), [[""; 0], [""; 0], [""; 0]], "{}", run.out);
}

/// The rest of what a check says is the same as without.
#[test]
fn everything_else_is_judged_as_without() {
    let folder = bodies("across-else");
    let args = |across| ["check", ".", across, "--ignore", "corpus-", "--format", "json"];
    let beside = ogi_in(&folder, args("--across"));
    let alone = ogi_in(&folder, args("--quiet"));
    let findings = |run: &Run| {
        let json = run.json();
        json["files"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it["findings"].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!((findings(&beside), beside.code), (findings(&alone), alone.code));
    assert!(!alone.out.contains("corpus-copied"));
}

#[test]
fn one_report_is_not_beside_others() {
    let folder = bodies("across-one");
    let run = ogi_in(&folder, ["check", "1.txt", "--across"]);
    assert_eq!((run.code, &run.out[..]), (2, ""));
    assert!(run.err.contains("--across"), "{}", run.err);
    let run = ogi_in(&folder, ["check", ".", "--across", "--series"]);
    assert_eq!((run.code, &run.out[..]), (2, ""));
}

/// Where one name ends and another begins with the same words, `--aliases` is suggested until it is stated.
#[test]
fn a_series_under_another_name_suggests_aliases() {
    let folder = folder("successors");
    // As long as a narrative has to be before its words say anything.
    let long = [HARBOUR, ORCHARD].concat();
    write(&folder, "2023.txt", &report("示例市大数据管理局", 2023, 1, &long));
    write(&folder, "2024.txt", &report("示例市数据局", 2024, 2, &long));
    let args = |lang| ["check", ".", "--series", "--select", "series-", "--lang", lang];
    let run = ogi_in(&folder, args("zh"));
    assert!(
        run.err.contains("“示例市大数据管理局”的报告止于2023年，“示例市数据局”的始于2024年")
            && run.err.contains("--aliases"),
        "{}",
        run.err
    );
    let run = ogi_in(&folder, args("en"));
    assert!(run.err.contains("say so by --aliases"), "{}", run.err);

    fs::write(folder.join("aliases.toml"), "\"示例市数据局\" = [\"示例市大数据管理局\"]\n")
        .unwrap();
    let [a, b, c, d, e, f, g] = args("zh");
    let run = ogi_in(&folder, [a, b, c, d, e, f, g, "--aliases", "aliases.toml"]);
    assert!(!run.err.contains("--aliases"), "{}", run.err);
    assert!(run.out.contains("2023（无上年可比）、2024"), "{}", run.out);

    // Other words are another body's.
    write(&folder, "2024.txt", &report("示例市数据局", 2024, 2, ORCHARD));
    assert!(!ogi_in(&folder, args("zh")).err.contains("--aliases"));
}

//! Pages that are no report, invented, and those of the corpus beside the project.

#![cfg(feature = "html")]
// Helpers of tests unwrap and print.
#![allow(clippy::unwrap_used, clippy::print_stderr)]

use std::fs;
use std::path::Path;

use ogi_import::read;
use ogi_parse::ReadOptions;

fn kind(page: &[u8]) -> &'static str {
    read(page, &ReadOptions::default()).err().map_or("read", |it| it.kind())
}

#[test]
fn pages_say_what_they_are() {
    for (expected, page) in [
        (
            "notice",
            "<title>关于做好2024年政府信息公开工作年度报告编制工作的通知</title><p>各县（市、区）人民政府，市直各部门：</p>\
             <p>根据《条例》，现就有关事项通知如下，请于1月20日前报送。</p>",
        ),
        (
            "explanation",
            "<h1>示例市民政局2024年政府信息公开工作年度报告解读</h1><p>全年主动公开信息三千条。</p>\
             <p>受理申请31件，均按期答复。</p>",
        ),
        (
            "list",
            "<title>政府信息公开年报_示例市</title><ul><li><a href='a.html'>示例市民政局2024年政府信息公开工作年度报告</a> \
             <span>2025-01-20</span></li><li><a href='b.html'>示例市教育局2024年政府信息公开工作年度报告</a> \
             <span>2025-01-21</span></li></ul>",
        ),
        (
            "before-2019",
            "<h1>示例市2016年政府信息公开工作年度报告</h1><p>一、概述</p><p>全年工作有序开展。</p>\
             <p>二、主动公开政府信息情况</p><p>主动公开2069条。</p><table><tr><td>指标名称</td><td>计量单位</td><td>2016年度</td></tr>\
             <tr><td>主动公开文件数</td><td>条</td><td>2069</td></tr></table>",
        ),
        (
            "university",
            "<h1>示例大学2022-2023学年信息公开工作年度报告</h1><p>按照《高等学校信息公开办法》编制。</p><p>一、概述</p>",
        ),
    ] {
        let page = format!("<!doctype html><meta charset=utf-8>{page}");
        assert_eq!(kind(page.as_bytes()), expected, "{page}");
    }
}

/// The sources of the corpus beside the project that are no reports are refused as what they are.
#[test]
fn known_sources() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/wild/negative");
    if !folder.exists() {
        eprintln!("!!! SKIPPED: no {}", folder.display());
        return;
    }
    for (name, expected) in [
        ("explanation-2016-201.txt", "explanation"),
        ("notice-2021-format.txt", "notice"),
        ("ordos-list.html", "list"),
        ("pingtan-2017.txt", "before-2019"),
        ("pingtan-2018-old-form.txt", "before-2019"),
    ] {
        assert_eq!(kind(&fs::read(folder.join(name)).unwrap()), expected, "{name}");
    }
}

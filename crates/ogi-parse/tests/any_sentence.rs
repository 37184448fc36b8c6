//! Sentences of any kind: no panic, sound places, and no time that grows faster than the text.

#![allow(clippy::unwrap_used)]

use ogi_check::verdicts;
use ogi_model::{Edition, Report, Section};
use ogi_parse::{ReadOptions, read};
use ogi_testkit::Layout;
use proptest::prelude::*;

const PIECES: &[&str] = &[
    "收到",
    "政府信息公开申请",
    "依申请公开",
    "上年结转",
    "结转下年度",
    "办结",
    "予以公开",
    "不予公开",
    "其中",
    "自然人",
    "行政复议",
    "行政诉讼",
    "结果维持",
    "均获维持",
    "未收到",
    "无",
    "全部",
    "分别为",
    "各",
    "占",
    "指导",
    "全市",
    "我局",
    "其他",
    "同比增长",
    "3件",
    "12件",
    "０件",
    "1,113件",
    "三十一件",
    "5%",
    "33.9%",
    "4元",
    "200余件",
    "1.2万件",
    "2024年",
    "2023年结转",
    "，",
    "、",
    "；",
    "：",
    "。",
    "（",
    "）",
    " ",
    "\n",
    "甲乙",
    "件",
    "1",
    ",",
    ".",
    "\u{3000}",
    "规章",
    "废止",
    "信息",
    "信息处理费",
];

fn text_of(sentences: &str) -> String {
    let report = Report::builder(Edition::E2021)
        .agency("示例市民政局")
        .year(2024)
        .narrative(Section::Overview, sentences)
        .build();
    Layout::A4.write(&report.unwrap())
}

proptest! {
    #[test]
    fn claims_have_places_and_verdicts(
        pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..40),
    ) {
        let text = text_of(&pieces.concat());
        let reading = read(&text, &ReadOptions::default()).unwrap();
        for (n, claim) in reading.claims.iter().enumerate() {
            let span = claim.place.span().unwrap();
            prop_assert!(reading.text.get(span.clone()).is_some_and(|it| !it.is_empty()), "{claim:?}");
            prop_assert!(claim.of.is_none_or(|it| it < n));
        }
        let verdicts = verdicts(&reading);
        prop_assert!(verdicts.iter().map(|it| it.claim).eq(0..reading.claims.len()));
    }
}

/// Each of these is quadratic for a reader that looks back, ahead or around too far.
#[test]
fn long_sentences_are_read() {
    for piece in [
        "其中自然人1件，",
        "（",
        "（其中1件",
        "1 ",
        "予以公开",
        "1件，其中",
        "行政复议、",
        "1，",
        "收到政府信息公开申请1件，占5%",
    ] {
        let text =
            text_of(&format!("收到政府信息公开申请9件{}", piece.repeat(60_000 / piece.len())));
        let reading = read(&text, &ReadOptions::default()).unwrap();
        assert!(verdicts(&reading).len() == reading.claims.len(), "{piece}");
    }
}

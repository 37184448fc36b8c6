//! Words that several outputs have in common.

use ogi_model::{Language, Severity, Words};

/// What is found out, as a heading.
pub(crate) const RESULT: Words = Words { zh: "核对结果", en: "result of the check" };
/// The title of what is said of many reports.
pub(crate) const RESULTS: Words =
    Words { zh: "年度报告核对结果", en: "Annual reports checked" };

/// The heads of lists of reports and of findings.
pub(crate) const FILE: Words = Words { zh: "文件", en: "file" };
pub(crate) const AGENCY: Words = Words { zh: "机关", en: "agency" };
pub(crate) const YEAR: Words = Words { zh: "年度", en: "year" };
pub(crate) const VERDICT: Words = Words { zh: "结论", en: "verdict" };
pub(crate) const SEVERITY: Words = Words { zh: "级别", en: "severity" };
pub(crate) const RULE: Words = Words { zh: "规则", en: "rule" };
pub(crate) const FINDING: Words = Words { zh: "问题", en: "finding" };
pub(crate) const CELL: Words = Words { zh: "所在单元格", en: "cell" };
pub(crate) const PRINTED: Words = Words { zh: "表中", en: "printed" };
pub(crate) const EXPECTED: Words = Words { zh: "应为", en: "expected" };
pub(crate) const CAUSE: Words = Words { zh: "可能的原因", en: "possible cause" };
pub(crate) const PLACE: Words = Words { zh: "位置", en: "place" };
pub(crate) const WAIVED: Words = Words { zh: "已豁免", en: "waived" };
pub(crate) const NOT_EVALUATED: Words = Words { zh: "未能核对", en: "not evaluated" };
pub(crate) const COVERAGE: Words = Words { zh: "已核对/应核对", en: "judged/required" };
pub(crate) const REMARK: Words = Words { zh: "说明", en: "remark" };
pub(crate) const REPORTS: Words = Words { zh: "报告", en: "reports" };
pub(crate) const FINDINGS: Words = Words { zh: "问题", en: "findings" };
pub(crate) const TITLE: Words = Words { zh: "内容", en: "title" };

/// What became of a file that has no verdict.
pub(crate) const UNREAD: Words = Words { zh: "无法读取", en: "not read" };
pub(crate) const SKIPPED: Words = Words { zh: "已跳过", en: "skipped" };

/// The head over how many findings of a severity there are.
pub(crate) const fn count_of(severity: Severity) -> Words {
    let Words { zh, .. } = severity.words();
    let en = match severity {
        Severity::Error => "errors",
        Severity::Warning => "warnings",
        Severity::Info => "infos",
    };
    Words { zh, en }
}

/// The end of a sentence.
pub(crate) const fn stop(language: Language) -> &'static str {
    language.pick("。", ".")
}

/// Between the members of a list.
pub(crate) const fn comma(language: Language) -> &'static str {
    language.pick("、", ", ")
}

/// Between what something is called and what it is.
pub(crate) const fn colon(language: Language) -> &'static str {
    language.pick("：", ": ")
}

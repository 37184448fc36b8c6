//! What may stand in a policy file and in a baseline.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use super::money::Money;
use crate::{Severity, Thresholds};

/// What a policy file may hold. Everything may be left out.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ogi policy"))]
pub(super) struct PolicyFile {
    /// 达到此级别的问题即不通过 | A finding of this severity or a greater one means: not accepted. Default: error
    pub(super) fail_on: Option<Severity>,
    /// 只用这些规则（编号或其开头）| Only these rules: ids or beginnings of ids. Default: all
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
    pub(super) select: Vec<Spanned<String>>,
    /// 不用这些规则（编号或其开头）| Not these rules: ids or beginnings of ids. The longer name counts
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
    pub(super) ignore: Vec<Spanned<String>>,
    /// 空白按0计算（仍然提示空白）| Count a blank as 0; it is reported all the same. Default: false
    pub(super) blanks_as_zero: Option<bool>,
    /// 金额相差不超过此数（万元）视为相等 | By how many 万元 two amounts may differ and count as equal. Default: 0
    #[cfg_attr(feature = "schema", schemars(with = "Option<Money>"))]
    pub(super) money_tolerance: Option<Spanned<Money>>,
    /// 规则的级别 | Severities other than the rules' own, by id
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "BTreeMap<String, Severity>"))]
    pub(super) levels: BTreeMap<Spanned<String>, Severity>,
    /// 明显异常的界限 | From where on something stands out
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Thresholds"))]
    pub(super) thresholds: Option<Thresholds>,
    /// 豁免 | Findings that are waived
    #[serde(default)]
    pub(super) waivers: Vec<WaiverInFile>,
}

/// What a baseline may hold: waivers and nothing else.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BaselineFile {
    #[serde(default)]
    pub(super) waivers: Vec<WaiverInFile>,
}

/// A finding that is waived, while the cell prints what it prints now.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Waiver"))]
pub(super) struct WaiverInFile {
    /// 机关名称；报告未写明的不填 | Whose report; left out where the report does not say it
    pub(super) agency: Option<String>,
    /// 年度；报告未写明的不填 | Of which year; left out where the report does not say it
    pub(super) year: Option<u16>,
    /// 规则编号 | Id of the rule
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub(super) rule: Spanned<String>,
    /// 单元格，如 disputes.reconsideration.total | The cell, if the finding has one
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub(super) cell: Option<Spanned<String>>,
    /// 所印内容；改动后重新提示 | What is printed (`printed` in the JSON of a check): another value is another finding
    pub(super) printed: String,
    /// 理由 | Why it is waived
    #[cfg_attr(feature = "schema", schemars(with = "String", length(min = 1)))]
    pub(super) reason: Spanned<String>,
    /// 有效期的最后一天，配合 --as-of | The last day on which it is; judged with --as-of
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    pub(super) expires: Option<Spanned<Datetime>>,
}

//! Policies and baselines as TOML.

use core::ops::Range;
use std::collections::BTreeMap;

use ogi_model::{CellId, Date, Decimal, LineIndex};
use serde::Deserialize;
use serde::de::Error as _;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml::value::Datetime;

use super::{fields, nearest};
use crate::{Policy, PolicyError, PolicyName, RULES, Rule, Severity, Thresholds, Waiver, Waivers};

/// What a policy file may hold. Everything may be left out.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ogi policy"))]
pub(super) struct PolicyFile {
    /// 达到此级别的问题即不通过 | A finding of this severity or a greater one means: not accepted. Default: error
    fail_on: Option<Severity>,
    /// 只用这些规则（编号或其开头）| Only these rules: ids or beginnings of ids. Default: all
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
    select: Vec<Spanned<String>>,
    /// 不用这些规则（编号或其开头）| Not these rules: ids or beginnings of ids. The longer name counts
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
    ignore: Vec<Spanned<String>>,
    /// 空白按0计算（仍然提示空白）| Count a blank as 0; it is reported all the same. Default: false
    blanks_as_zero: Option<bool>,
    /// 金额相差不超过此数（万元）视为相等 | By how many 万元 two amounts may differ and count as equal. Default: 0
    #[cfg_attr(feature = "schema", schemars(with = "Option<Money>"))]
    money_tolerance: Option<Spanned<Money>>,
    /// 规则的级别 | Severities other than the rules' own, by id
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "BTreeMap<String, Severity>"))]
    levels: BTreeMap<Spanned<String>, Severity>,
    /// 明显异常的界限 | From where on something stands out
    #[serde(default)]
    thresholds: Thresholds,
    /// 豁免 | Findings that are put up with
    #[serde(default)]
    waivers: Vec<WaiverInFile>,
}

/// What a baseline may hold: waivers and nothing else.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BaselineFile {
    #[serde(default)]
    waivers: Vec<WaiverInFile>,
}

/// A finding that is put up with, while the cell prints what it prints now.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Waiver"))]
pub(super) struct WaiverInFile {
    /// 机关名称；报告未写明的不填 | Whose report; left out where the report does not say it
    agency: Option<String>,
    /// 年度；报告未写明的不填 | Of which year; left out where the report does not say it
    year: Option<u16>,
    /// 规则编号 | Id of the rule
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    rule: Spanned<String>,
    /// 单元格，如 disputes.reconsideration.total | The cell, if the finding has one
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    cell: Option<Spanned<String>>,
    /// 所印内容；改动后重新提示 | What is printed (`printed` in the JSON of a check): another value is another finding
    printed: String,
    /// 理由 | Why it is put up with
    #[cfg_attr(feature = "schema", schemars(with = "String", length(min = 1)))]
    reason: Spanned<String>,
    /// 有效期的最后一天，配合 --as-of | The last day on which it is; judged with --as-of
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    expires: Option<Spanned<Datetime>>,
}

/// A decimal in 万元: `0.01` or `"0.01"`.
#[derive(Clone, Copy)]
struct Money(Decimal);

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Printed {
            Whole(u32),
            // The shortest text that names the number is the one in the file.
            Float(f64),
            Text(String),
        }
        let text = match Printed::deserialize(deserializer) {
            Ok(Printed::Whole(it)) => it.to_string(),
            Ok(Printed::Float(it)) => it.to_string(),
            Ok(Printed::Text(it)) => it,
            Err(_) => String::new(),
        };
        let money = Decimal::from_str_exact(&text).ok().filter(|it| !it.is_sign_negative());
        money.map(Self).ok_or_else(|| D::Error::custom("expected an amount of money, as 0.01"))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Money {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Money".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "anyOf": [
                { "type": "number", "minimum": 0 },
                { "type": "string", "pattern": "^[0-9]+([.][0-9]+)?$" },
            ],
        })
    }
}

impl Policy {
    /// Reads a policy from TOML; what it does not say is as in the default.
    ///
    /// ```
    /// use ogi_check::{Policy, Severity};
    ///
    /// let policy = Policy::from_toml(r#"
    ///     ignore = ["doc-label"]
    ///     fail_on = "warning"
    ///     [levels]
    ///     doc-cell-blank = "warning"
    /// "#)?;
    /// assert_eq!(policy.fail_on, Severity::Warning);
    ///
    /// let error = Policy::from_toml("fail_no = 'info'").unwrap_err();
    /// assert_eq!(error.to_string(), "line 1, column 1: unknown key `fail_no`; did you mean `fail_on`?");
    /// # Ok::<(), ogi_check::PolicyError>(())
    /// ```
    ///
    /// # Errors
    /// [`PolicyError`] if it is no TOML, names something that does not exist, or has a value of another kind. It says
    /// where.
    pub fn from_toml(text: &str) -> Result<Self, PolicyError> {
        let file = File::new(text);
        let it: PolicyFile = file.read()?;
        let mut levels = BTreeMap::new();
        for (rule, level) in &it.levels {
            levels.insert(file.rule(rule)?.id.to_owned(), *level);
        }
        let default = Self::default();
        Ok(Self {
            fail_on: it.fail_on.unwrap_or(default.fail_on),
            blanks_as_zero: it.blanks_as_zero.unwrap_or(default.blanks_as_zero),
            select: file.beginnings(it.select)?,
            ignore: file.beginnings(it.ignore)?,
            levels,
            money_tolerance: it
                .money_tolerance
                .map_or(default.money_tolerance, |it| it.into_inner().0),
            thresholds: it.thresholds,
            waivers: file.waivers(it.waivers)?,
            as_of: None,
        })
    }
}

impl Waivers {
    /// Reads a baseline: TOML with `[[waivers]]` as in a policy, and nothing else.
    ///
    /// # Errors
    /// [`PolicyError`], as of a policy.
    pub fn from_toml(text: &str) -> Result<Self, PolicyError> {
        let file = File::new(text);
        let it: BaselineFile = file.read()?;
        file.waivers(it.waivers)
    }
}

/// A file that is read, to say where in it something is wrong.
struct File<'a>(LineIndex<'a>);

impl<'a> File<'a> {
    fn new(text: &'a str) -> Self {
        Self(LineIndex::new(text))
    }

    fn read<T: Deserialize<'a>>(&self) -> Result<T, PolicyError> {
        let bad = |error: toml::de::Error| {
            self.bad(&error.span().unwrap_or_default(), error.message().to_owned())
        };
        let table = DeTable::parse(self.0.text()).map_err(bad)?;
        self.keys::<T>(table.get_ref())?;
        T::deserialize(toml::Deserializer::from(table)).map_err(bad)
    }

    /// Whether all keys are known, in the tables below too.
    fn keys<T: Deserialize<'a>>(&self, table: &DeTable<'a>) -> Result<(), PolicyError> {
        self.keys_of(table, fields::of::<T>())?;
        if let Some(DeValue::Table(thresholds)) = table.get("thresholds").map(Spanned::get_ref) {
            self.keys_of(thresholds, fields::of::<Thresholds>())?;
        }
        let waivers = table.get("waivers").and_then(|it| it.get_ref().as_array());
        for waiver in waivers.into_iter().flat_map(|it| it.iter()) {
            if let DeValue::Table(waiver) = waiver.get_ref() {
                self.keys_of(waiver, fields::of::<WaiverInFile>())?;
            }
        }
        Ok(())
    }

    fn keys_of(&self, table: &DeTable<'_>, known: &[&str]) -> Result<(), PolicyError> {
        let unknown = table.keys().filter(|it| !known.contains(&it.get_ref().as_ref()));
        match unknown.min_by_key(|it| it.span().start) {
            None => Ok(()),
            Some(key) => {
                let name = key.get_ref().as_ref();
                Err(self.unknown(&key.span(), PolicyName::Key, name, known))
            }
        }
    }

    fn rule(&self, id: &Spanned<String>) -> Result<&'static Rule, PolicyError> {
        let ids = RULES.iter().map(|it| it.id);
        Rule::find(id.get_ref())
            .ok_or_else(|| self.unknown(&id.span(), PolicyName::Rule, id.get_ref(), ids))
    }

    /// The beginnings of ids, of which each is one of some rule.
    fn beginnings(&self, names: Vec<Spanned<String>>) -> Result<Vec<String>, PolicyError> {
        let known = |name: Spanned<String>| {
            if RULES.iter().any(|it| it.id.starts_with(name.get_ref())) {
                return Ok(name.into_inner());
            }
            let ids = RULES.iter().map(|it| it.id);
            Err(self.unknown(&name.span(), PolicyName::Rule, name.get_ref(), ids))
        };
        names.into_iter().map(known).collect()
    }

    fn waivers(&self, waivers: Vec<WaiverInFile>) -> Result<Waivers, PolicyError> {
        waivers.into_iter().map(|it| self.waiver(it)).collect()
    }

    fn waiver(&self, it: WaiverInFile) -> Result<Waiver, PolicyError> {
        if it.reason.get_ref().trim().is_empty() {
            return Err(PolicyError::NoReason { at: self.0.at(it.reason.span().start) });
        }
        Ok(Waiver {
            agency: it.agency,
            year: it.year,
            rule: self.rule(&it.rule)?,
            cell: it.cell.map(|cell| self.cell(&cell)).transpose()?,
            printed: it.printed,
            reason: it.reason.into_inner(),
            expires: it.expires.map(|day| self.day(&day)).transpose()?,
        })
    }

    fn cell(&self, key: &Spanned<String>) -> Result<CellId, PolicyError> {
        let keys = || CellId::all().map(|it| it.to_string());
        key.get_ref()
            .parse()
            .map_err(|_| self.unknown(&key.span(), PolicyName::Cell, key.get_ref(), keys()))
    }

    fn day(&self, day: &Spanned<Datetime>) -> Result<Date, PolicyError> {
        let date = match day.get_ref() {
            Datetime { date: Some(it), time: None, offset: None } => {
                Date::new(it.year, it.month, it.day).ok()
            }
            _ => None,
        };
        date.ok_or_else(|| self.bad(&day.span(), "expected a day, as 2026-12-31".to_owned()))
    }

    fn bad(&self, span: &Range<usize>, message: String) -> PolicyError {
        PolicyError::Toml { at: self.0.at(span.start), message }
    }

    fn unknown(
        &self,
        span: &Range<usize>,
        what: PolicyName,
        name: &str,
        known: impl IntoIterator<Item = impl AsRef<str>>,
    ) -> PolicyError {
        let nearest = nearest::of(name, known);
        PolicyError::Unknown { at: self.0.at(span.start), what, name: name.to_owned(), nearest }
    }
}

//! Policies and baselines read from TOML.

use core::ops::Range;
use std::collections::BTreeMap;

use ogi_model::{CellId, Date, LineIndex};
use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml::value::Datetime;

use super::file::{BaselineFile, PolicyFile, WaiverInFile};
use super::{fields, nearest};
use crate::{Policy, PolicyError, PolicyName, RULES, Rule, Thresholds, Waiver, Waivers};

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

//! Policies and baselines read from TOML.

use std::collections::BTreeMap;

use ogi_model::{CellId, Date, LineIndex};
use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};
use toml::value::Datetime;

use super::file::{BaselineFile, PolicyFile, WaiverInFile};
use super::{cut, fields, nearest};
use crate::{
    Policy, PolicyError, PolicyErrors, PolicyName, Rule, Severity, Thresholds, Waiver, Waivers,
};

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
    /// # Ok::<(), ogi_check::PolicyErrors>(())
    /// ```
    ///
    /// # Errors
    /// [`PolicyErrors`] if it is no TOML, names something that does not exist, or has a value of another kind. They say
    /// where, all of them at once.
    pub fn from_toml(text: &str) -> Result<Self, PolicyErrors> {
        Self::default().and_toml(text)
    }

    /// This policy and what TOML says: what it does not say stays, and its levels and waivers are added. The rules that it
    /// may name are those that this policy knows.
    ///
    /// ```
    /// use ogi_check::{Policy, Rule, Severity};
    ///
    /// static FEES: Rule = Rule::of_report("acme-fees", &|run| run.pass())
    ///     .with_title("收费", "Fees")
    ///     .with_statement("没有收费", "There are no fees")
    ///     .with_message("有收费", "there are fees");
    ///
    /// let policy = Policy::default().with_rules([&FEES])?;
    /// let policy = policy.and_toml("levels.acme-fees = 'info'")?;
    /// assert_eq!(policy.severity(&FEES), Severity::Info);
    /// assert!(Policy::from_toml("levels.acme-fees = 'info'").is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`PolicyErrors`], as of [`Policy::from_toml`].
    pub fn and_toml(self, text: &str) -> Result<Self, PolicyErrors> {
        let mut file = File::new(text, &self);
        let policy = file.read().map(|it| file.policy(it));
        file.done(policy)
    }

    /// This policy and the waivers of a baseline ([`Waivers::from_toml`]), which may be of all rules that it knows.
    ///
    /// # Errors
    /// [`PolicyErrors`], as of a policy.
    pub fn and_baseline(self, text: &str) -> Result<Self, PolicyErrors> {
        let mut file = File::new(text, &self);
        let waivers = file.read().map(|it: BaselineFile| file.waivers(it.waivers));
        let waivers = file.done(waivers)?;
        let all = self.waivers.clone().into_iter().chain(waivers);
        Ok(self.with_waivers(all))
    }
}

impl Waivers {
    /// Reads a baseline: TOML with `[[waivers]]` as in a policy, and nothing else.
    ///
    /// # Errors
    /// [`PolicyErrors`], as of a policy.
    pub fn from_toml(text: &str) -> Result<Self, PolicyErrors> {
        Policy::default().and_baseline(text).map(|it| it.waivers)
    }
}

/// A file that is read, and all that is wrong in it.
struct File<'a> {
    lines: LineIndex<'a>,
    /// What it is read beside: the rules that there are, and what it does not say.
    beside: &'a Policy,
    errors: Vec<PolicyError>,
}

impl<'a> File<'a> {
    fn new(text: &'a str, beside: &'a Policy) -> Self {
        Self { lines: LineIndex::new(text), beside, errors: Vec::new() }
    }

    /// What was read, if nothing was wrong.
    fn done<T>(self, read: Option<T>) -> Result<T, PolicyErrors> {
        match read {
            Some(read) if self.errors.is_empty() => Ok(read),
            _ => Err(PolicyErrors::new(self.errors)),
        }
    }

    /// What is wrong is stated and left out, so that the rest is looked at too.
    fn read<T: Deserialize<'a>>(&mut self) -> Option<T> {
        let text = self.lines.text();
        let mut table = match DeTable::parse(text) {
            Ok(table) => table,
            Err(error) => {
                self.bad(error.span().unwrap_or_default().start, error.message());
                return None;
            }
        };
        self.keys::<T>(table.get_mut());
        loop {
            match T::deserialize(toml::Deserializer::from(table.clone())) {
                Ok(read) => return Some(read),
                Err(error) => {
                    let at = error.span().unwrap_or_default().start;
                    self.bad(at, error.message());
                    if !cut::value_at(table.get_mut(), at) {
                        return None;
                    }
                }
            }
        }
    }

    /// Reports and takes away all keys that are not known, those in the tables below too.
    fn keys<T: Deserialize<'a>>(&mut self, table: &mut DeTable<'a>) {
        self.keys_of(table, fields::of::<T>());
        if let Some(DeValue::Table(it)) = table.get_mut("thresholds").map(Spanned::get_mut) {
            self.keys_of(it, fields::of::<Thresholds>());
        }
        let Some(DeValue::Array(waivers)) = table.get_mut("waivers").map(Spanned::get_mut) else {
            return;
        };
        for waiver in waivers.iter_mut() {
            if let DeValue::Table(waiver) = waiver.get_mut() {
                self.keys_of(waiver, fields::of::<WaiverInFile>());
            }
        }
    }

    fn keys_of(&mut self, table: &mut DeTable<'_>, known: &[&str]) {
        let is_unknown = |it: &&Spanned<DeString<'_>>| !known.contains(&it.get_ref().as_ref());
        let unknown: Vec<_> = table.keys().filter(is_unknown).cloned().collect();
        for key in unknown {
            self.unknown(key.span().start, PolicyName::Key, key.get_ref(), known);
            table.remove(&key);
        }
    }

    fn policy(&mut self, it: PolicyFile) -> Policy {
        let level = |(rule, level): (&Spanned<String>, &Severity)| {
            Some((self.rule(rule)?.id.to_owned(), *level))
        };
        let levels: BTreeMap<_, _> = it.levels.iter().filter_map(level).collect();
        let mut policy = self.beside.clone();
        policy.levels.extend(levels);
        policy.fail_on = it.fail_on.unwrap_or(policy.fail_on);
        policy.blanks_as_zero = it.blanks_as_zero.unwrap_or(policy.blanks_as_zero);
        if let Some(tolerance) = it.money_tolerance {
            policy.money_tolerance = tolerance.into_inner().0;
        }
        policy.thresholds = it.thresholds.unwrap_or(policy.thresholds);
        for (names, of_file) in [(&mut policy.select, it.select), (&mut policy.ignore, it.ignore)] {
            if !of_file.is_empty() {
                *names = self.beginnings(of_file);
            }
        }
        let waivers = self.waivers(it.waivers);
        policy.waivers = policy.waivers.into_iter().chain(waivers).collect();
        policy
    }

    fn rule(&mut self, id: &Spanned<String>) -> Option<&'static Rule> {
        let found = self.beside.rule(id.get_ref());
        if found.is_none() {
            let ids = self.beside.rules().map(|it| it.id);
            self.unknown(id.span().start, PolicyName::Rule, id.get_ref(), ids);
        }
        found
    }

    /// The beginnings of ids, of which each is one of some rule.
    fn beginnings(&mut self, names: Vec<Spanned<String>>) -> Vec<String> {
        for name in &names {
            if !self.beside.rules().any(|it| it.id.starts_with(name.get_ref())) {
                let ids = self.beside.rules().map(|it| it.id);
                self.unknown(name.span().start, PolicyName::Rule, name.get_ref(), ids);
            }
        }
        names.into_iter().map(Spanned::into_inner).collect()
    }

    fn waivers(&mut self, waivers: Vec<WaiverInFile>) -> Waivers {
        waivers.into_iter().filter_map(|it| self.waiver(it)).collect()
    }

    fn waiver(&mut self, it: WaiverInFile) -> Option<Waiver> {
        if it.reason.get_ref().trim().is_empty() {
            let at = self.lines.at(it.reason.span().start);
            self.errors.push(PolicyError::NoReason { at });
        }
        let rule = self.rule(&it.rule);
        let cell = it.cell.and_then(|cell| self.cell(&cell));
        let expires = it.expires.and_then(|day| self.day(&day));
        Some(Waiver {
            agency: it.agency,
            year: it.year,
            rule: rule?,
            cell,
            printed: it.printed,
            reason: it.reason.into_inner(),
            expires,
        })
    }

    fn cell(&mut self, key: &Spanned<String>) -> Option<CellId> {
        let cell = key.get_ref().parse().ok();
        if cell.is_none() {
            let keys = CellId::all().map(|it| it.to_string());
            self.unknown(key.span().start, PolicyName::Cell, key.get_ref(), keys);
        }
        cell
    }

    fn day(&mut self, day: &Spanned<Datetime>) -> Option<Date> {
        let date = match day.get_ref() {
            Datetime { date: Some(it), time: None, offset: None } => {
                Date::new(it.year, it.month, it.day).ok()
            }
            _ => None,
        };
        if date.is_none() {
            self.bad(day.span().start, "expected a day, as 2026-12-31");
        }
        date
    }

    fn bad(&mut self, at: usize, message: &str) {
        let (at, message) = (self.lines.at(at), message.to_owned());
        self.errors.push(PolicyError::Toml { at, message });
    }

    fn unknown(
        &mut self,
        at: usize,
        what: PolicyName,
        name: &str,
        known: impl IntoIterator<Item = impl AsRef<str>>,
    ) {
        let (at, nearest) = (self.lines.at(at), nearest::of(name, known));
        self.errors.push(PolicyError::Unknown { at, what, name: name.to_owned(), nearest });
    }
}

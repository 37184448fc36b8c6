//! Which names are those of one agency.

use core::fmt;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::{Message, Subject};

/// The earlier and other names of agencies.
///
/// Names are compared without blanks and without regard to the width of letters, digits and brackets.
///
/// ```
/// use ogi_check::Aliases;
///
/// let mut aliases = Aliases::default();
/// aliases.add("示例市数据局", "示例市大数据管理局")?;
/// assert!(aliases.are_same("示例市大数据管理局", "示例市 数据局"));
/// assert!(!aliases.are_same("示例市大数据管理局", "示例市财政局"));
/// # Ok::<(), ogi_check::AliasTaken>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aliases(BTreeMap<String, String>);

/// Two agencies are said to have had the same name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct AliasTaken {
    /// The name.
    pub alias: String,
    /// An agency that had it.
    pub one: String,
    /// Another one.
    pub other: String,
}

impl AliasTaken {
    /// A stable word for the kind of error, for programs.
    pub const fn kind(&self) -> &'static str {
        "alias-taken"
    }

    /// What it is, in both languages.
    pub fn message(&self) -> Message {
        let Self { alias, one, other } = self;
        Message::new(
            format!("“{alias}”既是“{one}”又是“{other}”"),
            format!("`{alias}` is said to be both `{one}` and `{other}`"),
        )
    }
}

impl fmt::Display for AliasTaken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
}

impl Aliases {
    /// Says that an agency has, or had, another name too.
    ///
    /// # Errors
    /// [`AliasTaken`] if another agency has it already.
    pub fn add(&mut self, name: &str, alias: &str) -> Result<(), AliasTaken> {
        let (name, folded) = (self.key(name), fold(alias));
        let taken = |one: &str| AliasTaken {
            alias: alias.to_owned(),
            one: one.to_owned(),
            other: name.clone(),
        };
        match self.0.entry(folded.clone()) {
            Entry::Occupied(it) if *it.get() != name => return Err(taken(it.get())),
            Entry::Occupied(_) => {}
            Entry::Vacant(_) if folded == name => {}
            Entry::Vacant(it) => {
                it.insert(name.clone());
            }
        }
        // Whoever was called by the alias is called by the name.
        self.0.values_mut().filter(|it| **it == folded).for_each(|it| it.clone_from(&name));
        Ok(())
    }

    /// Reads them from TOML: the name that an agency has now, and a list of its other names.
    ///
    /// ```
    /// use ogi_check::Aliases;
    ///
    /// let aliases = Aliases::from_toml(r#""示例市数据局" = ["示例市大数据管理局"]"#)?;
    /// assert!(aliases.are_same("示例市数据局", "示例市大数据管理局"));
    /// # Ok::<(), ogi_check::PolicyErrors>(())
    /// ```
    ///
    /// # Errors
    /// [`PolicyErrors`](crate::PolicyErrors) if it is something else, or gives a name to two agencies.
    #[cfg(feature = "toml")]
    pub fn from_toml(text: &str) -> Result<Self, crate::PolicyErrors> {
        use crate::PolicyError::{AliasTaken, Toml};
        type Names = BTreeMap<String, Vec<toml::Spanned<String>>>;

        let lines = ogi_model::LineIndex::new(text);
        let names: Names = toml::from_str(text).map_err(|error| {
            let at = lines.at(error.span().unwrap_or_default().start);
            crate::PolicyErrors::new(vec![Toml { at, message: error.message().to_owned() }])
        })?;
        let (mut aliases, mut errors) = (Self::default(), Vec::new());
        for (name, alias) in
            names.iter().flat_map(|(name, all)| all.iter().map(move |it| (name, it)))
        {
            let at = lines.at(alias.span().start);
            let added = aliases.add(name, alias.get_ref());
            errors.extend(added.err().map(|taken| AliasTaken { at, taken }));
        }
        if errors.is_empty() { Ok(aliases) } else { Err(crate::PolicyErrors::new(errors)) }
    }

    /// Whether two names are those of one agency.
    pub fn are_same(&self, one: &str, other: &str) -> bool {
        self.key(one) == self.key(other)
    }

    /// Sorts reports by agency: the places of each agency's reports, agencies in the order of their first. A report
    /// that does not say whose it is stands alone.
    ///
    /// ```
    /// use ogi_check::Aliases;
    /// use ogi_model::{Edition, Report};
    ///
    /// let of = |name| Report::builder(Edition::E2021).agency(name).year(2025).build();
    /// let reports = [of("示例市民政局")?, of("示例市财政局")?, of("示例市民政局")?];
    /// assert_eq!(Aliases::default().by_agency(&reports), [vec![0, 2], vec![1]]);
    /// # Ok::<(), ogi_model::BuildError>(())
    /// ```
    pub fn by_agency<'a, S: Into<Subject<'a>>>(
        &self,
        reports: impl IntoIterator<Item = S>,
    ) -> Vec<Vec<usize>> {
        let mut known = BTreeMap::new();
        let mut agencies: Vec<Vec<usize>> = Vec::new();
        for (n, report) in reports.into_iter().enumerate() {
            let name = report.into().report().agency.as_deref().map(|it| self.key(it));
            let at = match name.filter(|it| !it.is_empty()) {
                Some(name) => *known.entry(name).or_insert(agencies.len()),
                None => agencies.len(),
            };
            match agencies.get_mut(at) {
                Some(agency) => agency.push(n),
                None => agencies.push(vec![n]),
            }
        }
        agencies
    }

    /// The same for all names of an agency: the one that it has now, without blanks, its full-width characters narrow.
    ///
    /// ```
    /// # use ogi_check::Aliases;
    /// let mut aliases = Aliases::default();
    /// aliases.add("示例市数据局", "示例市大数据管理局")?;
    /// assert_eq!(aliases.key("示例市 大数据管理局"), "示例市数据局");
    /// # Ok::<(), ogi_check::AliasTaken>(())
    /// ```
    pub fn key(&self, name: &str) -> String {
        let folded = fold(name);
        self.0.get(&folded).cloned().unwrap_or(folded)
    }
}

/// A name without blanks, its full-width letters, digits and brackets made narrow.
pub(crate) fn fold(name: &str) -> String {
    name.chars().filter(|it| !ogi_text::blank::is_blank(*it)).map(ogi_text::narrow::one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chains_of_names_lead_to_one_agency() {
        let mut aliases = Aliases::default();
        aliases.add("乙局", "甲局").unwrap();
        aliases.add("丙局", "乙局").unwrap();
        aliases.add("丙局", "丁（筹）").unwrap();
        assert!(aliases.are_same("甲局", "丙局"));
        assert!(aliases.are_same("丁(筹)", "乙局"));
        // Said twice, or of itself, it changes nothing.
        aliases.add("丙局", "甲局").unwrap();
        aliases.add("丙局", "丙局").unwrap();
        assert!(!aliases.are_same("丙局", "戊局"));
    }

    #[test]
    fn a_name_is_one_agencys() {
        let mut aliases = Aliases::default();
        aliases.add("乙局", "甲局").unwrap();
        let taken = aliases.add("丙局", "甲局").unwrap_err();
        assert_eq!(taken.to_string(), "`甲局` is said to be both `乙局` and `丙局`");
    }

    #[cfg(feature = "toml")]
    #[test]
    fn mistakes_in_a_file_have_their_place() {
        let error = |text| Aliases::from_toml(text).unwrap_err().to_string();
        assert_eq!(
            error("\"乙局\" = [\"甲局\"]\n\"丙局\" = [\"甲局\"]"),
            "line 1, column 9: `甲局` is said to be both `丙局` and `乙局`"
        );
        assert!(error("\"乙局\" = [\n3]").starts_with("line 2, column 1: "));
    }

    #[test]
    fn who_is_not_named_stands_alone() {
        let reports = [ogi_model::Report::new(), ogi_model::Report::new()];
        assert_eq!(Aliases::default().by_agency(&reports), [[0], [1]]);
    }
}

//! Fields: a code, and the result that was last computed and is printed.

use crate::{ImportError, Limits, words};

/// A field that is open.
#[derive(Default)]
pub(crate) struct Field {
    code: String,
    /// Whether its result has begun.
    is_computed: bool,
    has_result: bool,
}

/// The fields that are open, the innermost last.
#[derive(Default)]
pub(crate) struct Fields(Vec<Field>);

impl Fields {
    /// # Errors
    /// Too many fields within one another: each print is one of all of them.
    pub(crate) fn begin(&mut self, limits: &Limits) -> Result<(), ImportError> {
        if self.0.len() >= limits.depth {
            return Err(ImportError::Limit { what: words::LEVELS, limit: limits.depth as u64 });
        }
        self.0.push(Field::default());
        Ok(())
    }

    /// A field with its code beforehand, and all in it its result.
    pub(crate) fn begin_simple(&mut self, code: String) {
        self.0.push(Field { code, is_computed: true, has_result: false });
    }

    pub(crate) fn code(&mut self, code: &str) {
        if let Some(field) = self.0.last_mut() {
            field.code.push_str(code);
        }
    }

    pub(crate) fn separate(&mut self) {
        if let Some(field) = self.0.last_mut() {
            field.is_computed = true;
        }
    }

    /// Whether what is printed is a result, and computed anew sooner or later. What is typed into a form is none.
    pub(crate) fn compute(&self) -> bool {
        let is_typed = |it: &Field| {
            let name = it.code.split_whitespace().next().unwrap_or_default();
            ["FORMTEXT", "HYPERLINK"].iter().any(|typed| name.eq_ignore_ascii_case(typed))
        };
        !self.0.iter().all(is_typed)
    }

    /// Something is printed.
    pub(crate) fn printed(&mut self) {
        for field in self.0.iter_mut().filter(|it| it.is_computed) {
            field.has_result = true;
        }
    }

    /// What is chosen in a form is printed, and stands before the code.
    pub(crate) fn chosen(&mut self) {
        if let Some(field) = self.0.last_mut() {
            field.has_result = true;
        }
    }

    /// A field ends. What it prints without a result: a formula that nobody has computed (`=SUM(ABOVE)`), signs one over another
    /// (`EQ \o(1,2)`), what is chosen in a form.
    pub(crate) fn end(&mut self) -> Option<String> {
        let field = self.0.pop()?;
        let code = field.code.trim();
        let prints = code.starts_with('=')
            || ["EQ", "FORMDROPDOWN", "FORMCHECKBOX"]
                .iter()
                .any(|it| code.get(..it.len()).is_some_and(|name| name.eq_ignore_ascii_case(it)));
        (prints && !field.has_result).then(|| code.to_owned())
    }
}

//! What a page asks for.

use serde::Deserialize;

use crate::done::Done;
use crate::edit::Edit;
use crate::failure::Failure;
use crate::file::{self, File};
use crate::register::MappingIn;
use crate::write::{Made, Target};
use crate::{catalogue, check, policy, register, roll_up, start, survey, write};

/// What a page asks for, with the files that it is about.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Request {
    /// What is wanted.
    #[serde(flatten)]
    asked: Asked,
    /// The files, in the order of their bytes.
    #[serde(default)]
    files: Vec<File>,
    /// By which policy (TOML); the default without it.
    #[serde(default)]
    policy: Option<String>,
}

/// What is wanted.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(tag = "ask", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Asked {
    /// The rules, and every word that the page shows and the libraries know.
    Catalogue,
    /// What a policy file (the first file) changes.
    Policy,
    /// A report, checked, with its tables and what is wrong in them. Files after the first are reports of earlier years.
    Check {
        /// What was changed since it was read.
        #[serde(default)]
        edits: Vec<Edit>,
    },
    /// A row of an overview; its bytes are the JSON of the report.
    Survey,
    /// A file to keep. Files after the first are reports of earlier years.
    Write {
        /// What was changed since it was read.
        #[serde(default)]
        edits: Vec<Edit>,
        /// Which.
        to: Target,
        /// In which language its words are, where they are not those of the form: `zh` or `en`.
        #[serde(default)]
        language: String,
    },
    /// All files checked, as a workbook.
    Overview {
        /// As above.
        #[serde(default)]
        language: String,
    },
    /// The report of a parent (the first file) beside those of its children; its bytes are a workbook of all.
    RollUp,
    /// The sum of all files; its bytes are the JSON of the report.
    AddUp {
        /// Whose it is.
        agency: String,
    },
    /// Tables three and four from a register (the first file), compared with a report (the second, if there is one); its bytes
    /// are the JSON of the report that the register gives.
    Register {
        /// Which year is counted; that of the report without it.
        #[serde(default)]
        year: Option<u16>,
        /// What the register means; guessed without it.
        #[serde(default)]
        mapping: Option<MappingIn>,
    },
    /// A blank form; its bytes are the JSON of the report. The file, if there is one, is last year's report.
    Start {
        /// Who reports; who reported last without it.
        #[serde(default)]
        agency: Option<String>,
        /// The year that is reported on; the year after the last without it.
        #[serde(default)]
        year: Option<u16>,
    },
}

impl Request {
    pub(crate) fn read(json: &str) -> Result<Self, Failure> {
        Ok(serde_json::from_str(json)?)
    }

    pub(crate) fn answer(&self, bytes: &[u8]) -> Result<Done, Failure> {
        let files = file::cut(&self.files, bytes)?;
        let policy = policy::read(self.policy.as_deref())?;
        let first = || {
            let none = || Failure::new("request", "没有文件", "there is no file");
            files.split_first().map(|(first, others)| (*first, others)).ok_or_else(none)
        };
        match &self.asked {
            Asked::Catalogue => catalogue::answer(),
            Asked::Policy => policy::answer(first()?.0.1),
            Asked::Check { edits } => {
                let (file, earlier) = first()?;
                check::answer(file, earlier, edits, &policy)
            }
            Asked::Survey => survey::answer(first()?.0, &policy),
            Asked::Write { edits, to, language } => {
                let (file, earlier) = first()?;
                let made = Made { file, earlier, edits };
                write::answer(made, *to, language.parse().unwrap_or_default(), &policy)
            }
            Asked::Overview { language } => {
                write::overview(&files, language.parse().unwrap_or_default(), &policy)
            }
            Asked::RollUp => {
                let (parent, children) = first()?;
                roll_up::compare(parent, children, &policy)
            }
            Asked::AddUp { agency } => roll_up::add_up(&files, agency),
            Asked::Register { year, mapping } => {
                let (file, report) = first()?;
                register::answer(file, report.first().copied(), *year, mapping.as_ref())
            }
            Asked::Start { agency, year } => {
                start::answer(files.first().copied(), agency.as_deref(), *year)
            }
        }
    }
}

//! The results of a batch, printed as they come.

use std::cell::RefCell;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use ogi::check::{Envelope, Statistics, Waiver, WaiverLedger};
use ogi::render::{self, Entry, Overview};
use ogi::terminal::{Language, Printer, visible};
use serde::ser::{Error as _, SerializeSeq};
use serde::{Serialize, Serializer};

use super::file::{Checked, CheckedOutput, Task, Whole};
use super::folder::Folder;
use crate::args::CheckFormat;
use crate::inputs::Selection;
use crate::output;
use crate::problem::Problem;
use crate::progress::Progress;
use crate::target::Replace;
use crate::verdict::Verdict;

/// What is printed, and what is known of all files together.
pub(super) struct Batch<'a> {
    task: Task<'a>,
    selection: &'a Selection,
    target: Target<'a>,
    total: RefCell<Total<'a>>,
}

/// Where it is printed: standard output, a file or a folder.
#[derive(Clone, Copy)]
pub(super) struct Target<'a> {
    pub(super) path: Option<&'a Path>,
    pub(super) replace: Replace,
}

struct Total<'a> {
    worst: Verdict,
    statistics: Statistics,
    ledger: WaiverLedger<'a>,
    waivers: Vec<Waiver>,
}

impl<'a> Batch<'a> {
    pub(super) fn new(selection: &'a Selection, target: Target<'a>, task: Task<'a>) -> Self {
        let total = Total {
            worst: Verdict::Sound,
            statistics: Statistics::default(),
            ledger: WaiverLedger::new(&task.policy.waivers),
            waivers: Vec::new(),
        };
        Self { task, selection, target, total: total.into() }
    }

    /// What a new baseline has to hold.
    pub(super) fn into_waivers(self) -> Vec<Waiver> {
        self.total.into_inner().waivers
    }

    pub(super) fn print(
        &self,
        results: &mut dyn Iterator<Item = Checked>,
    ) -> Result<Verdict, Problem> {
        let is_batch = self.selection.are_several();
        let progress = Progress::new(is_batch, || self.selection.count());
        let mut results = results.map(|mut it| {
            progress.step();
            self.total.borrow_mut().add(&mut it);
            it.printed
        });
        if self.task.overview {
            let overview = self.overview(&mut results)?;
            drop(progress);
            if let Some(overview) = overview {
                output::complain(&visible(&overview.to_string_lossy()));
            }
            let mut sum = Vec::new();
            self.sum(&mut sum)?;
            let sum = String::from_utf8_lossy(&sum);
            match self.target.path {
                Some(_) => output::file(sum.as_bytes())?,
                // Standard output holds the workbook.
                None => output::complain(sum.trim_end()),
            }
            return Ok(self.total.borrow().worst);
        }
        let mut out: Box<dyn Write> = match self.task.format {
            // They are written whole, if there is one.
            CheckFormat::Html | CheckFormat::Xlsx => Box::new(output::stdout()),
            _ => self.target.open()?,
        };
        match self.task.format {
            CheckFormat::Json => {
                let envelope = Envelope::new(Objects(RefCell::new(&mut results)))
                    .as_of(self.task.policy.as_of)
                    .without_report(WithoutReport(&self.total))
                    .statistics(self.task.statistics.then_some(Counted(&self.total)));
                output::json_pretty(&mut out, &envelope)?;
            }
            CheckFormat::Markdown | CheckFormat::Sarif | CheckFormat::Junit => {
                let files: Vec<_> = results.filter_map(CheckedOutput::whole).collect();
                self.document(&mut out, &files)?;
            }
            CheckFormat::Text | CheckFormat::Jsonl | CheckFormat::Html | CheckFormat::Xlsx => {
                let said = results.filter(|it| !matches!(it, CheckedOutput::Nothing));
                for (number, printed) in said.enumerate() {
                    progress.aside(|| self.one(&mut out, number, printed))?;
                }
            }
        }
        drop(progress);
        let is_text = matches!(self.task.format, CheckFormat::Text);
        if is_text && self.task.statistics {
            let printer = Printer::new(self.task.language);
            out.write_all(printer.statistics(&self.total.borrow().statistics).as_bytes())?;
        }
        if is_text && is_batch && !output::is_quiet() {
            writeln!(out)?;
            self.sum(&mut out)?;
        }
        out.flush()?;
        Ok(self.total.borrow().worst)
    }

    /// A folder of pages or a workbook about all files; of a folder where its overview is.
    fn overview(
        &self,
        results: &mut dyn Iterator<Item = CheckedOutput>,
    ) -> Result<Option<PathBuf>, Problem> {
        let Task { language, format, html, .. } = self.task;
        let entries = results.filter_map(|it| match it {
            CheckedOutput::Entry { path, entry, page } => Some((path, *entry, page)),
            _ => None,
        });
        let skipped = self.selection.skipped(language);
        let skipped = skipped.map(|(path, why)| Entry::skipped(&path, why));
        let Target { path, replace } = self.target;
        if let CheckFormat::Html = format {
            let path = path.ok_or(Problem::NoTarget)?;
            let mut folder = Folder::new(path, self.selection, replace, html, language)?;
            for (path, entry, page) in entries {
                folder.add(&path, entry, page)?;
            }
            return folder.end(skipped).map(Some);
        }
        let mut overview = Overview::new(language);
        entries.for_each(|it| overview.push(it.1));
        skipped.for_each(|it| overview.push(it));
        self.target.write(&render::xlsx_overview(&overview)?)?;
        Ok(None)
    }

    /// One document about all files.
    fn document(&self, out: &mut impl Write, files: &[Whole]) -> Result<(), Problem> {
        let files: Vec<_> = files.iter().map(Whole::outcome).collect();
        let Task { policy, language, format, .. } = self.task;
        let found = files.iter().filter_map(|it| it.result().ok());
        let found: usize = found.map(|(_, outcome)| outcome.findings.len()).sum();
        if found > render::SARIF_RESULTS && matches!(format, CheckFormat::Sarif) {
            output::complain(&match language {
                Language::Zh => {
                    format!("问题共{found}处，SARIF 只列出{}处", render::SARIF_RESULTS)
                }
                Language::En => {
                    format!("{found} findings; SARIF lists {} of them", render::SARIF_RESULTS)
                }
            });
        }
        match format {
            CheckFormat::Sarif => output::json_text(out, &render::sarif(&files, language))?,
            CheckFormat::Junit => {
                writeln!(out, "{}", render::junit(&files, policy, language).trim_end())?;
            }
            _ => out.write_all(render::summary(&files, language).as_bytes())?,
        }
        Ok(())
    }

    fn one(
        &self,
        out: &mut impl Write,
        number: usize,
        printed: CheckedOutput,
    ) -> Result<(), Problem> {
        match printed {
            CheckedOutput::Text(text) => {
                if number > 0 {
                    writeln!(out)?;
                }
                out.write_all(text.as_bytes())?;
                // A person may be waiting for the next.
                out.flush()?;
            }
            CheckedOutput::Page(page) if self.target.path.is_some() => {
                self.target.write(page.as_bytes())?;
            }
            CheckedOutput::Page(page) => out.write_all(visible(&page).as_bytes())?,
            CheckedOutput::Book(book) => self.target.write(&book?)?,
            CheckedOutput::Whole(_) | CheckedOutput::Entry { .. } | CheckedOutput::Nothing => {}
            CheckedOutput::Complaint(text) => output::complain(&visible(&text)),
            CheckedOutput::Line(line) => writeln!(out, "{}", line?)?,
            CheckedOutput::Json(object) => output::json_pretty(out, &object?)?,
        }
        Ok(())
    }

    /// The last line for people.
    fn sum(&self, out: &mut impl Write) -> Result<(), Problem> {
        let total = self.total.borrow();
        write!(out, "{}", total.statistics.in_words(self.task.language))?;
        let lost = total.ledger.without_report().count();
        match self.task.language {
            Language::Zh if lost > 0 => write!(out, "；另有{lost}条豁免没有对应的报告")?,
            Language::En if lost > 0 => {
                write!(out, "; {lost} waivers are for reports that are not here")?;
            }
            _ => {}
        }
        writeln!(out)?;
        Ok(())
    }
}

impl Target<'_> {
    /// What text is written to.
    fn open(self) -> Result<Box<dyn Write>, Problem> {
        Ok(match self.path {
            Some(path) => {
                let created = self.replace.create(path);
                let file = created.map_err(|problem| problem.of(&path.to_string_lossy()))?;
                Box::new(BufWriter::new(file))
            }
            None => Box::new(output::stdout()),
        })
    }

    /// Writes what is no text.
    fn write(self, bytes: &[u8]) -> Result<(), Problem> {
        match self.path {
            Some(path) => self.replace.write(path, bytes),
            None => output::file(bytes),
        }
    }
}

impl CheckedOutput {
    fn whole(self) -> Option<Whole> {
        match self {
            Self::Whole(whole) => Some(*whole),
            _ => None,
        }
    }
}

impl Total<'_> {
    fn add(&mut self, checked: &mut Checked) {
        self.worst = self.worst.max(checked.verdict);
        self.statistics += std::mem::take(&mut checked.statistics);
        if let Some((agency, year)) = &checked.report {
            self.ledger.record(agency.as_deref(), *year);
        }
        self.waivers.append(&mut checked.waivers);
    }
}

/// A list of objects that is written while they come, so that they need not be in memory together.
struct Objects<I>(RefCell<I>);

impl<I: Iterator<Item = CheckedOutput>> Serialize for Objects<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        for printed in &mut *self.0.borrow_mut() {
            if let CheckedOutput::Json(object) = printed {
                list.serialize_element(&object.map_err(S::Error::custom)?)?;
            }
        }
        list.end()
    }
}

/// The waivers whose report was in no file: known when all files were seen.
struct WithoutReport<'a, 'b>(&'a RefCell<Total<'b>>);

impl Serialize for WithoutReport<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.borrow().ledger.without_report())
    }
}

/// How often each rule is broken: known when all files were seen.
struct Counted<'a, 'b>(&'a RefCell<Total<'b>>);

impl Serialize for Counted<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.borrow().statistics.serialize(serializer)
    }
}

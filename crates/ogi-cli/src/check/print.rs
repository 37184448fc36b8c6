//! The results of a batch, printed as they come.

use std::cell::RefCell;
use std::io::Write;

use ogi::check::{Envelope, Waiver, WaiverLedger};
use ogi::render;
use ogi::terminal::{Language, visible};
use serde::ser::{Error as _, SerializeSeq};
use serde::{Serialize, Serializer};

use super::file::{Checked, Printed, Task, Whole};
use crate::args::CheckFormat;
use crate::inputs::Selection;
use crate::output;
use crate::problem::Problem;
use crate::progress::Progress;
use crate::verdict::Verdict;

/// What is printed, and what is known of all files together.
pub(super) struct Batch<'a> {
    task: Task<'a>,
    selection: &'a Selection,
    total: RefCell<Total<'a>>,
}

struct Total<'a> {
    files: [usize; Verdict::ALL.len()],
    waived: usize,
    ledger: WaiverLedger<'a>,
    waivers: Vec<Waiver>,
}

impl<'a> Batch<'a> {
    pub(super) fn new(selection: &'a Selection, task: Task<'a>) -> Self {
        let ledger = WaiverLedger::new(&task.policy.waivers);
        let total =
            Total { files: [0; Verdict::ALL.len()], waived: 0, ledger, waivers: Vec::new() };
        Self { task, selection, total: total.into() }
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
        let mut out = output::stdout();
        match self.task.format {
            CheckFormat::Json => {
                let envelope = Envelope::new(Objects(RefCell::new(&mut results)))
                    .as_of(self.task.policy.as_of)
                    .without_report(WithoutReport(&self.total));
                output::json_pretty(&mut out, &envelope)?;
            }
            CheckFormat::Markdown | CheckFormat::Sarif | CheckFormat::Junit => {
                let files: Vec<_> = results.filter_map(Printed::whole).collect();
                self.document(&mut out, &files)?;
            }
            CheckFormat::Text | CheckFormat::Jsonl | CheckFormat::Html => {
                let said = results.filter(|it| !matches!(it, Printed::Nothing));
                for (number, printed) in said.enumerate() {
                    progress.aside(|| self.one(&mut out, number, printed))?;
                }
            }
        }
        drop(progress);
        if is_batch && matches!(self.task.format, CheckFormat::Text) && !output::is_quiet() {
            self.sum(&mut out)?;
        }
        out.flush()?;
        Ok(self.total.borrow().worst())
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
            CheckFormat::Sarif => output::json_pretty(out, &render::sarif(&files, language))?,
            CheckFormat::Junit => {
                writeln!(out, "{}", render::junit(&files, policy, language).trim_end())?;
            }
            _ => out.write_all(render::summary(&files, language).as_bytes())?,
        }
        Ok(())
    }

    fn one(&self, out: &mut impl Write, number: usize, printed: Printed) -> Result<(), Problem> {
        match printed {
            Printed::Text(text) => {
                if number > 0 {
                    writeln!(out)?;
                }
                out.write_all(text.as_bytes())?;
                // A person may be waiting for the next.
                out.flush()?;
            }
            Printed::Page(page) => out.write_all(visible(&page).as_bytes())?,
            Printed::Whole(_) | Printed::Nothing => {}
            Printed::Complaint(text) => output::complain(&visible(&text)),
            Printed::Line(line) => writeln!(out, "{}", line?)?,
            Printed::Json(object) => output::json_pretty(out, &object?)?,
        }
        Ok(())
    }

    /// The last line for people.
    fn sum(&self, out: &mut impl Write) -> Result<(), Problem> {
        let total = self.total.borrow();
        let [sound, incomplete, flawed, failed] = total.files;
        let all: usize = total.files.iter().sum();
        let (waived, lost) = (total.waived, total.ledger.without_report().count());
        match self.task.language {
            Language::Zh => {
                write!(
                    out,
                    "\n共{all}份：通过{sound}份，不通过{flawed}份，未完成核对{incomplete}份，无法读取{failed}份"
                )?;
                if waived > 0 {
                    write!(out, "；豁免{waived}处问题")?;
                }
                if lost > 0 {
                    write!(out, "；另有{lost}条豁免没有对应的报告")?;
                }
            }
            Language::En => {
                write!(
                    out,
                    "\n{all} files: {sound} accepted, {flawed} not accepted, {incomplete} incomplete, {failed} not read"
                )?;
                if waived > 0 {
                    write!(out, "; {waived} findings waived")?;
                }
                if lost > 0 {
                    write!(out, "; {lost} waivers are for reports that are not here")?;
                }
            }
        }
        writeln!(out)?;
        Ok(())
    }
}

impl Printed {
    fn whole(self) -> Option<Whole> {
        match self {
            Self::Whole(whole) => Some(*whole),
            _ => None,
        }
    }
}

impl Total<'_> {
    fn add(&mut self, checked: &mut Checked) {
        self.files[checked.verdict as usize] += 1;
        self.waived += checked.waived;
        if let Some((agency, year)) = &checked.report {
            self.ledger.see(agency.as_deref(), *year);
        }
        self.waivers.append(&mut checked.waivers);
    }

    fn worst(&self) -> Verdict {
        let met = |it: &Verdict| self.files[*it as usize] > 0;
        Verdict::ALL.into_iter().rev().find(met).unwrap_or(Verdict::Sound)
    }
}

/// A list of objects that is written while they come, so that they need not be in memory together.
struct Objects<I>(RefCell<I>);

impl<I: Iterator<Item = Printed>> Serialize for Objects<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        for printed in &mut *self.0.borrow_mut() {
            if let Printed::Json(object) = printed {
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

//! `ogi compare`: what differs between two reports.

use std::io::Write;
use std::path::{Path, PathBuf};

use ogi::check::ComparedFiles;
use ogi::terminal::{Language, Printer};
use ogi::{Policy, Reading};

use crate::args::{self, TextOrJson};
use crate::inputs::Input;
use crate::problem::Problem;
use crate::settings::Settable;
use crate::verdict::Verdict;
use crate::{output, policy, source};

#[derive(Debug, clap::Args)]
pub(crate) struct Compare {
    /// 旧报告；- 为标准输入 | The old report; - for standard input
    old: PathBuf,
    /// 新报告 | The new report
    new: PathBuf,
    /// 输出格式 | Output format
    #[arg(long, value_enum, default_value_t)]
    format: TextOrJson,
    #[command(flatten)]
    policy: args::Policy,
}

impl Compare {
    pub(crate) fn settable(&mut self) -> Settable<'_> {
        let paths = [self.old.clone(), self.new.clone()];
        Settable { policy: Some(&mut self.policy), ..Settable::of(&paths) }
    }
}

pub(crate) fn run(args: &Compare, language: Language) -> Result<Verdict, Problem> {
    let policy = policy::whole(&args.policy)?;
    let (old_path, old) = read(&args.old)?;
    let (new_path, new) = read(&args.new)?;
    let comparison = ogi::check::compare(&old, &new, &policy);
    let mut out = output::stdout();
    match args.format {
        TextOrJson::Text => {
            let (old, new) = ((&*old_path, &old.report), (&*new_path, &new.report));
            let text = Printer::new(language).comparison(old, new, &comparison);
            out.write_all(text.as_bytes())?;
        }
        TextOrJson::Json => {
            let files = ComparedFiles::new((&old_path, &old), (&new_path, &new), &comparison);
            output::json_pretty(&mut out, &files)?;
        }
    }
    out.flush()?;
    Ok(verdict(&comparison.broken, &policy))
}

fn read(path: &Path) -> Result<(String, Reading), Problem> {
    let input = Input::of(path);
    let reading = source::read(&input, None).map_err(|problem| problem.of(&input.name()))?;
    Ok((input.name(), reading))
}

/// Whether something is wrong in the new report that was not in the old, and the policy does not waive it.
fn verdict(broken: &[ogi::Finding], policy: &Policy) -> Verdict {
    let counts = |it: &ogi::Finding| it.waived.is_none() && it.severity >= policy.fail_on;
    if broken.iter().any(counts) { Verdict::Flawed } else { Verdict::Sound }
}

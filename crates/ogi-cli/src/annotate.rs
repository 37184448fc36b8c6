//! `ogi annotate`: the user's own file, with a comment at each finding.

use std::path::PathBuf;

use ogi::terminal::Language;

use crate::inputs::Input;
use crate::problem::Problem;
use crate::settings::Settable;
use crate::target::{self, Replace};
use crate::verdict::Verdict;
use crate::{args, output, policy, source};

#[derive(Debug, clap::Args)]
pub(crate) struct Annotate {
    /// 输入文件（.docx、.xlsx）；- 为标准输入 | File to read (.docx, .xlsx); - for standard input
    #[arg(value_name = "FILE")]
    input: PathBuf,
    /// 输出文件；- 为标准输出 | File to write; - for standard output
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    #[command(flatten)]
    replace: Replace,
    #[command(flatten)]
    policy: args::Policy,
}

impl Annotate {
    pub(crate) fn settable(&mut self) -> Settable<'_> {
        let paths = [self.input.clone()];
        Settable { policy: Some(&mut self.policy), ..Settable::of(&paths) }
    }
}

pub(crate) fn run(args: &Annotate, language: Language) -> Result<Verdict, Problem> {
    let (input, target) = (Input::of(&args.input), Input::of(&args.output));
    let policy = policy::whole(&args.policy)?;
    target::is_other(&input, &target)?;
    let source = source::read_whole(&input, None).map_err(|problem| problem.of(&input.name()))?;
    let outcome = ogi::check(&source.reading, &policy);
    let annotated = ogi::annotate(&source.bytes, &source.reading, &outcome, language, policy.as_of);
    let annotated = annotated.map_err(|error| Problem::InPlace(error, None).of(&input.name()))?;
    match target {
        Input::Stdin => output::file(&annotated)?,
        Input::File(path) => args.replace.write(&path, &annotated)?,
    }
    let count = outcome.open().count();
    output::complain(&match language {
        Language::Zh => format!("已批注{count}处问题"),
        Language::En => format!("{count} findings put into comments"),
    });
    Ok(Verdict::Sound)
}

//! `ogi tally`: tables three and four from the register of requests.

use std::fs;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use ogi::tally::{Comparison, Mapping, Register, Scope, TalliedRegister, Tally, tally};
use ogi::terminal::{Language, Printer};
use ogi::{Format, Limits, Reading};

use crate::args::{self, TextOrJson};
use crate::inputs::Input;
use crate::problem::Problem;
use crate::target::Replace;
use crate::verdict::Verdict;
use crate::{new, output, source};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// 依申请公开台账（.csv .xlsx .xls）；- 为标准输入 | The register; - for standard input
    register: PathBuf,
    /// 统计哪一年；不写则按 --report | Which year; that of --report without it
    #[arg(long)]
    year: Option<u16>,
    /// 与这份报告逐项比对 | Compare with this report, figure by figure
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// 台账的列和用语与规定格式的对应关系（TOML）| What columns and words of the register are on the form (TOML)
    #[arg(long, value_name = "FILE")]
    map: Option<PathBuf>,
    /// 把对应关系写成文件，供核对、改正后用于 --map | Write it to a file, to be looked at and used with --map
    #[arg(long, value_name = "FILE")]
    save_map: Option<PathBuf>,
    /// 采用推测的对应关系 | Take it as it is guessed
    #[arg(long)]
    yes: bool,
    /// 机关名称 | Who reports
    #[arg(long, value_name = "NAME")]
    agency: Option<String>,
    /// 把填好表三、表四的报告写成文件 | Write the form with tables three and four filled in
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// 该文件的格式 | Format of that file
    #[arg(long, value_name = "FORMAT", value_parser = args::format(), requires = "output")]
    to: Option<Format>,
    /// 显示的格式 | Output format
    #[arg(long, value_enum, default_value_t)]
    format: TextOrJson,
    #[command(flatten)]
    replace: Replace,
}

pub(crate) fn run(args: &Args, language: Language) -> Result<Verdict, Problem> {
    let report = args.report.as_deref().map(read_report).transpose()?;
    let of_report = report.as_ref().and_then(|it| it.1.report.year);
    if let (Some(report), Some(wanted)) = (of_report, args.year)
        && report != wanted
    {
        return Err(Problem::OtherYear { report, wanted });
    }
    let scope = match &report {
        Some((_, reading)) => Scope::of_report(&reading.report, args.year),
        None => args.year.map(Scope::of_year),
    };
    let scope = scope.ok_or(Problem::NoYear)?;
    if !new::YEARS.contains(&scope.year) {
        return Err(Problem::NoSuchYear(scope.year));
    }
    let input = Input::of(&args.register);
    let name = input.name();
    let of_register = |error| Problem::Tally(error).of(&name);
    let bytes = source::bytes(&input, Limits::default().bytes).map_err(|it| it.of(&name))?;
    let register = Register::read(&bytes, &Limits::default()).map_err(of_register)?;
    let mapping = mapping(args, &register, scope, language)?;
    let tally = tally(&register, &mapping, scope).map_err(of_register)?;
    let comparison = report.as_ref().map(|(path, it)| (&**path, tally.compare(&it.report)));
    let named = report.as_ref().and_then(|it| it.1.report.agency.as_deref());
    let filled = tally.report(args.agency.as_deref().or(named));
    if let Some(path) = &args.output {
        write(args, path, &filled)?;
    }
    let compared = comparison.as_ref().map(|(path, it)| (*path, it));
    let text = || Printer::new(language).tally(&name, &tally, compared);
    let mut out = output::stdout();
    match args.format {
        // The report is there already.
        _ if args.output.as_deref() == Some(Path::new("-")) => output::complain(&text()),
        TextOrJson::Text => out.write_all(text().as_bytes())?,
        TextOrJson::Json => {
            let json = TalliedRegister::new(&name, &mapping, &tally, &filled, compared);
            output::json_pretty(&mut out, &json)?;
        }
    }
    out.flush()?;
    Ok(verdict(&tally, compared.map(|it| it.1)))
}

fn read_report(path: &Path) -> Result<(String, Reading), Problem> {
    let input = Input::of(path);
    let reading = source::read(&input, None).map_err(|problem| problem.of(&input.name()))?;
    Ok((input.name(), reading))
}

/// The mapping of the file, or a guess that somebody agrees to.
fn mapping(
    args: &Args,
    register: &Register,
    scope: Scope,
    language: Language,
) -> Result<Mapping, Problem> {
    let (mapping, is_guess) = match &args.map {
        Some(path) => (read_mapping(path)?, false),
        None => {
            let guess = Mapping::guess(register, scope.edition);
            let named = |error| Problem::Tally(error).of(&args.register.to_string_lossy());
            (guess.map_err(named)?, true)
        }
    };
    if is_guess {
        let head = language
            .pick("推测的对应关系，请核对：", "the register was understood so, which is a guess:");
        let shown = Printer::new(language).mapping(&mapping);
        output::complain(&format!("{head}\n{shown}"));
    }
    if let Some(path) = &args.save_map {
        args.replace.write(path, mapping.to_toml().as_bytes())?;
    }
    if is_guess && args.save_map.is_none() && !args.yes && !agreed(language)? {
        return Err(Problem::Guessed);
    }
    Ok(mapping)
}

fn read_mapping(path: &Path) -> Result<Mapping, Problem> {
    let text = fs::read_to_string(path).map_err(Problem::Input);
    let mapping = text.and_then(|it| Mapping::from_toml(&it).map_err(Problem::Tally));
    mapping.map_err(|problem| problem.of(&path.to_string_lossy()))
}

/// Asks whoever sits at the terminal, if anybody does.
fn agreed(language: Language) -> Result<bool, Problem> {
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return Ok(false);
    }
    output::complain(language.pick("采用吗？[y/N]", "take it? [y/N]"));
    let mut answer = String::new();
    io::stdin().read_line(&mut answer).map_err(Problem::Input)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes" | "是"))
}

fn write(args: &Args, path: &Path, report: &ogi::Report) -> Result<(), Problem> {
    let to = args.to.or_else(|| Format::of_path(path)).ok_or(Problem::FormatUnknown)?;
    let mut written = Vec::new();
    ogi::write(report, to, &mut written)?;
    match Input::of(path) {
        Input::Stdin => output::file(&written),
        Input::File(path) => args.replace.write(&path, &written),
    }
}

fn verdict(tally: &Tally, comparison: Option<&Comparison>) -> Verdict {
    if comparison.is_some_and(|it| !it.differences.is_empty()) {
        Verdict::Flawed
    } else if !tally.left_over.is_empty()
        || comparison.is_some_and(|it| !it.not_compared.is_empty())
    {
        Verdict::Incomplete
    } else {
        Verdict::Sound
    }
}

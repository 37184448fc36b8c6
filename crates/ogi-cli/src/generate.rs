//! `ogi generate`: shell completions and man pages, from the command line itself.

use std::fs;
use std::path::PathBuf;

use clap::ValueEnum;
use clap_complete::Shell;
use clap_mangen::Man;
use ogi::terminal::Language;

use crate::problem::Problem;
use crate::target::Replace;
use crate::verdict::Verdict;
use crate::{help, output};

#[derive(Debug, clap::Args)]
pub(crate) struct Generate {
    /// 哪种命令行的补全脚本，或 man 为手册页 | Completions for which shell, or man for man pages
    #[arg(value_enum)]
    what: Generated,
    /// 写到哪个文件夹：手册页每个命令一个；不写则输出到标准输出（手册页只有总的一个）| Folder to write to: a man page for each command; standard output without it, with the first man page only
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
    #[command(flatten)]
    replace: Replace,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Generated {
    /// Bash
    Bash,
    /// Elvish
    Elvish,
    /// Fish
    Fish,
    /// 手册页 | Man pages
    Man,
    /// PowerShell
    Powershell,
    /// Zsh
    Zsh,
}

pub(crate) fn run(args: &Generate, language: Language) -> Result<Verdict, Problem> {
    let mut files = match args.what {
        Generated::Bash => completions(Shell::Bash, language),
        Generated::Elvish => completions(Shell::Elvish, language),
        Generated::Fish => completions(Shell::Fish, language),
        Generated::Powershell => completions(Shell::PowerShell, language),
        Generated::Zsh => completions(Shell::Zsh, language),
        Generated::Man => pages(language)?,
    };
    for (_, content) in &mut files {
        *content = help::with_meanings(&String::from_utf8_lossy(content), language).into_bytes();
    }
    match &args.output {
        None => output::file(&files.swap_remove(0).1)?,
        Some(folder) => {
            fs::create_dir_all(folder)
                .map_err(|error| Problem::from(error).of(&folder.to_string_lossy()))?;
            for (name, content) in files {
                args.replace.write(&folder.join(name), &content)?;
            }
        }
    }
    Ok(Verdict::Sound)
}

/// The name of a file and what it holds.
type Written = (String, Vec<u8>);

fn completions(shell: Shell, language: Language) -> Vec<Written> {
    use clap_complete::Generator as _;
    let mut script = Vec::new();
    let mut command = help::command(Some(language));
    let name = command.get_name().to_owned();
    clap_complete::generate(shell, &mut command, &name, &mut script);
    vec![(shell.file_name(&name), script)]
}

/// The page of the program, then those of its commands.
fn pages(language: Language) -> Result<Vec<Written>, Problem> {
    let mut command = help::command(Some(language)).disable_help_subcommand(true);
    command.build();
    let mut pages = vec![page(&command)?];
    for it in command.get_subcommands() {
        pages.push(page(it)?);
    }
    Ok(pages)
}

fn page(command: &clap::Command) -> Result<Written, Problem> {
    let mut page = Vec::new();
    let name = command.get_display_name().unwrap_or(command.get_name()).to_owned();
    Man::new(command.clone()).render(&mut page)?;
    Ok((format!("{name}.1"), page))
}

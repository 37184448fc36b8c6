//! `ogi.toml`: what a folder's reports are always read and checked with.
//!
//! It is looked for beside the first input and in the folders above. What the command line says counts more.

use std::fs;
use std::path::{Path, PathBuf};

use globset::Glob;
use ogi::LineIndex;
use ogi::terminal::{Language, visible};
use serde::Deserialize;
use toml::Spanned;

use crate::args::{self, Command};
use crate::inputs::Filter;
use crate::output;
use crate::problem::Problem;

/// What the file is called.
const NAME: &str = "ogi.toml";

/// Which file of settings is used.
#[derive(Debug, clap::Args)]
pub(crate) struct Choice {
    /// 用这个设置文件，不找 ogi.toml | Use this file of settings, and look for no ogi.toml
    #[arg(
        long,
        global = true,
        value_name = "FILE",
        conflicts_with = "no_settings",
        display_order = 1004
    )]
    settings: Option<PathBuf>,
    /// 不用任何设置文件 | Use no file of settings
    #[arg(long, global = true, display_order = 1005)]
    no_settings: bool,
}

/// What a command lets settings say.
#[derive(Debug, Default)]
pub(crate) struct Settable<'a> {
    /// Its inputs.
    pub(crate) paths: Vec<PathBuf>,
    pub(crate) filter: Option<&'a mut Filter>,
    pub(crate) policy: Option<&'a mut args::Policy>,
    pub(crate) aliases: Option<&'a mut Option<PathBuf>>,
}

impl Settable<'_> {
    /// Of a command with these inputs.
    pub(crate) fn of(paths: &[PathBuf]) -> Self {
        Self { paths: paths.to_vec(), ..Self::default() }
    }
}

/// What may stand in the file. Paths are seen from its folder.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    policy: Option<PathBuf>,
    baseline: Option<PathBuf>,
    aliases: Option<PathBuf>,
    #[serde(default)]
    include: Vec<Spanned<String>>,
    #[serde(default)]
    exclude: Vec<Spanned<String>>,
}

/// Says to a command what the settings say and the command line does not.
pub(crate) fn apply(
    choice: &Choice,
    command: &mut Command,
    language: Language,
) -> Result<(), Problem> {
    let Some(settable) = command.settable().filter(|_| !choice.no_settings) else { return Ok(()) };
    let found = match &choice.settings {
        Some(file) => Some(file.clone()),
        None => found(&settable.paths)?,
    };
    let Some(file) = found else {
        output::detail(language.pick("没有 ogi.toml", "no ogi.toml"));
        return Ok(());
    };
    let name = file.to_string_lossy();
    let of_file = |problem: Problem| problem.of(&name);
    let text = fs::read_to_string(&file).map_err(|error| of_file(Problem::Input(error)))?;
    let used = fill(settable, &text, file.parent().unwrap_or(Path::new(""))).map_err(of_file)?;
    let used = match (used.as_slice(), language) {
        ([], Language::Zh) => "其中没有用到的设置".to_owned(),
        ([], Language::En) => "nothing of it is used".to_owned(),
        (used, _) => used.join(", "),
    };
    let word = language.pick("设置：", "settings: ");
    output::detail(&visible(&format!("{word}{name} ({used})")));
    Ok(())
}

/// The nearest file above all inputs: it has to be the same one.
fn found(paths: &[PathBuf]) -> Result<Option<PathBuf>, Problem> {
    let mut found = paths.iter().map(|it| above(it));
    let Some(first) = found.next() else { return Ok(above(Path::new("-"))) };
    if found.all(|it| it == first) { Ok(first) } else { Err(Problem::SeveralSettings) }
}

/// The nearest one above a file or in a folder. For standard input and for names that are none yet that is where the
/// program was started.
fn above(path: &Path) -> Option<PathBuf> {
    let there = path.ancestors().find(|it| it.exists()).unwrap_or(Path::new("."));
    let there = there.canonicalize().ok()?;
    there.ancestors().map(|it| it.join(NAME)).find(|it| it.is_file())
}

/// Fills in what the command line left open, and says what that was.
fn fill(settable: Settable<'_>, text: &str, folder: &Path) -> Result<Vec<&'static str>, Problem> {
    let lines = LineIndex::new(text);
    let problem = |at: usize, message: String| {
        let at = lines.at(at);
        Problem::Settings { line: at.line, column: at.column, message }
    };
    let settings: Settings = toml::from_str(text).map_err(|error| {
        problem(error.span().unwrap_or_default().start, error.message().to_owned())
    })?;
    let globs = |of: &[Spanned<String>]| {
        let glob = |it: &Spanned<String>| {
            Glob::new(it.get_ref()).map_err(|error| problem(it.span().start, error.to_string()))
        };
        of.iter().map(glob).collect::<Result<Vec<_>, _>>()
    };
    let (include, exclude) = (globs(&settings.include)?, globs(&settings.exclude)?);
    let mut used = Vec::new();
    let mut path = |name, into: &mut Option<PathBuf>, from: Option<PathBuf>| {
        if let (None, Some(from)) = (&into, from) {
            *into = Some(folder.join(from));
            used.push(name);
        }
    };
    if let Some(policy) = settable.policy {
        path("policy", &mut policy.policy, settings.policy);
        path("baseline", &mut policy.baseline, settings.baseline);
    }
    if let Some(aliases) = settable.aliases {
        path("aliases", aliases, settings.aliases);
    }
    if let Some(filter) = settable.filter {
        for (name, into, from) in
            [("include", &mut filter.include, include), ("exclude", &mut filter.exclude, exclude)]
        {
            if into.is_empty() && !from.is_empty() {
                *into = from;
                used.push(name);
            }
        }
    }
    Ok(used)
}

impl Command {
    /// What settings may say to it; `None` for a command that reads no reports.
    fn settable(&mut self) -> Option<Settable<'_>> {
        Some(match self {
            Self::Parse(it) => it.inputs.settable(),
            Self::Check(it) => Settable {
                policy: Some(&mut it.policy),
                aliases: Some(&mut it.aliases),
                ..it.inputs.settable()
            },
            Self::Convert(it) => it.inputs.settable(),
            Self::Compare(it) => it.settable(),
            Self::Rollup(it) => it.settable(),
            Self::Export(it) => it.settable(),
            Self::Chart(it) => it.settable(),
            Self::Repair(it) => it.settable(),
            Self::Annotate(it) => it.settable(),
            Self::Claims(_)
            | Self::New(_)
            | Self::Tally(_)
            | Self::Indicators(_)
            | Self::Inspect(_)
            | Self::Rules(_)
            | Self::Explain(_)
            | Self::Schema(_)
            | Self::Generate(_) => return None,
        })
    }
}

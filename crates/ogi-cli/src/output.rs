//! Where the program prints.

use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};
use std::sync::OnceLock;

use ogi::terminal::visible;
use serde::Serialize;

use crate::problem::Problem;

/// Standard output, buffered unless a person reads it.
pub(crate) fn stdout() -> BufWriter<StdoutLock<'static>> {
    BufWriter::new(io::stdout().lock())
}

/// How the program speaks.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub(crate) struct Manner {
    /// 是否用颜色；auto：输出到终端且没有设 NO_COLOR 时用 | Whether to use colour; auto: on a terminal, unless NO_COLOR is set
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        value_enum,
        default_value_t,
        display_order = 1001
    )]
    pub(crate) color: Colour,
    /// 只说问题：不列通过的报告，不显示进度和提示 | Say only what is wrong: no accepted reports, no progress, no notices
    #[arg(short, long, global = true, conflicts_with = "verbose", display_order = 1002)]
    quiet: bool,
    /// 说明用了哪个设置文件、跳过了哪些文件 | Say which file of settings is used, and name all files that are skipped
    #[arg(short, long, global = true, display_order = 1003)]
    verbose: bool,
}

/// Whether colour is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Colour {
    #[default]
    Auto,
    Always,
    Never,
}

/// Said once, before anything is printed; until then as by default.
static MANNER: OnceLock<Manner> = OnceLock::new();

/// Says how the program is to speak.
pub(crate) fn speak(manner: Manner) {
    // The first word counts.
    let _ = MANNER.set(manner);
}

fn manner() -> Manner {
    MANNER.get().copied().unwrap_or_default()
}

/// Whether only what is wrong is wanted.
pub(crate) fn is_quiet() -> bool {
    manner().quiet
}

/// Whether details are wanted.
pub(crate) fn is_verbose() -> bool {
    manner().verbose
}

/// Whether to use colour: as the user says, or on a terminal, unless the user wants none anywhere
/// (<https://no-color.org>).
pub(crate) fn in_colour() -> bool {
    manner().color.is_used()
}

impl Colour {
    pub(crate) fn is_used(self) -> bool {
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Auto => {
                io::stdout().is_terminal()
                    && std::env::var_os("NO_COLOR").is_none_or(|it| it.is_empty())
                    && std::env::var_os("TERM").is_none_or(|it| it != "dumb")
            }
        }
    }
}

/// A line to standard error that is no problem.
pub(crate) fn note(message: &str) {
    if !is_quiet() {
        complain(message);
    }
}

/// A line to standard error for those who want details.
pub(crate) fn detail(message: &str) {
    if is_verbose() {
        complain(message);
    }
}

/// A line to standard error. If nobody listens, nothing is to be done.
pub(crate) fn complain(message: &str) {
    let _ = writeln!(io::stderr(), "{message}");
}

/// JSON for people to look at, written while it is made.
pub(crate) fn json_pretty(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer_pretty(Escaping(&mut *out), value)?;
    writeln!(out)
}

/// JSON that is text already, over several lines.
pub(crate) fn json_text(out: &mut impl Write, text: &str) -> io::Result<()> {
    Escaping(out).write_all(text.as_bytes())
}

/// JSON on a line.
pub(crate) fn json_line(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    writeln!(out, "{}", json_on_a_line(value)?)
}

/// JSON without line feeds.
pub(crate) fn json_on_a_line(value: &impl Serialize) -> serde_json::Result<String> {
    Ok(ogi::json::escaped(&serde_json::to_string(value)?).into_owned())
}

/// What is written to it is JSON, in pieces that end where characters end.
struct Escaping<W>(W);

impl<W: Write> Write for Escaping<W> {
    fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
        let text = str::from_utf8(piece).map_err(io::Error::other)?;
        self.0.write_all(ogi::json::escaped(text).as_bytes())?;
        Ok(piece.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// What a file would hold, on standard output: a terminal gets no control characters, and what is no text not at all.
pub(crate) fn file(bytes: &[u8]) -> Result<(), Problem> {
    let mut out = stdout();
    match str::from_utf8(bytes) {
        Ok(text) if io::stdout().is_terminal() => out.write_all(visible(text).as_bytes())?,
        Err(_) if io::stdout().is_terminal() => return Err(Problem::NotForTerminals),
        _ => out.write_all(bytes)?,
    }
    Ok(out.flush()?)
}

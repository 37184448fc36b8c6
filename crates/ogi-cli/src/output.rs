//! Where the program prints.

use std::io::{self, BufWriter, IsTerminal, StdoutLock};

/// Standard output, buffered unless a person reads it.
pub(crate) fn stdout() -> BufWriter<StdoutLock<'static>> {
    BufWriter::new(io::stdout().lock())
}

/// Whether to use colour: on a terminal, unless the user asked for none (<https://no-color.org>).
pub(crate) fn in_colour() -> bool {
    io::stdout().is_terminal()
        && std::env::var_os("NO_COLOR").is_none_or(|it| it.is_empty())
        && std::env::var_os("TERM").is_none_or(|it| it != "dumb")
}

/// A line to standard error. If nobody listens, nothing is to be done.
pub(crate) fn complain(message: &str) {
    use io::Write;
    let _ = writeln!(io::stderr(), "{message}");
}

//! Prints the report in a file as JSON: `cargo run -p ogi-import --example dump -- FILE`.

use std::error::Error;
use std::io::Write;

use ogi_import::{Limits, read};

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args_os().nth(1).ok_or("which file?")?;
    let reading = read(&std::fs::read(path)?, &Default::default(), &Limits::default())?;
    serde_json::to_writer_pretty(std::io::stdout().lock(), &reading.report)?;
    writeln!(std::io::stdout())?;
    Ok(())
}

//! Prints the rows of pieces that the reader sees in a text: `cargo run -p ogi-parse --example sheet -- FILE`.

// An example prints.
#![allow(clippy::print_stdout)]

use ogi_parse::Sheet;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for path in std::env::args().skip(1) {
        print!("{}", Sheet::of_text(&String::from_utf8_lossy(&std::fs::read(path)?)));
    }
    Ok(())
}

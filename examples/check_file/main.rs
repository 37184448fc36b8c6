//! Checks reports and shows what is wrong, and where: `cargo run -p check_file -- FILE...`
//!
//! Without files it checks the three bundled reports of fictional agencies; the third has planted errors. It reads text; for
//! pages and documents add the features of `ogi` that open them (`html`, `docx`, `xlsx` ...) to its Cargo.toml.

#![allow(clippy::print_stdout)]

use std::io::IsTerminal;
use std::{env, fs, io};

use ogi::terminal::{Language, Printer};
use ogi::{Policy, ReadOptions};

const BUNDLED: [(&str, &str); 3] = [
    ("civil-affairs-bureau-2025.txt", include_str!("../reports/civil-affairs-bureau-2025.txt")),
    ("county-office-2020.txt", include_str!("../reports/county-office-2020.txt")),
    ("garden-street-2024.txt", include_str!("../reports/garden-street-2024.txt")),
];

fn main() -> io::Result<()> {
    let in_chinese = env::var("LANG").is_ok_and(|it| it.starts_with("zh"));
    let printer = Printer::new(if in_chinese { Language::Zh } else { Language::En })
        .colour(io::stdout().is_terminal() && env::var_os("NO_COLOR").is_none());

    let paths: Vec<String> = env::args().skip(1).collect();
    for (name, text) in BUNDLED.iter().filter(|_| paths.is_empty()) {
        println!("{}", check(name, text.as_bytes(), printer));
    }
    for path in paths {
        println!("{}", check(&path, &fs::read(&path)?, printer));
    }
    Ok(())
}

fn check(name: &str, bytes: &[u8], printer: Printer) -> String {
    match ogi::read(bytes, &ReadOptions::default()) {
        Ok(reading) => {
            let outcome = ogi::check(&reading, &Policy::default());
            printer.outcome(name, &reading, &outcome)
        }
        Err(error) => format!("{name}: {error}\n"),
    }
}

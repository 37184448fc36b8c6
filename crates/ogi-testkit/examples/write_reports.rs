//! Writes random reports into a folder, a thousand to a subfolder; every tenth has an error in it. They are in all layouts, or
//! in the one that is named.
//!
//! ```sh
//! cargo run --release -p ogi-testkit --example write_reports -- FOLDER 100000 [LAYOUT]
//! ```

use std::path::PathBuf;
use std::{env, fs};

use ogi_testkit::{Generator, Layout, Mess, plant, rng};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = env::args_os().skip(1);
    let folder = PathBuf::from(args.next().ok_or("which folder?")?);
    let count: u64 =
        args.next().and_then(|it| it.into_string().ok()).ok_or("how many?")?.parse()?;
    let layout = args.next().map(|it| it.into_string().unwrap_or_default().parse::<Layout>());
    let layout = layout.transpose()?;
    for n in 0..count {
        let subfolder = folder.join(format!("{:04}", n / 1000));
        if n % 1000 == 0 {
            fs::create_dir_all(&subfolder)?;
        }
        let mut report = Generator::new(n).report();
        if n % 10 == 0 {
            plant(&mut report, &mut rng(n));
        }
        let layout = layout.unwrap_or(Layout::ALL[n as usize % Layout::ALL.len()]);
        let text = layout.write_messy(&report, &Mess::new(n, 0.1));
        fs::write(subfolder.join(format!("{n:06}.txt")), text)?;
    }
    Ok(())
}

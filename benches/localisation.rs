//! How often the wrong figures are found: `cargo bench -p ogi-solve --bench localisation > benches/localisation.md` writes the
//! committed table anew, always the same; `-- --quick` takes a glance.

#![allow(clippy::print_stdout)]

mod accuracy;

use accuracy::{Counts, blanks, guessed};
use ogi_model::{Edition, Report};
use ogi_testkit::{Channel, Corruption, Generator, Size};

const SIZES: [(Size, &str); 3] =
    [(Size::Small, "small"), (Size::Medium, "medium"), (Size::Large, "large")];

fn main() {
    // `cargo bench` says `--bench`; anything else wants to know only that it runs.
    let full =
        std::env::args().any(|it| it == "--bench") && std::env::args().all(|it| it != "--quick");
    let cases = if full { 1_000 } else { 20 };
    println!("{}", HEAD.trim());
    println!("\nWeights of version {}; {cases} cases a line.", ogi_solve::WEIGHTS_VERSION);
    for channel in Channel::ALL {
        println!("\n## Errors of {}\n", channel.key());
        println!(
            "| corruption | edition | size | detected | first | among three | sure | right of sure |"
        );
        println!("|---|---|---|---|---|---|---|---|");
        let mut all = Counts::default();
        for corruption in Corruption::ALL {
            for edition in Edition::ALL {
                for (size, size_name) in SIZES {
                    let reports = pool(*edition, size, cases / 5);
                    let counts = Counts::of(&reports, *corruption, *channel, cases);
                    let title = corruption.title();
                    println!("| {title} | {edition} | {size_name} | {counts} |");
                    all.add(&counts);
                }
            }
        }
        println!("\nHow sure, and how often right, over all of these:\n");
        println!("| said | cases | mean said | right |\n|---|---|---|---|");
        all.print_calibration();
    }
    println!("{}", MOVES);
    println!("| corruption | edition | size | guessed |\n|---|---|---|---|");
    for corruption in [Corruption::MovedColumn, Corruption::MovedRow] {
        for edition in Edition::ALL {
            for (size, size_name) in SIZES {
                let guessed = guessed(&pool(*edition, size, cases / 5), corruption, cases);
                println!("| {} | {edition} | {size_name} | {guessed} |", corruption.title());
            }
        }
    }
    println!("\n## Blanks in table three\n");
    println!("| blanks | edition | all filled | blanks filled |\n|---|---|---|---|");
    for many in [1, 2, 3, 4, 6, 8, 10, 15, 20, 25, 30] {
        for edition in Edition::ALL {
            let reports = pool(*edition, Size::Medium, cases / 5);
            println!("| {many} | {edition} | {} |", blanks(&reports, many, cases));
        }
    }
}

/// Sound reports; each is made wrong several times.
fn pool(edition: Edition, size: Size, many: usize) -> Vec<Report> {
    Generator::new(2021).edition(edition).size(size).take(many).collect()
}

const HEAD: &str = "
# How often the wrong figures are found

Random sound reports are made wrong, and the explanations of `ogi_solve::System::localise` are compared with what was
done to them. Right is only the very set of cells with the very values; a tie of n counts 1/n. In brackets: the 95 %
interval (Wilson). Small reports have 3 to 60 requests, medium ones 80 to 900, large ones 2,000 to 30,000.

- *detected*: some equality is broken. All other columns are of those that are.
- *first*, *among three*: the likeliest explanation is right; one of the three likeliest is.
- *sure*: the share whose likeliest explanation has a posterior of 0.9 or more; *right of sure*: how many of these are.

Four and six slips are more than is searched for together. They are found piece by piece where they are far apart, and an
explanation found so is never sure. The few sure ones in these lines change three figures, which mend all that four broke.

The errors come from two channels of `ogi-testkit` that know nothing of the solver's weights, and differ from one another:
people who type, and machines that read print. Any value, moves, exchanges and totals left at 0 are the same in both.
The figures of random reports depend on one another in one way only: each row is divided among applicants as the others
are. Weighing what a cell may hold by its row and column makes use of that; real tables may vary more.

Written by `cargo bench -p ogi-solve --bench localisation > benches/localisation.md`.
";

const MOVES: &str = "
## What a moved value leaves open

A value that stands in the next column can often be moved back in several rows that print the same there, and everything adds
up each time. *Guessed*: how often one of these, drawn by lot, is the right one, if it is known that a value moved.
";

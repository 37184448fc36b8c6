//! The form of both editions comes back as it was written.

use ogi_model::{CellId, Edition, Place};
use ogi_testkit::Generator;

use crate::read;
use crate::writer::{self, Style};

fn round_trip(style: Style) {
    let mut figures = 0;
    for edition in Edition::ALL {
        for seed in 0..20 {
            let generator = Generator::new(seed).edition(*edition);
            for report in [
                generator.clone().report(),
                generator.clone().blanks(0.3).report(),
                generator.clone().blanks(1.0).report(),
                generator.blanks(0.1).not_applicable(0.1).remarks(0.2).report(),
            ] {
                let reading = read(&writer::report(&report, style));
                for cell in CellId::all() {
                    let (wrote, got) = (&report[cell], &reading.report[cell]);
                    assert_eq!(got, wrote, "{style:?} {edition} {seed}: {cell}");
                    figures += usize::from(wrote.is_present());
                    if wrote.is_present() {
                        let place = reading.place(cell);
                        assert!(
                            matches!(place, Some(Place::Grid(it)) if it.table > 0),
                            "{place:?}"
                        );
                    }
                }
                assert_eq!(reading.report.agency, report.agency);
                assert_eq!(reading.report.year, report.year);
                assert_eq!(reading.report.overview, report.overview);
                assert_eq!(reading.report.other_matters, report.other_matters);
            }
        }
    }
    println!("{style:?}: {figures} figures, all as written");
}

#[test]
fn plain_documents_come_back() {
    round_trip(Style::Plain);
}

#[test]
fn edited_documents_come_back() {
    round_trip(Style::Edited);
}

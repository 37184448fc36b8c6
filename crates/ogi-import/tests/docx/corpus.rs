//! The official blank form, where it is kept beside the repository.

use std::fs;
use std::path::Path;

use ogi_model::CellId;

use crate::read;

#[test]
fn every_cell_of_the_blank_form_is_there_and_blank() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus");
    let name = "blank-form-2021";
    let Ok(bytes) = fs::read(folder.join(format!("{name}.docx"))) else {
        eprintln!("!!! SKIPPED: no {name}.docx at {}", folder.display());
        return;
    };
    let truth = fs::read_to_string(folder.join(format!("{name}.truth.json"))).unwrap();
    let truth: serde_json::Value = serde_json::from_str(&truth).unwrap();
    let report = read(&bytes).report;
    let mut blank = 0;
    for cell in CellId::all() {
        let told = &truth[cell.table().key()][cell.row().key()];
        match told.get(cell.column().key()) {
            Some(told) => {
                assert!(told.is_null() && report[cell].is_blank(), "{cell}: {:?}", report[cell]);
                blank += 1;
            }
            None => assert!(!report[cell].is_present(), "{cell} is not in the source"),
        }
    }
    println!("{name}.docx: {blank} cells, all blank");
    assert!(blank > 100);
}

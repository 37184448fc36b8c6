//! A real government and its 17 bodies, read from where they are kept beside the repository, with what is right by hand.

#![allow(clippy::unwrap_used, clippy::print_stderr)]

use std::path::{Path, PathBuf};
use std::{env, fs};

use ogi_check::{Policy, RollUp, Standing, roll_up};
use ogi_model::{CellId, Column, Report, Row, Value};

/// The folder. Without it the test says so, and fails where everything must be there.
fn folder() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/wild/rollup");
    if path.is_dir() {
        return Some(path);
    }
    assert!(env::var_os("CI").is_none_or(|it| it != "true"), "no roll-up at {}", path.display());
    eprintln!("!!! SKIPPED: no real roll-up at {}", path.display());
    None
}

fn read(path: &Path) -> Report {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn family(folder: &Path) -> (Report, Vec<(String, Report)>) {
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    paths.sort();
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    let (parent, children): (Vec<_>, Vec<_>) =
        paths.iter().partition(|it| name(it).contains(".parent."));
    let child = |path: &PathBuf| (name(path)[..3].to_owned(), read(path));
    (read(parent[0]), children.into_iter().map(child).collect())
}

/// The three letters of the file of a child by its name.
fn key<'a>(children: &'a [(String, Report)], name: &str) -> &'a str {
    &children.iter().find(|it| it.1.agency.as_deref() == Some(name)).unwrap().0
}

fn rolled_up(parent: &Report, children: &[(String, Report)]) -> RollUp {
    roll_up(parent, children.iter().map(|it| &it.1), &Policy::default())
}

#[test]
fn what_is_right_by_hand_is_said() {
    let Some(folder) = folder() else { return };
    let (parent, children) = family(&folder);
    assert_eq!(children.len(), 17);
    let rolled_up = rolled_up(&parent, &children);

    // Five children whose own totals do not add up, and nobody else.
    let mut called: Vec<_> = rolled_up.calls.iter().map(|it| key(&children, &it.child)).collect();
    called.sort_unstable();
    assert_eq!(called, ["htp", "hzs", "jjf", "nyn", "shs"]);
    let nyn = rolled_up.calls.iter().find(|it| key(&children, &it.child) == "nyn").unwrap();
    assert!(nyn.message.zh.contains("：总计列4处为0，应为3、1、2、3"), "{}", nyn.message.zh);

    // Only two figures say something about the parent.
    let [penalties, repealed] = [
        CellId::new(Row::Penalties, Column::Decisions),
        CellId::new(Row::NormativeDocuments, Column::Repealed),
    ];
    let different: Vec<_> =
        rolled_up.standing(Standing::Different).map(|it| (it.cell, it.sum, it.lacking)).collect();
    let count = Value::Count;
    assert_eq!(
        different,
        [(repealed, count(27), Some(count(6))), (penalties, count(846), Some(count(254)))]
    );
    // The fees are rounded.
    let fees = rolled_up.cells.iter().find(|it| it.cell.row() == Row::Fees).unwrap();
    assert_eq!(fees.standing, Standing::Equal);
    // The others come from the five. 185 equal cells by hand, of which one is no sum and two have no row in five reports,
    // and the fees.
    assert_eq!(rolled_up.standing(Standing::EqualWhenCorrected).count(), 11);
    assert_eq!(rolled_up.standing(Standing::Open).count(), 2);
    assert_eq!(rolled_up.standing(Standing::ForReference).count(), 2);
    assert_eq!(rolled_up.standing(Standing::Equal).count(), 185 - 1 - 2 + 1);
    let open = rolled_up.standing(Standing::Open);
    assert!(open.into_iter().all(|it| it.cell.row() == Row::Rules && it.missing.len() == 5));
    assert_eq!(rolled_up.cells.len(), 200);
}

/// scj leaves 14 cells blank, which its own sums determine.
#[test]
fn blanks_are_determined() {
    let Some(folder) = folder() else { return };
    let (parent, children) = family(&folder);
    let rolled_up = rolled_up(&parent, &children);
    let determined = |letters: &str| {
        let n = children.iter().position(|it| it.0 == letters).unwrap();
        let figures = rolled_up.cells.iter().map(|it| &it.figures[n]);
        figures.filter_map(|it| it.determined()).filter(|it| *it == Value::Count(0)).count()
    };
    assert_eq!(determined("scj"), 14);
    assert_eq!(determined("jjp"), 1);
}

/// One body sends nothing: its figures are what is left, and nothing becomes unknown that a bound states.
#[test]
fn an_absent_body_is_bounded() {
    let Some(folder) = folder() else { return };
    let (parent, mut children) = family(&folder);
    let at = children.iter().position(|it| it.0 == "gaj").unwrap();
    let (_, absent) = children.remove(at);
    let name = ogi_check::Child::without_report(absent.agency.clone().unwrap());
    let of_others = children.iter().map(|it| ogi_check::Child::from(&it.1));
    let rolled_up = roll_up(&parent, of_others.chain([name]), &Policy::default());
    let open = rolled_up.standing(Standing::Open);
    let licensing = CellId::new(Row::Licensing, Column::Decisions);
    let stated = open.into_iter().find(|it| it.cell == licensing).unwrap();
    assert_eq!(stated.lacking, absent[licensing].value());
}

//! The workbook: which part is which sheet, and whether its formulas are computed anew.

use ogi_model::GridPlace;

use crate::in_place::InPlaceError;
use crate::in_place::package::Package;
use crate::in_place::splices::Splices;

const USUAL: &str = "xl/workbook.xml";

/// A workbook.
pub(super) struct Book {
    part: String,
    /// The address of the vocabulary of relations, up to the last word.
    pub(super) relations: String,
    /// The part that has the texts that cells share.
    pub(super) strings: Option<String>,
    /// The name of each sheet, and its part.
    sheets: Vec<(String, String)>,
}

impl Book {
    pub(super) fn open(package: &mut Package<'_>) -> Result<Self, InPlaceError> {
        let (part, relations) = package.main(USUAL)?;
        let beside = package.relations(&part)?;
        let text = package.part(&part)?;
        let text = text.ok_or_else(|| package.damaged(format!("it has no {part}")))?;
        let all = package.elements(&text)?;
        let sheets = all.iter().filter(|it| it.local() == "sheet").filter_map(|it| {
            let id = it.attribute("id")?;
            let target = beside.iter().find(|it| it.id == id && it.is("worksheet"))?;
            Some((it.attribute("name")?, target.target.clone()))
        });
        let sheets = sheets.collect();
        let strings = beside.iter().find(|it| it.is("sharedStrings"));
        let strings = strings.map(|it| it.target.clone());
        Ok(Self { part, relations, strings, sheets })
    }

    /// The part of the sheet of a place.
    pub(super) fn sheet(&self, place: &GridPlace) -> Option<&str> {
        let name = place.sheet.as_ref()?;
        self.sheets.iter().find(|it| it.0 == *name).map(|it| it.1.as_str())
    }

    /// The parts of all sheets, in order.
    pub(super) fn sheet_parts(&self) -> impl Iterator<Item = &str> {
        self.sheets.iter().map(|it| it.1.as_str())
    }

    /// The part of the first sheet.
    pub(super) fn first_sheet(&self) -> Option<&str> {
        self.sheet_parts().next()
    }

    /// Whether any cell is computed.
    pub(super) fn has_formulas(&self, package: &mut Package<'_>) -> Result<bool, InPlaceError> {
        for (_, part) in &self.sheets {
            let text = package.part(part)?.unwrap_or_default();
            if package.elements(&text)?.iter().any(|it| it.local() == "f") {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Says that all formulas are to be computed anew when the workbook is opened, if it does not say so already.
    pub(super) fn compute_when_opened(
        &self,
        package: &mut Package<'_>,
    ) -> Result<(), InPlaceError> {
        const SAID: &str = "fullCalcOnLoad";
        let text = package.part(&self.part)?.unwrap_or_default();
        let all = package.elements(&text)?;
        let mut splices = Splices::default();
        if let Some(said) = all.iter().find(|it| it.local() == "calcPr") {
            let tag = &text[said.open.clone()];
            match said.attribute(SAID).as_deref() {
                Some("1" | "true") => return Ok(()),
                Some(other) => {
                    let new = tag.replace(&format!("{SAID}=\"{other}\""), &format!("{SAID}=\"1\""));
                    splices.replace(said.open.clone(), new);
                }
                None => {
                    let at = said.open.start + 1 + said.name().len();
                    splices.insert(at, format!(" {SAID}=\"1\""));
                }
            }
        } else {
            // It stands behind these, which come in this order.
            let before = ["sheets", "functionGroups", "externalReferences", "definedNames"];
            let last = all.iter().rfind(|it| it.depth == 1 && before.contains(&it.local()));
            let last = last.ok_or_else(|| package.damaged("it has no sheets"))?;
            let prefix = last.prefix();
            splices.insert(last.close.end, format!("<{prefix}calcPr {SAID}=\"1\"/>"));
        }
        package.put(&self.part, splices.apply(&text))
    }
}

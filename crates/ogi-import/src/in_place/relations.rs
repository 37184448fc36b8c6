//! What ties the parts of a package together: relations, and the types of parts.

use super::InPlaceError;
use super::markup::{Element, escaped};
use super::package::Package;
use crate::zipped;

const CONTENT_TYPES: &str = "[Content_Types].xml";
const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// What a part relates to.
pub(super) struct Relation {
    pub(super) id: String,
    /// An address; its last word says what it is.
    pub(super) kind: String,
    /// The name of the part.
    pub(super) target: String,
}

impl Relation {
    pub(super) fn is(&self, word: &str) -> bool {
        self.kind.rsplit('/').next() == Some(word)
    }
}

impl Package<'_> {
    /// The part that the package is about, and the address of the vocabulary of its relations, up to the last word.
    pub(super) fn main(&mut self, usual: &str) -> Result<(String, String), InPlaceError> {
        const USUAL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        let relations = self.relations("")?;
        let main = relations.into_iter().find(|it| it.is("officeDocument"));
        Ok(main.map_or_else(
            || (usual.to_owned(), USUAL.to_owned()),
            |it| (it.target, it.kind.trim_end_matches("officeDocument").to_owned()),
        ))
    }

    /// What a part relates to; the package itself, if it has no name.
    pub(super) fn relations(&mut self, part: &str) -> Result<Vec<Relation>, InPlaceError> {
        let (folder, name) = relations_of(part);
        let Some(text) = self.part(&name)? else { return Ok(Vec::new()) };
        let all = self.elements(&text)?;
        let of = |it: &Element<'_>, name| it.attribute(name).unwrap_or_default();
        let relations = all
            .iter()
            .filter(|it| it.local() == "Relationship" && of(it, "TargetMode") != "External");
        Ok(relations
            .map(|it| Relation {
                id: of(it, "Id"),
                kind: of(it, "Type"),
                target: zipped::resolved(folder, &of(it, "Target")),
            })
            .collect())
    }

    /// Makes a part relate to another one; the name of the relation.
    pub(super) fn relate(
        &mut self,
        part: &str,
        kind: &str,
        target: &str,
    ) -> Result<String, InPlaceError> {
        let (_, name) = relations_of(part);
        let text = self.part(&name)?;
        let text = text.unwrap_or_else(|| {
            format!("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"{RELATIONS}\"/>")
        });
        let all = self.elements(&text)?;
        let taken: Vec<_> = all.iter().filter_map(|it| it.attribute("Id")).collect();
        let free = (1..).map(|it| format!("rId{it}")).find(|it| !taken.contains(it));
        let id = free.unwrap_or_default();
        let xml = format!(
            "<Relationship xmlns=\"{RELATIONS}\" Id=\"{id}\" Type=\"{}\" Target=\"/{}\"/>",
            escaped(kind),
            escaped(target)
        );
        let new = self.appended(&text, &all, &xml)?;
        self.put(&name, new)?;
        Ok(id)
    }

    /// Says of what type a part is.
    pub(super) fn declare(&mut self, part: &str, content_type: &str) -> Result<(), InPlaceError> {
        self.declare_by(&format!(
            "<Override xmlns=\"{TYPES}\" PartName=\"/{}\" ContentType=\"{content_type}\"/>",
            escaped(part)
        ))
    }

    /// Says of what type the parts are whose names end so, unless that is said already.
    pub(super) fn declare_ending(
        &mut self,
        ending: &str,
        content_type: &str,
    ) -> Result<(), InPlaceError> {
        let text = self.part(CONTENT_TYPES)?.unwrap_or_default();
        let all = self.elements(&text)?;
        let is_said = all
            .iter()
            .any(|it| it.attribute("Extension").is_some_and(|it| it.eq_ignore_ascii_case(ending)));
        if is_said {
            return Ok(());
        }
        self.declare_by(&format!(
            "<Default xmlns=\"{TYPES}\" Extension=\"{ending}\" ContentType=\"{content_type}\"/>"
        ))
    }

    fn declare_by(&mut self, xml: &str) -> Result<(), InPlaceError> {
        let text = self.part(CONTENT_TYPES)?;
        let text = text.ok_or_else(|| self.damaged(format!("it has no {CONTENT_TYPES}")))?;
        let all = self.elements(&text)?;
        let new = self.appended(&text, &all, xml)?;
        self.put(CONTENT_TYPES, new)
    }
}

/// The folder of a part, and the name of the part that has its relations.
fn relations_of(part: &str) -> (&str, String) {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let name = format!("{folder}/_rels/{file}.rels");
    (folder, name.trim_start_matches('/').to_owned())
}

//! What a report says besides its figures.

use crate::Section;
use crate::form::keyed;

keyed! {
    /// A part of a report that is no figure: metadata, or narrative. Its key is that of the report's JSON.
    ///
    /// ```
    /// use ogi_model::{Field, Section};
    /// assert_eq!(Field::of_section(Section::Overview), Some(Field::Overview));
    /// assert_eq!(Field::of_section(Section::Disputes), None);
    /// ```
    Field as "field" {
        Title = "title", "Title";
        Agency = "agency", "Agency";
        Year = "year", "Year";
        Period = "period", "Period";
        Published = "published", "Day of publication";
        Preamble = "preamble", "Preamble";
        Overview = "overview", "Overview";
        Problems = "problems", "Main problems and improvements";
        OtherMatters = "other_matters", "Other matters to report";
    }
}

impl Field {
    /// The field with the text of a part; `None` for a table.
    pub const fn of_section(section: Section) -> Option<Self> {
        match section {
            Section::Overview => Some(Self::Overview),
            Section::Problems => Some(Self::Problems),
            Section::OtherMatters => Some(Self::OtherMatters),
            Section::ActiveDisclosure | Section::Applications | Section::Disputes => None,
        }
    }
}

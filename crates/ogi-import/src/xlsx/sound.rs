//! Whether a part is XML at all.
//!
//! The library that reads workbooks forgives what is not. A string that is lost from the table of strings moves all
//! that follow to other cells, and that must not pass for a report.

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;

use super::damaged;
use crate::{ImportError, Limits, words};

/// Checks tags, attributes, entities and nesting of a part, and shows all that goes by.
pub(super) fn check(
    text: &str,
    limits: &Limits,
    mut visit: impl FnMut(&Event<'_>),
) -> Result<(), ImportError> {
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let mut depth = 0_usize;
    loop {
        let event = reader.read_event().map_err(damaged)?;
        visit(&event);
        match event {
            Event::Start(start) => {
                start.attributes().try_for_each(|it| it.map(drop)).map_err(damaged)?;
                depth += 1;
                if depth > limits.depth {
                    let limit = limits.depth as u64;
                    return Err(ImportError::Limit { what: words::LEVELS, limit });
                }
            }
            Event::Empty(start) => {
                start.attributes().try_for_each(|it| it.map(drop)).map_err(damaged)?;
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::GeneralRef(entity) => {
                let known = entity.resolve_char_ref().map_err(damaged)?.is_some()
                    || resolve_predefined_entity(&entity).is_some();
                if !known {
                    return Err(damaged("it has an entity of its own"));
                }
            }
            Event::Eof if depth == 0 => return Ok(()),
            Event::Eof => return Err(damaged("a part of it is cut off")),
            _ => {}
        }
    }
}

//! How properties of runs and styles are written.

use crate::look::Look;
use crate::xml::Element;

const WHITE: [&str; 2] = ["FFFFFF", "ffffff"];

/// Whether a shading is one that white text is seen on.
pub(super) fn is_ground(shading: &Element<'_>) -> bool {
    let fill = shading.attribute("fill").filter(|it| it != "auto" && it != "none");
    fill.is_some_and(|it| !WHITE.contains(&it.as_str()))
}

/// Takes a property, if it is one of these.
pub(super) fn take(look: &mut Look, property: &Element<'_>) {
    let is = |wanted: &[&str]| property.value().is_some_and(|it| wanted.contains(&it.as_str()));
    match property.local() {
        "vanish" => look.hidden = Some(property.is_on()),
        "strike" => look.struck = Some(property.is_on()),
        "dstrike" => look.struck_twice = Some(property.is_on()),
        "vertAlign" => look.raised = Some(is(&["superscript", "subscript"])),
        "position" => {
            let up = property.value().and_then(|it| it.trim().parse::<i32>().ok());
            look.raised = look.raised.or(up.map(|it| it > 0));
        }
        "color" => look.white = Some(is(&WHITE)),
        "shd" => look.grounded = Some(is_ground(property)),
        "highlight" => look.grounded = Some(!is(&["none", "white"])),
        _ => {}
    }
}

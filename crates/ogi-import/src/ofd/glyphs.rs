//! Where the characters of a text stand.

use pdfplumber::{BBox, Char, TextDirection};

use super::numbers::steps;
use super::object::Object;

/// How far characters reach below their baseline, in sizes.
const BELOW: f64 = 0.2;

/// Adds the characters of a text, in millimetres.
pub(super) fn read(object: &Object, chars: &mut Vec<Char>) {
    let matrix = object.matrix();
    let (across, along) = matrix.turn(object.size * object.stretch, 0.0);
    let (aside, height) = matrix.turn(0.0, object.size);
    let size = aside.hypot(height);
    let is_upright = along.abs() < 0.01 * size && aside.abs() < 0.01 * size && across > 0.0;
    let (mut x, mut y) = (0.0, 0.0);
    for code in &object.codes {
        (x, y) = (code.x.unwrap_or(x), code.y.unwrap_or(y));
        let many = code.text.chars().count();
        let (right, down) = (steps(&code.right, many), steps(&code.down, many));
        let (mut at_x, mut at_y) = (x, y);
        for (i, c) in code.text.chars().enumerate() {
            let step = right.get(i).copied();
            let own = width(c) * object.size * object.stretch;
            let (left, base) = matrix.apply(at_x, at_y);
            // What stands further apart has a gap between.
            let (reach, _) = matrix.turn(step.map_or(own, |it| it.clamp(0.0, own)), 0.0);
            chars.push(Char {
                text: c.to_string(),
                bbox: BBox::new(
                    left,
                    base - (1.0 - BELOW) * size,
                    left + reach.max(0.1 * size),
                    base + BELOW * size,
                ),
                fontname: String::new(),
                size,
                advance: reach,
                doctop: 0.0,
                upright: is_upright,
                direction: TextDirection::Ltr,
                stroking_color: None,
                non_stroking_color: None,
                ctm: [size, 0.0, 0.0, size, left, base],
                char_code: c.into(),
                mcid: None,
                tag: None,
            });
            at_x += step.unwrap_or(if down.is_empty() { own } else { 0.0 });
            at_y += down.get(i).copied().unwrap_or(0.0);
        }
    }
}

/// How wide a character is, in sizes: half for letters and digits, which most fonts have so.
fn width(c: char) -> f64 {
    if c.is_ascii() { 0.5 } else { 1.0 }
}

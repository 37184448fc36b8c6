//! Lines and boxes of a path: the borders of tables.

use pdfplumber::{Color, Line, Orientation, Rect};

use super::object::Object;
use super::page::Shown;

/// How far off a line may be and still be straight up or across, in millimetres.
const STRAIGHT: f64 = 0.3;

type Point = (f64, f64);

/// Adds the lines of a path that go straight up or across, and boxes that are filled.
pub(super) fn read(object: &Object, shown: &mut Shown) {
    for outline in outlines(object) {
        if object.is_stroked {
            let pairs = outline.windows(2).filter_map(|it| Some((*it.first()?, *it.last()?)));
            shown.lines.extend(pairs.filter_map(|(a, b)| line(a, b)));
        }
        if object.is_filled {
            shown.rects.extend(filled(&outline));
        }
    }
}

/// The points of each part of a path, on the page.
fn outlines(object: &Object) -> Vec<Vec<Point>> {
    let matrix = object.matrix();
    let mut outlines: Vec<Vec<Point>> = Vec::new();
    let mut words = object.data.split([' ', ',', '\n', '\t', '\r']).filter(|it| !it.is_empty());
    while let Some(word) = words.next() {
        // How many points there are, of which the last is where it goes.
        let many = match word {
            "S" | "M" | "L" => 1,
            "Q" => 2,
            "B" => 3,
            // Radii, angle and two flags stand before the point of an arc.
            "A" => {
                words.by_ref().take(5).for_each(drop);
                1
            }
            "C" => 0,
            _ => continue,
        };
        let mut point = None;
        for _ in 0..many {
            let x = words.next().and_then(|it| it.parse().ok());
            let y = words.next().and_then(|it| it.parse().ok());
            point = x.zip(y).map(|(x, y): Point| matrix.apply(x, y));
        }
        match (word, point) {
            ("S" | "M", Some(point)) => outlines.push(vec![point]),
            ("C", _) => {
                if let Some(outline) = outlines.last_mut() {
                    outline.extend(outline.first().copied());
                }
            }
            (_, Some(point)) => {
                if let Some(outline) = outlines.last_mut() {
                    outline.push(point);
                }
            }
            _ => {}
        }
    }
    outlines
}

fn line(a: Point, b: Point) -> Option<Line> {
    let (wide, high) = ((a.0 - b.0).abs(), (a.1 - b.1).abs());
    let orientation = if high < STRAIGHT && wide > high {
        Orientation::Horizontal
    } else if wide < STRAIGHT && high > wide {
        Orientation::Vertical
    } else {
        return None;
    };
    let (x0, x1) = (a.0.min(b.0), a.0.max(b.0));
    let (top, bottom) = (a.1.min(b.1), a.1.max(b.1));
    let is_across = orientation == Orientation::Horizontal;
    Some(Line {
        x0,
        top,
        x1: if is_across { x1 } else { x0 },
        bottom: if is_across { top } else { bottom },
        line_width: 0.0,
        stroke_color: Color::black(),
        orientation,
    })
}

/// The box of a part that is one: many programs draw lines as thin boxes.
fn filled(outline: &[Point]) -> Option<Rect> {
    let near = |a: f64, b: f64| (a - b).abs() < STRAIGHT;
    let is_straight = outline.windows(2).all(|it| near(it[0].0, it[1].0) || near(it[0].1, it[1].1));
    if outline.len() < 4 || !is_straight {
        return None;
    }
    let xs = outline.iter().map(|it| it.0);
    let ys = outline.iter().map(|it| it.1);
    Some(Rect {
        x0: xs.clone().reduce(f64::min)?,
        top: ys.clone().reduce(f64::min)?,
        x1: xs.reduce(f64::max)?,
        bottom: ys.reduce(f64::max)?,
        line_width: 0.0,
        stroke: false,
        fill: true,
        stroke_color: Color::black(),
        fill_color: Color::black(),
    })
}

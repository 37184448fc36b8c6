//! What declarations of style say about how text is seen, and about tables made of them.

/// The kinds of boxes that matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Display {
    None,
    Table,
    Rows,
    Row,
    Cell,
    Caption,
    /// A block, or as good as one.
    Block,
    Other,
}

/// What the declarations of one element say; nothing where they are silent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    pub(super) display: Option<Display>,
    /// `visibility`, which those within may take back.
    pub(super) visible: Option<bool>,
    /// Whether the font has a size, which those within may set anew.
    pub(super) sized: Option<bool>,
    /// Whether the color is one, which those within may set anew.
    pub(super) inked: Option<bool>,
    /// Whether the color is white, which is seen on a dark ground only.
    pub(super) white: Option<bool>,
    /// Whether the ground is a color that is not white, or a picture.
    pub(super) grounded: Option<bool>,
    pub(super) struck: Option<bool>,
    /// Raised or lowered.
    pub(super) raised: Option<bool>,
    transparent: Option<bool>,
    /// Taken out of the flow, so that offsets and clips count.
    positioned: Option<bool>,
    clipped: Option<bool>,
    /// Moved off the screen by an offset, which counts only if it is positioned.
    away: Option<bool>,
    /// Moved off the screen by an indent or a margin.
    aside: Option<bool>,
    scaled_away: Option<bool>,
    /// One pixel wide or high, or less.
    tiny: Option<bool>,
    /// What is larger than the box is cut.
    cut: Option<bool>,
}

/// From how far on something is off the screen.
const OFF_SCREEN: f64 = 900.0;

impl Style {
    /// From the attribute `style`.
    pub(super) fn parse(declarations: &str) -> Self {
        let mut style = Self::default();
        style.add(declarations, |_| true);
        style
    }

    /// Adds declarations, those that are important or those that are not.
    pub(super) fn add(&mut self, declarations: &str, wanted: impl Fn(bool) -> bool) {
        for declaration in declarations.split(';') {
            let Some((name, value)) = declaration.split_once(':') else { continue };
            let (name, value) = (name.trim(), value.trim());
            // Most are of fonts and borders.
            if name.len() > LONGEST_NAME || !name.is_ascii() {
                continue;
            }
            let (value, important) = match value.split_once('!') {
                Some((value, _)) => (value.trim_end(), true),
                None => (value, false),
            };
            if wanted(important) {
                self.declare(&name.to_ascii_lowercase(), value);
            }
        }
    }

    fn declare(&mut self, name: &str, value: &str) {
        let is = |word: &str| value.eq_ignore_ascii_case(word);
        let has = |word: &str| value.to_ascii_lowercase().contains(word);
        match name {
            "display" => self.display = Some(display(value)),
            "visibility" => self.visible = Some(!is("hidden") && !is("collapse")),
            "content-visibility" => self.scaled_away = Some(is("hidden")),
            "opacity" => self.transparent = Some(number(value).is_some_and(|it| it < 0.05)),
            "font-size" => self.sized = Some(number(value).is_none_or(|it| it > 0.0)),
            "color" => {
                self.inked = Some(!is_clear(value));
                self.white = Some(is_white(value));
            }
            "background" | "background-color" | "background-image"
                if !is_clear(value) && !is("none") =>
            {
                self.grounded = Some(!is_white(value));
            }
            "text-decoration" | "text-decoration-line" => self.struck = Some(has("line-through")),
            "vertical-align" => self.raised = Some(is("super") || is("sub") || is("text-top")),
            "position" => self.positioned = Some(is("absolute") || is("fixed")),
            "clip" => self.clipped = Some(is_nothing(value)),
            "clip-path" => {
                self.clipped = Some(has("inset(50%") || has("inset(100%") || has("circle(0"))
            }
            "left" | "right" | "top" | "bottom" => {
                let is_away = number(value).is_some_and(|it| it.abs() > OFF_SCREEN);
                self.away = Some(self.away == Some(true) || is_away);
            }
            "text-indent" | "margin-left" | "margin-top" | "margin" => {
                let is_aside =
                    value.split_ascii_whitespace().filter_map(number).any(|it| it < -OFF_SCREEN);
                self.aside = Some(self.aside == Some(true) || is_aside);
            }
            "transform" => {
                self.scaled_away = Some(has("scale(0)") || has("scale(0,") || has("translate(-999"))
            }
            "width" | "height" | "max-width" | "max-height" => {
                let is_tiny = !value.ends_with('%') && number(value).is_some_and(|it| it <= 1.0);
                self.tiny = Some(self.tiny == Some(true) || is_tiny);
            }
            "overflow" | "overflow-x" | "overflow-y" => self.cut = Some(is("hidden") || is("clip")),
            _ => {}
        }
    }

    /// What another one says, and for the rest what this one does.
    pub(super) fn under(self, over: Self) -> Self {
        Self {
            display: over.display.or(self.display),
            visible: over.visible.or(self.visible),
            sized: over.sized.or(self.sized),
            inked: over.inked.or(self.inked),
            white: over.white.or(self.white),
            grounded: over.grounded.or(self.grounded),
            struck: over.struck.or(self.struck),
            raised: over.raised.or(self.raised),
            transparent: over.transparent.or(self.transparent),
            positioned: over.positioned.or(self.positioned),
            clipped: over.clipped.or(self.clipped),
            away: over.away.or(self.away),
            aside: over.aside.or(self.aside),
            scaled_away: over.scaled_away.or(self.scaled_away),
            tiny: over.tiny.or(self.tiny),
            cut: over.cut.or(self.cut),
        }
    }

    /// Whether nothing of the element is seen, whatever those within say. A size counts for blocks only.
    pub(super) fn is_gone(&self, is_block: bool) -> bool {
        let is = |it: Option<bool>| it == Some(true);
        let is_boxed = is_block || is(self.positioned) || self.display == Some(Display::Block);
        self.display == Some(Display::None)
            || is(self.transparent)
            || is(self.aside)
            || is(self.scaled_away)
            || is(self.positioned) && (is(self.clipped) || is(self.away))
            || is_boxed && is(self.tiny) && is(self.cut)
    }
}

/// `text-decoration-line`, `content-visibility`
const LONGEST_NAME: usize = 20;

fn display(value: &str) -> Display {
    let value = value.to_ascii_lowercase();
    match value.as_str() {
        "none" => Display::None,
        "table" | "inline-table" => Display::Table,
        "table-row-group" | "table-header-group" | "table-footer-group" => Display::Rows,
        "table-row" => Display::Row,
        "table-cell" => Display::Cell,
        "table-caption" => Display::Caption,
        "block" | "inline-block" | "flex" | "grid" | "flow-root" | "list-item" => Display::Block,
        _ => Display::Other,
    }
}

/// The number that a value begins with, whatever its unit.
fn number(value: &str) -> Option<f64> {
    let end = value.bytes().position(|b| !(b.is_ascii_digit() || b"+-.".contains(&b)));
    value[..end.unwrap_or(value.len())].parse().ok()
}

/// `rect(0 0 0 0)`, `rect(1px, 1px, 1px, 1px)`: nothing is left.
fn is_nothing(value: &str) -> bool {
    let Some((_, sides)) = value.split_once('(') else { return false };
    let sides = sides.trim_end_matches([')', ' ']).split([',', ' ']).filter(|it| !it.is_empty());
    let mut numbers = sides.map(number).peekable();
    numbers.peek().is_some() && numbers.all(|it| it.is_some_and(|it| it <= 1.0))
}

/// `transparent`, `rgba(0, 0, 0, 0)`.
fn is_clear(value: &str) -> bool {
    if value.eq_ignore_ascii_case("transparent") {
        return true;
    }
    // The fourth number says how much of the ground is covered.
    let (_, numbers) = value.split_once('(').unwrap_or_default();
    let fourth = numbers.split([',', ' ', '/']).filter(|it| !it.is_empty()).nth(3);
    fourth.is_some_and(|it| it.trim_end_matches(')').parse::<f64>().is_ok_and(|it| it == 0.0))
}

/// `white`, `#FFF`, `rgb(255, 255, 255)`.
fn is_white(value: &str) -> bool {
    let is_hex = |it: &str| matches!(it.len(), 3 | 6) && it.bytes().all(|b| b | 0x20 == b'f');
    let (_, numbers) = value.split_once('(').unwrap_or_default();
    let mut numbers = numbers.split([',', ' ', ')']).filter(|it| !it.is_empty()).take(3).peekable();
    value.eq_ignore_ascii_case("white")
        || value.strip_prefix('#').is_some_and(is_hex)
        || numbers.peek().is_some() && numbers.all(|it| it == "255")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_seen() {
        for style in [
            "display:none",
            "color:red;DISPLAY : none !important",
            "opacity:0",
            "opacity: .0",
            "position:absolute;left:-9999px",
            "position: absolute; top: -10000em",
            "text-indent:-9999px",
            "position:absolute;clip:rect(0 0 0 0)",
            "position:absolute!important;clip: rect(1px, 1px, 1px, 1px)",
            "position:absolute;clip-path:inset(50%)",
            "position:absolute;width:1px;height:1px;overflow:hidden",
            "display:inline-block;width:0;overflow:hidden",
            "transform:scale(0)",
        ] {
            assert!(Style::parse(style).is_gone(false), "{style}");
        }
        for style in [
            "",
            "opacity:1",
            "left:-9999px",
            "margin-left:-12pt",
            "width:1px;overflow:hidden",
            "position:absolute;left:50%",
            "position:absolute;clip:rect(0 200px 200px 0)",
            "overflow:hidden;width:100%",
        ] {
            assert!(!Style::parse(style).is_gone(false), "{style}");
        }
    }

    #[test]
    fn what_those_within_may_take_back() {
        assert_eq!(Style::parse("visibility:hidden").visible, Some(false));
        assert_eq!(Style::parse("font-size:0px").sized, Some(false));
        assert_eq!(Style::parse("font-size:16px").sized, Some(true));
        assert_eq!(Style::parse("color:transparent").inked, Some(false));
        assert_eq!(Style::parse("color:rgba(0,0,0,0)").inked, Some(false));
        assert_eq!(Style::parse("color:rgba(0,0,0,.8)").inked, Some(true));
        assert_eq!(Style::parse("color:rgb(0,0,0)").inked, Some(true));
        assert_eq!(Style::parse("color:#333").inked, Some(true));
        assert_eq!(Style::parse("text-decoration: underline line-through").struck, Some(true));
        assert_eq!(Style::parse("vertical-align:super").raised, Some(true));
    }
}

//! How cells look.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

/// The formats of a workbook.
pub(super) struct Styles {
    pub(super) title: Format,
    pub(super) fact: Format,
    pub(super) heading: Format,
    pub(super) prose: Format,
    pub(super) head: Format,
    pub(super) label: Format,
    pub(super) figure: Format,
    /// What stands beside a table: no part of the form.
    pub(super) check: Format,
    /// The heads of a list.
    pub(super) list_head: Format,
    pub(super) list: Format,
    /// A number of a list.
    pub(super) count: Format,
    /// A verdict or a severity of a list.
    pub(super) bad: Format,
    pub(super) doubtful: Format,
    pub(super) good: Format,
    pub(super) link: Format,
}

/// The formats of a parent beside its children.
pub(super) struct RollUpStyles {
    /// Names of children, upright over their narrow columns.
    pub(super) upright: Format,
    pub(super) label: Format,
    /// The name of a figure.
    pub(super) item: Format,
    pub(super) figure: Format,
    /// What a child should have printed otherwise, and sums with that.
    pub(super) corrected: Format,
    /// A blank that a child's own sums determine.
    pub(super) determined: Format,
    /// No figure.
    pub(super) unknown: Format,
    pub(super) different: Format,
}

/// The fonts of official documents; programs that lack them take others.
const SONG: &str = "宋体";
const FANGSONG: &str = "仿宋";
const HEI: &str = "黑体";

impl Styles {
    pub(super) fn new() -> Self {
        let plain = || Format::new().set_font_name(SONG).set_font_size(10.5).set_text_wrap();
        let text = |font: &str, size: f64| plain().set_font_name(font).set_font_size(size);
        let middle = || plain().set_align(FormatAlign::VerticalCenter);
        let boxed = || middle().set_border(FormatBorder::Thin);
        let head = boxed().set_background_color("EEF2F7").set_align(FormatAlign::Center);
        Self {
            title: text(HEI, 18.0)
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter),
            fact: text(FANGSONG, 10.5).set_align(FormatAlign::Center),
            heading: text(HEI, 14.0).set_align(FormatAlign::VerticalCenter),
            prose: text(FANGSONG, 11.0).set_align(FormatAlign::Top),
            label: boxed().set_align(FormatAlign::Left),
            figure: boxed().set_align(FormatAlign::Center),
            check: middle().set_font_color("A3120A").set_bold(),
            list_head: head.clone(),
            list: boxed(),
            count: boxed().set_align(FormatAlign::Center),
            bad: boxed().set_bold().set_font_color("A3120A").set_background_color("FDECEA"),
            doubtful: boxed().set_bold().set_font_color("7A4F00").set_background_color("FFF8E1"),
            good: boxed().set_font_color("1B5E20"),
            link: middle().set_border(FormatBorder::Thin).set_hyperlink(),
            head,
        }
    }

    /// A number with so many decimals. One that is too long is shown smaller: a row of `#` says nothing to anybody.
    pub(super) fn number(&self, decimals: usize) -> Format {
        let zeros = "0".repeat(decimals);
        let point = if decimals > 0 { "." } else { "" };
        self.figure
            .clone()
            .unset_text_wrap()
            .set_shrink()
            .set_num_format(format!("0{point}{zeros}"))
    }
}

impl RollUpStyles {
    pub(super) fn new(styles: &Styles) -> Self {
        let figure = styles.figure.clone().set_font_size(9).unset_text_wrap().set_shrink();
        let label = styles.figure.clone().set_font_size(9);
        Self {
            // Chinese stands upright, one character below the other.
            upright: styles.list_head.clone().set_font_size(9).unset_text_wrap().set_rotation(270),
            item: styles.label.clone().set_font_size(9).unset_text_wrap().set_shrink(),
            corrected: figure.clone().set_background_color("FFF2CC").set_bold(),
            determined: figure.clone().set_background_color("E2EFDA").set_italic(),
            unknown: figure.clone().set_background_color("D9D9D9"),
            different: figure
                .clone()
                .set_background_color("F8CBAD")
                .set_font_color("A3120A")
                .set_bold(),
            label,
            figure,
        }
    }
}

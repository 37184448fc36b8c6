//! The styles of mess.

/// One thing in which real pages differ from the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Style {
    /// Punctuation and digits of labels in the other width: `（一）` and `(一)`, `1.` and `１．`.
    LabelWidth,
    /// Blanks within labels: `总 计`, `商业　企业`.
    LabelSpaces,
    /// Other words for the same: 内容 for 内部, `1、` for `1.`, a fee without its unit.
    LabelWords,
    /// Characters lost from labels: 社会公益, 现行有效件. A reader may find such a label only by its neighbours.
    LabelLosses,
    /// Spaces, U+00A0 and U+3000 around cells, and in blank ones.
    Padding,
    /// Separators of thousands: `1,113`.
    Thousands,
    /// A sign before a growth (本年增/减): `+14`.
    PlusSigns,
    /// Figures in full-width digits: `２８`.
    FullWidthFigures,
    /// Units within cells of money: `251000元`, `1646.5万元`.
    Units,
    /// Half-width brackets around remarks.
    RemarkBrackets,
    /// What a page prints above the title: `登录| 注册`.
    MenuLines,
    /// Other titles of the same: the year before the agency, 年报, broken over lines. What a reader takes for the
    /// title is then another; agency and year are the same.
    Title,
    /// Other lines of metadata.
    Metadata,
    /// Agency and date below the report, and no date above it. A reader may take them for the end of part six.
    Signature,
    /// Other headings of the six parts.
    Headings,
    /// `该部分以表格形式报告。表格如下：` between heading and table, a remark below one.
    TableNotes,
}

impl Style {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::LabelWidth,
        Self::LabelSpaces,
        Self::LabelWords,
        Self::LabelLosses,
        Self::Padding,
        Self::Thousands,
        Self::PlusSigns,
        Self::FullWidthFigures,
        Self::Units,
        Self::RemarkBrackets,
        Self::MenuLines,
        Self::Title,
        Self::Metadata,
        Self::Signature,
        Self::Headings,
        Self::TableNotes,
    ];
}

//! Elements, as far as reading distinguishes them.

use html5ever::{LocalName, QualName, local_name, ns};

/// What an element does to the text in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// Nothing.
    Inline,
    /// Begins and ends a paragraph.
    Block,
    /// Stands apart from the text around it, though on the same line: notes and accents, areas to write in.
    Apart,
    /// Crossed out: not what is meant to be read.
    Struck,
    /// Ends a line.
    Break,
    /// Keeps the blanks and lines of its text.
    Preformatted,
    /// A table.
    Table,
    /// The caption of a table.
    Caption,
    /// A group of rows.
    Rows,
    /// A row.
    Row,
    /// A cell.
    Cell,
    /// A pair of name and content.
    Meta,
    /// A field with a value.
    Input,
    /// May link a document.
    Link,
    /// A picture.
    Picture,
    /// A list to choose from.
    Choice,
    /// An entry of such a list.
    Option,
    /// The entry that is chosen.
    Chosen,
    /// A style sheet.
    StyleSheet,
    /// The title of the page.
    Title,
    /// A script.
    Script,
    /// Holds nothing to read.
    Skipped,
}

impl Tag {
    /// Whether nothing in it is read.
    pub(super) const fn is_unread(self) -> bool {
        matches!(self, Self::Picture | Self::Script | Self::StyleSheet | Self::Skipped)
    }

    /// What an element of this name is.
    pub(super) fn of(name: &QualName) -> Self {
        if name.ns != ns!(html) {
            // A drawing or formula; names within are not those of HTML.
            return match name.local {
                local_name!("svg") => Self::Picture,
                local_name!("math") => Self::Skipped,
                _ => Self::Inline,
            };
        }
        Self::of_html(&name.local)
    }

    fn of_html(name: &LocalName) -> Self {
        match *name {
            local_name!("td") | local_name!("th") => Self::Cell,
            local_name!("tr") => Self::Row,
            local_name!("table") => Self::Table,
            local_name!("tbody") | local_name!("thead") | local_name!("tfoot") => Self::Rows,
            local_name!("caption") => Self::Caption,
            local_name!("br") => Self::Break,
            local_name!("pre") | local_name!("listing") | local_name!("xmp") => Self::Preformatted,
            local_name!("sup")
            | local_name!("sub")
            | local_name!("rt")
            | local_name!("rp")
            | local_name!("textarea") => Self::Apart,
            local_name!("select") => Self::Choice,
            local_name!("option") => Self::Option,
            local_name!("style") => Self::StyleSheet,
            local_name!("del") | local_name!("s") | local_name!("strike") => Self::Struck,
            local_name!("meta") => Self::Meta,
            local_name!("input") => Self::Input,
            local_name!("a") | local_name!("iframe") | local_name!("embed") => Self::Link,
            local_name!("img") | local_name!("canvas") => Self::Picture,
            local_name!("title") => Self::Title,
            local_name!("script") => Self::Script,
            local_name!("noscript")
            | local_name!("template")
            | local_name!("datalist")
            | local_name!("object")
            | local_name!("noembed")
            | local_name!("noframes") => Self::Skipped,
            ref name if is_block(name) => Self::Block,
            _ => Self::Inline,
        }
    }
}

fn is_block(name: &LocalName) -> bool {
    matches!(
        *name,
        local_name!("p")
            | local_name!("div")
            | local_name!("h1")
            | local_name!("h2")
            | local_name!("h3")
            | local_name!("h4")
            | local_name!("h5")
            | local_name!("h6")
            | local_name!("li")
            | local_name!("ul")
            | local_name!("ol")
            | local_name!("dl")
            | local_name!("dt")
            | local_name!("dd")
            | local_name!("hr")
            | local_name!("section")
            | local_name!("article")
            | local_name!("header")
            | local_name!("footer")
            | local_name!("nav")
            | local_name!("main")
            | local_name!("aside")
            | local_name!("address")
            | local_name!("blockquote")
            | local_name!("center")
            | local_name!("details")
            | local_name!("summary")
            | local_name!("dialog")
            | local_name!("dir")
            | local_name!("menu")
            | local_name!("fieldset")
            | local_name!("legend")
            | local_name!("figure")
            | local_name!("figcaption")
            | local_name!("form")
            | local_name!("button")
            | local_name!("hgroup")
            | local_name!("html")
            | local_name!("body")
            | local_name!("head")
    )
}

//! What errors name, in both languages.

pub use ogi_model::Words;

const fn words(zh: &'static str, en: &'static str) -> Words {
    Words { zh, en }
}

// What there may be too much of.
pub(crate) const BYTES: Words = words("文件的字节数", "bytes");
pub(crate) const UNPACKED_BYTES: Words = words("解压后的字节数", "unpacked bytes");
pub(crate) const ENTRIES: Words = words("压缩包内的文件数", "entries in an archive");
pub(crate) const LEVELS: Words = words("嵌套层数", "levels of nesting");
pub(crate) const PAGES: Words = words("页数", "pages");
pub(crate) const CELLS: Words = words("单元格数", "cells");
pub(crate) const CELLS_AND_PARAGRAPHS: Words = words("单元格和段落数", "cells and paragraphs");
pub(crate) const NODES: Words = words("网页元素数", "elements and texts of a page");
pub(crate) const NESTED_ELEMENTS: Words = words("网页元素的嵌套层数", "nested elements");
pub(crate) const ATTRIBUTES: Words = words("一个标签的属性数", "attributes of a tag");
pub(crate) const RULES_OF_STYLE: Words = words("样式规则数", "rules of style");

// What may be damaged.
pub(crate) const ARCHIVE: Words = words("压缩包", "archive");
pub(crate) const WORD_DOCUMENT: Words = words("Word 文档", "Word document");
pub(crate) const OPEN_DOCUMENT: Words = words("OpenDocument 文件", "OpenDocument file");
pub(crate) const WORKBOOK: Words = words("工作簿", "workbook");
pub(crate) const RICH_TEXT: Words = words("RTF 文档", "Rich Text document");
pub(crate) const OFD: Words = words("OFD 文件", "OFD document");
pub(crate) const MAIL: Words = words("邮件", "mail");
pub(crate) const PDF: Words = words("PDF", "PDF");

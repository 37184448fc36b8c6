//! What errors name, in both languages.

pub use ogi_model::Words;

const fn words(zh: &'static str, en: &'static str) -> Words {
    Words { zh, en }
}

// What there is too much of, with `{limit}` in it.
pub(crate) const BYTES: Words = words("文件超过{limit}字节", "more than {limit} bytes");
pub(crate) const UNPACKED_BYTES: Words =
    words("解压后超过{limit}字节", "more than {limit} unpacked bytes");
pub(crate) const ENTRIES: Words =
    words("压缩包内的文件超过{limit}个", "more than {limit} entries in an archive");
pub(crate) const LEVELS: Words =
    words("内容嵌套超过{limit}层", "more than {limit} levels of nesting");
pub(crate) const PAGES: Words = words("文件超过{limit}页", "more than {limit} pages");
pub(crate) const CELLS: Words = words("单元格超过{limit}个", "more than {limit} cells");
pub(crate) const CELLS_AND_PARAGRAPHS: Words =
    words("单元格和段落超过{limit}个", "more than {limit} cells and paragraphs");
pub(crate) const OBJECTS: Words =
    words("PDF 内的对象超过{limit}个", "more than {limit} objects of a PDF");
pub(crate) const DRAWN_BYTES: Words =
    words("一页的绘制内容超过{limit}字节", "more than {limit} bytes that draw a page");
pub(crate) const NODES: Words =
    words("网页元素超过{limit}个", "more than {limit} elements and texts of a page");
pub(crate) const NESTED_ELEMENTS: Words =
    words("网页嵌套超过{limit}层", "more than {limit} nested elements");
pub(crate) const ATTRIBUTES: Words =
    words("一个网页标签的属性超过{limit}个", "more than {limit} attributes of a tag");
pub(crate) const RULES_OF_STYLE: Words =
    words("样式规则超过{limit}条", "more than {limit} rules of style");

// What may be damaged.
pub(crate) const ARCHIVE: Words = words("压缩包", "archive");
pub(crate) const WORD_DOCUMENT: Words = words("Word 文档", "Word document");
pub(crate) const OPEN_DOCUMENT: Words = words("OpenDocument 文件", "OpenDocument file");
pub(crate) const WORKBOOK: Words = words("工作簿", "workbook");
pub(crate) const RICH_TEXT: Words = words("RTF 文档", "Rich Text document");
pub(crate) const OFD: Words = words("OFD 文件", "OFD document");
pub(crate) const MAIL: Words = words("邮件", "mail");
pub(crate) const PDF: Words = words("PDF", "PDF");

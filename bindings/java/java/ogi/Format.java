package ogi;

/** 可以写出的格式。 */
public enum Format {
    /** 规定的文本排列，每格一行。 */
    TEXT("text"),
    /** Markdown。 */
    MARKDOWN("markdown"),
    /** 可以直接发布的网页。 */
    HTML("html"),
    /** 交换格式。 */
    JSON("json"),
    /** Word 文件。 */
    DOCX("docx"),
    /** 工作簿，总计为公式。 */
    XLSX("xlsx");

    private final String key;

    Format(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}

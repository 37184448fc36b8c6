package ogi;

import java.util.LinkedHashMap;
import java.util.Map;

/** 读出的内容：报告，以及原文、位置、说明。 */
public final class Reading {
    /** 读出的内容中不属于报告的部分。 */
    private static final String[] BESIDE = {"text", "sources", "notes", "claims", "decisions"};

    private final String text;
    private final Map<String, Object> json;
    private final Report report;

    Reading(String text) {
        this.text = text;
        this.json = Json.object(Json.read(text));
        Map<String, Object> report = new LinkedHashMap<String, Object>(json);
        for (String key : BESIDE) {
            report.remove(key);
        }
        this.report = new Report(report);
    }

    /**
     * 报告。
     *
     * @return 报告
     */
    public Report report() {
        return report;
    }

    /**
     * 解码后的原文，位置以它的 UTF-8 字节计。
     *
     * @return 原文
     */
    public String text() {
        return (String) json.get("text");
    }

    /**
     * 全部内容的 JSON，与 {@code ogi parse --full} 相同。
     *
     * @return JSON
     */
    public String toJson() {
        return text;
    }
}

package ogi;

import java.util.Map;

/** 台账统计的结果。 */
public final class Tally {
    private final String text;
    private final Map<String, Object> json;

    Tally(String text) {
        this.text = text;
        this.json = Json.object(Json.read(text));
    }

    /**
     * 填好表三、表四的报告。
     *
     * @return 报告
     */
    public Report report() {
        return new Report(Json.object(json.get("report")));
    }

    /**
     * 全部结果的 JSON，与 {@code ogi tally --format json} 相同。
     *
     * @return JSON
     */
    public String toJson() {
        return text;
    }
}

package ogi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** 核对的结论和问题。 */
public final class Outcome {
    /** 结论。 */
    public enum Verdict {
        /** 通过。 */
        ACCEPTED,
        /** 不通过。 */
        REJECTED,
        /** 未发现错误，但有规定的内容无法判断。 */
        INCOMPLETE
    }

    private final String text;
    private final Map<String, Object> json;

    Outcome(String text) {
        this.text = text;
        this.json = Json.object(Json.read(text));
    }

    /**
     * 结论。
     *
     * @return 结论
     */
    public Verdict verdict() {
        return Verdict.valueOf(((String) json.get("verdict")).toUpperCase(Locale.ROOT));
    }

    /**
     * 是否通过。
     *
     * @return 是否通过
     */
    public boolean accepted() {
        return (Boolean) json.get("accepted");
    }

    /**
     * 结论是什么意思。
     *
     * @return 一句话
     */
    public Message meaning() {
        return new Message(Json.object(json.get("meaning")));
    }

    /**
     * 问题，按表的顺序。
     *
     * @return 问题
     */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<Finding>();
        for (Object it : Json.array(json.get("findings"))) {
            findings.add(new Finding(Json.object(it)));
        }
        return Collections.unmodifiableList(findings);
    }

    /**
     * 全部内容的 JSON，与 {@code ogi check --format jsonl} 的一行相同；修改建议（explanations）也在内。
     *
     * @return JSON
     */
    public String toJson() {
        return text;
    }
}

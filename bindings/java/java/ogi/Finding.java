package ogi;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

/** 一个问题。 */
public final class Finding {
    /** 轻重。 */
    public enum Severity {
        /** 提示。 */
        INFO,
        /** 警告。 */
        WARNING,
        /** 错误。 */
        ERROR
    }

    private final Map<String, Object> json;

    Finding(Map<String, Object> json) {
        this.json = json;
    }

    /**
     * 规则的代号，如 t4-sum。
     *
     * @return 代号
     */
    public String rule() {
        return (String) json.get("rule");
    }

    /**
     * 轻重。
     *
     * @return 轻重
     */
    public Severity severity() {
        return Severity.valueOf(((String) json.get("severity")).toUpperCase(Locale.ROOT));
    }

    /**
     * 说明。
     *
     * @return 中文和英文
     */
    public Message message() {
        return new Message(Json.object(json.get("message")));
    }

    /**
     * 主要的单元格；没有时为 null。
     *
     * @return 表.行.列
     */
    public String cell() {
        if (json.get("cell") == null) {
            return null;
        }
        Map<String, Object> cell = Json.object(json.get("cell"));
        return cell.get("table") + "." + cell.get("row") + "." + cell.get("column");
    }

    /**
     * 所印的数；没有时为 null。
     *
     * @return 数
     */
    public BigDecimal observed() {
        return Cell.number(json.get("observed"));
    }

    /**
     * 由其他数字推出的数；不能推出唯一的数时为 null。
     *
     * @return 数
     */
    public BigDecimal expected() {
        return Cell.number(json.get("expected"));
    }

    /**
     * 在原文中的第几行；原文不是文本时为 null。
     *
     * @return 行号，从 1 开始
     */
    public Integer line() {
        Object place = json.get("place");
        Object line = place == null ? null : Json.object(place).get("line");
        return line == null ? null : Integer.valueOf(((Long) line).intValue());
    }
}

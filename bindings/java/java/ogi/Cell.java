package ogi;

import java.math.BigDecimal;
import java.util.Map;

/** 一个单元格所印的内容。空白不是 0，也不推算。 */
public final class Cell {
    /** 内容的种类。 */
    public enum Kind {
        /** 数字。 */
        NUMBER,
        /** 空白。 */
        BLANK,
        /** 不适用，如 /。 */
        NOT_APPLICABLE,
        /** 无法辨认。 */
        UNREADABLE,
        /** 报告没有这一格。 */
        ABSENT
    }

    private final Kind kind;
    private final BigDecimal value;
    private final String remark;
    private final String printed;

    private Cell(Kind kind, BigDecimal value, String remark, String printed) {
        this.kind = kind;
        this.value = value;
        this.remark = remark;
        this.printed = printed;
    }

    static Cell absent() {
        return new Cell(Kind.ABSENT, null, null, "");
    }

    static Cell of(Object json) {
        if (json == null) {
            return new Cell(Kind.BLANK, null, null, "");
        }
        if (json instanceof Map) {
            Map<String, Object> object = Json.object(json);
            if (object.containsKey("unreadable")) {
                return new Cell(Kind.UNREADABLE, null, null, (String) object.get("unreadable"));
            }
            if (object.containsKey("na")) {
                return new Cell(Kind.NOT_APPLICABLE, null, null, (String) object.get("na"));
            }
            return new Cell(Kind.NUMBER, number(object.get("value")), (String) object.get("remark"), null);
        }
        if (json.equals("/")) {
            return new Cell(Kind.NOT_APPLICABLE, null, null, "/");
        }
        return new Cell(Kind.NUMBER, number(json), null, null);
    }

    /** 数：整数或金额的文字。 */
    static BigDecimal number(Object json) {
        return json == null ? null : new BigDecimal(json.toString());
    }

    /**
     * 种类。
     *
     * @return 种类
     */
    public Kind kind() {
        return kind;
    }

    /**
     * 件数；不是整数时为 null。
     *
     * @return 件数
     */
    public Long count() {
        return value != null && value.scale() <= 0 ? Long.valueOf(value.longValueExact()) : null;
    }

    /**
     * 数值：件数，或以万元计的金额；没有数字时为 null。
     *
     * @return 数值
     */
    public BigDecimal value() {
        return value;
    }

    /**
     * 数字后面括号里的说明；没有时为 null。
     *
     * @return 说明
     */
    public String remark() {
        return remark;
    }

    /** 所印的内容。 */
    @Override
    public String toString() {
        return value == null ? printed : remark == null ? value.toPlainString() : value.toPlainString() + "（" + remark + "）";
    }
}

package ogi;

import java.io.Serializable;
import java.util.Map;

/** 中文和英文的一句话。 */
public final class Message implements Serializable {
    private static final long serialVersionUID = 1L;

    /** 中文。 */
    private final String zh;

    /** 英文。 */
    private final String en;

    Message(Map<String, Object> json) {
        this.zh = (String) json.get("zh");
        this.en = (String) json.get("en");
    }

    /**
     * 中文。
     *
     * @return 中文
     */
    public String zh() {
        return zh;
    }

    /**
     * 英文。
     *
     * @return 英文
     */
    public String en() {
        return en;
    }

    @Override
    public String toString() {
        return zh;
    }
}

package ogi;

import java.util.Map;

/** 无法读取、核对或写出。带有供程序判断的种类，以及中英文说明。 */
public final class OgiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** 种类。 */
    private final String kind;

    /** 说明。 */
    private final Message message;

    private OgiException(String kind, Message message) {
        super(message.zh() + " | " + message.en());
        this.kind = kind;
        this.message = message;
    }

    static OgiException of(Map<String, Object> json) {
        return new OgiException((String) json.get("kind"), new Message(Json.object(json.get("message"))));
    }

    /**
     * 种类：notice、not-a-report、damaged、encrypted、unsupported、too-large、json、options、policy 等，不会改名。
     *
     * @return 种类
     */
    public String kind() {
        return kind;
    }

    /**
     * 说明和建议。
     *
     * @return 中文和英文
     */
    public Message message() {
        return message;
    }
}

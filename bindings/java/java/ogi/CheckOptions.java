package ogi;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** 核对时用什么规则、以哪一天为准。不设置的按默认。 */
public final class CheckOptions {
    private final Map<String, Object> map = new LinkedHashMap<String, Object>();

    /** 全部按默认。 */
    public CheckOptions() {}

    /**
     * 核对规则（TOML），与程序的 {@code --policy} 文件相同。
     *
     * @param toml 规则
     * @return 本对象
     */
    public CheckOptions policy(String toml) {
        map.put("policy", toml);
        return this;
    }

    /**
     * 以哪一天为准：豁免是否到期等。
     *
     * @param day 日期
     * @return 本对象
     */
    public CheckOptions asOf(LocalDate day) {
        map.put("as_of", day.toString());
        return this;
    }

    /**
     * 结果中文件叫什么。
     *
     * @param path 路径
     * @return 本对象
     */
    public CheckOptions path(String path) {
        map.put("path", path);
        return this;
    }

    Map<String, Object> map() {
        return new LinkedHashMap<String, Object>(map);
    }
}

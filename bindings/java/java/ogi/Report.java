package ogi;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** 一份报告。 */
public final class Report {
    private static final String[] TABLES = {"active_disclosure", "applications", "disputes"};

    private final Map<String, Object> json;

    Report(Map<String, Object> json) {
        this.json = json;
    }

    /**
     * 标题；没有时为 null。
     *
     * @return 标题
     */
    public String title() {
        return (String) json.get("title");
    }

    /**
     * 机关名称；没有时为 null。
     *
     * @return 机关名称
     */
    public String agency() {
        return (String) json.get("agency");
    }

    /**
     * 年度；没有时为 null。
     *
     * @return 年度
     */
    public Integer year() {
        Long year = (Long) json.get("year");
        return year == null ? null : Integer.valueOf(year.intValue());
    }

    /**
     * 公开日期；没有时为 null。
     *
     * @return 日期
     */
    public LocalDate published() {
        String date = (String) json.get("published");
        return date == null ? null : LocalDate.parse(date);
    }

    /**
     * 一个单元格，如 {@code applications.newly_received.total}。名称见数据字典（docs/zh/form.md）。
     *
     * @param name 表.行.列
     * @return 内容；报告没有这一格时种类为 ABSENT
     */
    public Cell cell(String name) {
        Cell cell = cells().get(name);
        return cell == null ? Cell.absent() : cell;
    }

    /**
     * 报告的全部单元格，按规定格式的顺序。
     *
     * @return 名称和内容
     */
    public Map<String, Cell> cells() {
        Map<String, Cell> cells = new LinkedHashMap<String, Cell>();
        for (String table : TABLES) {
            if (!(json.get(table) instanceof Map)) {
                continue;
            }
            for (Map.Entry<String, Object> row : Json.object(json.get(table)).entrySet()) {
                if (!(row.getValue() instanceof Map)) {
                    continue;
                }
                for (Map.Entry<String, Object> column : Json.object(row.getValue()).entrySet()) {
                    if (!column.getKey().equals("edition")) {
                        String name = table + "." + row.getKey() + "." + column.getKey();
                        cells.put(name, Cell.of(column.getValue()));
                    }
                }
            }
        }
        return Collections.unmodifiableMap(cells);
    }

    /**
     * 交换格式的 JSON，与 {@code ogi parse} 相同。
     *
     * @return JSON
     */
    public String toJson() {
        return Json.write(json);
    }
}

package ogi;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * 入口：读取、核对、改写、批注、统计台账。
 *
 * <pre>{@code
 * byte[] file = Files.readAllBytes(Paths.get("年报.docx"));
 * Report report = Ogi.read(file).report();
 * Long received = report.cell("applications.newly_received.total").count();
 * for (Finding it : Ogi.check(file).findings()) {
 *     System.out.println(it.message().zh());
 * }
 * }</pre>
 */
public final class Ogi {
    private static final byte FAILED = 1;

    private Ogi() {}

    /**
     * 读取报告。文件种类由内容判断：文本、网页、Word、工作簿、PDF、OFD、JSON 等。
     *
     * @param source 文件的全部字节
     * @return 报告及其来源
     * @throws OgiException 不是报告、已损坏、加密、超出限制等
     */
    public static Reading read(byte[] source) {
        Map<String, Object> options = new LinkedHashMap<String, Object>();
        options.put("full", Boolean.TRUE);
        return new Reading(text(Native.READ, source, options));
    }

    /**
     * 按默认规则读取并核对报告。
     *
     * @param source 文件的全部字节
     * @return 结论和问题
     * @throws OgiException 无法读取
     */
    public static Outcome check(byte[] source) {
        return check(source, new CheckOptions());
    }

    /**
     * 读取并核对报告。
     *
     * @param source 文件的全部字节
     * @param options 核对规则、日期等
     * @return 结论和问题
     * @throws OgiException 无法读取，或核对规则有误
     */
    public static Outcome check(byte[] source, CheckOptions options) {
        return new Outcome(text(Native.CHECK, source, options.map()));
    }

    /**
     * 把报告改写成另一种格式。
     *
     * @param source 文件的全部字节，或 {@link Report#toJson()} 的 UTF-8 字节
     * @param format 格式
     * @return 新文件的字节
     * @throws OgiException 无法读取，或内容超出该格式的限制
     */
    public static byte[] write(byte[] source, Format format) {
        Map<String, Object> options = new LinkedHashMap<String, Object>();
        options.put("format", format.key());
        return call(Native.WRITE, source, options);
    }

    /**
     * 把报告写成一种格式。
     *
     * @param report 报告
     * @param format 格式
     * @return 新文件的字节
     * @throws OgiException 内容超出该格式的限制
     */
    public static byte[] write(Report report, Format format) {
        return write(report.toJson().getBytes(StandardCharsets.UTF_8), format);
    }

    /**
     * 在用户自己的 .docx 或 .xlsx 中为每个问题加批注，其余不变。
     *
     * @param source 文件的全部字节
     * @param language {@code zh} 或 {@code en}
     * @param options 核对规则、日期等
     * @return 新文件的字节
     * @throws OgiException 无法读取，或不是这两种文件
     */
    public static byte[] annotate(byte[] source, String language, CheckOptions options) {
        Map<String, Object> map = options.map();
        map.remove("path");
        map.put("language", language);
        return call(Native.ANNOTATE, source, map);
    }

    /**
     * 由依申请公开台账统计表三、表四。
     *
     * @param register 台账（.csv .xlsx .xls）的全部字节
     * @param year 年度
     * @param agency 机关名称，可为 null
     * @param mapping 台账各列的对应关系（TOML），为 null 时推测
     * @return 填好表三、表四的报告，以及全部统计结果
     * @throws OgiException 不是台账，或对应关系有误
     */
    public static Tally tally(byte[] register, int year, String agency, String mapping) {
        Map<String, Object> options = new LinkedHashMap<String, Object>();
        options.put("year", year);
        options.put("agency", agency);
        options.put("mapping", mapping);
        return new Tally(text(Native.TALLY, register, options));
    }

    private static String text(int function, byte[] source, Map<String, Object> options) {
        return new String(call(function, source, options), StandardCharsets.UTF_8);
    }

    private static byte[] call(int function, byte[] source, Map<String, Object> options) {
        byte[] json = Json.write(options).getBytes(StandardCharsets.UTF_8);
        byte[] answer = Native.call(function, source, json);
        byte[] rest = new byte[answer.length - 1];
        System.arraycopy(answer, 1, rest, 0, rest.length);
        if (answer[0] == FAILED) {
            throw OgiException.of(Json.object(Json.read(new String(rest, StandardCharsets.UTF_8))));
        }
        return rest;
    }
}

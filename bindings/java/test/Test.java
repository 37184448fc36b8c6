import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ogi.Cell;
import ogi.CheckOptions;
import ogi.Finding;
import ogi.Format;
import ogi.Ogi;
import ogi.OgiException;
import ogi.Outcome;
import ogi.Reading;
import ogi.Report;
import ogi.Tally;

/** 测试程序：参数为仓库的文件夹。 */
final class Test {
    private static int count;

    private Test() {}

    public static void main(String[] args) throws Exception {
        Path root = Paths.get(args[0]);
        byte[] garden = bytes(root, "examples/reports/garden-street-2024.txt");

        Reading reading = Ogi.read(garden);
        Report report = reading.report();
        equal("示例区花园街道办事处", report.agency());
        equal(2024, report.year());
        equal(LocalDate.of(2025, 1, 23), report.published());
        equal(20L, report.cell("applications.newly_received.total").count());
        equal(Cell.Kind.BLANK, report.cell("active_disclosure.fees.amount").kind());
        equal(Cell.Kind.ABSENT, report.cell("no.such.cell").kind());
        equal(200, report.cells().size());
        equal(true, reading.text().contains("花园街道"));

        Outcome outcome = Ogi.check(garden, new CheckOptions().path("年报.txt").asOf(LocalDate.of(2025, 2, 1)));
        equal(Outcome.Verdict.REJECTED, outcome.verdict());
        equal(false, outcome.accepted());
        equal(true, outcome.toJson().startsWith("{\"path\":\"年报.txt\""));
        Finding sum = null;
        for (Finding it : outcome.findings()) {
            sum = it.rule().equals("t4-sum") ? it : sum;
        }
        equal("disputes.reconsideration.total", sum.cell());
        equal(BigDecimal.ZERO, sum.observed());
        equal(new BigDecimal(2), sum.expected());
        equal(Finding.Severity.ERROR, sum.severity());
        equal("“行政复议·总计”为0，而各部分相加为2", sum.message().zh());
        equal(true, sum.line() > 1);
        Outcome chosen = Ogi.check(garden, new CheckOptions().policy("select = [\"t4-sum\"]"));
        equal(1, chosen.findings().size());

        Cell money = Ogi.read(bytes(root, "conformance/cases/by-hand-money-in-yuan.txt")).report().cell("active_disclosure.fees.amount");
        equal(0, money.value().compareTo(new BigDecimal("25.1")));
        Cell remark = Ogi.read(bytes(root, "conformance/cases/by-hand-remark.txt")).report().cell("active_disclosure.licensing.decisions");
        equal("其中延续16件", remark.remark());
        equal(22L, remark.count());

        for (Format format : Format.values()) {
            byte[] written = Ogi.write(report, format);
            equal(20L, Ogi.read(written).report().cell("applications.newly_received.total").count());
        }
        byte[] document = bytes(root, "conformance/cases/written-docx-2021-faulty.docx");
        byte[] annotated = Ogi.annotate(document, "zh", new CheckOptions().path("x"));
        equal(Ogi.read(document).report().toJson(), Ogi.read(annotated).report().toJson());

        Tally tally = Ogi.tally(bytes(root, "examples/register/register-2025.xlsx"), 2025, "示例市民政局", null);
        equal("示例市民政局", tally.report().agency());
        equal(2025, tally.report().year());

        OgiException error = thrown(() -> Ogi.read("关于放假的通知".getBytes(StandardCharsets.UTF_8)));
        equal("not-a-report", error.kind());
        equal(error.message().zh() + " | " + error.message().en(), error.getMessage());
        equal("policy", thrown(() -> Ogi.check(garden, new CheckOptions().policy("selekt = []"))).kind());
        equal("options", thrown(() -> Ogi.annotate(document, "fr", new CheckOptions())).kind());
        equal(true, thrown(() -> Ogi.read(new byte[0])) != null);

        threads(garden);
        System.out.println(count + " 项核对通过");
    }

    /** 八个线程同时核对，结果与一个线程相同。 */
    private static void threads(byte[] source) throws Exception {
        String alone = Ogi.check(source).toJson();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<String>> answers = new ArrayList<Future<String>>();
        for (int i = 0; i < 400; i++) {
            answers.add(threads.submit(() -> Ogi.check(source).toJson()));
        }
        for (Future<String> it : answers) {
            equal(alone, it.get());
        }
        threads.shutdown();
    }

    private static byte[] bytes(Path root, String path) throws Exception {
        return Files.readAllBytes(root.resolve(path));
    }

    private static OgiException thrown(Callable<Object> call) throws Exception {
        try {
            call.call();
        } catch (OgiException error) {
            return error;
        }
        throw new AssertionError("no exception");
    }

    private static void equal(Object wanted, Object got) {
        count++;
        if (!wanted.equals(got)) {
            throw new AssertionError("wanted " + wanted + ", got " + got);
        }
    }
}

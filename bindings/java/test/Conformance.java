import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Paths;
import ogi.Ogi;
import ogi.OgiException;

/** 输出 conformance/measure.py 所比较的内容，每个文件一行。 */
final class Conformance {
    private Conformance() {}

    public static void main(String[] paths) throws Exception {
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        for (String path : paths) {
            byte[] source = Files.readAllBytes(Paths.get(path));
            try {
                String report = Ogi.read(source).report().toJson();
                out.println("{\"error\":null,\"report\":" + report + ",\"checked\":" + Ogi.check(source).toJson() + "}");
            } catch (OgiException error) {
                out.println("{\"error\":{\"kind\":\"" + error.kind() + "\"}}");
            }
        }
    }
}

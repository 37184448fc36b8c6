import java.nio.file.Files;
import java.nio.file.Paths;
import ogi.Ogi;

/** 供 benches/surfaces.py 使用：参数为文件和次数，按次数核对。 */
final class Overhead {
    private Overhead() {}

    public static void main(String[] args) throws Exception {
        byte[] source = Files.readAllBytes(Paths.get(args[0]));
        for (int rounds = Integer.parseInt(args[1]); rounds > 0; rounds--) {
            if (Ogi.check(source).toJson().isEmpty()) {
                throw new AssertionError();
            }
        }
    }
}

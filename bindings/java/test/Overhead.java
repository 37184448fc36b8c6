import java.nio.file.Files;
import java.nio.file.Paths;
import ogi.Ogi;

/** 计时，供 benches/surfaces.py 使用：参数为文件和次数，输出每次核对的微秒数。 */
final class Overhead {
    private Overhead() {}

    public static void main(String[] args) throws Exception {
        byte[] source = Files.readAllBytes(Paths.get(args[0]));
        int rounds = Integer.parseInt(args[1]);
        // 先让虚拟机编译。
        time(source, rounds / 2 + 1);
        System.out.printf("%.2f%n", time(source, rounds));
    }

    private static double time(byte[] source, int rounds) {
        long began = System.nanoTime();
        for (int i = 0; i < rounds; i++) {
            if (Ogi.check(source).toJson().isEmpty()) {
                throw new AssertionError();
            }
        }
        return (System.nanoTime() - began) / 1e3 / rounds;
    }
}

package ogi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** 本机库：从 jar 中取出并装入。 */
final class Native {
    static final int READ = 0;
    static final int CHECK = 1;
    static final int WRITE = 2;
    static final int ANNOTATE = 3;
    static final int TALLY = 4;

    static {
        load();
    }

    private Native() {}

    static native byte[] call(int function, byte[] source, byte[] options);

    private static void load() {
        String library = System.getProperty("ogi.library");
        if (library != null) {
            System.load(library);
            return;
        }
        String name = System.mapLibraryName("ogi_java");
        String resource = "/native/" + platform() + "/" + name;
        try (InputStream stream = Native.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new UnsatisfiedLinkError("jar 中没有 " + resource + " | not in the jar: " + resource);
            }
            Path folder = Files.createTempDirectory("ogi");
            Path file = folder.resolve(name);
            Files.copy(stream, file, StandardCopyOption.REPLACE_EXISTING);
            System.load(file.toString());
            // 装入之后，文件名不再需要；Windows 上留到退出时。
            if (!file.toFile().delete()) {
                file.toFile().deleteOnExit();
            }
            if (!folder.toFile().delete()) {
                folder.toFile().deleteOnExit();
            }
        } catch (IOException error) {
            UnsatisfiedLinkError failed = new UnsatisfiedLinkError(resource);
            failed.initCause(error);
            throw failed;
        }
    }

    /** 如 linux-x86_64、windows-x86_64、macos-aarch64。 */
    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String os = system.startsWith("windows") ? "windows" : system.startsWith("mac") ? "macos" : "linux";
        String arch = machine.equals("amd64") ? "x86_64" : machine.equals("arm64") ? "aarch64" : machine;
        return os + "-" + arch;
    }
}

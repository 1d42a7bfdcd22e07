package io.treehouse.server.store;

import java.io.IOException;
import java.nio.file.Path;

/** Another process that opens a store and prints the number of its rows, or why it cannot. */
final class StoreProcess {
    private StoreProcess() {}

    static Process start(Path home) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dlogback.configurationFile=logback.xml",
                        StoreProcess.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes());
    }

    public static void main(String[] args) {
        try (Store store = new Store(StoreSettings.embedded(Path.of(args[0])))) {
            System.out.println(StoreCheck.count(store));
        } catch (StoreUnavailableException fault) {
            System.out.println(fault.getMessage());
        }
    }
}

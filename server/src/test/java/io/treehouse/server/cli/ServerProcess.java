package io.treehouse.server.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The real server in a process of its own, on a free port. */
final class ServerProcess implements AutoCloseable {
    static final HttpClient CLIENT = client();

    private static final Pattern READY = Pattern.compile("Ready at (http://\\S+)");
    /** Long, since other things may run on the machine at the same time. */
    private static final int START_SECONDS = 600;

    private static final int POLL_MILLIS = 20;

    private final Process process;
    private final Path log;
    private final Path temporary;
    private final URI address;

    /**
     * Starts the server with a heap of one size, so that what the process grows by is native memory, and waits until it
     * says that it is ready; log and temporary files go into the folder.
     */
    ServerProcess(Path folder) throws IOException, InterruptedException {
        this(folder, List.of("-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"));
    }

    /** Starts the server with options for its JVM. */
    ServerProcess(Path folder, List<String> jvmOptions) throws IOException, InterruptedException {
        log = folder.resolve("server.log");
        temporary = Files.createDirectories(folder.resolve("tmp"));
        List<String> options = new ArrayList<>(jvmOptions);
        options.add("-Djava.io.tmpdir=" + temporary);
        process = ProgramProcess.start(log, ProgramProcess.classPath(), options, List.of("serve", "--port", "0"));
        await(() -> READY.matcher(log()).find() || !process.isAlive(), START_SECONDS);
        Matcher ready = READY.matcher(log());
        if (!ready.find()) {
            close();
            throw new IllegalStateException("The server did not start:\n" + log());
        }
        address = URI.create(ready.group(1));
    }

    /** A client that lets go of connections long before the server does, so that none is closed under a request. */
    private static HttpClient client() {
        System.setProperty("jdk.httpclient.keepalive.timeout", "20");
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /** A request that sends a file to be classified. */
    HttpRequest tile(BodyPublisher file) {
        return HttpRequest.newBuilder(address.resolve("/v1/tiles")).POST(file).build();
    }

    /** Address of a path. */
    URI path(String path) {
        return address.resolve(path);
    }

    /** Waits until a condition holds, but no longer than the given time. */
    void await(BooleanSupplier condition, int seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** Sends SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** The exit code; an exception if the server still runs after that time. */
    int exitCode(int seconds) throws InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The server still runs after " + seconds + " s:\n" + log());
        }
        return process.exitValue();
    }

    /** Names of the files and folders that the server has in its temporary folder now. */
    List<String> temporaryFiles() {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }

    /** What the process has open, as Linux names it. */
    List<String> openFiles() throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> handles = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            for (Path handle : handles.toList()) {
                names.add(Files.readSymbolicLink(handle).toString());
            }
        } catch (NoSuchFileException closedMeanwhile) {
            return openFiles();
        }
        return names;
    }

    /** Memory of the process that is in use, native memory included, in MiB. */
    long residentMib() throws IOException {
        String status = Files.readString(Path.of("/proc", Long.toString(process.pid()), "status"));
        Matcher kib = Pattern.compile("VmRSS:\\s+(\\d+) kB").matcher(status);
        if (!kib.find()) {
            throw new IllegalStateException("No VmRSS in\n" + status);
        }
        return Long.parseLong(kib.group(1)) >> 10;
    }

    /** What the server has said so far. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Sends SIGKILL and waits until the process is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Kills what still runs, so that no test leaves a server behind. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}

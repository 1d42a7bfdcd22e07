package io.treehouse.server.monitor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Resident memory of this process, native memory included; 0 where the system does not tell. */
public final class ResidentMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final long KIB = 1024;

    private ResidentMemory() {}

    /** The most so far in MiB. */
    public static long peakMib() throws IOException {
        return bytes("VmHWM:") / KIB / KIB;
    }

    /** Now, in bytes. */
    static double nowBytes() {
        try {
            return bytes("VmRSS:");
        } catch (IOException unreadable) {
            return 0;
        }
    }

    private static long bytes(String field) throws IOException {
        if (!Files.exists(STATUS)) {
            return 0;
        }
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
                .findFirst()
                .orElse(0);
    }
}

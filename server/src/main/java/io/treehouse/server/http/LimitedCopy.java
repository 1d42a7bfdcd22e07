package io.treehouse.server.http;

import io.treehouse.datasets.problem.InputProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Streams a request's body into a file and stops at the limit, whether the length was announced or not. */
final class LimitedCopy {
    private static final int BUFFER_BYTES = 1 << 16;

    private LimitedCopy() {}

    static void copy(InputStream body, Path file, long maxBytes) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long total = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                total += n;
                if (total > maxBytes) {
                    throw tooLarge(maxBytes);
                }
                out.write(buffer, 0, n);
            }
        }
    }

    static InputProblem tooLarge(long maxBytes) {
        return new InputProblem(
                InputProblem.Kind.TOO_LARGE,
                "The request's body is longer than the %d bytes that this server takes.".formatted(maxBytes),
                "Send a smaller tile or a compressed one, or start the server with a larger --max-body-mib; for jobs, --jobs-gib.");
    }
}

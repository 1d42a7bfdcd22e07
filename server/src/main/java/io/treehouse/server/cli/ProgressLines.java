package io.treehouse.server.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * Progress as plain lines, now and then, for logs and pipes: a bar draws itself anew with characters that only terminals
 * know. Belongs to one thread.
 */
final class ProgressLines implements FileProgress {
    /** Files that take less than this get no line. */
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final String name;
    private final Consumer<String> lines;
    private final TimeLeft timeLeft;
    private final InstantSource clock;
    private Instant last;

    ProgressLines(String name, Consumer<String> lines, TimeLeft timeLeft, InstantSource clock) {
        this.name = name;
        this.lines = lines;
        this.timeLeft = timeLeft;
        this.clock = clock;
        this.last = clock.instant();
    }

    @Override
    public void windows(int done, int total) {
        Instant now = clock.instant();
        String left = timeLeft.after(done, total)
                .map(duration -> ", about " + TimeLeft.inWords(duration) + " left")
                .orElse("");
        if (!now.isBefore(last.plus(INTERVAL))) {
            last = now;
            lines.accept("%s: %d of %d windows%s".formatted(name, done, total, left));
        }
    }

    @Override
    public void close() {
        // Every line is complete.
    }
}

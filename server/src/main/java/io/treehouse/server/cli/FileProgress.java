package io.treehouse.server.cli;

import io.treehouse.inference.scene.WindowProgress;
import java.time.InstantSource;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Shows how far the classification of a file is; closed when it is over. */
interface FileProgress extends WindowProgress, AutoCloseable {
    /** Set by {@code ./treehouse} when messages go to a terminal. */
    String TERMINAL_PROPERTY = "treehouse.terminal";

    /**
     * A bar on a terminal, elsewhere a line now and then.
     *
     * @param name of the file
     * @param windowsFromBefore windows that an earlier run finished
     * @param lines receives the lines
     */
    static FileProgress of(String name, int windowsFromBefore, Consumer<String> lines) {
        TimeLeft timeLeft = new TimeLeft(windowsFromBefore, InstantSource.system());
        return Boolean.getBoolean(TERMINAL_PROPERTY)
                ? bar(name, timeLeft)
                : new ProgressLines(name, lines, timeLeft, InstantSource.system());
    }

    private static FileProgress bar(String name, TimeLeft timeLeft) {
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(1)
                .setUnit(" windows", 1)
                .setUpdateIntervalMillis(500)
                .setEtaFunction(state -> timeLeft.after(state.getCurrent(), state.getMax()))
                .build();
        return new FileProgress() {
            @Override
            public void windows(int done, int total) {
                bar.maxHint(total).stepTo(done);
            }

            @Override
            public void close() {
                bar.close();
            }
        };
    }

    @Override
    void close();
}

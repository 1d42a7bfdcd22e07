package io.treehouse.server.cli;

import io.treehouse.inference.scene.WindowProgress;
import java.time.InstantSource;
import java.util.function.Consumer;
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
                ? new TerminalBar(name, timeLeft, new ProgressBarBuilder())
                : new ProgressLines(name, lines, timeLeft, InstantSource.system());
    }

    @Override
    void close();
}

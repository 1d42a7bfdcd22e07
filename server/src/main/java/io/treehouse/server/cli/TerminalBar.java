package io.treehouse.server.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Progress as a bar that draws itself anew, for terminals. */
final class TerminalBar implements FileProgress {
    /** How many windows a scene has is known with its first window; the bar shows a question mark until then. */
    private static final int UNKNOWN = -1;

    private final ProgressBar bar;

    /** @param surface where the bar is drawn */
    TerminalBar(String name, TimeLeft timeLeft, ProgressBarBuilder surface) {
        bar = surface.setTaskName(name)
                .setInitialMax(UNKNOWN)
                .setUnit(" windows", 1)
                .setUpdateIntervalMillis(500)
                .setEtaFunction(state -> timeLeft.after(state.getCurrent(), state.getMax()))
                .build();
    }

    @Override
    public void windows(int done, int total) {
        bar.maxHint(total).stepTo(done);
    }

    @Override
    public void close() {
        bar.close();
    }
}

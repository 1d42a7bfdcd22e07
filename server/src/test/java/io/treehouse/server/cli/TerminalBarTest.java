package io.treehouse.server.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.junit.jupiter.api.Test;

class TerminalBarTest {
    private final List<String> drawn = Collections.synchronizedList(new ArrayList<>());

    private TerminalBar bar() {
        return new TerminalBar(
                "valley",
                new TimeLeft(0, InstantSource.system()),
                new ProgressBarBuilder().setConsumer(new DelegatingProgressBarConsumer(drawn::add, 120)));
    }

    @Test
    void namesNoNumberOfWindowsBeforeItIsKnown() {
        bar().close();

        assertFalse(drawn.isEmpty());
        assertTrue(drawn.stream().allMatch(line -> line.contains(" 0/? windows")), drawn.toString());
    }

    @Test
    void saysHowManyOfAllWindowsAreDone() {
        try (TerminalBar bar = bar()) {
            bar.windows(3, 7);
        }
        String last = drawn.get(drawn.size() - 1);
        assertTrue(last.contains(" 3/7 windows"), last);
    }
}

package io.treehouse.datasets.vector;

import java.util.ArrayList;
import java.util.List;

/** What looks wrong with zones, in words, the first of them one by one. Not thread-safe. */
final class ZoneWarnings {
    private static final int MOST = 20;

    private final List<String> first = new ArrayList<>();
    private int more;

    void add(String warning) {
        if (first.size() < MOST) {
            first.add(warning);
        } else {
            more++;
        }
    }

    List<String> inWords() {
        List<String> words = new ArrayList<>(first);
        if (more > 0) {
            words.add(more + " more warnings about zones");
        }
        return words;
    }
}

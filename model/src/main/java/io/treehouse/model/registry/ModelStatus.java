package io.treehouse.model.registry;

import java.util.Locale;

/** Where a version stands in its life. */
public enum ModelStatus {
    /** Was added and has not served yet. */
    CANDIDATE,
    /** Serves; exactly one version of a registry does. */
    PROMOTED,
    /** Served before, or was set aside; can be promoted again. */
    RETIRED;

    /** Published name such as {@code promoted}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

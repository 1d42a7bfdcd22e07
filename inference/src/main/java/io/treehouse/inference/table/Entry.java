package io.treehouse.inference.table;

import java.util.Locale;

/** What a row of a table of figures is to the table's sums. */
public enum Entry {
    /** In them. */
    COUNTED,
    /** To compare with. */
    NOT_COUNTED,
    /** A sum itself. */
    SUM;

    /** Published name, such as {@code not_counted}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.treehouse.inference.carbon;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which of the two estimates of the trees' net uptake counts in totals. */
public enum TreeMethod {
    /** Gross uptake times net/gross. */
    GROSS_AND_RATIO,
    /** The crown-cover method of the IPCC. */
    CROWN_COVER;

    /** Published name, such as {@code crown_cover}. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

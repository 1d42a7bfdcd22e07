package io.treehouse.datasets.catalog;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which pictures show one place. A place is held out as a whole, and is what a bootstrap resamples: pictures that touch or
 * overlap are not independent.
 *
 * @param pattern regular expression found in a picture's name, whose first group is the place; a picture that it does not
 *     match is a place of its own
 * @param byName places of single pictures, where the name does not tell
 */
public record Places(Pattern pattern, Map<String, String> byName) {
    public Places {
        Objects.requireNonNull(pattern, "pattern");
        byName = Map.copyOf(byName);
        if (pattern.matcher("").groupCount() < 1) {
            throw new IllegalArgumentException(
                    "the pattern of places '" + pattern + "' has no group (…) for the place");
        }
    }

    /** The place of a picture. */
    public String of(String picture) {
        String own = byName.get(picture);
        if (own != null) {
            return own;
        }
        Matcher matcher = pattern.matcher(picture);
        return matcher.find() && matcher.group(1) != null ? matcher.group(1) : picture;
    }
}

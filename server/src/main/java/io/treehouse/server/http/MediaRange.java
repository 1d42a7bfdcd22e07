package io.treehouse.server.http;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One element of an {@code Accept} header (RFC 9110, section 12.5.1).
 *
 * @param type type in lower case, or {@code *}
 * @param subtype subtype in lower case, or {@code *}
 * @param weight the {@code q} value, 0…1; 0 means "not acceptable"
 */
record MediaRange(String type, String subtype, double weight) {
    private static final Pattern TYPE = Pattern.compile("([\\w!#$&^.+*-]+)/([\\w!#$&^.+*-]+)");

    /** Parses a whole header; elements that are no media ranges are left out. */
    static List<MediaRange> parseAll(String header) {
        return Preference.parseAll(header).stream()
                .flatMap(preference -> of(preference).stream())
                .toList();
    }

    private static Optional<MediaRange> of(Preference preference) {
        Matcher matcher = TYPE.matcher(preference.value());
        if (!matcher.matches()
                || matcher.group(1).equals("*") && !matcher.group(2).equals("*")) {
            return Optional.empty();
        }
        return Optional.of(new MediaRange(matcher.group(1), matcher.group(2), preference.weight()));
    }

    boolean matches(String mediaType) {
        String[] halves = mediaType.split("/", 2);
        return (type.equals("*") || type.equals(halves[0])) && (subtype.equals("*") || subtype.equals(halves[1]));
    }

    /** 0 for a wildcard of all types, 1 for one of subtypes, 2 for a type without wildcard: the more specific wins. */
    int specificity() {
        if (type.equals("*")) {
            return 0;
        }
        return subtype.equals("*") ? 1 : 2;
    }
}

package io.treehouse.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One element of an {@code Accept} header (RFC 9110, section 12.5.1). Parameters other than the weight are ignored: no
 * answer of this server comes in two variants that differ by them.
 *
 * @param type type in lower case, or {@code *}
 * @param subtype subtype in lower case, or {@code *}
 * @param weight the {@code q} value, 0…1; 0 means "not acceptable"
 */
record MediaRange(String type, String subtype, double weight) {
    private static final Pattern TYPE = Pattern.compile("([\\w!#$&^.+*-]+)/([\\w!#$&^.+*-]+)");
    private static final Pattern WEIGHT = Pattern.compile("0(\\.\\d{0,3})?|1(\\.0{0,3})?");

    /** Parses a whole header; elements that are no media ranges are left out. */
    static List<MediaRange> parseAll(String header) {
        List<MediaRange> ranges = new ArrayList<>();
        for (String element : QuotedText.split(header, ',')) {
            parse(element).ifPresent(ranges::add);
        }
        return List.copyOf(ranges);
    }

    private static Optional<MediaRange> parse(String element) {
        List<String> parts = QuotedText.split(element, ';');
        Matcher matcher = TYPE.matcher(parts.get(0).strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()
                || matcher.group(1).equals("*") && !matcher.group(2).equals("*")) {
            return Optional.empty();
        }
        double weight = 1;
        for (String parameter : parts.subList(1, parts.size())) {
            String[] pair = parameter.strip().split("\\s*=\\s*", 2);
            if (pair.length == 2 && pair[0].equalsIgnoreCase("q")) {
                if (!WEIGHT.matcher(pair[1]).matches()) {
                    return Optional.empty();
                }
                weight = Double.parseDouble(pair[1]);
            }
        }
        return Optional.of(new MediaRange(matcher.group(1), matcher.group(2), weight));
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

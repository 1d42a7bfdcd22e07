package io.treehouse.server.http;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One element of a header that says what a caller would like, such as {@code Accept} or {@code Accept-Encoding} (RFC 9110,
 * section 12.4). Parameters other than the weight are ignored: no answer of this server comes in two variants that differ
 * by them.
 *
 * @param value what is liked, in lower case, without parameters
 * @param weight the {@code q} value, 0…1; 0 means "not acceptable"
 */
record Preference(String value, double weight) {
    private static final Pattern WEIGHT = Pattern.compile("0(\\.\\d{0,3})?|1(\\.0{0,3})?");

    /** A header of a request as a whole: its lines joined by commas, empty where there is none. */
    static String header(Context context, String name) {
        return Collections.list(context.req().getHeaders(name)).stream().collect(Collectors.joining(","));
    }

    /** Parses a whole header; elements whose weight is none are left out. */
    static List<Preference> parseAll(String header) {
        return QuotedText.split(header, ',').stream()
                .flatMap(element -> parse(element).stream())
                .toList();
    }

    private static Optional<Preference> parse(String element) {
        List<String> parts = QuotedText.split(element, ';');
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
        return Optional.of(new Preference(parts.get(0).strip().toLowerCase(Locale.ROOT), weight));
    }
}

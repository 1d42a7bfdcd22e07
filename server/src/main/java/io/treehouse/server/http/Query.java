package io.treehouse.server.http;

import io.javalin.http.Context;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The query of a request, in UTF-8 whatever its body is in. Javalin's own leaves out what cannot be decoded, without a word,
 * and takes the character set of the body.
 */
final class Query {
    private Query() {}

    /**
     * The values of each parameter that is given, in their order; one without {@code =} has the value "".
     *
     * @throws InputProblem if a name or value cannot be decoded
     */
    static Map<String, List<String>> of(Context context) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String part : Objects.requireNonNullElse(context.queryString(), "").split("&", -1)) {
            if (!part.isEmpty()) {
                String[] pair = part.split("=", 2);
                query.computeIfAbsent(decoded(pair[0]), name -> new ArrayList<>())
                        .add(pair.length == 1 ? "" : decoded(pair[1]));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "'" + text + "' in the query cannot be decoded.",
                    "Write a percent sign that means itself as %25; any other begins a byte of two hexadecimal digits.",
                    malformed);
        }
    }
}

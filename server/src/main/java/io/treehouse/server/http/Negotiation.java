package io.treehouse.server.http;

import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Chooses the form of an answer by what the caller accepts (RFC 9110, section 12.5.1). */
final class Negotiation {
    private Negotiation() {}

    /**
     * The form that a request likes best.
     *
     * @param forms all forms, in the server's order of preference
     * @param mediaType media type of a form, without parameters
     * @throws ProblemException with status 406 if it accepts none
     */
    static <F> F form(Context context, List<F> forms, Function<F, String> mediaType) {
        String accept = Preference.header(context, "Accept");
        return choose(accept, forms, mediaType)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        406,
                        "not-acceptable",
                        "Not acceptable",
                        "None of the forms of the answer is accepted by 'Accept: " + accept + "'.",
                        "Accept one of " + forms.stream().map(mediaType).collect(Collectors.joining(", ")) + ".")));
    }

    /**
     * The form that an {@code Accept} header likes best; equal weights are decided by the server's order.
     *
     * @param accept the header, elements joined by commas; null or blank accepts everything
     * @return empty when the header accepts none
     */
    static <F> Optional<F> choose(String accept, List<F> forms, Function<F, String> mediaType) {
        if (accept == null || accept.isBlank()) {
            return Optional.of(forms.get(0));
        }
        List<MediaRange> ranges = MediaRange.parseAll(accept);
        F best = null;
        double bestWeight = 0;
        for (F form : forms) {
            double weight = weight(mediaType.apply(form), ranges);
            if (weight > bestWeight) {
                best = form;
                bestWeight = weight;
            }
        }
        return Optional.ofNullable(best);
    }

    private static double weight(String mediaType, List<MediaRange> ranges) {
        return ranges.stream()
                .filter(range -> range.matches(mediaType))
                .max(Comparator.comparingInt(MediaRange::specificity).thenComparingDouble(MediaRange::weight))
                .map(MediaRange::weight)
                .orElse(0.0);
    }
}

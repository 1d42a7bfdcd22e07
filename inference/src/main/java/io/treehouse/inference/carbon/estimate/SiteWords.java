package io.treehouse.inference.carbon.estimate;

import io.treehouse.inference.carbon.Site;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is known of a place, as the answer repeats it. */
final class SiteWords {
    private SiteWords() {}

    /** Conditions and numbers by their names; a number that has an error reads {@code 3.0 ± 0.5}. */
    static Map<String, String> of(Site site) {
        Map<String, String> words = new LinkedHashMap<>();
        site.conditions().forEach((condition, value) -> words.put(condition.label(), value));
        site.numbers().forEach((number, quantity) -> {
            double error = quantity.distribution().standardDeviation();
            words.put(number.label(), error == 0 ? Double.toString(quantity.mean()) : quantity.mean() + " ± " + error);
        });
        return words;
    }
}

package io.treehouse.inference.carbon.coefficient;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What the user must say before coefficients that depend on it can be chosen. Imagery tells none of it. */
public enum Condition {
    /** Climate zone of the IPCC. */
    CLIMATE_ZONE(
            "climateZone",
            "boreal",
            "cool_temperate",
            "warm_temperate_moist",
            "warm_temperate_dry",
            "tropical_moist",
            "tropical_dry"),
    /** Kind of the water bodies; the factors of the IPCC hold for land that people flooded. */
    WATER_KIND("waterKind", "reservoir", "pond", "natural"),
    /** Time since the land was flooded. */
    WATER_AGE("waterAge", "up_to_20_years", "older_than_20_years"),
    /** Use of the buildings. */
    BUILDING_USE("buildingUse", "house", "flats", "office", "institution", "other"),
    /** Assessment report of the IPCC whose global warming potentials count. */
    GWP_SET("gwpSet", "AR5", "AR6");

    private final String label;
    private final List<String> choices;

    Condition(String label, String... choices) {
        this.label = label;
        this.choices = List.of(choices);
    }

    /** Published name, such as {@code climateZone}. */
    public String label() {
        return label;
    }

    /** What it can be. */
    public List<String> choices() {
        return choices;
    }

    /**
     * The condition of a published name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Condition ofLabel(String label) {
        return Arrays.stream(values())
                .filter(condition -> condition.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no condition '" + label + "', only "
                        + Arrays.stream(values()).map(Condition::label).collect(Collectors.joining(", "))));
    }

    /**
     * Checks a value.
     *
     * @throws IllegalArgumentException if it is none of this condition
     */
    public void require(String value) {
        if (!choices.contains(value)) {
            throw new IllegalArgumentException(
                    label + " cannot be '" + value + "'; it is one of " + String.join(", ", choices));
        }
    }
}

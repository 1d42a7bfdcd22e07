package io.treehouse.inference.carbon.coefficient;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a coefficient stands for in the formulas. */
public enum Role {
    /** Carbon stored in trees on an area of canopy. */
    TREE_CARBON(Dimension.STOCK),
    /** Carbon that trees on an area of canopy take up in a year, before losses. */
    TREE_GROSS_SEQUESTRATION(Dimension.YEARLY_FLUX),
    /** Net uptake as a part of gross uptake. */
    TREE_NET_TO_GROSS(Dimension.NUMBER),
    /** Net uptake of trees on an area of canopy in a year. */
    TREE_NET_SEQUESTRATION(Dimension.YEARLY_FLUX),
    /** How far the trees of one place are from the mean that the other tree coefficients give; 1 on average. */
    TREE_PLACE_FACTOR(Dimension.NUMBER),
    /** Net uptake of an area of lawn in a year. */
    LAWN_SEQUESTRATION(Dimension.YEARLY_FLUX),
    /** Methane from an area of water in a year. */
    WATER_METHANE(Dimension.YEARLY_FLUX),
    /** Carbon dioxide from an area of water in a year. */
    WATER_CARBON_DIOXIDE(Dimension.YEARLY_FLUX),
    /** Operation of buildings, on an area of floor in a year. */
    BUILDING_OPERATION(Dimension.YEARLY_FLUX),
    /** Making of buildings, on an area of floor. */
    BUILDING_EMBODIED(Dimension.STOCK),
    /** A legal limit or target that buildings are compared with, on an area of floor in a year. */
    BUILDING_BENCHMARK(Dimension.YEARLY_FLUX),
    /** Making of paved ground, on its area. */
    PAVED_EMBODIED(Dimension.STOCK),
    /** Upkeep of paved ground, on its area in a year. */
    PAVED_UPKEEP(Dimension.YEARLY_FLUX),
    /** Global warming potential of methane over 100 years. */
    METHANE_WARMING(Dimension.NUMBER);

    private enum Dimension {
        STOCK,
        YEARLY_FLUX,
        NUMBER
    }

    private final Dimension dimension;

    Role(Dimension dimension) {
        this.dimension = dimension;
    }

    /** Published name, such as {@code tree_carbon}. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role with a published name. */
    static Optional<Role> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(role -> role.label().equals(label))
                .findFirst();
    }

    /** Whether coefficients of this role can have this unit. */
    boolean takes(CoefficientUnit unit) {
        return switch (dimension) {
            case NUMBER -> unit.substance().isEmpty();
            case STOCK -> unit.substance().isPresent() && !unit.yearly();
            case YEARLY_FLUX -> unit.substance().isPresent() && unit.yearly();
        };
    }

    /** What its coefficients are, for messages. */
    String unitInWords() {
        return switch (dimension) {
            case NUMBER -> "a number, unit '1'";
            case STOCK -> "a stock, such as 'kg C/m2'";
            case YEARLY_FLUX -> "a yearly flux, such as 'kg C/m2/yr'";
        };
    }
}

package io.treehouse.inference.settlement;

import io.treehouse.datasets.document.Known;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settlements of a region; its components are the members of the published JSON. Immutable.
 *
 * @param rule name of the rule
 * @param source author and year of the rule
 * @param parameters its parameters
 * @param minimumM2 area of cells below which there is no settlement
 * @param cellM side of a cell in metres
 * @param crs CRS of the region; null without georeferencing
 * @param validM2 ground with imagery
 * @param builtUpM2 ground of {@code building} and {@code built_up}
 * @param ruralBuiltUpM2 built-up ground that belongs to no settlement
 * @param settlements the settlements, the largest first
 * @param sensitivity how number and area depend on the parameters, one changed at a time
 * @param maps the class maps
 * @param programVersion version of the program
 * @param warnings what to know before using the figures, in words
 */
public record Settlements(
        @Known({"clustering", "atlas"}) String rule,
        @Known String source,
        @Known Map<String, Double> parameters,
        double minimumM2,
        double cellM,
        String crs,
        double validM2,
        double builtUpM2,
        double ruralBuiltUpM2,
        @Known List<Settlement> settlements,
        @Known List<Sensitivity> sensitivity,
        @Known List<SourceMap> maps,
        @Known String programVersion,
        @Known List<String> warnings) {
    /**
     * A class map.
     *
     * @param name file name
     * @param sha256 SHA-256 of the file
     * @param model model that made it, with version; null if the file does not say
     * @param madeWith what the file says of its making: hash of the model, name, day, CRS and ground sampling distance of the image and
     *     so on, by the names of its metadata
     */
    public record SourceMap(
            @Known String name,
            @Known String sha256,
            String model,
            @Known Map<String, String> madeWith) {
        public SourceMap {
            madeWith = Collections.unmodifiableMap(new TreeMap<>(madeWith));
        }
    }

    public Settlements {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        settlements = List.copyOf(settlements);
        sensitivity = List.copyOf(sensitivity);
        maps = List.copyOf(maps);
        warnings = List.copyOf(warnings);
    }
}

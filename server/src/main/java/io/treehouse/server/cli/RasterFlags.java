package io.treehouse.server.cli;

import io.treehouse.datasets.raster.RasterOptions;
import io.treehouse.datasets.raster.RasterOptionsParser;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** What the caller says about the rasters: the parameters of the API as flags. */
final class RasterFlags {
    @Option(names = "--gsd", paramLabel = "M", description = "Ground sampling distance in metres.")
    private String gsd;

    @Option(names = "--bands", paramLabel = "R,G,B", description = "Numbers of the red, green and blue band, from 1.")
    private String bands;

    @Option(names = "--scaling", paramLabel = "S", description = "auto, none or LOW,HIGH.")
    private String scaling;

    @Option(names = "--nodata", paramLabel = "V", description = "Value that means no imagery.")
    private String nodata;

    @Option(names = "--bbox", paramLabel = "W,S,E,N", description = "Where pictures without georeferencing lie.")
    private String bbox;

    @Option(names = "--crs", paramLabel = "EPSG:N", description = "CRS of --bbox.")
    private String crs;

    RasterOptions options() {
        Map<String, String> given = new HashMap<>();
        put(given, "gsd", gsd);
        put(given, "bands", bands);
        put(given, "scaling", scaling);
        put(given, "nodata", nodata);
        put(given, "bbox", bbox);
        put(given, "crs", crs);
        return RasterOptionsParser.parse(given);
    }

    private static void put(Map<String, String> given, String name, String value) {
        if (value != null) {
            given.put(name, value);
        }
    }
}

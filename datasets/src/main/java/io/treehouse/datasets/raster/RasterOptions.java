package io.treehouse.datasets.raster;

import java.util.List;

/**
 * What a caller says about a raster; a component that is null was not given. Read from text by {@link
 * RasterOptionsParser}. Immutable and thread-safe.
 *
 * @param gsdMetres ground sampling distance, 0.05…2 m
 * @param bands 1-based numbers of the red, green and blue band
 * @param scaling how values become 0…255; never null
 * @param nodata value that means "no imagery" where all used bands have it
 * @param bbox where a picture without georeferencing lies, in {@code crs}
 * @param crs name of the CRS of {@code bbox}, such as {@code EPSG:2056}
 */
public record RasterOptions(
        Double gsdMetres, List<Integer> bands, Scaling scaling, Double nodata, Bbox bbox, String crs) {
    /** Smallest supported ground sampling distance in metres. */
    public static final double MINIMUM_GSD_METRES = 0.05;

    /** Largest supported ground sampling distance in metres. */
    public static final double MAXIMUM_GSD_METRES = 2;

    /** Nothing is said. */
    public static final RasterOptions NONE = new RasterOptions(null, null, new Scaling.Auto(), null, null, null);

    public RasterOptions {
        if (gsdMetres != null && !(gsdMetres >= MINIMUM_GSD_METRES && gsdMetres <= MAXIMUM_GSD_METRES)) {
            throw new IllegalArgumentException("a ground sampling distance is between %s and %s m, not %s"
                    .formatted(MINIMUM_GSD_METRES, MAXIMUM_GSD_METRES, gsdMetres));
        }
        if (bands != null) {
            bands = List.copyOf(bands);
            if (bands.size() != 3 || bands.stream().anyMatch(band -> band < 1)) {
                throw new IllegalArgumentException("bands are three numbers from 1: red, green, blue");
            }
        }
        if ((bbox == null) != (crs == null)) {
            throw new IllegalArgumentException("bbox and crs are given together or not at all");
        }
        if (nodata != null && nodata.isInfinite()) {
            throw new IllegalArgumentException("nodata is a number or nan");
        }
    }

    /** The same with a ground sampling distance. */
    public RasterOptions withGsdMetres(double metres) {
        return new RasterOptions(metres, bands, scaling, nodata, bbox, crs);
    }
}

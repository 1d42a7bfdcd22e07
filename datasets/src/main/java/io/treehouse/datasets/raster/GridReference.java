package io.treehouse.datasets.raster;

import java.util.Optional;

/**
 * The grid that a raster lies on, to be kept exactly by what is made from it. Immutable by agreement.
 *
 * @param width columns
 * @param height rows
 * @param transform GDAL's six coefficients from pixel corners to the CRS; empty without georeferencing
 * @param wkt the CRS as well-known text; empty without georeferencing
 * @param pointSampled whether the file says that values belong to points ({@code AREA_OR_POINT=Point})
 */
public record GridReference(
        int width, int height, Optional<double[]> transform, Optional<String> wkt, boolean pointSampled) {
    public GridReference {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("A grid has at least one pixel");
        }
    }
}

package io.treehouse.inference.compare;

import io.treehouse.datasets.raster.GridReference;
import io.treehouse.datasets.raster.GroundSampling;
import io.treehouse.datasets.raster.PlacedClassMap;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.Map;
import java.util.Optional;

/** Class maps of tests: a character a pixel. */
public final class CharacterMap {
    private CharacterMap() {}

    /** {@code #} building, {@code =} built_up, {@code ~} water, {@code T} canopy, {@code .} other, {@code ?} nodata. */
    public static PlacedClassMap of(double gsdMetres, String... rows) {
        int width = rows[0].length();
        byte[] classes = new byte[width * rows.length];
        for (int i = 0; i < classes.length; i++) {
            int code = ".=#~T".indexOf(rows[i / width].charAt(i % width));
            classes[i] = (byte) (code < 0 ? SurfaceClass.NODATA : code);
        }
        return new PlacedClassMap(
                classes,
                new GridReference(width, rows.length, Optional.empty(), Optional.empty(), false),
                Optional.empty(),
                new GroundSampling(gsdMetres, gsdMetres, GroundSampling.Source.PARAMETER),
                (x, y) -> gsdMetres * gsdMetres,
                Map.of());
    }
}

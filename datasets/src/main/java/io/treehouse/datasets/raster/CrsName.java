package io.treehouse.datasets.raster;

import java.util.Locale;
import org.gdal.osr.SpatialReference;
import org.gdal.osr.osrConstants;

/** Reads the names of coordinate reference systems. */
public final class CrsName {
    private CrsName() {}

    /** The name itself if it is a known EPSG code; anything else could make the library look into files or the network. */
    public static String checked(String name) {
        if (!name.matches("(?i)EPSG:\\d{4,6}")) {
            throw new IllegalArgumentException("it has not the form EPSG:NUMBER");
        }
        reference(name).delete();
        return name.toUpperCase(Locale.ROOT);
    }

    /** The reference system of a checked name as well-known text. */
    public static String wellKnownText(String name) {
        SpatialReference reference = reference(name);
        try {
            return reference.ExportToWkt();
        } finally {
            reference.delete();
        }
    }

    /** The reference of a name, longitude or easting first; the caller deletes it. */
    static SpatialReference reference(String name) {
        Gdal.load();
        SpatialReference reference = new SpatialReference();
        try {
            reference.ImportFromEPSG(Integer.parseInt(name.substring(name.indexOf(':') + 1)));
        } catch (RuntimeException unknown) {
            reference.delete();
            throw new IllegalArgumentException("no CRS has this code", unknown);
        }
        reference.SetAxisMappingStrategy(osrConstants.OAMS_TRADITIONAL_GIS_ORDER);
        return reference;
    }
}

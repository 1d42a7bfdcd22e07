package io.treehouse.datasets.raster;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.awt.Color;
import org.gdal.gdal.Band;
import org.gdal.gdal.ColorTable;

/** The colours of class codes in files. */
final class ClassColours {
    private static final Color TRANSPARENT = new Color(0, 0, 0, 0);

    private ClassColours() {}

    /** Gives a band of class codes its colour table. */
    static void applyTo(Band band) {
        ColorTable table = new ColorTable();
        try {
            SurfaceClass.all().forEach(c -> table.SetColorEntry(c.code(), new Color(c.rgb())));
            table.SetColorEntry(SurfaceClass.NODATA, TRANSPARENT);
            band.SetColorTable(table);
        } finally {
            table.delete();
        }
    }
}

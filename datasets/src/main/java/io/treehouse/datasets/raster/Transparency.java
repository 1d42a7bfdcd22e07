package io.treehouse.datasets.raster;

import java.awt.Color;
import java.util.BitSet;
import org.gdal.gdal.ColorTable;
import org.gdal.gdal.Dataset;

/** The entries of a colour table that are fully transparent: pixels of those hold no imagery. Immutable. */
final class Transparency {
    private final BitSet entries;

    private Transparency(BitSet entries) {
        this.entries = entries;
    }

    /** Of a palette picture the transparent entries of its table, of others none. */
    static Transparency of(Dataset dataset, BandRoles roles) {
        BitSet entries = new BitSet();
        if (roles.model() == BandRoles.ColourModel.PALETTE) {
            ColorTable table = dataset.GetRasterBand(roles.colours().get(0)).GetColorTable();
            for (int i = 0; table != null && i < table.GetCount(); i++) {
                Color colour = table.GetColorEntry(i);
                entries.set(i, colour.getAlpha() == 0);
            }
        }
        return new Transparency(entries);
    }

    /** Whether a pixel with this value in the palette's band is transparent. */
    boolean hides(double value) {
        return value >= 0 && entries.get((int) value);
    }
}

package io.treehouse.datasets.raster;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gdal.gdal.Band;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.gdal;
import org.gdal.gdalconst.gdalconst;

/**
 * How a raster stores its pixels, as far as rasters must agree in it to be read as one.
 *
 * @param pointSampled whether the file says that values belong to points
 * @param bands its bands
 */
record BandLayout(boolean pointSampled, List<BandKind> bands) {
    private static final int HAS_MASK_OF_ITS_OWN =
            ~(gdalconst.GMF_ALL_VALID | gdalconst.GMF_NODATA | gdalconst.GMF_ALPHA);
    private static final String SIGNS = "PIXELTYPE";
    private static final String STRUCTURE = "IMAGE_STRUCTURE";

    /**
     * A band.
     *
     * @param type GDAL's type of its values
     * @param signs how signed bytes are marked; null for all others
     * @param colour GDAL's interpretation
     * @param nodata its nodata value; null if it has none
     * @param scale its scale; null if it has none
     * @param offset its offset; null if it has none
     * @param masked whether a mask says where there is imagery
     * @param description its name
     */
    record BandKind(
            int type,
            String signs,
            int colour,
            Double nodata,
            Double scale,
            Double offset,
            boolean masked,
            String description) {
        static BandKind of(Band band) {
            Double[] value = new Double[3];
            band.GetNoDataValue(value);
            Double nodata = value[0];
            band.GetScale(value);
            Double scale = value[0];
            band.GetOffset(value);
            return new BandKind(
                    band.getDataType(),
                    band.GetMetadataItem(SIGNS, STRUCTURE),
                    band.GetColorInterpretation(),
                    nodata,
                    scale,
                    value[0],
                    (band.GetMaskFlags() & HAS_MASK_OF_ITS_OWN) != 0,
                    Objects.requireNonNullElse(band.GetDescription(), ""));
        }

        String words() {
            String hidden = masked ? ", masked" : nodata == null ? "" : ", nodata " + nodata;
            return gdal.GetDataTypeName(type) + " " + gdal.GetColorInterpretationName(colour) + hidden;
        }
    }

    static BandLayout of(Dataset dataset) {
        List<BandKind> bands = new ArrayList<>();
        for (int number = 1; number <= dataset.getRasterCount(); number++) {
            bands.add(BandKind.of(dataset.GetRasterBand(number)));
        }
        return new BandLayout(Placement.grid(dataset).pointSampled(), List.copyOf(bands));
    }

    /** Whether the raster can say itself where it has no imagery. */
    boolean marksNodata() {
        return bands.stream()
                .anyMatch(band -> band.nodata() != null || band.masked() || band.colour() == gdalconst.GCI_AlphaBand);
    }

    /** Says of a raster with these bands first what GDAL does not carry over by itself. */
    void describe(Dataset dataset) {
        if (pointSampled) {
            dataset.SetMetadataItem("AREA_OR_POINT", "Point");
        }
        for (int i = 0; i < bands.size(); i++) {
            Band band = dataset.GetRasterBand(i + 1);
            band.SetDescription(bands.get(i).description());
            if (bands.get(i).signs() != null) {
                band.SetMetadataItem(SIGNS, bands.get(i).signs(), STRUCTURE);
            }
        }
    }

    /** Number and kinds of bands, for messages. */
    String words() {
        List<String> kinds = bands.stream().map(BandKind::words).distinct().toList();
        return bands.size() + " bands (" + String.join("; ", kinds) + ")";
    }
}

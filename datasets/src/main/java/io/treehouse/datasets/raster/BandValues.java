package io.treehouse.datasets.raster;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.util.List;
import org.gdal.gdal.Band;
import org.gdal.gdal.Dataset;
import org.gdal.gdalconst.gdalconst;

/**
 * The values of a raster's used bands, before they become colours. Belongs to the thread of its dataset.
 */
final class BandValues {
    private static final int ALL_VALID_OR_NODATA_OR_ALPHA =
            gdalconst.GMF_ALL_VALID | gdalconst.GMF_NODATA | gdalconst.GMF_ALPHA;

    private final Dataset dataset;
    private final int[] bands;
    private final BandRoles roles;
    private final double[] scales;
    private final double[] offsets;
    private final Double[] nodata;
    private final boolean[] signedBytes;
    private final Transparency transparency;

    BandValues(Dataset dataset, BandRoles roles, Double nodataOption) {
        this.dataset = dataset;
        this.roles = roles;
        List<Integer> colours = roles.colours();
        this.bands = colours.stream().mapToInt(Integer::intValue).toArray();
        this.scales = new double[bands.length];
        this.offsets = new double[bands.length];
        this.nodata = new Double[bands.length];
        this.signedBytes = new boolean[bands.length];
        this.transparency = Transparency.of(dataset, roles);
        for (int i = 0; i < bands.length; i++) {
            Band band = dataset.GetRasterBand(bands[i]);
            checkType(band);
            scales[i] = tag(band::GetScale, 1);
            offsets[i] = tag(band::GetOffset, 0);
            nodata[i] = nodataOption != null ? nodataOption : nodataTag(band);
            signedBytes[i] = "SIGNEDBYTE".equals(band.GetMetadataItem("PIXELTYPE", "IMAGE_STRUCTURE"));
        }
    }

    private interface Tag {
        void read(Double[] into);
    }

    private static double tag(Tag tag, double missing) {
        Double[] value = new Double[1];
        tag.read(value);
        return value[0] == null ? missing : value[0];
    }

    private static Double nodataTag(Band band) {
        Double[] value = new Double[1];
        band.GetNoDataValue(value);
        return value[0];
    }

    private static void checkType(Band band) {
        int type = band.getDataType();
        if (type == gdalconst.GDT_CInt16
                || type == gdalconst.GDT_CInt32
                || type == gdalconst.GDT_CFloat32
                || type == gdalconst.GDT_CFloat64) {
            throw new InputProblem(
                    Kind.UNSUPPORTED_FORMAT,
                    "The picture's values are complex numbers, as of radar",
                    "Send an optical picture with integer or real values");
        }
    }

    int count() {
        return bands.length;
    }

    /** Whether the values are 8-bit and mean themselves. */
    boolean isPlainBytes() {
        for (int i = 0; i < bands.length; i++) {
            if (dataset.GetRasterBand(bands[i]).getDataType() != gdalconst.GDT_Byte
                    || signedBytes[i]
                    || scales[i] != 1
                    || offsets[i] != 0) {
                return false;
            }
        }
        return true;
    }

    boolean isUnsigned16() {
        for (int band : bands) {
            if (dataset.GetRasterBand(band).getDataType() != gdalconst.GDT_UInt16) {
                return false;
            }
        }
        return true;
    }

    /**
     * Reads values as they are stored, pixel by pixel: {@code [height, width, band]}.
     *
     * @param bufferWidth columns of the buffer; fewer than the window's for a decimated read
     * @param bufferHeight rows of the buffer
     */
    void read(PixelWindow window, int bufferWidth, int bufferHeight, double[] into) {
        int values = Double.BYTES * bands.length;
        check(dataset.ReadRaster(
                window.x(),
                window.y(),
                window.width(),
                window.height(),
                bufferWidth,
                bufferHeight,
                gdalconst.GDT_Float64,
                into,
                bands,
                values,
                values * bufferWidth,
                Double.BYTES));
        restoreSigns(into, bufferWidth * bufferHeight);
    }

    /** GDAL before 3.7 has no type for signed bytes: it reads them as unsigned ones and says so in their metadata. */
    private void restoreSigns(double[] stored, int pixels) {
        for (int i = 0; i < bands.length; i++) {
            if (signedBytes[i]) {
                for (int at = i; at < pixels * bands.length; at += bands.length) {
                    stored[at] = (byte) stored[at];
                }
            }
        }
    }

    /** As {@link #read(PixelWindow, int, int, double[])}, for 8-bit values and without decimation. */
    void readBytes(PixelWindow window, byte[] into) {
        int width = window.width();
        int height = window.height();
        check(dataset.ReadRaster(
                window.x(),
                window.y(),
                width,
                height,
                width,
                height,
                gdalconst.GDT_Byte,
                into,
                bands,
                bands.length,
                bands.length * width,
                1));
    }

    private static void check(int status) {
        if (status != gdalconst.CE_None) {
            throw new IllegalStateException(Gdal.lastError());
        }
    }

    /** Whether the stored values of a pixel, from {@code at} on, are imagery. */
    boolean isValid(double[] stored, int at) {
        if (transparency.hides(stored[at])) {
            return false;
        }
        boolean allNodata = true;
        for (int i = 0; i < bands.length; i++) {
            double value = stored[at + i];
            if (!Double.isFinite(value)) {
                return false;
            }
            allNodata &= nodata[i] != null && isNodata(value, nodata[i]);
        }
        return !allNodata;
    }

    /** A nodata tag of a float raster may be written with fewer digits than the values have. */
    private static boolean isNodata(double value, double nodata) {
        return value == nodata || (float) value == (float) nodata;
    }

    boolean hasNodata() {
        for (Double value : nodata) {
            if (value == null) {
                return false;
            }
        }
        return true;
    }

    /** Whether neither a mask nor opacity nor a nodata value can make a pixel invalid; NaN aside. */
    boolean hidesNothing() {
        for (Double value : nodata) {
            if (value != null) {
                return false;
            }
        }
        return roles.alpha().isEmpty()
                && (dataset.GetRasterBand(bands[0]).GetMaskFlags() & ALL_VALID_OR_NODATA_OR_ALPHA) != 0;
    }

    /** The value that band {@code index} stores, with the file's scale and offset applied. */
    double scaled(double stored, int index) {
        return stored * scales[index] + offsets[index];
    }

    /** Clears {@code valid} where a mask band or the opacity band says that there is no imagery. */
    void applyMasks(PixelWindow window, int bufferWidth, int bufferHeight, boolean[] valid) {
        if (roles.alpha().isPresent()) {
            applyMask(dataset.GetRasterBand(roles.alpha().getAsInt()), window, bufferWidth, bufferHeight, valid);
        }
        Band first = dataset.GetRasterBand(bands[0]);
        if ((first.GetMaskFlags() & ALL_VALID_OR_NODATA_OR_ALPHA) == 0) {
            applyMask(first.GetMaskBand(), window, bufferWidth, bufferHeight, valid);
        }
    }

    private static void applyMask(Band mask, PixelWindow window, int bufferWidth, int bufferHeight, boolean[] valid) {
        float[] values = new float[bufferWidth * bufferHeight];
        check(mask.ReadRaster(
                window.x(),
                window.y(),
                window.width(),
                window.height(),
                bufferWidth,
                bufferHeight,
                gdalconst.GDT_Float32,
                values));
        for (int pixel = 0; pixel < values.length; pixel++) {
            valid[pixel] &= values[pixel] > 0;
        }
    }
}

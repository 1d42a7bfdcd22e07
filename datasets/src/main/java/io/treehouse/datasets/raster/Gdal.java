package io.treehouse.datasets.raster;

import java.nio.file.Path;
import java.util.List;
import java.util.Vector;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.gdal;
import org.gdal.gdalconst.gdalconst;

/** Loads GDAL once and opens rasters by named drivers only. Thread-safe; a dataset belongs to one thread at a time. */
public final class Gdal {
    private Gdal() {}

    private static final class Holder {
        static {
            try {
                gdal.AllRegister();
            } catch (UnsatisfiedLinkError missing) {
                throw new IllegalStateException(
                        "GDAL's native library libgdalalljni.so is not in " + System.getProperty("java.library.path")
                                + "; ./treehouse setup finds or builds it",
                        missing);
            }
            gdal.UseExceptions();
            // Half a JPEG is an error and not a grey picture; nothing is fetched from the network.
            gdal.SetConfigOption("GDAL_ERROR_ON_LIBJPEG_WARNING", "YES");
            gdal.SetConfigOption("GDAL_HTTP_MAX_RETRY", "0");
            gdal.SetConfigOption("CPL_VSIL_CURL_ALLOWED_EXTENSIONS", "{noext}");
            gdal.SetConfigOption("GDAL_CACHEMAX", "128");
        }

        static void load() {
            // The static initialiser does the work.
        }
    }

    /** Makes GDAL usable; the first call loads it. */
    public static void load() {
        Holder.load();
    }

    /**
     * Opens a raster for reading with one of the drivers named. Close it with {@code delete()}.
     *
     * @throws RuntimeException with GDAL's words if none of them can open it
     */
    public static Dataset open(String path, List<String> drivers) {
        load();
        Dataset dataset;
        try (PlainPath plain = PlainPath.of(Path.of(path))) {
            dataset = gdal.OpenEx(
                    plain.path().toString(),
                    gdalconst.OF_RASTER | gdalconst.OF_READONLY,
                    new Vector<>(drivers),
                    null,
                    null);
        }
        // Some damaged files are refused without an exception.
        if (dataset == null) {
            throw new IllegalStateException(lastError());
        }
        return dataset;
    }

    /**
     * Does what GDAL may fail at without an exception: writing out what it holds, and closing. For threads that write.
     *
     * @throws IllegalStateException with GDAL's words if it failed, for instance because the disk is full
     */
    public static void checked(Runnable work) {
        gdal.ErrorReset();
        work.run();
        if (gdal.GetLastErrorType() >= gdalconst.CE_Failure) {
            throw new IllegalStateException(lastError());
        }
    }

    /** What GDAL last complained about, for messages. */
    static String lastError() {
        String message = gdal.GetLastErrorMsg();
        return message == null || message.isBlank() ? "GDAL gives no reason" : message;
    }
}

package io.treehouse.datasets.raster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
        Dataset dataset = hasSupplementaryCharacters(path) ? openByLink(path, drivers) : openDirectly(path, drivers);
        // Some damaged files are refused without an exception.
        if (dataset == null) {
            throw new IllegalStateException(lastError());
        }
        return dataset;
    }

    private static Dataset openDirectly(String path, List<String> drivers) {
        return gdal.OpenEx(path, gdalconst.OF_RASTER | gdalconst.OF_READONLY, new Vector<>(drivers), null, null);
    }

    /**
     * JNI hands strings over in a UTF-8 of its own, in which characters such as emoji are other bytes than in the file
     * system: such files are opened by a link with a plain name.
     */
    private static boolean hasSupplementaryCharacters(String path) {
        return path.chars().anyMatch(unit -> Character.isSurrogate((char) unit));
    }

    private static Dataset openByLink(String path, List<String> drivers) {
        try {
            Path folder = Files.createTempDirectory("treehouse-link-");
            Path link = folder.resolve("raster");
            try {
                Files.createSymbolicLink(link, Path.of(path).toAbsolutePath());
                return openDirectly(link.toString(), drivers);
            } finally {
                Files.deleteIfExists(link);
                Files.delete(folder);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("The file " + path + " cannot be linked to", impossible);
        }
    }

    /** What GDAL last complained about, for messages. */
    static String lastError() {
        String message = gdal.GetLastErrorMsg();
        return message == null || message.isBlank() ? "GDAL gives no reason" : message;
    }
}

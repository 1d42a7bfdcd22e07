package io.treehouse.datasets.vector;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.raster.Gdal;
import io.treehouse.datasets.raster.PlainPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Vector;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.gdal;
import org.gdal.gdalconst.gdalconst;

/**
 * A vector file that somebody sent or that lies in a data set, opened by what its first bytes say it is and by no other driver: GeoJSON, GeoPackage,
 * or a Shapefile in a zip archive. Holds native objects and, for archives, a temporary folder. Belongs to one thread.
 */
final class VectorFile implements AutoCloseable {
    private static final long MOST_BYTES = 256L << 20;
    private static final int HEAD_BYTES = 512;
    private static final String SQLITE = "SQLite format 3\0";
    private static final String ZIP = "PK\3\4";
    /** Values as they were sent: GDAL would write the name "2020-01-01" as 2020/01/01 and a list as (1:a). */
    private static final List<String> TEXT_AS_SENT = List.of("DATE_AS_STRING=YES", "ARRAY_AS_STRING=YES");

    private static final String REMEDY =
            "Send GeoJSON (RFC 7946), a GeoPackage, or a Shapefile (.shp, .shx, .dbf, .prj) in one zip archive";

    private final Dataset dataset;
    private final Runnable cleanUp;

    private VectorFile(Dataset dataset, Runnable cleanUp) {
        this.dataset = dataset;
        this.cleanUp = cleanUp;
    }

    /**
     * Opens a file.
     *
     * @throws InputProblem if it is none of the formats, damaged, or too large
     */
    static VectorFile open(Path file) {
        return open(file, MOST_BYTES);
    }

    /**
     * Opens a file that nobody sent, which may be of any size.
     *
     * @throws InputProblem if it is none of the formats, or damaged
     */
    static VectorFile openOwn(Path file) {
        return open(file, Long.MAX_VALUE);
    }

    private static VectorFile open(Path file, long mostBytes) {
        String head = head(file, mostBytes);
        if (head.startsWith(SQLITE)) {
            return new VectorFile(open(file, "GPKG", List.of()), () -> {});
        }
        if (head.startsWith(ZIP)) {
            return openArchive(file, mostBytes);
        }
        if (isJson(head)) {
            return new VectorFile(open(file, "GeoJSON", TEXT_AS_SENT), () -> {});
        }
        throw new InputProblem(
                Kind.UNSUPPORTED_FORMAT, "The polygons are neither GeoJSON, GeoPackage nor a zip archive", REMEDY);
    }

    /** Whether a file begins like one of the formats. */
    static boolean recognises(Path file) {
        String head = head(file, MOST_BYTES);
        return head.startsWith(SQLITE) || head.startsWith(ZIP) || isJson(head);
    }

    private static boolean isJson(String head) {
        return head.replace("\uFEFF", "").stripLeading().startsWith("{");
    }

    private static VectorFile openArchive(Path file, long mostBytes) {
        ShapefileArchive archive = ShapefileArchive.unpack(file, mostBytes);
        try {
            return new VectorFile(open(archive.shapefile(), "ESRI Shapefile", List.of()), archive::close);
        } catch (RuntimeException unreadable) {
            archive.close();
            throw unreadable;
        }
    }

    private static String head(Path file, long mostBytes) {
        try (InputStream in = Files.newInputStream(file)) {
            if (Files.size(file) > mostBytes) {
                throw new InputProblem(
                        Kind.TOO_LARGE,
                        "The polygons have %d MiB; at most %d are read"
                                .formatted(Files.size(file) >> 20, mostBytes >> 20),
                        "Send fewer or simpler polygons");
            }
            return new String(in.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Dataset open(Path file, String driver, List<String> options) {
        Gdal.load();
        try (PlainPath plain = PlainPath.of(file)) {
            gdal.ErrorReset();
            Dataset dataset = gdal.OpenEx(
                    plain.path().toString(),
                    gdalconst.OF_VECTOR | gdalconst.OF_READONLY,
                    new Vector<>(List.of(driver)),
                    new Vector<>(options),
                    null);
            // Some damaged files are refused without an exception, and some without a word.
            if (dataset == null) {
                String reason = gdal.GetLastErrorMsg();
                throw new IllegalStateException(reason.isEmpty() ? "nothing in it is a feature" : reason);
            }
            return dataset;
        } catch (RuntimeException fault) {
            throw unreadable(fault);
        }
    }

    /** What a file that is damaged comes to. */
    static InputProblem unreadable(RuntimeException fault) {
        return new InputProblem(
                Kind.INVALID_DOCUMENT, "The polygons cannot be read: " + fault.getMessage(), REMEDY, fault);
    }

    Dataset dataset() {
        return dataset;
    }

    @Override
    public void close() {
        dataset.delete();
        cleanUp.run();
    }
}

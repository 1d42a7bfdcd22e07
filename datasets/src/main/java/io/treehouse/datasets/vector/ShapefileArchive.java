package io.treehouse.datasets.vector;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The files of one Shapefile, unpacked from a zip archive into a temporary folder that closing removes. What an archive
 * calls its entries is never used as a path, and no more is unpacked than a limit, whatever the archive announces.
 */
final class ShapefileArchive implements AutoCloseable {
    private static final Set<String> PARTS = Set.of("shp", "shx", "dbf", "prj", "cpg");
    private static final int MOST_ENTRIES = 1000;
    private static final int BUFFER_BYTES = 1 << 16;
    private static final String NAME = "zones.";

    private final Path folder;
    private final Set<String> found = new HashSet<>();
    private long bytesLeft;

    private ShapefileArchive(Path folder, long mostBytes) {
        this.folder = folder;
        this.bytesLeft = mostBytes;
    }

    /**
     * Unpacks an archive.
     *
     * @param mostBytes bytes that its files may have together
     * @throws InputProblem if it is damaged or too large, or holds not exactly one Shapefile with its index and CRS
     */
    static ShapefileArchive unpack(Path file, long mostBytes) {
        try {
            ShapefileArchive archive = new ShapefileArchive(Files.createTempDirectory("treehouse-zones-"), mostBytes);
            try {
                archive.unpack(file);
                archive.check();
                return archive;
            } catch (IOException | RuntimeException fault) {
                archive.close();
                throw fault;
            }
        } catch (IOException damaged) {
            throw invalid("it is damaged: " + damaged.getMessage(), "Send the archive again", damaged);
        }
    }

    private void unpack(Path file) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES) {
                    throw tooLarge("more than " + MOST_ENTRIES + " entries");
                }
                Optional<String> part = part(entry);
                if (part.isPresent()) {
                    copy(zip, folder.resolve(NAME + part.get()));
                } else {
                    copy(zip, null);
                }
            }
        } catch (IllegalArgumentException unreadableName) {
            throw new IOException(unreadableName);
        }
    }

    /** Which file of the Shapefile an entry is; empty for all else. */
    private Optional<String> part(ZipEntry entry) {
        String path = entry.getName().replace('\\', '/');
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        String extension = name.substring(dot + 1).toLowerCase(Locale.ROOT);
        // Macs put a shadow of each file beside it.
        if (entry.isDirectory() || dot < 0 || name.startsWith("._") || !PARTS.contains(extension)) {
            return Optional.empty();
        }
        if (!found.add(extension)) {
            throw invalid("it holds more than one ." + extension, "Send one Shapefile an archive", null);
        }
        return Optional.of(extension);
    }

    /** Copies an entry, or reads over it where there is no target: what is skipped is unpacked and counts all the same. */
    private void copy(InputStream from, Path target) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (OutputStream out = target == null ? OutputStream.nullOutputStream() : Files.newOutputStream(target)) {
            for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                bytesLeft -= n;
                if (bytesLeft < 0) {
                    throw tooLarge("too many bytes when unpacked");
                }
                out.write(buffer, 0, n);
            }
        }
    }

    private void check() {
        if (!found.contains("shp") || !found.contains("shx")) {
            throw invalid(
                    "it holds no .shp with its .shx", "Pack the .shp, .shx, .dbf and .prj of one Shapefile", null);
        }
        if (!found.contains("prj")) {
            throw invalid(
                    "it holds no .prj, so that nobody knows the CRS of the coordinates",
                    "Add the .prj of the Shapefile, or send GeoJSON or a GeoPackage",
                    null);
        }
    }

    private static InputProblem invalid(String fault, String remedy, Exception cause) {
        return new InputProblem(
                Kind.INVALID_DOCUMENT, "The zip archive is no Shapefile that can be used: " + fault, remedy, cause);
    }

    private static InputProblem tooLarge(String what) {
        return new InputProblem(
                Kind.TOO_LARGE, "The zip archive has " + what, "Send an archive of one Shapefile and nothing else");
    }

    /** The unpacked {@code .shp}, with its other files beside it. */
    Path shapefile() {
        return folder.resolve(NAME + "shp");
    }

    @Override
    public void close() {
        try {
            for (String part : PARTS) {
                Files.deleteIfExists(folder.resolve(NAME + part));
            }
            Files.deleteIfExists(folder);
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}

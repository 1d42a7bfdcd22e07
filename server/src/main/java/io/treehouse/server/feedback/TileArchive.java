package io.treehouse.server.feedback;

import io.treehouse.datasets.document.DocumentHash;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.raster.Raster;
import io.treehouse.datasets.raster.RasterOptions;
import io.treehouse.datasets.raster.RgbCopy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * The tiles that feedback is about, as the network saw them, and the masks of corrections: files in a folder, named by their
 * content. Thread-safe.
 */
final class TileArchive {
    private final Path folder;
    private final long mostBytes;

    /**
     * @param folder where they lie; made when it is first needed
     * @param mostBytes what they may have together
     */
    TileArchive(Path folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    /**
     * Keeps a tile.
     *
     * @return its identifier: the same for the same file and options
     * @throws InputProblem if there is no room, or the tile's ground sampling distance is not known
     */
    String add(Path tile, RasterOptions options, Raster opened) {
        if (!opened.groundSampling().isKnown()) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "The tile's ground sampling distance is not known, and without it no model can learn from it.",
                    "Give gsd=METRES as for its classification.");
        }
        try {
            String id = hash(tile, options);
            Path target = tile(id);
            if (!Files.exists(target)) {
                requireRoom(Files.size(tile));
                RgbCopy.write(opened, target);
            }
            return id;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** The file of a tile; exists if it was added. */
    Path tile(String id) {
        return made(folder.resolve("tiles")).resolve(id + ".tif");
    }

    /** The file of a correction's mask; exists if it was written. */
    Path mask(String entry) {
        return made(folder.resolve("masks")).resolve(entry + ".png");
    }

    private static Path made(Path needed) {
        try {
            return Files.createDirectories(needed);
        } catch (IOException fault) {
            throw new InputProblem(
                    Kind.UNWRITABLE,
                    "Feedback cannot be kept: the folder " + needed + " cannot be made.",
                    "Whoever runs the server sees that its home folder can be written to.",
                    fault);
        }
    }

    private void requireRoom(long bytes) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            long used = files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
            if (used + bytes > mostBytes) {
                throw new InputProblem(
                        Kind.UNWRITABLE,
                        "The tiles of feedback have %d MiB; at most %d are kept."
                                .formatted(used >> 20, mostBytes >> 20),
                        "Export the labels, and delete feedback that was learned from.");
            }
        }
    }

    private static String hash(Path tile, RasterOptions options) throws IOException {
        MessageDigest digest = DocumentHash.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(tile), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        digest.update(options.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }
}

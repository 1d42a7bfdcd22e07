package io.treehouse.datasets.raster;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.gdal.gdal.Dataset;

/**
 * The raster formats that are read, told by a file's first bytes and never by its name: a driver that follows references
 * to other files or to the network is not among them.
 */
enum RasterFormat {
    /** TIFF and BigTIFF, Cloud Optimized GeoTIFF among them. */
    TIFF("GTiff", "49492A00", "4D4D002A", "49492B00", "4D4D002B"),
    /** Portable Network Graphics. */
    PNG("PNG", "89504E470D0A1A0A"),
    /** JPEG. */
    JPEG("JPEG", "FFD8FF"),
    /** JPEG 2000, in its box format or as a bare codestream. */
    JPEG_2000("JP2OpenJPEG", "0000000C6A5020200D0A870A", "FF4FFF51");

    private static final int HEAD_BYTES = 64;
    private static final int JPEG_TAIL_BYTES = 1 << 16;
    private static final byte[] PNG_END = {0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xAE, 0x42, 0x60, (byte) 0x82};

    private final String driver;
    private final String[] signatures;

    RasterFormat(String driver, String... signatures) {
        this.driver = driver;
        this.signatures = signatures;
    }

    /** Name of GDAL's driver. */
    String driver() {
        return driver;
    }

    /** The format of a file; {@link InputProblem} that says what the file is if it is none of them or is cut off. */
    static RasterFormat of(Path file) {
        byte[] head = head(file);
        String hex = hex(head);
        RasterFormat format = Arrays.stream(values())
                .filter(candidate -> Arrays.stream(candidate.signatures).anyMatch(hex::startsWith))
                .findFirst()
                .orElseThrow(() -> new InputProblem(
                        Kind.UNSUPPORTED_FORMAT,
                        "The file is " + describe(head) + ", not a raster of a supported format",
                        "Send a GeoTIFF, PNG, JPEG or JPEG 2000 file"));
        if (!format.isComplete(file)) {
            throw truncated(format);
        }
        return format;
    }

    /**
     * Opens a file of this format for reading; the caller deletes the dataset.
     *
     * @throws InputProblem if it is damaged
     */
    Dataset open(Path file) {
        try {
            return Gdal.open(file.toAbsolutePath().toString(), List.of(driver));
        } catch (RuntimeException damaged) {
            throw unreadable(damaged);
        }
    }

    /** The problem to report when GDAL cannot read a file or a part of it. */
    static InputProblem unreadable(RuntimeException damaged) {
        return new InputProblem(
                Kind.UNREADABLE_RASTER,
                "The picture cannot be read, it is damaged or cut off: " + damaged.getMessage(),
                "Send the whole file again, or write it anew with another program",
                damaged);
    }

    private static InputProblem truncated(RasterFormat format) {
        return new InputProblem(
                Kind.UNREADABLE_RASTER,
                "The " + format.name().replace('_', ' ') + " file ends before its picture does: it is cut off",
                "Send the whole file again");
    }

    private boolean isComplete(Path file) {
        return switch (this) {
            case PNG -> Arrays.equals(tail(file, PNG_END.length), PNG_END);
            case JPEG -> hex(tail(file, JPEG_TAIL_BYTES)).contains("FFD9");
            // GDAL reports what is missing from these two when it reads the blocks.
            case TIFF, JPEG_2000 -> true;
        };
    }

    private static byte[] head(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InputProblem(
                    Kind.NOT_FOUND,
                    "There is no file " + file.toAbsolutePath(),
                    "Check the path; folders are given to classify as they are");
        }
        try (var in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(HEAD_BYTES);
            if (head.length == 0) {
                throw new InputProblem(Kind.UNREADABLE_RASTER, "The file is empty", "Send a file that has a picture");
            }
            return head;
        } catch (IOException unreadable) {
            throw new InputProblem(
                    Kind.UNREADABLE_RASTER,
                    "The file " + file + " cannot be read: " + unreadable.getMessage(),
                    "Check its permissions",
                    unreadable);
        }
    }

    private static byte[] tail(Path file, int bytes) {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(bytes, in.length())];
            in.seek(in.length() - tail.length);
            in.readFully(tail);
            return tail;
        } catch (IOException unreadable) {
            throw new InputProblem(
                    Kind.UNREADABLE_RASTER,
                    "The file " + file + " cannot be read: " + unreadable.getMessage(),
                    "Send it again",
                    unreadable);
        }
    }

    private static String describe(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
        if (text.startsWith("<vrtdataset") || text.contains("<vrtdataset")) {
            return "a VRT, which only points at other files";
        }
        if (text.startsWith("pk")) {
            return "a zip archive";
        }
        if (text.startsWith("<")) {
            return "an XML or HTML text";
        }
        if (text.startsWith("gif8")) {
            return "a GIF";
        }
        if (text.startsWith("%pdf")) {
            return "a PDF";
        }
        boolean isText = text.chars().allMatch(c -> c >= 32 && c < 127 || Character.isWhitespace(c));
        return isText ? "a text" : "of an unknown kind";
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}

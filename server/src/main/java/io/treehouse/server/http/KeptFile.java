package io.treehouse.server.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jetty.http.ByteRange;

/**
 * A file of a result, whole or the part that {@code Range} asks for (RFC 9110, section 14): GIS programs read a Cloud
 * Optimized GeoTIFF in parts, where it lies.
 */
final class KeptFile {
    private static final String UNIT = "bytes";

    private KeptFile() {}

    /** Answers with a file that never changes under its address; several parts at once are answered with all of it. */
    static void send(Context context, Path file, String type) throws IOException {
        context.contentType(type)
                .header("Accept-Ranges", UNIT)
                .header("Content-Disposition", "attachment; filename=\"" + file.getFileName() + "\"");
        long size = Files.size(file);
        if (!asksForPart(context)) {
            TileHandler.send(context, file);
            return;
        }
        List<ByteRange> ranges = ByteRange.parse(List.of(context.header("Range")), size);
        if (ranges.isEmpty()) {
            context.header("Content-Range", ByteRange.toNonSatisfiableHeaderValue(size));
            throw new ProblemException(Problem.of(
                    416,
                    "range-not-satisfiable",
                    "No such part",
                    "The file has %d bytes; '%s' is no part of it.".formatted(size, context.header("Range")),
                    "Ask for a part such as bytes=0-1023, or for the whole file without Range."));
        }
        if (ranges.size() > 1) {
            TileHandler.send(context, file);
        } else {
            send(context, file, ranges.get(0), size);
        }
    }

    /** Not so if an earlier version is to be gone on with: files have no versions. */
    private static boolean asksForPart(Context context) {
        String range = context.header("Range");
        return range != null
                && range.startsWith(UNIT + "=")
                && context.header("If-Range") == null
                && context.req().getMethod().equals("GET");
    }

    private static void send(Context context, Path file, ByteRange range, long size) throws IOException {
        context.status(206).header("Content-Range", range.toHeaderValue(size));
        context.res().setContentLengthLong(range.getLength());
        try (FileChannel in = FileChannel.open(file)) {
            in.transferTo(
                    range.first(),
                    range.getLength(),
                    Channels.newChannel(context.res().getOutputStream()));
        }
    }
}

package io.treehouse.server.http;

import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A file of a page, compressed once and sent to browsers many times; to the few callers that take no gzip it is sent as it
 * was. Immutable.
 *
 * @param type value of {@code Content-Type}
 * @param gzip the file as gzip
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares files
record PackedFile(String type, byte[] gzip) {
    /** A file of the class path. */
    static PackedFile of(String resource, String type) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = PackedFile.class.getResourceAsStream(resource);
                GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            in.transferTo(out);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The page's file " + resource + " cannot be read", unreadable);
        }
        return new PackedFile(type, bytes.toByteArray());
    }

    void send(Context context) throws IOException {
        context.res().addHeader("Vary", "Accept-Encoding");
        context.contentType(type).header("Cache-Control", "no-cache");
        if (takesGzip(Preference.header(context, "Accept-Encoding"))) {
            context.header("Content-Encoding", "gzip").result(gzip);
        } else {
            context.result(new GZIPInputStream(new ByteArrayInputStream(gzip)));
        }
    }

    /**
     * Whether an {@code Accept-Encoding} header likes gzip at least as much as the plain file (RFC 9110, section 12.5.3).
     * Without one anything would be allowed, but whoever sends none often cannot unpack.
     */
    static boolean takesGzip(String acceptEncoding) {
        Map<String, Double> weights = Preference.parseAll(acceptEncoding).stream()
                .collect(Collectors.toMap(Preference::value, Preference::weight, Math::max));
        double ofOthers = weights.getOrDefault("*", 0.0);
        double ofGzip = weights.getOrDefault("gzip", ofOthers);
        return ofGzip > 0 && ofGzip >= weights.getOrDefault("identity", ofOthers);
    }
}

package io.treehouse.server.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/**
 * A file of a page, compressed once and sent to browsers many times. Immutable.
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

    void send(Context context) {
        context.contentType(type)
                .header("Cache-Control", "no-cache")
                .header("Content-Encoding", "gzip")
                .result(gzip);
    }
}

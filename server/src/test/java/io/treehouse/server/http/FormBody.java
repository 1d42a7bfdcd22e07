package io.treehouse.server.http;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Requests that send files as a form. */
public final class FormBody {
    private static final String BOUNDARY = "a-boundary";

    private FormBody() {}

    /** A request that posts files, by the names of their fields. */
    public static HttpRequest post(URI uri, Map<String, byte[]> files) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        files.forEach((field, content) -> {
            body.writeBytes(ascii("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"f\"\r\n\r\n"
                    .formatted(BOUNDARY, field)));
            body.writeBytes(content);
            body.writeBytes(ascii("\r\n"));
        });
        body.writeBytes(ascii("--" + BOUNDARY + "--\r\n"));
        return HttpRequest.newBuilder(uri)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

package io.treehouse.server.http;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** The bodies of docs/hostile-requests.md by their names. */
final class HostileBodies {
    /** Largest body of the server that they are sent to. */
    static final int MOST_BYTES = 1 << 20;

    private static final int FAR = 100_000;

    private HostileBodies() {}

    static byte[] of(String name) throws IOException {
        return switch (name) {
            case "-", "empty" -> new byte[0];
            case "text" -> text("this is no image");
            case "zeros" -> new byte[5000];
            case "png" -> png();
            case "png-bomb" -> pngBomb();
            case "png-cut" -> Arrays.copyOf(png(), png().length / 2);
            case "png-damaged" -> damaged(png());
            case "tiff-bomb" -> tiff(8, FAR);
            case "tiff-loop" -> tiffLoop();
            case "tiff-beyond" -> tiff(1_000_000, 64);
            case "jpeg-start" -> new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16};
            case "vrt-file" -> vrt("/etc/passwd");
            case "vrt-address" -> vrt("/vsicurl/http://127.0.0.1:1/x.tif");
            case "vsicurl" -> text("/vsicurl/http://127.0.0.1:1/x.tif");
            case "database" -> text("PG:host=127.0.0.1 dbname=x");
            case "zip" -> zip("tile.tif", png());
            case "svg" -> text("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");
            case "pdf" -> text("%PDF-1.7\n1 0 obj<<>>endobj\n");
            case "xxe" -> text("<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>");
            case "large" -> new byte[MOST_BYTES + 1];
            case "form-cut" -> text("--b\r\nContent-Disposition: form-data; name=\"tile\"; filename=\"t\"\r\n\r\nII*");
            case "form-climbs" -> form("../../../tmp/x", "../../x.tif", "text");
            case "form-brackets" -> concat(part("tile", png()), form("zones", "z.json", "[".repeat(FAR)));
            case "form-zones" ->
                concat(
                        part("tile", png()),
                        form("zones", "z.json", "{\"type\":\"FeatureCollection\",\"features\":[]}"));
            case "form-fields" ->
                text("--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n".repeat(10_000) + "--b--\r\n");
            case "zip-climbs" -> zip("../../../tmp/climbed", text("x"));
            case "zip-bomb" -> zip("weights.bin", new byte[200 << 20]);
            case "json-brackets" -> text("[".repeat(FAR));
            case "json-number" -> text("{\"x\":" + "9".repeat(MOST_BYTES - 100) + "}");
            case "json-twice" -> text("{\"results\": [], \"results\": []}");
            default -> throw new IllegalArgumentException("No body is called " + name);
        };
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] part(String field, byte[] content) {
        return concat(
                text("--b\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"f\"\r\n\r\n"),
                content,
                text("\r\n"));
    }

    private static byte[] form(String field, String file, String content) {
        return text("--b\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + file + "\"\r\n\r\n"
                + content + "\r\n--b--\r\n");
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }

    /** With another size in its header, and the right checksum for it. */
    private static byte[] pngBomb() throws IOException {
        byte[] png = png();
        ByteBuffer header = ByteBuffer.wrap(png);
        header.putInt(16, FAR).putInt(20, FAR);
        CRC32 checksum = new CRC32();
        checksum.update(png, 12, 17);
        header.putInt(29, (int) checksum.getValue());
        return png;
    }

    private static byte[] damaged(byte[] png) {
        png[png.length - 20] ^= 0x55;
        return png;
    }

    /** An 8-bit grey TIFF of so many pixels on each side, none of which is there. */
    private static byte[] tiff(int directory, int side) {
        int[][] entries = {
            {256, 4, side},
            {257, 4, side},
            {258, 3, 8},
            {259, 3, 1},
            {262, 3, 1},
            {273, 4, 8},
            {277, 3, 1},
            {278, 4, side},
            {279, 4, 64}
        };
        ByteBuffer tiff = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put(text("II")).putShort((short) 42).putInt(directory).putShort((short) entries.length);
        for (int[] entry : entries) {
            tiff.putShort((short) entry[0]).putShort((short) entry[1]).putInt(1).putInt(entry[2]);
        }
        return tiff.array();
    }

    /** The next directory is this one, and the pixels lie beyond the end. */
    private static byte[] tiffLoop() {
        byte[] tiff = tiff(8, 8);
        int strips = 10 + 5 * 12 + 8;
        ByteBuffer.wrap(tiff)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(strips, 1_000_000)
                .putInt(10 + 9 * 12, 8);
        return tiff;
    }

    private static byte[] vrt(String source) {
        return text(
                "<VRTDataset rasterXSize='64' rasterYSize='64'><VRTRasterBand dataType='Byte' band='1'><SimpleSource>"
                        + "<SourceFilename>" + source
                        + "</SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>");
    }

    private static byte[] zip(String entry, byte[] content) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
        }
        return archive.toByteArray();
    }
}

package io.treehouse.datasets.vector;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.gdal.ogr.Feature;
import org.gdal.ogr.ogr;

/**
 * Texts of GDAL's features. GDAL's bindings hand strings over in JNI's own form of UTF-8, in which a character beyond
 * U+FFFF, such as an emoji, is two, and which neither GDAL nor who reads its files understands; as bytes they pass unchanged.
 */
final class FieldText {
    private FieldText() {}

    /** The value of a field that is set. */
    static String read(Feature feature, int field) {
        if (feature.GetFieldType(field) != ogr.OFTString) {
            return feature.GetFieldAsString(field);
        }
        byte[] utf8 = feature.GetFieldAsBinary(field);
        return utf8 == null ? "" : new String(utf8, StandardCharsets.UTF_8);
    }

    /** Sets a text field. A zero character, with which a text would end, becomes U+FFFD. */
    static void write(Feature feature, int field, String text) {
        byte[] utf8 = text.replace('\0', '\uFFFD').getBytes(StandardCharsets.UTF_8);
        feature.SetFieldBinaryFromHexString(field, HexFormat.of().formatHex(utf8));
    }
}

package io.treehouse.datasets.vector;

import java.nio.charset.Charset;
import java.util.Collection;
import java.util.HexFormat;
import org.gdal.gdal.Dataset;

/**
 * Metadata of a GeoPackage's layers. GDAL's bindings hand their texts over in JNI's own form of UTF-8, see {@link
 * FieldText}; what GDAL wrote of it is put right in the database.
 */
final class GeoPackageMetadata {
    /** UTF-8 with characters beyond U+FFFF as two, as JNI has it. */
    private static final Charset HANDED_OVER = Charset.forName("CESU-8");

    private GeoPackageMetadata() {}

    /**
     * Makes plain UTF-8 of metadata that were flushed.
     *
     * @param texts the metadata's texts
     */
    static void toUtf8(Dataset dataset, Collection<String> texts) {
        texts.stream()
                .flatMapToInt(String::codePoints)
                .filter(Character::isSupplementaryCodePoint)
                .distinct()
                .forEach(character -> dataset.ExecuteSQL(
                        "UPDATE gpkg_metadata SET metadata = replace(metadata, CAST(x'%s' AS TEXT), char(%d))"
                                .formatted(handedOver(character), character)));
    }

    private static String handedOver(int character) {
        return HexFormat.of().formatHex(Character.toString(character).getBytes(HANDED_OVER));
    }
}

package io.treehouse.datasets.raster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.Vector;
import java.util.stream.Collectors;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.gdal;
import org.gdal.gdalconst.gdalconst;

/**
 * Texts of the metadata of GDAL's rasters. GDAL's bindings hand strings over in JNI's own form of UTF-8, in which a
 * character beyond U+FFFF, such as an emoji, is two, and which neither GDAL nor who reads its files understands. A VRT is
 * a raster in XML, in which characters can be given by their numbers, and whose file can be read without the bindings.
 */
final class MetadataText {
    private static final int LAST_ASCII = 0x7F;

    private MetadataText() {}

    /** The items of a dataset that are in no domain, by their names. */
    static Map<String, String> read(Dataset dataset) {
        Map<String, String> items = items(dataset);
        return items.values().stream().allMatch(MetadataText::isAscii) ? items : readAsXml(dataset, items);
    }

    private static Map<String, String> readAsXml(Dataset dataset, Map<String, String> asHandedOver) {
        Path file = null;
        try {
            file = Files.createTempFile("treehouse-metadata-", ".vrt");
            gdal.GetDriverByName("VRT").CreateCopy(file.toString(), dataset).delete();
            // To the bindings it goes as they expect it, and so it comes back.
            Dataset copy = open(Files.readString(file));
            try {
                return items(copy);
            } finally {
                copy.delete();
            }
        } catch (CharacterCodingException noUtf8) {
            // Earlier versions wrote JNI's form into their files.
            return asHandedOver;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } finally {
            delete(file);
        }
    }

    private static Map<String, String> items(Dataset dataset) {
        Map<String, String> items = new TreeMap<>();
        dataset.GetMetadata_Dict().forEach((name, value) -> items.put(name.toString(), value.toString()));
        return items;
    }

    /** The same VRT, its texts in the UTF-8 that all others understand, to be copied to a file. Delete it after use. */
    static Dataset inUtf8(Dataset vrt) {
        String xml = vrt.GetMetadata_List("xml:VRT").get(0).toString();
        return open(xml.codePoints()
                .mapToObj(c -> Character.isSupplementaryCodePoint(c) ? "&#" + c + ";" : Character.toString(c))
                .collect(Collectors.joining()));
    }

    private static Dataset open(String vrt) {
        return gdal.OpenEx(vrt, gdalconst.OF_RASTER | gdalconst.OF_READONLY, new Vector<>(List.of("VRT")));
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(unit -> unit <= LAST_ASCII);
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}

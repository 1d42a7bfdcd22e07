package io.treehouse.datasets.raster;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.gdal.gdal.Dataset;

/** Reads what a class map says of its making, so that what is computed from it can say the same. Thread-safe. */
public final class ClassMapProvenance {
    private static final Pattern ITEMS = Pattern.compile("(MODEL|IMAGE)_.*|PROGRAM_VERSION");

    private ClassMapProvenance() {}

    /**
     * The items of the model, the image and the program that {@code docs/contract.md} lists, by their names.
     *
     * @param file a class map
     * @return empty if the map is of another program, or a format that carries nothing of the kind
     * @throws io.treehouse.datasets.problem.InputProblem if the file cannot be read
     */
    public static Map<String, String> read(Path file) {
        Dataset dataset = RasterFormat.of(file).open(file);
        try {
            return of(dataset);
        } finally {
            dataset.delete();
        }
    }

    /** The same of an open class map. */
    static Map<String, String> of(Dataset dataset) {
        Map<String, String> items = new TreeMap<>();
        MetadataText.read(dataset).forEach((name, value) -> {
            if (ITEMS.matcher(name).matches()) {
                items.put(name, value);
            }
        });
        return Collections.unmodifiableMap(items);
    }
}

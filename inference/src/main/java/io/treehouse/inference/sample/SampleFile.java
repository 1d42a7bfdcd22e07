package io.treehouse.inference.sample;

import static io.treehouse.datasets.vector.FeatureField.number;
import static io.treehouse.datasets.vector.FeatureField.text;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.datasets.vector.AttributeTable;
import io.treehouse.datasets.vector.FeatureField;
import io.treehouse.datasets.vector.FeatureFormat;
import io.treehouse.datasets.vector.FeatureWriter;
import io.treehouse.datasets.vector.VectorFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** A sample as a file: written for people to fill in its column {@code reference}, and read back. */
public final class SampleFile {
    private static final String MAP_CLASS = "mapClass";
    private static final String REFERENCE = "reference";
    private static final String STRATUM_PIXELS = "stratumPixels";
    private static final String STRATUM_AREA = "stratumAreaM2";
    private static final String STRATUM_POINTS = "stratumPoints";
    private static final List<FeatureField> FIELDS = List.of(
            text(REFERENCE, "Its true class, to be filled in: other, built_up, building, water or tree_canopy"),
            text(MAP_CLASS, "Its class in the map"),
            number(STRATUM_PIXELS, "1", "Pixels of that class in the map"),
            number(STRATUM_AREA, "m2", "Ground area of that class in the map"),
            number(STRATUM_POINTS, "1", "Pixels of that class that were drawn"),
            number("inclusionProbability", "1", "Probability of a pixel of that class of having been drawn"),
            text("seed", "Seed of the draw"));
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private SampleFile() {}

    /**
     * Writes a sample: each pixel as its square, its centre as {@code positionX} and {@code positionY}, what was drawn
     * how, and an empty {@code reference}.
     *
     * @param file a file that ends in {@code .geojson}, {@code .gpkg} or {@code .csv}; replaced if it is there
     * @throws InputProblem if it ends otherwise
     */
    public static void write(Path file, SampleDraw sample, Map<String, String> metadata) throws IOException {
        Map<SurfaceClass, Stratum> strata =
                sample.strata().stream().collect(Collectors.toMap(Stratum::mapClass, stratum -> stratum));
        Files.deleteIfExists(file);
        try (FeatureWriter writer = writer(file, sample, metadata)) {
            int number = 0;
            for (SampledPixel pixel : sample.pixels()) {
                writer.write(new VectorFeature(
                        Integer.toString(++number),
                        square(pixel),
                        new Coordinate(pixel.x() + 0.5, pixel.y() + 0.5),
                        values(strata.get(pixel.mapClass()), sample.seed())));
            }
            writer.finish();
        }
    }

    private static FeatureWriter writer(Path file, SampleDraw sample, Map<String, String> metadata) {
        String name = file.getFileName().toString();
        String extension = name.substring(name.lastIndexOf('.') + 1);
        if (extension.equals("csv")) {
            return FeatureWriter.csv(file, sample.grid(), FIELDS);
        }
        FeatureFormat format = Stream.of(FeatureFormat.GEOJSON, FeatureFormat.GEOPACKAGE)
                .filter(known -> known.extension().equals(extension))
                .findFirst()
                .orElseThrow(() -> new InputProblem(
                        Kind.INVALID_PARAMETER,
                        "The name " + file + " does not say how the sample is to be written",
                        "Give a name that ends in .geojson, .gpkg or .csv"));
        return FeatureWriter.create(format, file, "sample", sample.grid(), FIELDS, metadata);
    }

    private static Polygon square(SampledPixel pixel) {
        return (Polygon) GEOMETRIES.toGeometry(new Envelope(pixel.x(), pixel.x() + 1.0, pixel.y(), pixel.y() + 1.0));
    }

    private static Map<String, Object> values(Stratum stratum, long seed) {
        Map<String, Object> values = new HashMap<>();
        values.put(MAP_CLASS, stratum.mapClass().label());
        values.put(STRATUM_PIXELS, (double) stratum.pixels());
        values.put(STRATUM_AREA, stratum.areaM2());
        values.put(STRATUM_POINTS, (double) stratum.points());
        values.put("inclusionProbability", stratum.inclusionProbability());
        values.put("seed", Long.toString(seed));
        return values;
    }

    /**
     * Reads a sample back.
     *
     * @param file GeoJSON, GeoPackage or CSV with the columns that {@link #write} writes
     * @throws InputProblem if columns or points are missing, or a class has not two labelled points
     */
    public static LabelledSample read(Path file) {
        LabelledSample.Builder sample = new LabelledSample.Builder();
        int row = 0;
        for (Map<String, String> values : AttributeTable.read(file)) {
            row++;
            try {
                Stratum stratum = new Stratum(
                        SurfaceClass.ofLabel(values.getOrDefault(MAP_CLASS, "")),
                        (long) required(values, STRATUM_PIXELS),
                        required(values, STRATUM_AREA),
                        (int) required(values, STRATUM_POINTS));
                String reference = values.getOrDefault(REFERENCE, "").strip();
                if (reference.isEmpty()) {
                    sample.addUnlabelled(stratum);
                } else {
                    sample.add(stratum, SurfaceClass.ofLabel(reference));
                }
            } catch (IllegalArgumentException fault) {
                throw new InputProblem(
                        Kind.INVALID_DOCUMENT,
                        "Point " + row + " of the sample cannot be used: " + fault.getMessage(),
                        "Keep the columns of ./treehouse sample and fill in reference with a class",
                        fault);
            }
        }
        return sample.build();
    }

    private static double required(Map<String, String> values, String column) {
        String value = values.get(column);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("it has no " + column);
        }
        return Double.parseDouble(value.replace(',', '.'));
    }
}

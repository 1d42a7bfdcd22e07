package io.treehouse.datasets.vector;

import io.treehouse.datasets.raster.GridReference;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.locationtech.jts.geom.Coordinate;

/** Comma separated values (RFC 4180) without outlines: attributes, and positions in the CRS of the grid. */
final class CsvFeatureWriter implements FeatureWriter {
    private final Path file;
    private final List<FeatureField> fields;
    private final PixelPlaces places;
    private final BufferedWriter out;

    CsvFeatureWriter(Path file, GridReference grid, List<FeatureField> fields) {
        this.file = file;
        this.fields = List.copyOf(fields);
        this.places = new PixelPlaces(grid);
        try {
            out = Files.newBufferedWriter(file);
        } catch (IOException fault) {
            throw unwritable(fault);
        }
        List<String> names = new ArrayList<>(List.of("id"));
        fields.forEach(field -> names.add(field.name()));
        names.addAll(List.of("positionX", "positionY"));
        line(names);
    }

    @Override
    public void write(VectorFeature feature) {
        List<String> cells = new ArrayList<>(List.of(feature.id()));
        fields.forEach(field -> cells.add(Objects.toString(feature.values().get(field.name()), "")));
        Coordinate position = places.inCrs(feature.position());
        cells.add(position == null ? "" : Double.toString(position.x));
        cells.add(position == null ? "" : Double.toString(position.y));
        line(cells);
    }

    private void line(List<String> cells) {
        try {
            out.write(String.join(
                    ",", cells.stream().map(CsvFeatureWriter::quoted).toList()));
            out.write("\r\n");
        } catch (IOException fault) {
            throw unwritable(fault);
        }
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    @Override
    public void finish() {
        close();
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException fault) {
            throw unwritable(fault);
        }
    }

    private UncheckedIOException unwritable(IOException fault) {
        return new UncheckedIOException("The file " + file + " cannot be written", fault);
    }
}

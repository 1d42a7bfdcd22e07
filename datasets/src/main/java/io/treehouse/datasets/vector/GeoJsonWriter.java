package io.treehouse.datasets.vector;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.treehouse.datasets.raster.Gdal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * GeoJSON (RFC 7946), written feature by feature. The metadata are the foreign member {@code metadata}, units and meanings
 * of the properties the foreign member {@code columns}.
 */
final class GeoJsonWriter implements FeatureWriter {
    private final Path file;
    private final FeatureLayer layer;
    private final Wgs84 wgs84;
    private final JsonGenerator json;

    GeoJsonWriter(Path file, FeatureLayer layer) {
        this.file = file;
        this.layer = layer;
        try {
            json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8);
            begin();
        } catch (IOException fault) {
            throw unwritable(fault);
        }
        Gdal.load();
        wgs84 = new Wgs84(layer.grid());
    }

    private void begin() throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "FeatureCollection");
        json.writeStringField("name", layer.name());
        json.writeObjectFieldStart("metadata");
        for (Map.Entry<String, String> item : layer.metadata().entrySet()) {
            json.writeStringField(item.getKey(), item.getValue());
        }
        json.writeEndObject();
        json.writeFieldName("columns");
        json.writeRawValue(ColumnUnits.json(layer.columns()));
        json.writeArrayFieldStart("features");
    }

    @Override
    public void write(VectorFeature feature) {
        try {
            json.writeStartObject();
            json.writeStringField("type", "Feature");
            json.writeStringField("id", feature.id());
            json.writeObjectFieldStart("properties");
            properties(feature);
            json.writeEndObject();
            if (feature.outline() == null) {
                json.writeNullField("geometry");
            } else {
                json.writeObjectFieldStart("geometry");
                geometry(wgs84.inDegrees(feature.outline()));
                json.writeEndObject();
            }
            json.writeEndObject();
        } catch (IOException fault) {
            throw unwritable(fault);
        }
    }

    private void properties(VectorFeature feature) throws IOException {
        json.writeStringField("id", feature.id());
        for (FeatureField field : layer.fields()) {
            json.writeFieldName(field.name());
            Object value = feature.values().get(field.name());
            if (value == null) {
                json.writeNull();
            } else {
                switch (field.type()) {
                    case TEXT -> json.writeString((String) value);
                    case NUMBER -> json.writeNumber((Double) value);
                    case FLAG -> json.writeBoolean((Boolean) value);
                }
            }
        }
        if (!layer.hasPositions()) {
            return;
        }
        Coordinate position = wgs84.inDegrees(feature.position());
        number("positionX", position == null ? null : position.x);
        number("positionY", position == null ? null : position.y);
    }

    private void number(String name, Double value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }

    private void geometry(Geometry geometry) throws IOException {
        boolean single = geometry instanceof Polygon;
        json.writeStringField("type", single ? "Polygon" : "MultiPolygon");
        json.writeFieldName("coordinates");
        if (single) {
            polygon((Polygon) geometry);
            return;
        }
        json.writeStartArray();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            polygon((Polygon) geometry.getGeometryN(i));
        }
        json.writeEndArray();
    }

    private void polygon(Polygon polygon) throws IOException {
        json.writeStartArray();
        ring(polygon.getExteriorRing());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            ring(polygon.getInteriorRingN(i));
        }
        json.writeEndArray();
    }

    private void ring(LineString ring) throws IOException {
        json.writeStartArray();
        for (Coordinate corner : ring.getCoordinates()) {
            json.writeArray(new double[] {corner.x, corner.y}, 0, 2);
        }
        json.writeEndArray();
    }

    @Override
    public void finish() {
        try {
            json.writeEndArray();
            json.writeEndObject();
            json.close();
        } catch (IOException fault) {
            throw unwritable(fault);
        }
    }

    private UncheckedIOException unwritable(IOException fault) {
        return new UncheckedIOException("The file " + file + " cannot be written", fault);
    }

    @Override
    public void close() {
        wgs84.close();
        try {
            json.close();
        } catch (IOException fault) {
            throw unwritable(fault);
        }
    }
}

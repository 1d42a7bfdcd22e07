package io.treehouse.datasets.vector;

import io.treehouse.datasets.vector.FeatureLayer.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/** Features as rows of a Parquet file: their columns, and what the file says of itself at its end. Not thread-safe. */
final class FeatureRows extends WriteSupport<VectorFeature> {
    private static final String GEOMETRY = "geometry";

    private final FeatureLayer layer;
    private final List<FeatureField> columns;
    private final PixelPlaces places;
    private final GeoParquetMetadata geo;
    private final WKBWriter wkb = new WKBWriter();
    private RecordConsumer row;
    private int column;

    FeatureRows(FeatureLayer layer) {
        this.layer = layer;
        columns = layer.columns();
        places = new PixelPlaces(layer.grid());
        String type = layer.shape() == Shape.MULTI_POLYGONS ? "MultiPolygon" : "Polygon";
        geo = new GeoParquetMetadata(GEOMETRY, type, layer.wkt());
    }

    @Override
    public WriteContext init(Configuration ofHadoop) {
        return begin();
    }

    @Override
    public WriteContext init(ParquetConfiguration plain) {
        return begin();
    }

    private WriteContext begin() {
        List<Type> types = new ArrayList<>();
        columns.forEach(field -> types.add(type(field)));
        types.add(Types.optional(PrimitiveTypeName.BINARY).named(GEOMETRY));
        return new WriteContext(new MessageType(layer.name(), types), layer.metadata());
    }

    private static Type type(FeatureField field) {
        return switch (field.type()) {
            case TEXT ->
                Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(field.name());
            case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(field.name());
            case FLAG -> Types.optional(PrimitiveTypeName.BOOLEAN).named(field.name());
        };
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
        row = consumer;
    }

    @Override
    public void write(VectorFeature feature) {
        Geometry outline = places.inCrs(feature.outline());
        if (outline != null) {
            geo.see(outline.getEnvelopeInternal());
        }
        Map<String, Object> values = new LinkedHashMap<>(feature.values());
        values.put(FeatureWriter.ID.name(), feature.id());
        Coordinate position = places.inCrs(feature.position());
        if (position != null) {
            values.put(FeatureWriter.POSITION.get(0).name(), position.x);
            values.put(FeatureWriter.POSITION.get(1).name(), position.y);
        }
        row.startMessage();
        column = 0;
        columns.forEach(field -> add(field.name(), values.get(field.name())));
        add(GEOMETRY, outline == null ? null : wkb.write(outline));
        row.endMessage();
    }

    /** Adds the value of the next column; a null is left out, which is how Parquet writes it. */
    private void add(String name, Object value) {
        if (value != null) {
            row.startField(name, column);
            if (value instanceof Double number) {
                row.addDouble(number);
            } else if (value instanceof Boolean flag) {
                row.addBoolean(flag);
            } else if (value instanceof byte[] bytes) {
                row.addBinary(Binary.fromConstantByteArray(bytes));
            } else {
                row.addBinary(Binary.fromString((String) value));
            }
            row.endField(name, column);
        }
        column++;
    }

    @Override
    public FinalizedWriteContext finalizeWrite() {
        return new FinalizedWriteContext(Map.of("geo", geo.json(), "columns", ColumnUnits.json(columns)));
    }
}

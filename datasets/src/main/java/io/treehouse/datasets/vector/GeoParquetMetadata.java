package io.treehouse.datasets.vector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.treehouse.datasets.raster.Gdal;
import org.gdal.osr.SpatialReference;
import org.locationtech.jts.geom.Envelope;

/** The item {@code geo} of a GeoParquet file, version 1.1: encoding, CRS as PROJJSON and extent. Not thread-safe. */
final class GeoParquetMetadata {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String column;
    private final String type;
    private final String wkt;
    private final Envelope extent = new Envelope();

    GeoParquetMetadata(String column, String type, String wkt) {
        this.column = column;
        this.type = type;
        this.wkt = wkt;
    }

    /** Takes note of a geometry's extent. */
    void see(Envelope geometry) {
        extent.expandToInclude(geometry);
    }

    String json() {
        ObjectNode root = JSON.createObjectNode().put("version", "1.1.0").put("primary_column", column);
        ObjectNode geometry = root.putObject("columns").putObject(column).put("encoding", "WKB");
        geometry.putArray("geometry_types").add(type);
        geometry.putRawValue("crs", new RawValue(projJson()));
        if (!extent.isNull()) {
            ArrayNode bbox = geometry.putArray("bbox");
            bbox.add(extent.getMinX())
                    .add(extent.getMinY())
                    .add(extent.getMaxX())
                    .add(extent.getMaxY());
        }
        try {
            return JSON.writeValueAsString(root);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The CRS as PROJJSON; null, which says that it is unknown, where PROJ cannot express it so. */
    private String projJson() {
        Gdal.load();
        SpatialReference reference = new SpatialReference(wkt);
        try {
            String[] json = new String[1];
            reference.ExportToPROJJSON(json);
            return json[0] == null ? "null" : json[0];
        } finally {
            reference.delete();
        }
    }
}

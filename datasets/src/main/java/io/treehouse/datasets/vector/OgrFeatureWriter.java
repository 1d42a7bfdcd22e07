package io.treehouse.datasets.vector;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.datasets.raster.Gdal;
import io.treehouse.datasets.vector.FeatureLayer.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Vector;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.gdal;
import org.gdal.gdalconst.gdalconst;
import org.gdal.ogr.Feature;
import org.gdal.ogr.FieldDefn;
import org.gdal.ogr.Geometry;
import org.gdal.ogr.Layer;
import org.gdal.ogr.ogr;
import org.gdal.osr.SpatialReference;
import org.gdal.osr.osrConstants;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.io.WKBWriter;

/** Features through one of GDAL's vector drivers, in the CRS of the grid. Holds native objects. */
final class OgrFeatureWriter implements FeatureWriter {
    private final Path file;
    private final PixelPlaces places;
    private final WKBWriter wkb = new WKBWriter();
    private final Dataset dataset;
    private final Layer layer;
    private final FeatureLayer description;
    private final boolean isFlatGeobuf;
    private boolean open = true;

    private OgrFeatureWriter(Path file, Dataset dataset, Layer layer, FeatureLayer description, boolean isFlatGeobuf) {
        this.file = file;
        this.places = new PixelPlaces(description.grid());
        this.dataset = dataset;
        this.layer = layer;
        this.description = description;
        this.isFlatGeobuf = isFlatGeobuf;
    }

    static OgrFeatureWriter create(String driver, Path file, FeatureLayer description) {
        Gdal.load();
        Dataset dataset = null;
        SpatialReference reference = new SpatialReference(description.wkt());
        try {
            reference.SetAxisMappingStrategy(osrConstants.OAMS_TRADITIONAL_GIS_ORDER);
            dataset = gdal.GetDriverByName(driver)
                    .Create(file.toAbsolutePath().toString(), 0, 0, 0, gdalconst.GDT_Unknown);
            int shape = description.shape() == Shape.MULTI_POLYGONS ? ogr.wkbMultiPolygon : ogr.wkbPolygon;
            Layer layer = dataset.CreateLayer(description.name(), reference, shape, new Vector<>());
            description.columns().forEach(field -> define(layer, field));
            description.metadata().forEach(layer::SetMetadataItem);
            layer.SetMetadataItem("COLUMNS", ColumnUnits.json(description.columns()));
            layer.StartTransaction();
            return new OgrFeatureWriter(file, dataset, layer, description, driver.equals("FlatGeobuf"));
        } catch (RuntimeException fault) {
            if (dataset != null) {
                dataset.delete();
            }
            throw unwritable(file, fault);
        } finally {
            reference.delete();
        }
    }

    private static void define(Layer layer, FeatureField field) {
        int type = switch (field.type()) {
            case TEXT -> ogr.OFTString;
            case NUMBER -> ogr.OFTReal;
            case FLAG -> ogr.OFTInteger;
        };
        FieldDefn definition = new FieldDefn(field.name(), type);
        try {
            definition.SetSubType(field.type() == FeatureField.Type.FLAG ? ogr.OFSTBoolean : ogr.OFSTNone);
            layer.CreateField(definition);
        } finally {
            definition.delete();
        }
    }

    @Override
    public void write(VectorFeature feature) {
        Feature row = new Feature(layer.GetLayerDefn());
        try {
            if (feature.outline() != null) {
                place(row, places.inCrs(feature.outline()));
            }
            fill(row, feature);
            layer.CreateFeature(row);
        } catch (RuntimeException fault) {
            throw unwritable(file, fault);
        } finally {
            row.delete();
        }
    }

    private void place(Feature row, org.locationtech.jts.geom.Geometry inCrs) {
        Geometry outline = Geometry.CreateFromWkb(wkb.write(inCrs));
        try {
            row.SetGeometry(outline);
        } finally {
            outline.delete();
        }
    }

    private void fill(Feature row, VectorFeature feature) {
        FieldText.write(row, 0, feature.id());
        List<FeatureField> fields = description.fields();
        for (int i = 0; i < fields.size(); i++) {
            Object value = feature.values().get(fields.get(i).name());
            if (value != null) {
                switch (fields.get(i).type()) {
                    case TEXT -> FieldText.write(row, i + 1, (String) value);
                    case NUMBER -> row.SetField(i + 1, (double) (Double) value);
                    case FLAG -> row.SetField(i + 1, (Boolean) value ? 1 : 0);
                }
            }
        }
        Coordinate position = places.inCrs(feature.position());
        if (position != null && description.hasPositions()) {
            row.SetField(fields.size() + 1, position.x);
            row.SetField(fields.size() + 2, position.y);
        }
    }

    @Override
    public void finish() {
        try {
            Gdal.checked(layer::CommitTransaction);
            Gdal.checked(dataset::FlushCache);
            if (!isFlatGeobuf) {
                GeoPackageMetadata.toUtf8(dataset, description.metadata().values());
            }
            Gdal.checked(this::close);
            if (isFlatGeobuf) {
                FlatGeobufMetadata.add(file, metadata());
            }
        } catch (RuntimeException | IOException fault) {
            throw unwritable(file, fault);
        }
    }

    private String metadata() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        description.metadata().forEach(json::put);
        json.put("COLUMNS", ColumnUnits.json(description.columns()));
        return json.toString();
    }

    private static UncheckedIOException unwritable(Path file, Exception fault) {
        return new UncheckedIOException(new IOException(file + " cannot be written: " + fault.getMessage(), fault));
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            dataset.delete();
        }
    }
}

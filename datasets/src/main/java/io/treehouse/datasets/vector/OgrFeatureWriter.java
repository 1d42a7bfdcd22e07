package io.treehouse.datasets.vector;

import io.treehouse.datasets.raster.Gdal;
import io.treehouse.datasets.raster.GridReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    private final List<FeatureField> fields;
    private boolean open = true;

    private OgrFeatureWriter(Path file, GridReference grid, Dataset dataset, Layer layer, List<FeatureField> fields) {
        this.file = file;
        this.places = new PixelPlaces(grid);
        this.dataset = dataset;
        this.layer = layer;
        this.fields = List.copyOf(fields);
    }

    static OgrFeatureWriter create(
            String driver,
            Path file,
            String name,
            GridReference grid,
            List<FeatureField> fields,
            Map<String, String> metadata) {
        Gdal.load();
        Dataset dataset = null;
        SpatialReference reference = new SpatialReference(grid.wkt().orElseThrow());
        try {
            reference.SetAxisMappingStrategy(osrConstants.OAMS_TRADITIONAL_GIS_ORDER);
            dataset = gdal.GetDriverByName(driver)
                    .Create(file.toAbsolutePath().toString(), 0, 0, 0, gdalconst.GDT_Unknown);
            Layer layer = dataset.CreateLayer(name, reference, ogr.wkbPolygon, new Vector<>());
            define(layer, fields);
            metadata.forEach(layer::SetMetadataItem);
            layer.SetMetadataItem("COLUMNS", ColumnUnits.json(FeatureWriter.columns(fields)));
            layer.StartTransaction();
            return new OgrFeatureWriter(file, grid, dataset, layer, fields);
        } catch (RuntimeException fault) {
            if (dataset != null) {
                dataset.delete();
            }
            throw unwritable(file, fault);
        } finally {
            reference.delete();
        }
    }

    private static void define(Layer layer, List<FeatureField> fields) {
        FeatureWriter.columns(fields).forEach(field -> define(layer, field));
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
        Geometry outline = Geometry.CreateFromWkb(wkb.write(places.inCrs(feature.outline())));
        try {
            row.SetGeometry(outline);
            fill(row, feature);
            layer.CreateFeature(row);
        } catch (RuntimeException fault) {
            throw unwritable(file, fault);
        } finally {
            outline.delete();
            row.delete();
        }
    }

    private void fill(Feature row, VectorFeature feature) {
        row.SetField(0, feature.id());
        for (int i = 0; i < fields.size(); i++) {
            Object value = feature.values().get(fields.get(i).name());
            if (value != null) {
                switch (fields.get(i).type()) {
                    case TEXT -> row.SetField(i + 1, (String) value);
                    case NUMBER -> row.SetField(i + 1, (double) (Double) value);
                    case FLAG -> row.SetField(i + 1, (Boolean) value ? 1 : 0);
                }
            }
        }
        Coordinate position = places.inCrs(feature.position());
        if (position != null) {
            row.SetField(fields.size() + 1, position.x);
            row.SetField(fields.size() + 2, position.y);
        }
    }

    @Override
    public void finish() {
        try {
            layer.CommitTransaction();
            dataset.FlushCache();
            close();
        } catch (RuntimeException fault) {
            throw unwritable(file, fault);
        }
    }

    private static UncheckedIOException unwritable(Path file, RuntimeException fault) {
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

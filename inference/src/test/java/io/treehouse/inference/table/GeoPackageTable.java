package io.treehouse.inference.table;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Vector;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.gdal;
import org.gdal.gdalconst.gdalconst;
import org.gdal.ogr.Feature;
import org.gdal.ogr.Layer;

/** A GeoPackage of one layer as GDAL reads it. Its layer and rows are of no use after it was closed. */
public record GeoPackageTable(Dataset dataset, Layer layer, Map<String, Feature> rows) implements AutoCloseable {
    /** Reads all rows, by their ids. */
    public static GeoPackageTable read(Path file) {
        Dataset dataset = gdal.OpenEx(file.toString(), gdalconst.OF_VECTOR, new Vector<>(List.of("GPKG")), null, null);
        Layer layer = dataset.GetLayer(0);
        Map<String, Feature> rows = new LinkedHashMap<>();
        for (Feature row = layer.GetNextFeature(); row != null; row = layer.GetNextFeature()) {
            rows.put(row.GetFieldAsString("id"), row);
        }
        return new GeoPackageTable(dataset, layer, rows);
    }

    @Override
    public void close() {
        rows.values().forEach(Feature::delete);
        dataset.delete();
    }
}

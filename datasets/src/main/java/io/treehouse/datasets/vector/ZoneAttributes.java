package io.treehouse.datasets.vector;

import org.gdal.ogr.Feature;
import org.gdal.ogr.FeatureDefn;
import org.gdal.ogr.Layer;

/**
 * Where a layer keeps identifiers and names.
 *
 * @param idField number of the field with identifiers; −1 if there is none
 * @param nameField number of the field with names; −1 if there is none
 */
record ZoneAttributes(int idField, int nameField) {
    static ZoneAttributes of(Layer layer) {
        FeatureDefn fields = layer.GetLayerDefn();
        return new ZoneAttributes(find(fields, "id"), find(fields, "name"));
    }

    private static int find(FeatureDefn fields, String name) {
        for (int i = 0; i < fields.GetFieldCount(); i++) {
            if (fields.GetFieldDefn(i).GetName().equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    /** The identifier of a feature, or its number in the file if it has none. */
    String id(Feature feature) {
        String id = idField >= 0 && feature.IsFieldSetAndNotNull(idField) ? FieldText.read(feature, idField) : "";
        return id.isBlank() ? Long.toString(feature.GetFID()) : id;
    }

    /** The name of a feature; null if it has none. */
    String name(Feature feature) {
        return nameField >= 0 && feature.IsFieldSetAndNotNull(nameField) ? FieldText.read(feature, nameField) : null;
    }
}

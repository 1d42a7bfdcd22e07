package io.treehouse.datasets.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.treehouse.datasets.catalog.CatalogReader;
import io.treehouse.datasets.raster.Gdal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Polygons over a picture of 10 × 10 m around the central meridian of UTM zone 33: longitude 15° is the easting 500 000 m,
 * the picture's middle. Bits of classes: 1 other, 8 water.
 */
class GeoreferencedLabelsTest {
    private static final int SIDE = 10;
    private static final int UTM_33 = 32633;
    private static final int WGS_84 = 4326;

    @TempDir
    private Path folder;

    @BeforeEach
    void drawThePicture() throws IOException {
        Gdal.load();
        Files.createDirectories(folder.resolve("images"));
        Dataset picture = gdal.GetDriverByName("GTiff")
                .Create(folder.resolve("images/a.tif").toString(), SIDE, SIDE, 3, gdalconst.GDT_Byte);
        SpatialReference reference = reference(UTM_33);
        picture.SetProjection(reference.ExportToWkt());
        picture.SetGeoTransform(new double[] {499_995, 1, 0, 5_000_000, 0, -1});
        picture.delete();
        reference.delete();
    }

    @Test
    void readsAGeoPackageForAllPictures() throws IOException {
        geoPackage(
                UTM_33, "POLYGON ((499000 4999000, 499998 4999000, 499998 5001000, 499000 5001000, 499000 4999000))");

        assertArrayEquals(left(3), labels("\"file\": \"labels.gpkg\"").tile().classSets());
    }

    @Test
    void reprojectsPolygonsOfAnotherCrs() throws IOException {
        geoPackage(WGS_84, "POLYGON ((14.9 45, 15 45, 15 46, 14.9 46, 14.9 45))");

        assertArrayEquals(left(5), labels("\"file\": \"labels.gpkg\"").tile().classSets());
    }

    @Test
    void takesGeoJsonForLongitudeAndLatitude() throws IOException {
        Files.createDirectories(folder.resolve("labels"));
        Files.writeString(folder.resolve("labels/a.geojson"), """
                {"type": "FeatureCollection", "features": [
                  {"type": "Feature", "properties": {"kind": "pond"}, "geometry":
                    {"type": "Polygon", "coordinates": [[[14.9, 45], [15, 45], [15, 46], [14.9, 46], [14.9, 45]]]}}]}
                """);

        InspectedTile tile = labels("\"folder\": \"labels\"");

        assertArrayEquals(left(5), tile.tile().classSets());
        assertEquals(Map.of(), tile.unknownLabels());
    }

    @Test
    void readsAZippedShapefileWhosePolygonsAllCountAndTeachNothingOfWhatLiesOutside() throws IOException {
        shapefile(UTM_33, "POLYGON ((499000 4999000, 499998 4999000, 499998 5001000, 499000 5001000, 499000 4999000))");
        Path catalog = Files.writeString(folder.resolve("dataset.json"), """
                {"name": "t", "images": "images/*.tif", "gsdMetres": 1,
                 "labels": {"kind": "polygons", "attribute": "type", "file": "footprints.zip"},
                 "legend": {"*": {"name": "any footprint", "classes": ["building"]}}}
                """);

        InspectedTile tile = new LabelledTiles(CatalogReader.read(catalog, folder)).inspect("a");

        byte[] buildingOrUnknown = new byte[SIDE * SIDE];
        for (int i = 0; i < buildingOrUnknown.length; i++) {
            buildingOrUnknown[i] = (byte) (i % SIDE < 3 ? 4 : 0);
        }
        assertArrayEquals(buildingOrUnknown, tile.tile().classSets());
        assertEquals(Map.of(), tile.unknownLabels());
    }

    @Test
    void aStarIsWhatTheLegendDoesNotName() throws IOException {
        geoPackage(WGS_84, "POLYGON ((14.9 45, 15 45, 15 46, 14.9 46, 14.9 45))");
        Path catalog = Files.writeString(folder.resolve("dataset.json"), """
                {"name": "t", "images": "images/*.tif", "gsdMetres": 1,
                 "labels": {"kind": "polygons", "attribute": "kind", "file": "labels.gpkg", "elsewhere": ["other"]},
                 "legend": {"house": {"classes": ["building"]}, "*": {"classes": ["water"]}}}
                """);

        InspectedTile tile = new LabelledTiles(CatalogReader.read(catalog, folder)).inspect("a");

        assertArrayEquals(left(5), tile.tile().classSets());
    }

    private InspectedTile labels(String where) throws IOException {
        String json = """
                {"name": "t", "images": "images/*.tif", "gsdMetres": 1,
                 "labels": {"kind": "polygons", "attribute": "kind", "elsewhere": ["other"], %s},
                 "legend": {"pond": {"classes": ["water"]}}}
                """.formatted(where);
        Path catalog = Files.writeString(folder.resolve("dataset.json"), json);
        return new LabelledTiles(CatalogReader.read(catalog, folder)).inspect("a");
    }

    /** Water in the left columns, other in the rest. */
    private static byte[] left(int columns) {
        byte[] labels = new byte[SIDE * SIDE];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (i % SIDE < columns ? 8 : 1);
        }
        return labels;
    }

    private void geoPackage(int epsg, String polygon) {
        write("GPKG", "labels.gpkg", epsg, polygon);
    }

    private void shapefile(int epsg, String polygon) throws IOException {
        write("ESRI Shapefile", "footprints.shp", epsg, polygon);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("footprints.zip")))) {
            for (String part : List.of("shp", "shx", "dbf", "prj")) {
                zip.putNextEntry(new ZipEntry("footprints." + part));
                zip.write(Files.readAllBytes(folder.resolve("footprints." + part)));
                zip.closeEntry();
            }
        }
    }

    private void write(String driver, String name, int epsg, String polygon) {
        Dataset file =
                gdal.GetDriverByName(driver).Create(folder.resolve(name).toString(), 0, 0, 0, gdalconst.GDT_Unknown);
        SpatialReference reference = reference(epsg);
        Layer layer = file.CreateLayer("ponds", reference, ogr.wkbPolygon);
        layer.CreateField(new FieldDefn("kind", ogr.OFTString));
        Feature pond = new Feature(layer.GetLayerDefn());
        pond.SetField("kind", "pond");
        pond.SetGeometry(Geometry.CreateFromWkt(polygon));
        layer.CreateFeature(pond);
        pond.delete();
        file.delete();
        reference.delete();
    }

    private static SpatialReference reference(int epsg) {
        SpatialReference reference = new SpatialReference();
        reference.ImportFromEPSG(epsg);
        reference.SetAxisMappingStrategy(osrConstants.OAMS_TRADITIONAL_GIS_ORDER);
        return reference;
    }
}

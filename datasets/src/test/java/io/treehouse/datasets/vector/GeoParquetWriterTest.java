package io.treehouse.datasets.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.raster.Gdal;
import io.treehouse.datasets.raster.GridReference;
import io.treehouse.datasets.vector.FeatureField.Type;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.gdal.osr.SpatialReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKTReader;

class GeoParquetWriterTest {
    private static final List<FeatureField> FIELDS = List.of(
            new FeatureField("class", Type.TEXT),
            new FeatureField("areaM2", Type.NUMBER, "m2", "Ground area"),
            new FeatureField("touchesEdge", Type.FLAG));
    private static final String COURTYARD =
            "POLYGON ((10 10, 10 50, 60 50, 60 10, 10 10), (20 20, 40 20, 40 40, 20 40, 20 20))";

    @TempDir
    Path folder;

    @Test
    void rowsHoldWhatWasWrittenAndOutlinesAreInTheCrsOfTheGrid() throws Exception {
        Path file = written();

        try (ParquetFileReader reader = open(file)) {
            MessageType schema = reader.getFileMetaData().getSchema();
            PageReadStore pages = reader.readNextRowGroup();
            RecordReader<Group> rows =
                    new ColumnIOFactory().getColumnIO(schema).getRecordReader(pages, new GroupRecordConverter(schema));
            Group building = rows.read();
            Group tree = rows.read();

            assertEquals(2, pages.getRowCount());
            assertEquals("a", building.getString("id", 0));
            assertEquals("building", building.getString("class", 0));
            assertEquals(400.5, building.getDouble("areaM2", 0));
            assertEquals(0, building.getFieldRepetitionCount("positionX"));
            assertTrue(tree.getBoolean("touchesEdge", 0));
            assertEquals(0, tree.getFieldRepetitionCount("areaM2"));
            assertEquals(2_683_015, tree.getDouble("positionX", 0));
            Geometry outline =
                    new WKBReader().read(building.getBinary("geometry", 0).getBytes());
            // 50 × 40 pixels less 20 × 20, of a quarter of a square metre each.
            assertEquals(400, outline.getArea(), 1e-6);
            assertEquals(2_683_005, outline.getEnvelopeInternal().getMinX(), 1e-9);
        }
    }

    @Test
    void theFileSaysItsUnitsItsCrsItsExtentAndItsMaking() throws Exception {
        Path file = written();

        try (ParquetFileReader reader = open(file)) {
            Map<String, String> metadata = reader.getFileMetaData().getKeyValueMetaData();
            JsonNode geo = new ObjectMapper().readTree(metadata.get("geo"));
            JsonNode geometry = geo.at("/columns/geometry");

            assertEquals("unit", metadata.get("MODEL_NAME"));
            assertEquals(
                    "m2",
                    new ObjectMapper()
                            .readTree(metadata.get("columns"))
                            .at("/areaM2/unit")
                            .asText());
            assertEquals("1.1.0", geo.get("version").asText());
            assertEquals("geometry", geo.get("primary_column").asText());
            assertEquals("WKB", geometry.get("encoding").asText());
            assertEquals("Polygon", geometry.at("/geometry_types/0").asText());
            assertEquals(2056, geometry.at("/crs/id/code").asInt());
            assertEquals(2_683_005, geometry.at("/bbox/0").asDouble());
            assertEquals(1_246_995, geometry.at("/bbox/3").asDouble());
        }
    }

    private static ParquetFileReader open(Path file) throws Exception {
        return ParquetFileReader.open(
                new LocalInputFile(file),
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build());
    }

    private Path written() throws Exception {
        Path file = folder.resolve("objects.parquet");
        Polygon polygon = (Polygon) new WKTReader().read(COURTYARD);
        try (FeatureWriter writer = FeatureWriter.create(
                FeatureFormat.GEOPARQUET, file, "objects", grid(), FIELDS, Map.of("MODEL_NAME", "unit"))) {
            writer.write(new VectorFeature("a", polygon, null, Map.of("class", "building", "areaM2", 400.5)));
            writer.write(new VectorFeature("b", polygon, new Coordinate(30, 20), Map.of("touchesEdge", true)));
            writer.finish();
        }
        return file;
    }

    private static GridReference grid() {
        Gdal.load();
        SpatialReference reference = new SpatialReference();
        reference.ImportFromEPSG(2056);
        String wkt = reference.ExportToWkt();
        reference.delete();
        double[] northUp = {2_683_000, 0.5, 0, 1_247_000, 0, -0.5};
        return new GridReference(2000, 2000, Optional.of(northUp), Optional.of(wkt), false);
    }
}

package io.treehouse.training.evaluate.report;

import static io.treehouse.datasets.scheme.SurfaceClass.BUILDING;
import static io.treehouse.datasets.scheme.SurfaceClass.OTHER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.training.evaluate.BoundaryScores;
import io.treehouse.training.evaluate.ClassScore;
import io.treehouse.training.evaluate.EvaluationReport;
import io.treehouse.training.evaluate.LabelConfusion;
import io.treehouse.training.evaluate.TileScore;
import io.treehouse.training.evaluate.objects.ObjectMeasure;
import io.treehouse.training.evaluate.objects.ObjectScores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {
    private final EvaluationReport report = new EvaluationReport("test-model 1", 1);

    @BeforeEach
    void countTwoPlaces() {
        report.add(tile("north", 3, 1));
        report.add(tile("south", 1, 3));
        report.add(tile("south", 2, 0));
    }

    @Test
    void placesAddUpToTheirSet(@TempDir Path folder) throws Exception {
        ReportFiles.write(EvaluationResults.of(report), new ExampleMaps(false), folder);

        JsonNode town = new ObjectMapper()
                .readTree(folder.resolve("evaluation.json").toFile())
                .at("/sets/town");
        assertEquals(6, town.at("/classes/building/truePositive").asInt());
        assertEquals(4, town.at("/classes/building/falseNegative").asInt());
        assertEquals(0.6, town.at("/classes/building/iou").asDouble(), 1e-12);
        assertEquals(0.5, town.at("/places/south/building/iou").asDouble(), 1e-12);
    }

    @Test
    void csvHasOneLineAPlaceAndClass(@TempDir Path folder) throws Exception {
        ReportFiles.write(EvaluationResults.of(report), new ExampleMaps(false), folder);

        assertEquals(
                "town,north,building,3,0,1,0.7500,1.0000,0.7500,0.8571,",
                Files.readAllLines(folder.resolve("evaluation.csv")).get(1));
    }

    @Test
    void theTableMarksClassesThatNoLabelSettles() {
        String line = TextTable.of(report).lines().skip(1).findFirst().orElseThrow();

        assertTrue(line.matches("town\\s+-\\s+-\\s+0\\.6000\\s+-\\s+-"), line);
    }

    @Test
    void objectsHaveATableOfTheirOwn(@TempDir Path folder) throws Exception {
        ObjectScores objects = new ObjectScores(Map.of(
                ObjectMeasure.BUILDING, new ClassScore(3, 1, 2),
                ObjectMeasure.CROWN_BELOW_4_M, new ClassScore(1, 0, 3)));
        report.add(new TileScore("town", "north", "more", 0.5, confusion(1, 0), BoundaryScores.NONE, objects));

        ReportFiles.write(EvaluationResults.of(report), new ExampleMaps(false), folder);

        assertEquals(
                List.of(
                        "set,place,objects,found,falseAlarms,missed,precision,recall,f1",
                        "town,north,building,3,1,2,0.7500,0.6000,0.6667",
                        "town,north,tree_crown below 4 m,1,,3,,0.2500,"),
                Files.readAllLines(folder.resolve("objects.csv")));
        JsonNode town = new ObjectMapper()
                .readTree(folder.resolve("evaluation.json").toFile())
                .at("/sets/town");
        assertEquals(0.75, town.at("/objects/building/precision").asDouble(), 1e-12);
        assertEquals(
                0.25,
                town.at("/objectsByPlace/north/tree_crown below 4 m/recall").asDouble(),
                1e-12);
        assertTrue(town.at("/objects/tree_crown below 4 m/precision").isMissingNode());
        assertTrue(Files.readString(folder.resolve("evaluation.html"))
                .contains("<td>building</td><td>3</td><td>1</td><td>2</td><td>0.750</td>"));
        assertTrue(TextTable.of(report).contains("tree_crown below 4 m"));
    }

    private static TileScore tile(String place, int found, int missed) {
        return new TileScore(
                "town", place, "picture", 0.5, confusion(found, missed), BoundaryScores.NONE, ObjectScores.NONE);
    }

    private static LabelConfusion confusion(int found, int missed) {
        LabelConfusion confusion = new LabelConfusion();
        for (int i = 0; i < found + missed; i++) {
            confusion.add(ClassSet.of(BUILDING).bits(), i < found ? BUILDING.code() : OTHER.code());
        }
        return confusion;
    }
}

package io.treehouse.training.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BestModelTest {
    @TempDir
    Path folder;

    /** A run whose snapshots get the given scores; the "bundle" is a file that holds the step. */
    private BestModel run(int stepsDone, int patience, Double... scores) throws Exception {
        Iterator<Double> next = Arrays.asList(scores).iterator();
        return new BestModel(
                folder,
                stepsDone,
                patience,
                (bundle, step, seconds, weights) -> Files.writeString(bundle, Integer.toString(step)),
                bundle -> next.hasNext() ? OptionalDouble.of(next.next()) : OptionalDouble.empty());
    }

    private String kept() throws Exception {
        return Files.readString(folder.resolve(BestModel.BUNDLE));
    }

    @Test
    void theSnapshotWithTheBestScoreIsKept() throws Exception {
        BestModel best = run(0, 9, 0.5, 0.7, 0.6);

        for (int step = 10; step <= 30; step += 10) {
            best.take(step, step, Map.of());
        }

        assertEquals("20", kept());
        assertEquals(
                List.of("step,meanIoU", "10,0.50000", "20,0.70000", "30,0.60000"),
                Files.readAllLines(folder.resolve("validation.csv")));
        assertFalse(Files.exists(folder.resolve("candidate.zip")));
    }

    @Test
    void theRunEndsWhenPatienceIsSpent() throws Exception {
        BestModel best = run(0, 2, 0.5, 0.7, 0.6, 0.69);

        best.take(10, 1, Map.of());
        best.take(20, 2, Map.of());
        best.take(30, 3, Map.of());
        assertTrue(best.wantsMore());
        best.take(40, 4, Map.of());

        assertFalse(best.wantsMore());
    }

    @Test
    void aResumedRunKnowsTheScoresUpToItsStep() throws Exception {
        BestModel killed = run(0, 9, 0.5, 0.7, 0.9);
        for (int step = 10; step <= 30; step += 10) {
            killed.take(step, step, Map.of());
        }

        BestModel resumed = run(20, 9, 0.65);
        resumed.take(30, 3, Map.of());

        assertEquals("30", kept(), "the file of the killed run's last snapshot stays: no better one came");
        assertEquals(
                List.of("step,meanIoU", "10,0.50000", "20,0.70000", "30,0.65000"),
                Files.readAllLines(folder.resolve("validation.csv")));
    }

    @Test
    void withoutValidationPlacesTheLastSnapshotIsKept() throws Exception {
        BestModel best = run(0, 1);

        best.take(10, 1, Map.of());
        best.take(20, 2, Map.of());

        assertEquals("20", kept());
        assertTrue(best.wantsMore());
    }
}

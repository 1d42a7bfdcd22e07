package io.treehouse.model.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.model.bundle.TestModels;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingBenchmarkTest {
    @Test
    void everyWayOfTrainingTakesItsSteps() {
        List<TrainingCell> told = new ArrayList<>();

        List<TrainingCell> cells = new TrainingBenchmark(TestModels.tiny(), 2, 3, 4, 32).cells(told::add);

        assertEquals(told, cells);
        assertTrue(cells.size() >= 2, cells.toString());
        assertEquals(3, cells.get(0).steps().size());
        TrainingCell stock = cells.get(cells.size() - 1);
        assertTrue(stock.contender().contains("its own layers"), stock.contender());
        cells.forEach(cell -> assertTrue(cell.tilesPerSecond() > 0, cell.toString()));
    }
}

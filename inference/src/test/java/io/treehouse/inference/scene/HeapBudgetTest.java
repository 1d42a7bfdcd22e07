package io.treehouse.inference.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.problem.InputProblem;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Of 80 MiB an eighth, 10, is for scenes of up to a quarter of that. */
class HeapBudgetTest {
    private static final long MIB = 1 << 20;
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofMillis(20);

    @Test
    void moreThanTheWholeIsRefused() {
        InputProblem problem =
                assertThrows(InputProblem.class, () -> new HeapBudget(80 * MIB, LONG).take(70 * MIB + 1));

        assertEquals(InputProblem.Kind.TOO_LARGE, problem.kind());
    }

    @Test
    void whoDoesNotFitWaitsUntilEnoughIsGivenBack() throws InterruptedException {
        HeapBudget budget = new HeapBudget(80 * MIB, LONG);
        HeapBudget.Share first = budget.take(40 * MIB);
        AtomicReference<String> state = new AtomicReference<>("waiting");
        Thread second = new Thread(() -> {
            try {
                budget.take(40 * MIB);
                state.set("has it");
            } catch (InterruptedException e) {
                state.set("interrupted");
            }
        });
        second.start();
        second.join(50);
        assertEquals("waiting", state.get());

        first.close();
        second.join();

        assertEquals("has it", state.get());
    }

    @Test
    void whoWaitsTooLongIsToldSoAndLeavesTheBudgetAsItWas() throws InterruptedException {
        HeapBudget budget = new HeapBudget(80 * MIB, SHORT);
        HeapBudget.Share first = budget.take(40 * MIB);

        MemoryBusyException busy = assertThrows(MemoryBusyException.class, () -> budget.take(40 * MIB));

        assertTrue(busy.getMessage().contains("needs 40 of the 70 MiB"), busy.getMessage());
        HeapBudget.Share second = budget.take(30 * MIB);
        first.close();
        second.close();
        budget.take(70 * MIB);
    }

    @Test
    void smallScenesDoNotWaitForTheMemoryOfLargeOnes() throws InterruptedException {
        HeapBudget budget = new HeapBudget(80 * MIB, SHORT);
        budget.take(70 * MIB);

        for (int scene = 0; scene < 5; scene++) {
            budget.take(2 * MIB);
        }

        assertThrows(MemoryBusyException.class, () -> budget.take(3 * MIB));
        assertThrows(MemoryBusyException.class, () -> budget.take(2 * MIB));
    }
}

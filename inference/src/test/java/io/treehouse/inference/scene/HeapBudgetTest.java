package io.treehouse.inference.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.problem.InputProblem;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HeapBudgetTest {
    private static final long MIB = 1 << 20;
    private static final Duration LONG = Duration.ofMinutes(10);

    @Test
    void moreThanTheWholeIsRefused() {
        InputProblem problem =
                assertThrows(InputProblem.class, () -> new HeapBudget(10 * MIB, LONG).acquire(10 * MIB + 1));

        assertEquals(InputProblem.Kind.TOO_LARGE, problem.kind());
    }

    @Test
    void whoDoesNotFitWaitsUntilEnoughIsGivenBack() throws InterruptedException {
        HeapBudget budget = new HeapBudget(10 * MIB, LONG);
        budget.acquire(6 * MIB);
        AtomicReference<String> state = new AtomicReference<>("waiting");
        Thread second = new Thread(() -> {
            try {
                budget.acquire(5 * MIB);
                state.set("has it");
            } catch (InterruptedException e) {
                state.set("interrupted");
            }
        });
        second.start();
        second.join(50);
        assertEquals("waiting", state.get());

        budget.release(6 * MIB);
        second.join();

        assertEquals("has it", state.get());
    }

    @Test
    void whoWaitsTooLongIsToldSoAndLeavesTheBudgetAsItWas() throws InterruptedException {
        HeapBudget budget = new HeapBudget(10 * MIB, Duration.ofMillis(20));
        budget.acquire(6 * MIB);

        MemoryBusyException busy = assertThrows(MemoryBusyException.class, () -> budget.acquire(5 * MIB));

        assertTrue(busy.getMessage().contains("needs 5 of the 10 MiB"), busy.getMessage());
        budget.acquire(4 * MIB);
        budget.release(10 * MIB);
        budget.acquire(10 * MIB);
    }
}

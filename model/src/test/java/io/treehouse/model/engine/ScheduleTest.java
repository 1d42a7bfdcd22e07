package io.treehouse.model.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.model.bundle.TestModels;
import io.treehouse.model.network.Activation;
import io.treehouse.model.network.NetworkSpec;
import io.treehouse.model.network.Node;
import io.treehouse.model.network.Node.Addition;
import io.treehouse.model.network.Node.Convolution;
import io.treehouse.model.network.SegmentationNetworks;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Encodings F32 = Encodings.uniform(Encoding.F32);

    @Test
    void additionsDisappearIntoTheOperationsBeforeThem() {
        Schedule schedule = Schedule.of(TestModels.tinyNetwork(), 64, 64, F32, true);
        assertTrue(names(schedule, false).stream().noneMatch(name -> name.equals("b2.add") || name.equals("join2")));
        assertEquals(List.of("b2.project", "up2"), names(schedule, true));
    }

    @Test
    void lite0IsFusedCompletely() {
        Schedule schedule =
                Schedule.of(SegmentationNetworks.lite0(96, 48), 64, 64, Encodings.uniform(Encoding.BF16), true);
        assertTrue(schedule.steps().stream().noneMatch(step -> step.node() instanceof Addition));
        assertEquals(Encoding.F32, schedule.logits().encoding());
        Step stem = schedule.steps().get(0);
        assertEquals(Encoding.F32, stem.inputs().get(0).encoding());
        assertEquals(Encoding.BF16, stem.converted().orElseThrow().encoding());
        assertEquals(Encoding.BF16, stem.output().encoding());
    }

    @Test
    void theLastEnlargementIsLeftOut() {
        Schedule schedule = Schedule.of(TestModels.tinyNetwork(), 64, 96, F32, true);
        assertEquals(2, schedule.enlargement());
        assertEquals(32, schedule.logits().shape().height());
        assertEquals(48, schedule.logits().shape().width());
        assertFalse(names(schedule, false).contains("logits"));
    }

    @Test
    void aValueThatIsReadLaterIsNotOverwrittenByASum() {
        NetworkSpec network = new NetworkSpec(
                "reread",
                List.of(
                        pointwise("a", NetworkSpec.INPUT, 3),
                        pointwise("b", "a", 4),
                        new Addition("sum", "b", "a"),
                        pointwise("c", "sum", 4),
                        new Addition("again", "c", "a"),
                        pointwise("out", "again", 4, 5)));
        Schedule schedule = Schedule.of(network, 32, 32, F32, true);
        Tensor a = schedule.steps().get(0).output();
        Step sum = schedule.steps().get(2);
        assertTrue(sum.node() instanceof Addition);
        assertTrue(sum.output().offset() != a.offset());
        assertEquals(List.of("c"), names(schedule, true));
    }

    @Test
    void aCopyInOtherNumbersIsSharedByAllThatReadIt() {
        NetworkSpec network = new NetworkSpec(
                "two readers",
                List.of(
                        pointwise("a", NetworkSpec.INPUT, 3),
                        pointwise("b", NetworkSpec.INPUT, 3),
                        new Addition("sum", "a", "b"),
                        pointwise("out", "sum", 4, 5)));
        Schedule schedule = Schedule.of(network, 32, 32, Encodings.uniform(Encoding.BF16), true);
        Tensor copy = schedule.steps().get(0).converted().orElseThrow();
        Step second = schedule.steps().get(1);
        assertTrue(second.converted().isEmpty());
        assertEquals(List.of(copy), second.inputs());
        assertTrue(schedule.steps().get(0).output().offset() >= copy.offset() + copy.bytes()
                || schedule.steps().get(0).output().offset()
                                + schedule.steps().get(0).output().bytes()
                        <= copy.offset());
    }

    @Test
    void workingMemoryIsReused() {
        Schedule schedule = Schedule.of(SegmentationNetworks.lite0(96, 48), 256, 256, F32, true);
        long all = schedule.steps().stream()
                .mapToLong(step -> step.output().bytes())
                .sum();
        assertTrue(schedule.bytes() < all / 3, schedule.bytes() + " of " + all);
    }

    private static List<String> names(Schedule schedule, boolean accumulatingOnly) {
        return schedule.steps().stream()
                .filter(step -> step.accumulates() || !accumulatingOnly)
                .map(step -> step.node().name())
                .toList();
    }

    private static Node pointwise(String name, String input, int in) {
        return pointwise(name, input, in, 4);
    }

    private static Node pointwise(String name, String input, int in, int out) {
        return new Convolution(name, input, 1, 1, in, out, false, Activation.NONE);
    }
}

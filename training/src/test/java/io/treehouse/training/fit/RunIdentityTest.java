package io.treehouse.training.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunIdentityTest {
    private static final String NOW = TrainingConfig.DEFAULTS.toString();
    private static final String BEFORE = NOW.replace(", partSize=4", "").replace(", colourChangeShare=1.0", "");
    private static final Optional<String> ANOTHER = Optional.of("another configuration");

    private static Optional<String> difference(String now, String recorded) {
        return new RunIdentity(now, "onednn-f32", "").differenceFrom(new RunIdentity(recorded, "onednn-f32", ""));
    }

    @Test
    void aCheckpointOfAnEarlierVersionGoesOnWhereMembersThatItLacksHaveTheirDefaults() {
        assertEquals(Optional.empty(), difference(NOW, NOW));
        assertEquals(Optional.empty(), difference(NOW, BEFORE));
        // The last one, too.
        assertEquals(Optional.empty(), difference(NOW, BEFORE.replace(", kernels=auto", "")));
    }

    @Test
    void otherValuesAreAnotherConfiguration() {
        assertEquals(ANOTHER, difference(NOW.replace("partSize=4", "partSize=40"), BEFORE));
        assertEquals(ANOTHER, difference(NOW.replace("colourChangeShare=1.0", "colourChangeShare=0.5"), BEFORE));
        assertEquals(ANOTHER, difference(NOW, BEFORE.replace("steps=3500", "steps=3600")));
        // What a later version wrote is not known to this one.
        assertEquals(ANOTHER, difference(NOW, NOW.replaceAll("]$", ", later=1]")));
    }
}

package io.treehouse.model.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.model.onednn.OneDnn;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class KernelChoiceTest {
    @Test
    void opensTheKernelsThatAreNamed() {
        Assumptions.assumeTrue(OneDnn.isAvailable(), "oneDNN does not load here");
        assertEquals("nd4j f32", nameOf(KernelChoice.ND4J));
        assertEquals("onednn f32", nameOf(KernelChoice.ONEDNN_F32));
        assertEquals("onednn bf16", nameOf(KernelChoice.ONEDNN_BF16));
    }

    @Test
    void prefersOneDnnAndTakesBf16OnlyWhereTheProcessorHasIt() {
        Assumptions.assumeTrue(OneDnn.isAvailable(), "oneDNN does not load here");
        String chosen = nameOf(KernelChoice.AUTO);
        assertTrue(chosen.startsWith("onednn"), chosen);
        if (!OneDnn.hasNativeBf16()) {
            assertNotEquals("onednn bf16", chosen);
        }
    }

    @Test
    void whatAutoMeansIsNeverAuto() {
        assertNotEquals(KernelChoice.AUTO, KernelChoice.AUTO.resolved());
        assertEquals(KernelChoice.ND4J, KernelChoice.ND4J.resolved());
    }

    @Test
    void everyChoiceIsFoundByItsLabel() {
        for (KernelChoice choice : KernelChoice.values()) {
            assertEquals(Optional.of(choice), KernelChoice.find(choice.label()));
        }
        assertEquals(Optional.empty(), KernelChoice.find("cuda"));
        assertEquals("auto, nd4j, onednn-f32, onednn-bf16", KernelChoice.labels());
    }

    private static String nameOf(KernelChoice choice) {
        try (Kernels kernels = choice.open()) {
            return kernels.name();
        }
    }
}

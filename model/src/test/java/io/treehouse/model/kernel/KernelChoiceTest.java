package io.treehouse.model.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.model.onednn.OneDnn;
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

    private static String nameOf(KernelChoice choice) {
        try (Kernels kernels = choice.open()) {
            return kernels.name();
        }
    }
}

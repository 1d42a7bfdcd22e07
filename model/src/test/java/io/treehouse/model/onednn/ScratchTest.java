package io.treehouse.model.onednn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class ScratchTest {
    @Test
    void growsForLargerRequestsAndIsReusedForSmallerOnes() {
        try (Scratch scratch = new Scratch()) {
            long first = scratch.atLeast(1000).address();
            assertEquals(first, scratch.atLeast(10).address());
            assertEquals(
                    scratch.atLeast(1 << 20).address(), scratch.atLeast(1000).address());
        }
    }

    @Test
    void buffersLieOnCacheLines() {
        for (long bytes : new long[] {0, 1, 63, 100}) {
            try (NativeBuffer buffer = new NativeBuffer(bytes)) {
                assertNotEquals(0, buffer.pointer().address());
                assertEquals(0, buffer.pointer().address() % 64);
                assertEquals(bytes, buffer.bytes());
            }
        }
    }
}

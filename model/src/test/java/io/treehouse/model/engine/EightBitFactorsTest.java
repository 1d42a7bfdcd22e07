package io.treehouse.model.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.treehouse.model.bundle.EightBitKernel;
import io.treehouse.model.network.Activation;
import io.treehouse.model.network.Node.Convolution;
import org.junit.jupiter.api.Test;

class EightBitFactorsTest {
    private static final Convolution NODE = new Convolution("c", "input", 1, 1, 2, 1, false, Activation.NONE);
    private static final EightBitKernel KERNEL =
            new EightBitKernel(new byte[] {100, -60}, new float[] {0.01f}, new float[] {0.5f});

    /** Inputs 0.5 and 0.25 with weights 1 and -0.6 and bias 0.5 make 0.85; the stored inputs are 128 + 50 and 128 + 25. */
    @Test
    void theSumOfStoredNumbersBecomesTheOutput() {
        Encoding input = new Encoding(Encoding.Type.U8, 0.01f, 128);
        float sum = 178 * 100 - 153 * 60;
        assertArrayEquals(new float[] {0.85f}, output(sum, input, Encoding.BF16), 1e-5f);
    }

    @Test
    void theNumbersOfTheOutputAreFoldedIn() {
        Encoding input = new Encoding(Encoding.Type.U8, 0.01f, 0);
        Encoding stored = new Encoding(Encoding.Type.U8, 0.02f, 128);
        float sum = 50 * 100 - 25 * 60;
        assertArrayEquals(new float[] {0.85f / 0.02f + 128}, output(sum, input, stored), 1e-4f);
    }

    private static float[] output(float sum, Encoding input, Encoding output) {
        EightBitFactors made = EightBitFactors.of(NODE, KERNEL, input, output);
        return new float[] {sum * made.factors()[0] + made.bias()[0]};
    }
}

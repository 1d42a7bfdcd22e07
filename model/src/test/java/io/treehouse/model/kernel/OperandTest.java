package io.treehouse.model.kernel;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.treehouse.model.onednn.Layouts;
import io.treehouse.model.onednn.OneDnn;
import io.treehouse.model.onednn.Runner;
import io.treehouse.model.onednn.Scratch;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperandTest {
    @BeforeEach
    void needsOneDnn() {
        Assumptions.assumeTrue(OneDnn.isAvailable(), "oneDNN does not load here");
    }

    @Test
    void anArrayThatHasTheTypeAlreadyIsNotCopied() {
        try (Runner runner = new Runner();
                Scratch copy = new Scratch();
                Operand operand = new Operand(layout(data_type.f32), layout(data_type.f32), copy);
                FloatPointer array = new FloatPointer(16)) {
            assertSame(array, operand.of(array, runner));
        }
    }

    @Test
    void anotherTypeIsACopy() {
        try (Runner runner = new Runner();
                Scratch copy = new Scratch();
                Operand operand = new Operand(layout(data_type.f32), layout(data_type.bf16), copy);
                FloatPointer array = new FloatPointer(new float[16])) {
            assertNotSame(array, operand.of(array, runner));
        }
    }

    private static memory.desc layout(data_type type) {
        return Layouts.image(1, 2, 2, 4, type);
    }
}

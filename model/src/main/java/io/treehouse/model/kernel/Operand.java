package io.treehouse.model.kernel;

import io.treehouse.model.onednn.Operations;
import io.treehouse.model.onednn.Primitive;
import io.treehouse.model.onednn.Runner;
import io.treehouse.model.onednn.Scratch;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.javacpp.Pointer;

/** An f32 array as an operand: itself, or a copy of another type in scratch memory, valid until that is used again. */
final class Operand implements AutoCloseable {
    private final memory.desc layout;
    private final Scratch copy;
    private final Primitive rounding;

    Operand(memory.desc plain, memory.desc layout, Scratch copy) {
        this.layout = layout;
        this.copy = copy;
        // What comes from native code is another object than the constant, unless it is interned.
        this.rounding = layout.get_data_type().intern() == data_type.f32 ? null : Operations.reorder(plain, layout);
    }

    /** The operand's layout and type. */
    memory.desc layout() {
        return layout;
    }

    /** The operand's memory for an array. */
    Pointer of(Pointer array, Runner runner) {
        if (rounding == null) {
            return array;
        }
        Pointer rounded = copy.atLeast(layout.get_size());
        runner.convert(rounding, array, rounded);
        return rounded;
    }

    @Override
    public void close() {
        if (rounding != null) {
            rounding.close();
        }
    }
}

package io.treehouse.model.layer;

import java.lang.ref.Reference;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Copies between Java arrays and ND4J arrays in one piece; ND4J's own {@code asFloat} and {@code
 * setData} go value by value.
 */
final class FloatArrays {
    private FloatArrays() {}

    /** Reads all values in c-order; {@code to} has room for at least as many. */
    static void read(INDArray from, float[] to) {
        INDArray floats = from.castTo(DataType.FLOAT);
        if (floats.ordering() != 'c' || !Shape.hasDefaultStridesForShape(floats)) {
            floats = floats.dup('c');
        }
        new FloatPointer(floats.data().addressPointer()).get(to, 0, Math.toIntExact(floats.length()));
        // The pointer does not keep the memory of a copy alive.
        Reference.reachabilityFence(floats);
    }

    /** Overwrites all values of {@code to}, which is contiguous, in c-order and may be of another type. */
    static void write(float[] from, INDArray to) {
        if (to.dataType() == DataType.FLOAT) {
            new FloatPointer(to.data().addressPointer()).put(from, 0, Math.toIntExact(to.length()));
        } else {
            to.assign(Nd4j.createFromArray(from).reshape('c', to.shape()));
        }
    }
}

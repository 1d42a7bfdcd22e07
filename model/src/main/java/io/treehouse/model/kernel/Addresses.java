package io.treehouse.model.kernel;

import io.treehouse.model.onednn.Address;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Native addresses of ND4J arrays, for kernels that read and write them in place. */
final class Addresses {
    private Addresses() {}

    /**
     * Where the values of an array begin. A native kernel would read another type or order as garbage without a word, so
     * both are checked here.
     */
    static Address of(INDArray array) {
        if (array.dataType() != DataType.FLOAT) {
            throw new IllegalArgumentException("Native kernels take FLOAT arrays, not " + array.dataType());
        }
        if (!isContiguous(array)) {
            throw new IllegalArgumentException(
                    "Native kernels take contiguous arrays in c-order, not " + array.shapeInfoToString());
        }
        return new Address(array.data().address() + array.offset() * Float.BYTES);
    }

    private static boolean isContiguous(INDArray array) {
        long expected = 1;
        for (int axis = array.rank() - 1; axis >= 0; axis--) {
            // The stride of an axis with one entry is never used and may be anything.
            if (array.size(axis) != 1 && array.stride(axis) != expected) {
                return false;
            }
            expected *= array.size(axis);
        }
        return true;
    }
}

package io.treehouse.model.kernel;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * One array for intermediate values that grows to the largest size asked for. It lives outside workspaces, so that calls
 * leave nothing for the garbage collector; each call of {@link #like} overwrites what the last one gave. Not thread-safe.
 */
final class ScratchArray implements AutoCloseable {
    private INDArray buffer;

    /** An uninitialised contiguous array of the shape and type of another. */
    INDArray like(INDArray array) {
        DataType type = array.dataType();
        if (buffer == null || buffer.dataType() != type || buffer.length() < array.length()) {
            close();
            buffer = Nd4j.createUninitializedDetached(type, array.length());
        }
        return buffer.get(NDArrayIndex.interval(0, array.length())).reshape('c', array.shape());
    }

    @Override
    public void close() {
        if (buffer != null) {
            buffer.close();
            buffer = null;
        }
    }
}

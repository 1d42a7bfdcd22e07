package io.treehouse.model.onednn;

import org.bytedeco.javacpp.Pointer;

/** Native working memory that grows to the largest size asked for; what it holds is lost when it grows. Not thread-safe. */
public final class Scratch implements AutoCloseable {
    private NativeBuffer buffer = new NativeBuffer(0);

    /** Memory of at least so many bytes, valid until the next call with a larger size. */
    public Pointer atLeast(long bytes) {
        if (buffer.bytes() < bytes) {
            buffer.close();
            buffer = new NativeBuffer(bytes);
        }
        return buffer.pointer();
    }

    @Override
    public void close() {
        buffer.close();
    }
}

package io.treehouse.model.onednn;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** Native memory on a cache line's border, freed by {@link #close}. Not thread-safe. */
public final class NativeBuffer implements AutoCloseable {
    private static final int ALIGNMENT = 64;

    private final BytePointer memory;
    private final Address aligned;
    private final long bytes;

    /** @param bytes size, at least 0 */
    public NativeBuffer(long bytes) {
        this.bytes = bytes;
        this.memory = new BytePointer(bytes + ALIGNMENT);
        this.aligned = new Address(memory.address() + ALIGNMENT - 1 & -ALIGNMENT);
    }

    /** Start of the memory; valid until {@link #close}. */
    public Pointer pointer() {
        return aligned;
    }

    /** Size in bytes. */
    public long bytes() {
        return bytes;
    }

    @Override
    public void close() {
        memory.close();
    }
}

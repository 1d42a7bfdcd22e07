package io.treehouse.model.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCRATCHPAD;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.Pointer;

/**
 * One oneDNN operation with its arguments. Arguments are declared once and pointed at memory before each run; nothing is
 * allocated by a run. Keeps every native object it needs reachable. Not thread-safe.
 */
public final class Primitive implements AutoCloseable {
    private final primitive operation;
    private final IntMemoryMap arguments = new IntMemoryMap();
    private final Map<Integer, memory> memories = new HashMap<>();
    private final List<Pointer> owned = new ArrayList<>();
    private final long scratchpadBytes;

    /**
     * @param operation the operation
     * @param scratchpad descriptor of the working memory that it needs, set with {@link #scratchpad}
     * @param keep descriptors that must live as long as the operation
     */
    public Primitive(primitive operation, memory.desc scratchpad, Pointer... keep) {
        this.operation = operation;
        this.scratchpadBytes = scratchpad.get_size();
        owned.addAll(List.of(keep));
        declare(DNNL_ARG_SCRATCHPAD, scratchpad);
    }

    /** Declares an argument ({@code DNNL_ARG_…}) with its layout. */
    public Primitive declare(int argument, memory.desc layout) {
        memory declared = new memory(layout, OneDnn.engine(), (Pointer) null);
        memories.put(argument, declared);
        arguments.put(argument, declared);
        owned.add(layout);
        return this;
    }

    /** Points an argument at memory, which must stay valid until the run is over. */
    public Primitive set(int argument, Pointer data) {
        memories.get(argument).set_data_handle(data);
        return this;
    }

    /** Bytes of working memory needed. */
    public long scratchpadBytes() {
        return scratchpadBytes;
    }

    /** Points the operation at working memory of at least {@link #scratchpadBytes}. */
    public void scratchpad(Pointer data) {
        set(DNNL_ARG_SCRATCHPAD, data);
    }

    /** Runs the operation on a stream; on the CPU it is finished on return. */
    public void run(stream on) {
        operation.execute(on, arguments);
    }

    @Override
    public void close() {
        operation.close();
        arguments.close();
        memories.values().forEach(Pointer::close);
        owned.forEach(Pointer::close);
    }
}

package io.treehouse.model.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_FROM;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_TO;

import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.Pointer;

/** Runs primitives one after the other on a stream of its own, with one working memory for all. Belongs to one thread. */
public final class Runner implements AutoCloseable {
    private final stream on = OneDnn.newStream();
    private final Scratch scratchpad = new Scratch();

    /** Runs a primitive whose arguments are set; it is finished on return. */
    public void run(Primitive primitive) {
        primitive.scratchpad(scratchpad.atLeast(primitive.scratchpadBytes()));
        primitive.run(on);
    }

    /** Runs a reorder. */
    public void convert(Primitive reorder, Pointer from, Pointer to) {
        run(reorder.set(DNNL_ARG_FROM, from).set(DNNL_ARG_TO, to));
    }

    @Override
    public void close() {
        scratchpad.close();
        on.close();
    }
}

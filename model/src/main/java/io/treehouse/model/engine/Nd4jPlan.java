package io.treehouse.model.engine;

import io.treehouse.model.network.Activation;
import io.treehouse.model.network.FeatureShapes.Shape;
import io.treehouse.model.network.Node;
import io.treehouse.model.network.Node.Convolution;
import io.treehouse.model.onednn.Address;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

/** A flat list of ND4J operations whose contexts are made once; built again only if the working memory moved. */
final class Nd4jPlan implements Plan {
    private static final int SAME_PADDING = 1;
    private static final int NHWC = 1;
    private static final int WEIGHTS_HWIO = 0;

    /** An operation with its arrays and arguments. */
    private record Call(CustomOp operation, OpContext context) {}

    private final Schedule schedule;
    private final Nd4jPlanner planner;
    private final List<Call> calls = new ArrayList<>();
    private final Address memory = new Address();

    Nd4jPlan(Schedule schedule, Nd4jPlanner planner) {
        this.schedule = schedule;
        this.planner = planner;
    }

    @Override
    public Schedule schedule() {
        return schedule;
    }

    @Override
    public void run(float[] input, float[] logits) {
        bind(planner.memory(schedule.bytes()));
        at(schedule.input()).put(input, 0, (int) schedule.input().shape().values());
        for (Call call : calls) {
            Nd4j.getExecutioner().exec(call.operation(), call.context());
        }
        at(schedule.logits()).get(logits, 0, (int) schedule.logits().shape().values());
    }

    private FloatPointer at(Tensor tensor) {
        FloatPointer values = new FloatPointer(new Address(memory.address() + tensor.offset()));
        return values.capacity(tensor.shape().values());
    }

    private void bind(Pointer current) {
        if (current.address() == memory.address()) {
            return;
        }
        close();
        memory.moveTo(current.address());
        schedule.steps().forEach(this::addCalls);
    }

    private void addCalls(Step step) {
        INDArray output = array(step.output());
        INDArray[] inputs = step.inputs().stream().map(this::array).toArray(INDArray[]::new);
        if (step.node() instanceof Convolution convolution) {
            addConvolution(convolution, inputs[0], output);
        } else if (step.node() instanceof Node.Resize) {
            OpContext context = addCall("resize_bilinear", inputs, output);
            context.setIArguments(output.size(1), output.size(2));
            context.setBArguments(false, true);
        } else {
            addCall("add", inputs, output);
        }
    }

    private void addConvolution(Convolution node, INDArray input, INDArray output) {
        INDArray[] inputs = {input, planner.weights(node.name() + ".w"), planner.weights(node.name() + ".b")};
        OpContext context = addCall(node.depthwise() ? "depthwise_conv2d" : "conv2d", inputs, output);
        int kernel = node.kernel();
        int stride = node.stride();
        context.setIArguments(kernel, kernel, stride, stride, 0, 0, 1, 1, SAME_PADDING, NHWC, WEIGHTS_HWIO);
        if (node.activation() != Activation.NONE) {
            String activation = node.activation() == Activation.RELU ? "relu" : "relu6";
            addCall(activation, new INDArray[] {output}, output).setTArguments(0.0);
        }
    }

    private OpContext addCall(String operation, INDArray[] inputs, INDArray output) {
        OpContext context = Nd4j.getExecutioner().buildContext();
        context.setInputArrays(inputs);
        context.setOutputArrays(output);
        calls.add(new Call(DynamicCustomOp.builder(operation).build(), context));
        return context;
    }

    /** An array of its own on the working memory: some of ND4J's operations ignore the offset of a view. */
    private INDArray array(Tensor tensor) {
        Shape shape = tensor.shape();
        DataBuffer values = Nd4j.createBuffer(at(tensor), shape.values(), DataType.FLOAT);
        return Nd4j.create(values, 1, shape.height(), shape.width(), shape.channels());
    }

    @Override
    public void close() {
        for (Call call : calls) {
            try {
                call.context().close();
            } catch (Exception e) {
                throw new IllegalStateException("ND4J cannot release an operation", e);
            }
        }
        calls.clear();
    }
}

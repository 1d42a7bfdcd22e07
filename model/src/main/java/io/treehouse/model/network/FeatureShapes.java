package io.treehouse.model.network;

import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.network.Node.Addition;
import io.treehouse.model.network.Node.Convolution;
import io.treehouse.model.network.Node.Resize;
import java.util.HashMap;
import java.util.Map;

/**
 * The shape of every node's output for one size of input. Making it checks that the network fits together: channels
 * match, sums are of one shape, and the output has the input's size and one channel a class.
 */
public final class FeatureShapes {
    private static final int INPUT_CHANNELS = 3;

    /** Rows, columns and channels of one output. */
    public record Shape(int height, int width, int channels) {
        /** Number of values. */
        public long values() {
            return (long) height * width * channels;
        }
    }

    private final Map<String, Shape> shapes = new HashMap<>();

    private FeatureShapes() {}

    /**
     * The shapes for an input of the given size.
     *
     * @throws IllegalArgumentException if the network does not fit together or cannot take that size
     */
    public static FeatureShapes of(NetworkSpec network, int height, int width) {
        if (height < 1
                || width < 1
                || height % NetworkSpec.SIZE_MULTIPLE != 0
                || width % NetworkSpec.SIZE_MULTIPLE != 0) {
            throw new IllegalArgumentException("A network takes sizes that are multiples of "
                    + NetworkSpec.SIZE_MULTIPLE + ", not " + height + "x" + width);
        }
        FeatureShapes result = new FeatureShapes();
        Shape input = new Shape(height, width, INPUT_CHANNELS);
        result.shapes.put(NetworkSpec.INPUT, input);
        for (Node node : network.nodes()) {
            Shape shape = result.output(node);
            if (shape.height() > height || shape.width() > width) {
                throw new IllegalArgumentException(node.name() + " is larger than the network's input");
            }
            result.shapes.put(node.name(), shape);
        }
        Shape output = result.of(network.output().name());
        if (!output.equals(new Shape(height, width, SurfaceClass.COUNT))) {
            throw new IllegalArgumentException("The output of " + network.name() + " is " + output + " for " + input);
        }
        return result;
    }

    /** Number of multiplications that a convolution of the network takes. */
    public long multiplications(Convolution node) {
        long taps = (long) node.kernel() * node.kernel() * (node.depthwise() ? 1 : node.inChannels());
        return of(node.name()).values() * taps;
    }

    /** Shape of the output of a node, or of {@link NetworkSpec#INPUT}. */
    public Shape of(String node) {
        return shapes.get(node);
    }

    private Shape output(Node node) {
        if (node instanceof Convolution convolution) {
            return output(convolution, of(convolution.input()));
        }
        if (node instanceof Resize resize) {
            Shape x = of(resize.input());
            return new Shape(
                    Math.multiplyExact(x.height(), resize.factor()),
                    Math.multiplyExact(x.width(), resize.factor()),
                    x.channels());
        }
        return output((Addition) node);
    }

    private static Shape output(Convolution node, Shape x) {
        if (x.channels() != node.inChannels()) {
            throw new IllegalArgumentException(
                    node.name() + " takes " + node.inChannels() + " channels but gets " + x.channels());
        }
        int stride = node.stride();
        return new Shape((x.height() + stride - 1) / stride, (x.width() + stride - 1) / stride, node.outChannels());
    }

    private Shape output(Addition node) {
        Shape left = of(node.left());
        if (!left.equals(of(node.right()))) {
            throw new IllegalArgumentException(node.name() + " adds " + left + " and " + of(node.right()));
        }
        return left;
    }
}

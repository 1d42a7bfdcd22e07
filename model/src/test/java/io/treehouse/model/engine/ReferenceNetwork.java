package io.treehouse.model.engine;

import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.network.FeatureShapes;
import io.treehouse.model.network.FeatureShapes.Shape;
import io.treehouse.model.network.NetworkSpec;
import io.treehouse.model.network.Node;
import io.treehouse.model.network.Node.Convolution;
import java.util.HashMap;
import java.util.Map;

/** A network computed in double by the definitions of its nodes, one value at a time: what engines are tested against. */
final class ReferenceNetwork {
    private final TrainedModel model;
    private final FeatureShapes shapes;
    private final Map<String, double[]> values = new HashMap<>();

    private ReferenceNetwork(TrainedModel model, int height, int width) {
        this.model = model;
        this.shapes = FeatureShapes.of(model.network(), height, width);
    }

    /** Outputs of all nodes by name, for a normalised input. */
    static Map<String, double[]> outputs(TrainedModel model, int height, int width, double[] input) {
        ReferenceNetwork network = new ReferenceNetwork(model, height, width);
        network.values.put(NetworkSpec.INPUT, input);
        for (Node node : model.network().nodes()) {
            network.values.put(node.name(), network.output(node));
        }
        return network.values;
    }

    /** Probabilities of a window with values 0…255. */
    static double[] probabilities(TrainedModel model, int height, int width, float[] rgb) {
        double[] input = new double[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            input[i] = (rgb[i] - model.input().mean()) / model.input().scale();
        }
        String output = model.network().output().name();
        return softmax(outputs(model, height, width, input).get(output));
    }

    private static double[] softmax(double[] logits) {
        double[] result = new double[logits.length];
        for (int start = 0; start < logits.length; start += 5) {
            double sum = 0;
            for (int c = 0; c < 5; c++) {
                sum += Math.exp(logits[start + c]);
            }
            for (int c = 0; c < 5; c++) {
                result[start + c] = Math.exp(logits[start + c]) / sum;
            }
        }
        return result;
    }

    private double[] output(Node node) {
        if (node instanceof Convolution convolution) {
            return convolution(convolution);
        }
        if (node instanceof Node.Resize resize) {
            return resize(resize);
        }
        double[] left = values.get(((Node.Addition) node).left());
        double[] right = values.get(((Node.Addition) node).right());
        double[] sum = left.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += right[i];
        }
        return sum;
    }

    private double[] convolution(Convolution node) {
        Shape in = shapes.of(node.input());
        Shape out = shapes.of(node.name());
        double[] result = new double[(int) out.values()];
        float[] bias = model.weights().bias(node);
        float[] kernel = model.weights().kernel(node);
        int i = 0;
        for (int y = 0; y < out.height(); y++) {
            for (int x = 0; x < out.width(); x++) {
                for (int c = 0; c < out.channels(); c++) {
                    double sum = bias[c] + weightedSum(node, in, out, kernel, y, x, c);
                    result[i++] = switch (node.activation()) {
                        case NONE -> sum;
                        case RELU -> Math.max(sum, 0);
                        case RELU6 -> Math.min(Math.max(sum, 0), 6);
                    };
                }
            }
        }
        return result;
    }

    private double weightedSum(Convolution node, Shape in, Shape out, float[] kernel, int y, int x, int c) {
        double[] input = values.get(node.input());
        int top = y * node.stride() - paddingBefore(node, in.height(), out.height());
        int left = x * node.stride() - paddingBefore(node, in.width(), out.width());
        double sum = 0;
        for (int row = 0; row < node.kernel(); row++) {
            for (int column = 0; column < node.kernel(); column++) {
                int from = top + row;
                int at = left + column;
                if (from < 0 || from >= in.height() || at < 0 || at >= in.width()) {
                    continue;
                }
                int pixel = (from * in.width() + at) * in.channels();
                int tap = (row * node.kernel() + column) * in.channels();
                if (node.depthwise()) {
                    sum += input[pixel + c] * kernel[tap + c];
                } else {
                    for (int k = 0; k < in.channels(); k++) {
                        sum += input[pixel + k] * kernel[(tap + k) * out.channels() + c];
                    }
                }
            }
        }
        return sum;
    }

    private static int paddingBefore(Convolution node, int in, int out) {
        return Math.max(0, (out - 1) * node.stride() + node.kernel() - in) / 2;
    }

    private double[] resize(Node.Resize node) {
        Shape in = shapes.of(node.input());
        Shape out = shapes.of(node.name());
        double[] x = values.get(node.input());
        double[] result = new double[(int) out.values()];
        int i = 0;
        for (int row = 0; row < out.height(); row++) {
            double v = (row + 0.5) / node.factor() - 0.5;
            for (int column = 0; column < out.width(); column++) {
                double u = (column + 0.5) / node.factor() - 0.5;
                for (int c = 0; c < out.channels(); c++) {
                    result[i++] = sample(x, in, v, u, c);
                }
            }
        }
        return result;
    }

    private static double sample(double[] x, Shape in, double v, double u, int c) {
        int y0 = (int) Math.floor(v);
        int x0 = (int) Math.floor(u);
        double sum = 0;
        for (int dy = 0; dy < 2; dy++) {
            for (int dx = 0; dx < 2; dx++) {
                int y = Math.min(Math.max(y0 + dy, 0), in.height() - 1);
                int column = Math.min(Math.max(x0 + dx, 0), in.width() - 1);
                double weight = (dy == 0 ? 1 - (v - y0) : v - y0) * (dx == 0 ? 1 - (u - x0) : u - x0);
                sum += weight * x[(y * in.width() + column) * in.channels() + c];
            }
        }
        return sum;
    }
}

package io.treehouse.model.network;

import io.treehouse.model.network.Node.Addition;
import io.treehouse.model.network.Node.Convolution;
import java.util.ArrayList;
import java.util.List;

/**
 * An EfficientNet-Lite encoder as a table of rows of inverted residual blocks; node names are those of the ImageNet
 * weights ({@code stem}, {@code b01.dw} …).
 *
 * @param rows rows of blocks in order
 */
record EncoderTable(List<Row> rows) {
    private static final int STEM_CHANNELS = 32;
    private static final int EXPANSION = 6;

    /** EfficientNet-Lite0 (tensorflow/tpu, models/official/efficientnet/lite). */
    static final EncoderTable LITE0 = new EncoderTable(List.of(
            new Row(1, 3, 1, 16),
            new Row(2, 3, 2, 24),
            new Row(2, 5, 2, 40),
            new Row(3, 3, 2, 80),
            new Row(3, 5, 1, 112),
            new Row(4, 5, 2, 192),
            new Row(1, 3, 1, 320)));

    /**
     * Blocks of one kernel and width.
     *
     * @param blocks number of blocks
     * @param kernel side of the depthwise kernel
     * @param stride stride of the first block
     * @param channels output channels
     */
    record Row(int blocks, int kernel, int stride, int channels) {}

    /** The last block's output at a stride. */
    record Feature(String node, int stride, int channels) {}

    /** The encoder's nodes, without the classifier's head. */
    List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        nodes.add(new Convolution("stem", NetworkSpec.INPUT, 3, 2, 3, STEM_CHANNELS, false, Activation.RELU6));
        String previous = "stem";
        int channels = STEM_CHANNELS;
        int block = 0;
        for (Row row : rows) {
            for (int i = 0; i < row.blocks(); i++) {
                previous = addBlock(nodes, ++block, previous, channels, row, i);
                channels = row.channels();
            }
        }
        return nodes;
    }

    private static String addBlock(List<Node> nodes, int number, String input, int in, Row row, int indexInRow) {
        String name = "b%02d".formatted(number);
        int stride = indexInRow == 0 ? row.stride() : 1;
        String expanded = input;
        int inner = in;
        if (number > 1) {
            inner = in * EXPANSION;
            expanded = name + ".expand";
            nodes.add(new Convolution(expanded, input, 1, 1, in, inner, false, Activation.RELU6));
        }
        nodes.add(new Convolution(name + ".dw", expanded, row.kernel(), stride, inner, inner, true, Activation.RELU6));
        nodes.add(
                new Convolution(name + ".project", name + ".dw", 1, 1, inner, row.channels(), false, Activation.NONE));
        if (indexInRow == 0) {
            return name + ".project";
        }
        nodes.add(new Addition(name + ".add", name + ".project", input));
        return name + ".add";
    }

    /** The last output at a stride of 2, 4, 8, 16 or 32. */
    Feature feature(int stride) {
        int current = 2;
        int block = 0;
        Feature feature = null;
        for (Row row : rows) {
            current *= row.stride();
            block += row.blocks();
            if (current == stride) {
                String suffix = row.blocks() > 1 ? ".add" : ".project";
                feature = new Feature("b%02d%s".formatted(block, suffix), stride, row.channels());
            }
        }
        if (feature == null) {
            throw new IllegalArgumentException("The encoder has no output of stride " + stride);
        }
        return feature;
    }
}

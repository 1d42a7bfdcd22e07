package io.treehouse.model.network;

import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.network.Node.Addition;
import io.treehouse.model.network.Node.Convolution;
import io.treehouse.model.network.Node.Resize;
import java.util.ArrayList;
import java.util.List;

/**
 * The architectures that Treehouse trains: an EfficientNet-Lite encoder (Tan and Le 2019, the Lite variants without
 * squeeze-and-excite and with ReLU6; batch normalisation folded into bias) and a feature pyramid decoder (Lin et al.
 * 2017, additive skips) down to stride 2, enlarged bilinearly to logits of full size.
 */
public final class SegmentationNetworks {
    private SegmentationNetworks() {}

    /**
     * EfficientNet-Lite0 with a decoder of the given width.
     *
     * @param width channels of the decoder at strides 4 to 32, for example 96
     * @param headWidth channels at stride 2, for example 48
     */
    public static NetworkSpec lite0(int width, int headWidth) {
        return assemble("lite0-fpn" + width, EncoderTable.LITE0, width, headWidth);
    }

    private static NetworkSpec assemble(String name, EncoderTable encoder, int width, int headWidth) {
        List<Node> nodes = new ArrayList<>(encoder.nodes());
        String coarse = null;
        for (int stride = 32; stride >= 4; stride /= 2) {
            EncoderTable.Feature skip = encoder.feature(stride);
            String lateral = "lateral" + stride;
            nodes.add(new Convolution(lateral, skip.node(), 1, 1, skip.channels(), width, false, Activation.NONE));
            String joined = lateral;
            if (coarse != null) {
                nodes.add(new Resize("up" + stride, coarse, 2));
                joined = "join" + stride;
                nodes.add(new Addition(joined, "up" + stride, lateral));
            }
            coarse = "smooth" + stride;
            nodes.add(new Convolution(coarse, joined, 3, 1, width, width, false, Activation.RELU));
        }
        EncoderTable.Feature finest = encoder.feature(2);
        nodes.add(new Convolution("head4", coarse, 1, 1, width, headWidth, false, Activation.NONE));
        nodes.add(new Resize("up2", "head4", 2));
        nodes.add(
                new Convolution("lateral2", finest.node(), 1, 1, finest.channels(), headWidth, false, Activation.NONE));
        nodes.add(new Addition("join2", "up2", "lateral2"));
        nodes.add(new Convolution("smooth2", "join2", 3, 1, headWidth, headWidth, false, Activation.RELU));
        nodes.add(new Convolution("classes2", "smooth2", 1, 1, headWidth, SurfaceClass.COUNT, false, Activation.NONE));
        nodes.add(new Resize("logits", "classes2", 2));
        return new NetworkSpec(name, nodes);
    }
}

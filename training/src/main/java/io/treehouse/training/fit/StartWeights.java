package io.treehouse.training.fit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.model.bundle.BundleReader;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.network.BlurredStrides;
import io.treehouse.model.network.ImageNetWeights;
import io.treehouse.model.network.NetworkSpec;
import io.treehouse.model.network.Node.Convolution;
import io.treehouse.model.network.SegmentationNetworks;
import io.treehouse.training.licence.LicenceHeritage;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The weights that a run starts from.
 *
 * @param arrays by {@code node.w} and {@code node.b}; nodes without an entry start at random
 * @param encoderNodes names of the nodes that learn at the encoder's rate
 * @param origin what they come from, for the manifest: name, and version and hash if it is a model
 * @param licences of what the weights learned from
 */
record StartWeights(
        Map<String, float[]> arrays, Set<String> encoderNodes, Map<String, String> origin, LicenceHeritage licences) {
    StartWeights {
        arrays = Map.copyOf(arrays);
        encoderNodes = Set.copyOf(encoderNodes);
        origin = Map.copyOf(origin);
    }

    /** An encoder as ImageNet left it, and a decoder that knows nothing. */
    static StartWeights imageNet(NetworkSpec network) {
        NetworkSpec published = SegmentationNetworks.lite0(1, 1);
        ImageNetWeights encoder = ImageNetWeights.read(ImageNetWeights.lite0File(), published);
        Map<String, float[]> arrays = new LinkedHashMap<>();
        for (Convolution node : published.convolutions()) {
            if (encoder.nodes().contains(node.name())) {
                arrays.put(node.name() + ".w", fitted(node, encoder.arrays().get(node.name() + ".w"), network));
                arrays.put(node.name() + ".b", encoder.arrays().get(node.name() + ".b"));
            }
        }
        return new StartWeights(
                arrays, encoder.nodes(), Map.of("name", "EfficientNet-Lite0, ImageNet"), LicenceHeritage.NONE);
    }

    /**
     * All weights of a model that was trained before.
     *
     * @param bundle its file
     * @param network what is to be trained: the model's network, or that with blurred strides
     * @throws InputProblem if there is no such model or it is another network
     */
    static StartWeights model(Path bundle, NetworkSpec network) {
        ModelBundle start = BundleReader.read(bundle);
        NetworkSpec trained = start.model().network();
        if (!network.equals(trained) && !network.equals(BlurredStrides.of(trained))) {
            throw new InputProblem(
                    Kind.INVALID_DOCUMENT,
                    "The model %s is the network %s, the configuration asks for %s"
                            .formatted(bundle, trained.name(), network.name()),
                    "Start from a model with the same decoderWidth, headWidth and blurredStrides");
        }
        Map<String, float[]> arrays = new LinkedHashMap<>();
        for (Convolution node : trained.convolutions()) {
            arrays.put(node.name() + ".w", fitted(node, start.model().weights().kernel(node), network));
            arrays.put(node.name() + ".b", start.model().weights().bias(node));
        }
        return new StartWeights(
                arrays,
                ImageNetWeights.read(ImageNetWeights.lite0File(), SegmentationNetworks.lite0(1, 1))
                        .nodes(),
                Map.of(
                        "name", start.model().name(),
                        "version", start.model().version(),
                        "sha256", start.sha256()),
                LicenceHeritage.of(start.model().training()));
    }

    /** A kernel as it is, or with the blur folded in where the network that is to be trained has one. */
    private static float[] fitted(Convolution node, float[] kernel, NetworkSpec network) {
        boolean blurred = network.convolutions().stream().anyMatch(other -> BlurredStrides.widens(node, other));
        return blurred ? BlurredStrides.widen(node, kernel) : kernel;
    }

    void describe(ObjectNode manifest) {
        origin.forEach(manifest::put);
    }
}

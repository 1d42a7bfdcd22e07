package io.treehouse.training.fit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.model.bundle.BundleReader;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.bundle.Weights;
import io.treehouse.model.network.ImageNetWeights;
import io.treehouse.model.network.NetworkSpec;
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
 */
record StartWeights(Map<String, float[]> arrays, Set<String> encoderNodes, Map<String, String> origin) {
    StartWeights {
        arrays = Map.copyOf(arrays);
        encoderNodes = Set.copyOf(encoderNodes);
        origin = Map.copyOf(origin);
    }

    /** An encoder as ImageNet left it, and a decoder that knows nothing. */
    static StartWeights imageNet(NetworkSpec network) {
        ImageNetWeights encoder = ImageNetWeights.read(ImageNetWeights.lite0File(), network);
        return new StartWeights(encoder.arrays(), encoder.nodes(), Map.of("name", "EfficientNet-Lite0, ImageNet"));
    }

    /**
     * All weights of a model that was trained before.
     *
     * @param bundle its file
     * @param network what is to be trained
     * @throws InputProblem if there is no such model or it is another network
     */
    static StartWeights model(Path bundle, NetworkSpec network) {
        ModelBundle start = BundleReader.read(bundle);
        if (!start.model().network().equals(network)) {
            throw new InputProblem(
                    Kind.INVALID_DOCUMENT,
                    "The model %s is the network %s, the configuration asks for %s"
                            .formatted(bundle, start.model().network().name(), network.name()),
                    "Start from a model with the same decoderWidth and headWidth");
        }
        Map<String, float[]> arrays = new LinkedHashMap<>();
        for (String name : Weights.shapes(network).keySet()) {
            arrays.put(name, start.model().weights().array(name));
        }
        return new StartWeights(
                arrays,
                ImageNetWeights.read(ImageNetWeights.lite0File(), network).nodes(),
                Map.of(
                        "name", start.model().name(),
                        "version", start.model().version(),
                        "sha256", start.sha256()));
    }

    void describe(ObjectNode manifest) {
        origin.forEach(manifest::put);
    }
}

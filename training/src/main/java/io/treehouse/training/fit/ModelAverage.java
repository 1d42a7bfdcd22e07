package io.treehouse.training.fit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.inference.drift.DriftReference;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.bundle.Weights;
import io.treehouse.training.licence.LicenceHeritage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The average of the weights of a model and of one that was trained on from it. It costs nothing at serving, and often does
 * better than both on places of another kind (Wortsman et al., Robust fine-tuning of zero-shot models, 2022). Models that
 * were trained apart cannot be averaged: their channels mean different things.
 */
public final class ModelAverage {
    private ModelAverage() {}

    /**
     * The average under the name of the second model; it has to be calibrated anew.
     *
     * @param before the model
     * @param after one that was trained on from it, of the same network
     * @param share the second model's share of the average, 0…1
     * @param version version of the average
     * @throws InputProblem if the networks differ or share or version are impossible
     */
    public static TrainedModel of(ModelBundle before, ModelBundle after, double share, String version) {
        TrainedModel first = before.model();
        TrainedModel second = after.model();
        if (!first.network().equals(second.network())) {
            throw problem(
                    "The models %s and %s are different networks: %s and %s"
                            .formatted(
                                    first.name(),
                                    second.name(),
                                    first.network().name(),
                                    second.network().name()),
                    "Average a model with one that was trained on from it with the same settings of the network");
        }
        if (!(share >= 0 && share <= 1)) {
            throw problem("The share of the second model is " + share, "Give a share from 0 to 1, such as 0.5");
        }
        if (!TrainedModel.isIdentifier(version)) {
            throw problem("'" + version + "' cannot be a version", "Use a-z, 0-9, dots and hyphens");
        }
        Map<String, float[]> arrays = new LinkedHashMap<>();
        for (String name : first.weights().shapes().keySet()) {
            arrays.put(name, mixed(first.weights().array(name), second.weights().array(name), share));
        }
        return new TrainedModel(
                second.name(),
                version,
                second.network(),
                new Weights(second.network(), arrays),
                second.input(),
                1.0,
                List.of(),
                manifest(before, after, share),
                List.of(),
                Optional.empty());
    }

    private static float[] mixed(float[] first, float[] second, double share) {
        float[] mixed = new float[first.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (float) ((1 - share) * first[i] + share * second[i]);
        }
        return mixed;
    }

    /** That of the second model, with what was averaged and the licences of both. */
    private static ObjectNode manifest(ModelBundle before, ModelBundle after, double share) {
        ObjectNode manifest = (ObjectNode) after.model().training();
        manifest.remove(DriftReference.MEMBER);
        LicenceHeritage licences = LicenceHeritage.of(before.model().training()).with(LicenceHeritage.of(manifest));
        licences.classes().forEach(manifest.putArray(LicenceHeritage.MEMBER)::add);
        part(manifest.withArray("averageOf").addObject(), before, 1 - share);
        part(manifest.withArray("averageOf").addObject(), after, share);
        return manifest;
    }

    private static void part(ObjectNode part, ModelBundle model, double share) {
        part.put("name", model.model().name())
                .put("version", model.model().version())
                .put("sha256", model.sha256())
                .put("share", share);
    }

    private static InputProblem problem(String detail, String remedy) {
        return new InputProblem(Kind.INVALID_PARAMETER, detail, remedy);
    }
}

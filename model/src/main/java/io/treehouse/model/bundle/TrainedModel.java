package io.treehouse.model.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import io.treehouse.model.network.FeatureShapes;
import io.treehouse.model.network.NetworkSpec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A trained network with all that its use needs. Immutable (the training manifest is copied in and out).
 *
 * @param name name such as {@code treehouse-land-cover}: lower-case letters, digits, dots and hyphens
 * @param version version such as {@code 1}, of the same characters
 * @param network the architecture
 * @param weights its arrays
 * @param input what the network wants to see
 * @param temperature what confidences are scaled with (logits divided by it before the softmax); 1 if the model
 *     was not calibrated
 * @param precisionCosts measured costs of reduced arithmetics; an arithmetic that is not listed was not measured
 * @param training manifest of the training: data sets, licences, hash of the split, seed, duration
 * @param errors error matrices by place; may be empty
 * @param quantization how to compute it in 8 bits; empty if nobody calibrated that
 */
public record TrainedModel(
        String name,
        String version,
        NetworkSpec network,
        Weights weights,
        ModelInput input,
        double temperature,
        List<PrecisionCost> precisionCosts,
        JsonNode training,
        List<ErrorMatrix> errors,
        Optional<Quantization> quantization) {
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");

    public TrainedModel {
        if (!isIdentifier(name) || !isIdentifier(version)) {
            throw new IllegalArgumentException("Impossible name or version of a model: " + name + " " + version);
        }
        FeatureShapes.of(network, input.windowPixels(), input.windowPixels());
        if (!weights.shapes().equals(Weights.shapes(network))) {
            throw new IllegalArgumentException("The weights belong to another network than " + network.name());
        }
        if (!(temperature > 0) || !Double.isFinite(temperature)) {
            throw new IllegalArgumentException("Impossible temperature " + temperature);
        }
        Objects.requireNonNull(input, "input");
        precisionCosts = List.copyOf(precisionCosts);
        training = training.deepCopy();
        errors = List.copyOf(errors);
        quantization.ifPresent(eightBit -> eightBit.requireFits(network));
    }

    /** Whether a text can be the name or the version of a model: up to 64 of {@code a-z 0-9 . -}, no sign first. */
    public static boolean isIdentifier(String text) {
        return IDENTIFIER.matcher(text).matches();
    }

    /** The same model under another version. */
    public TrainedModel withVersion(String other) {
        return new TrainedModel(
                name, other, network, weights, input, temperature, precisionCosts, training, errors, quantization);
    }

    /** The same model with another temperature. */
    public TrainedModel withTemperature(double calibrated) {
        return new TrainedModel(
                name, version, network, weights, input, calibrated, precisionCosts, training, errors, quantization);
    }

    /** The same model that sees scenes in another way; what was measured of it before says nothing about that. */
    public TrainedModel withInput(ModelInput other) {
        return new TrainedModel(
                name, version, network, weights, other, 1, List.of(), training, List.of(), Optional.empty());
    }

    /** The same model with other costs of reduced arithmetics. */
    public TrainedModel withPrecisionCosts(List<PrecisionCost> measured) {
        return new TrainedModel(
                name, version, network, weights, input, temperature, measured, training, errors, quantization);
    }

    /** The same model computed in 8 bits in another way; costs that were measured before say nothing about it. */
    public TrainedModel withQuantization(Quantization calibrated) {
        return new TrainedModel(
                name,
                version,
                network,
                weights,
                input,
                temperature,
                List.of(),
                training,
                errors,
                Optional.of(calibrated));
    }

    /** The same model with other error matrices. */
    public TrainedModel withErrors(List<ErrorMatrix> measured) {
        return new TrainedModel(
                name, version, network, weights, input, temperature, precisionCosts, training, measured, quantization);
    }

    /** The same model with another training manifest. */
    public TrainedModel withTraining(JsonNode manifest) {
        return new TrainedModel(
                name, version, network, weights, input, temperature, precisionCosts, manifest, errors, quantization);
    }

    @Override
    public JsonNode training() {
        return training.deepCopy();
    }

    /** The measured cost of an arithmetic; empty if it was not measured. */
    public Optional<PrecisionCost> precisionCost(Arithmetic arithmetic) {
        return precisionCosts.stream()
                .filter(cost -> cost.arithmetic() == arithmetic)
                .findFirst();
    }
}

package io.treehouse.model.bundle;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.List;
import java.util.Map;

/**
 * The document {@code bundle.json}: what the model is, and every other entry of the file with size and hash.
 *
 * @param format {@link #FORMAT}
 * @param formatVersion {@link #FORMAT_VERSION}, or {@link #WITH_ROUNDED_WEIGHTS}
 * @param classes labels of the class scheme in the order of the output's channels
 * @param documents the JSON entries
 * @param arrays the entries with weights, in the order of the network's nodes, then those of {@link RoundedArrays}
 */
record BundleIndex(
        String format,
        int formatVersion,
        String name,
        String version,
        List<String> classes,
        ModelInput input,
        double temperature,
        List<PrecisionCost> precisionCosts,
        List<Document> documents,
        List<Array> arrays) {
    static final String FORMAT = "treehouse-model-bundle";
    static final int FORMAT_VERSION = 1;

    /** Version of bundles that hold weights rounded to 8 bits or bf16, which earlier programs cannot read. */
    static final int WITH_ROUNDED_WEIGHTS = 2;

    static final String ENTRY = "bundle.json";
    static final String NETWORK = "network.json";
    static final String TRAINING = "training.json";
    static final String ERRORS = "errors.json";
    static final List<String> DOCUMENTS = List.of(NETWORK, TRAINING, ERRORS);

    /** Follows the other documents in bundles that can be computed in 8 bits. */
    static final String QUANTIZATION = "quantization.json";

    /** The document {@link #QUANTIZATION}; rounded weights are arrays. */
    record EightBitDocument(Map<String, Quantization.Range> ranges, List<String> wide) {}

    /** A JSON entry. */
    record Document(String name, long bytes, String sha256) {}

    /** An entry {@code arrays/NAME.bin}: numbers in c-order, little-endian. */
    record Array(String name, NumberType type, List<Long> shape, long bytes, String sha256) {
        String entry() {
            return entry(name);
        }

        static String entry(String name) {
            return "arrays/" + name + ".bin";
        }
    }

    static List<String> classLabels() {
        return SurfaceClass.all().stream().map(SurfaceClass::label).toList();
    }
}

package io.treehouse.model.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.model.network.NetworkSpec;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads model bundles and refuses whatever does not fit together: entries that are missing, additional, or of another
 * size or hash than the index says; weights that are not those of the network, or not finite; an unknown format or class
 * scheme.
 */
public final class BundleReader {
    private static final long MAX_FILE_BYTES = 256L << 20;
    private static final int READ_BYTES = 1 << 16;

    private BundleReader() {}

    /**
     * Reads a bundle.
     *
     * @throws InputProblem if there is no such file, or it is no bundle of this version in every detail
     */
    public static ModelBundle read(Path path) {
        try {
            byte[] file = bytes(path);
            return new ModelBundle(model(BundleEntries.unpack(file)), Sha256.of(file));
        } catch (MalformedBundleException malformed) {
            throw new InputProblem(
                    Kind.INVALID_DOCUMENT,
                    "The model bundle " + path + " is not valid. " + malformed.getMessage(),
                    "Take the file from its source again, or write it again with this version of the program.",
                    malformed);
        }
    }

    private static byte[] bytes(Path path) throws MalformedBundleException {
        try {
            if (!Files.isRegularFile(path)) {
                throw missing(path);
            }
            if (Files.size(path) > MAX_FILE_BYTES) {
                throw new MalformedBundleException("zip file", "it is larger than " + MAX_FILE_BYTES + " bytes");
            }
            return readInParts(path);
        } catch (NoSuchFileException deletedMeanwhile) {
            throw missing(path);
        } catch (IOException e) {
            throw new MalformedBundleException("zip file", "it cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Java keeps, for each thread that reads, native memory as large as the largest read: all at once would leave megabytes
     * with every thread of a server that ever loaded a model.
     */
    private static byte[] readInParts(Path path) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), READ_BYTES)) {
            return in.readAllBytes();
        }
    }

    private static InputProblem missing(Path path) {
        return new InputProblem(
                Kind.NOT_FOUND,
                "There is no model bundle " + path.toAbsolutePath() + ".",
                "Give the path of a bundle that ./treehouse train has written, or restore the one that ships.");
    }

    private static TrainedModel model(Map<String, byte[]> entries) throws MalformedBundleException {
        BundleIndex index = index(entries.get(BundleIndex.ENTRY));
        checkEntries(index, entries);
        JsonNode training = BundleJson.readTree(BundleIndex.TRAINING, entries.get(BundleIndex.TRAINING));
        ErrorMatrix[] errors =
                BundleJson.read(BundleIndex.ERRORS, entries.get(BundleIndex.ERRORS), ErrorMatrix[].class);
        NetworkSpec network = BundleJson.read(BundleIndex.NETWORK, entries.get(BundleIndex.NETWORK), NetworkSpec.class);
        Map<String, float[]> arrays = arrays(index, network, entries);
        try {
            Optional<Quantization> quantization = quantization(entries, network, arrays);
            return new TrainedModel(
                    index.name(),
                    index.version(),
                    network,
                    new Weights(network, arrays),
                    index.input(),
                    index.temperature(),
                    index.precisionCosts(),
                    training,
                    List.of(errors),
                    quantization);
        } catch (IllegalArgumentException | ArithmeticException mismatch) {
            throw new MalformedBundleException(BundleIndex.ENTRY, mismatch.getMessage(), mismatch);
        }
    }

    /** Takes what belongs to it out of the arrays, which leaves the weights. */
    private static Optional<Quantization> quantization(
            Map<String, byte[]> entries, NetworkSpec network, Map<String, float[]> arrays)
            throws MalformedBundleException {
        Map<String, EightBitKernel> kernels = RoundedArrays.kernelsFrom(arrays, network);
        Map<String, Bf16Kernel> wideKernels = RoundedArrays.wideKernelsFrom(arrays, network);
        byte[] json = entries.get(BundleIndex.QUANTIZATION);
        if (json == null && kernels.isEmpty() && wideKernels.isEmpty()) {
            return Optional.empty();
        }
        if (json == null) {
            throw new MalformedBundleException(BundleIndex.QUANTIZATION, "rounded weights need it, and it is missing");
        }
        var document = BundleJson.read(BundleIndex.QUANTIZATION, json, BundleIndex.EightBitDocument.class);
        return Optional.of(new Quantization(document.ranges(), document.wide(), kernels, wideKernels));
    }

    private static BundleIndex index(byte[] json) throws MalformedBundleException {
        if (json == null) {
            throw new MalformedBundleException(BundleIndex.ENTRY, "the entry is missing");
        }
        JsonNode tree = BundleJson.readTree(BundleIndex.ENTRY, json);
        String format = tree.path("format").asText();
        int version = tree.path("formatVersion").asInt();
        boolean known = version == BundleIndex.FORMAT_VERSION || version == BundleIndex.WITH_ROUNDED_WEIGHTS;
        if (!format.equals(BundleIndex.FORMAT) || !known) {
            throw new MalformedBundleException(
                    BundleIndex.ENTRY,
                    "format '" + format + "' version " + version + "; this program reads '" + BundleIndex.FORMAT
                            + "' versions " + BundleIndex.FORMAT_VERSION + " and "
                            + BundleIndex.WITH_ROUNDED_WEIGHTS);
        }
        addWhatCameLater(tree);
        BundleIndex index = BundleJson.read(BundleIndex.ENTRY, BundleJson.write(tree), BundleIndex.class);
        if (!index.classes().equals(BundleIndex.classLabels())) {
            throw new MalformedBundleException(
                    BundleIndex.ENTRY,
                    "its classes are " + index.classes() + "; this program's are " + BundleIndex.classLabels());
        }
        return index;
    }

    /** Bundles from before there were fine looks, and from before objects were measured, do not speak of them. */
    private static void addWhatCameLater(JsonNode tree) {
        if (tree.path("input") instanceof ObjectNode input && !input.has("fineLooks")) {
            input.putArray("fineLooks");
        }
        for (JsonNode cost : tree.path("precisionCosts")) {
            if (cost instanceof ObjectNode measured && !measured.has("worstObjectPoints")) {
                measured.put("worstObjectPoints", 0.0);
            }
        }
    }

    private static void checkEntries(BundleIndex index, Map<String, byte[]> entries) throws MalformedBundleException {
        Set<String> unlisted = new HashSet<>(entries.keySet());
        unlisted.remove(BundleIndex.ENTRY);
        List<String> documents =
                index.documents().stream().map(BundleIndex.Document::name).toList();
        List<String> known = new ArrayList<>(BundleIndex.DOCUMENTS);
        if (documents.contains(BundleIndex.QUANTIZATION)) {
            known.add(BundleIndex.QUANTIZATION);
        }
        if (!documents.equals(known)) {
            throw new MalformedBundleException(
                    BundleIndex.ENTRY, "its documents are " + documents + " instead of " + known);
        }
        for (BundleIndex.Document document : index.documents()) {
            checkEntry(document.name(), document.bytes(), document.sha256(), entries);
            unlisted.remove(document.name());
        }
        for (BundleIndex.Array array : index.arrays()) {
            checkEntry(array.entry(), array.bytes(), array.sha256(), entries);
            unlisted.remove(array.entry());
        }
        if (!unlisted.isEmpty()) {
            throw new MalformedBundleException(BundleIndex.ENTRY, "it does not list the entries " + unlisted);
        }
    }

    private static void checkEntry(String name, long bytes, String sha256, Map<String, byte[]> entries)
            throws MalformedBundleException {
        byte[] content = entries.get(name);
        if (content == null) {
            throw new MalformedBundleException(name, "the entry is missing");
        }
        if (content.length != bytes) {
            throw new MalformedBundleException(name, "it has " + content.length + " bytes instead of " + bytes);
        }
        if (!Sha256.of(content).equals(sha256)) {
            throw new MalformedBundleException(name, "its SHA-256 is not the one in " + BundleIndex.ENTRY);
        }
    }

    private static Map<String, float[]> arrays(BundleIndex index, NetworkSpec network, Map<String, byte[]> entries)
            throws MalformedBundleException {
        Map<String, List<Long>> shapes = new HashMap<>(Weights.shapes(network));
        if (index.formatVersion() == BundleIndex.WITH_ROUNDED_WEIGHTS) {
            shapes.putAll(RoundedArrays.shapes(network));
        }
        Map<String, float[]> arrays = new LinkedHashMap<>();
        for (BundleIndex.Array array : index.arrays()) {
            List<Long> shape = shapes.get(array.name());
            if (!array.shape().equals(shape)) {
                throw new MalformedBundleException(
                        array.entry(), "its shape is " + array.shape() + "; the network wants " + shape);
            }
            if (RoundedArrays.isRounded(array.name()) && array.type() != RoundedArrays.type(array.name())) {
                throw new MalformedBundleException(
                        array.entry(),
                        "its numbers are " + array.type() + " instead of " + RoundedArrays.type(array.name()));
            }
            byte[] content = entries.get(array.entry());
            if (content.length % array.type().bytes() != 0) {
                throw new MalformedBundleException(array.entry(), "its size is not that of whole numbers");
            }
            if (arrays.put(array.name(), array.type().decode(content)) != null) {
                throw new MalformedBundleException(BundleIndex.ENTRY, "it lists the array " + array.name() + " twice");
            }
        }
        return arrays;
    }
}

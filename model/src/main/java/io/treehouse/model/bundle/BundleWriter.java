package io.treehouse.model.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes model bundles. The same model gives the same bytes, so a bundle's hash can be reproduced. */
public final class BundleWriter {
    private BundleWriter() {}

    /**
     * Writes a bundle, replacing the file in one step, and reads it back.
     *
     * @param type how weights are stored; {@link NumberType#F16} halves the file and rounds the weights
     * @return the model as a reader of the file sees it
     * @throws UncheckedIOException if the file cannot be written
     */
    public static ModelBundle write(Path path, TrainedModel model, NumberType type) {
        try {
            Path target = path.toAbsolutePath();
            Files.createDirectories(target.getParent());
            Path part = target.resolveSibling(target.getFileName() + ".part");
            try {
                Files.write(part, bytes(model, type));
                ModelBundle bundle = BundleReader.read(part);
                replace(part, target);
                return bundle;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the model bundle " + path, e);
        }
    }

    private static void replace(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static byte[] bytes(TrainedModel model, NumberType type) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(BundleIndex.NETWORK, BundleJson.write(model.network()));
        entries.put(BundleIndex.TRAINING, BundleJson.write(model.training()));
        entries.put(BundleIndex.ERRORS, BundleJson.write(model.errors()));
        model.quantization()
                .map(eightBit -> new BundleIndex.EightBitDocument(eightBit.ranges(), eightBit.wide()))
                .ifPresent(document -> entries.put(BundleIndex.QUANTIZATION, BundleJson.write(document)));
        List<BundleIndex.Document> documents = new ArrayList<>();
        entries.forEach((name, json) -> documents.add(new BundleIndex.Document(name, json.length, Sha256.of(json))));
        List<BundleIndex.Array> arrays = new ArrayList<>();
        model.weights().shapes().forEach((name, shape) -> {
            byte[] stored = type.encode(model.weights().array(name));
            arrays.add(stored(name, type, shape, stored, entries));
        });
        Map<String, List<Long>> roundedShapes = RoundedArrays.shapes(model.network());
        roundedArrays(model).forEach((name, values) -> {
            NumberType narrow = RoundedArrays.type(name);
            arrays.add(stored(name, narrow, roundedShapes.get(name), narrow.encode(values), entries));
        });
        Map<String, byte[]> indexed = new LinkedHashMap<>();
        indexed.put(BundleIndex.ENTRY, BundleJson.write(index(model, documents, arrays)));
        indexed.putAll(entries);
        return BundleEntries.pack(indexed);
    }

    private static BundleIndex.Array stored(
            String name, NumberType type, List<Long> shape, byte[] content, Map<String, byte[]> entries) {
        entries.put(BundleIndex.Array.entry(name), content);
        return new BundleIndex.Array(name, type, shape, content.length, Sha256.of(content));
    }

    private static Map<String, float[]> roundedArrays(TrainedModel model) {
        return model.quantization()
                .map(quantization -> RoundedArrays.of(model.network(), quantization))
                .orElse(Map.of());
    }

    private static BundleIndex index(
            TrainedModel model, List<BundleIndex.Document> documents, List<BundleIndex.Array> arrays) {
        return new BundleIndex(
                BundleIndex.FORMAT,
                roundedArrays(model).isEmpty() ? BundleIndex.FORMAT_VERSION : BundleIndex.WITH_ROUNDED_WEIGHTS,
                model.name(),
                model.version(),
                BundleIndex.classLabels(),
                model.input(),
                model.temperature(),
                model.precisionCosts(),
                documents,
                arrays);
    }
}

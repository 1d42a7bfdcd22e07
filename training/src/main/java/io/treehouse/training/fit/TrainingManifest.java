package io.treehouse.training.fit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.training.licence.LicenceHeritage;
import io.treehouse.training.selflabel.SelfLabels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What a bundle tells about its training: configuration, where the weights started, self labels, data sets with licences and hashes, what classes of licences all of this comes to,
 * hashes of the split files, steps and time.
 */
final class TrainingManifest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode fixed = JSON.createObjectNode();
    private final TrainingConfig config;

    TrainingManifest(
            TrainingConfig config,
            StartWeights start,
            String kernels,
            TrainingData training,
            Path catalogFolder,
            Path splitFolder)
            throws IOException {
        this.config = config;
        fixed.set("configuration", JSON.valueToTree(config));
        start.describe(fixed.putObject("start"));
        training.selfLabels().ifPresent(labels -> labels.describe(fixed.putObject("selfLabels")));
        fixed.put("kernels", kernels);
        ObjectNode split = fixed.putObject("split");
        for (String file : List.of("locked.csv", "validation.csv")) {
            split.put(file, sha256(splitFolder.resolve(file)));
        }
        LicenceHeritage licences = LicenceHeritage.of(training.catalogs()).with(start.licences());
        licences = training.selfLabels()
                .map(SelfLabels::licences)
                .map(licences::with)
                .orElse(licences);
        licences.classes().forEach(fixed.putArray(LicenceHeritage.MEMBER)::add);
        ObjectNode sets = fixed.putObject("datasets");
        for (Catalog catalog : training.catalogs()) {
            sets.putObject(catalog.name())
                    .put("pictures", pictures(training, catalog))
                    .put("licence", catalog.licence().terms())
                    .put("licenceClass", catalog.licence().kind().label())
                    .put("citation", catalog.licence().citation())
                    .put(
                            "catalogSha256",
                            sha256(catalogFolder.resolve(catalog.name()).resolve("dataset.json")));
        }
    }

    private static long pictures(TrainingData training, Catalog catalog) {
        return training.tiles().stream()
                .filter(tile -> tile.set().equals(catalog.name()))
                .count();
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The manifest of the weights after a step. */
    ObjectNode after(int step, double seconds) {
        ObjectNode manifest = fixed.deepCopy();
        manifest.put("steps", step);
        manifest.put("crops", (long) step * config.batchSize());
        manifest.put("seconds", Math.round(seconds));
        return manifest;
    }
}

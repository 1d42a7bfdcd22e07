package io.treehouse.training.fit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.document.DocumentHash;
import io.treehouse.training.licence.LicenceHeritage;
import io.treehouse.training.selflabel.SelfLabels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a bundle tells about its training: configuration, code, where the weights started, self labels, data sets with licences
 * and hashes of their pictures and labels, what classes of licences all of this comes to, hashes of the split files, steps and
 * time.
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
            Path splitFolder) {
        this.config = config;
        fixed.set("configuration", JSON.valueToTree(config));
        start.describe(fixed.putObject("start"));
        training.selfLabels().ifPresent(labels -> labels.describe(fixed.putObject("selfLabels")));
        fixed.put("kernels", kernels);
        CodeVersion.of(Path.of(System.getProperty("treehouse.home", "."))).describe(fixed.putObject("code"));
        ObjectNode split = fixed.putObject("split");
        for (String file : List.of("locked.csv", "validation.csv", "unused.csv")) {
            if (Files.exists(splitFolder.resolve(file))) {
                split.put(file, DocumentHash.sha256(splitFolder.resolve(file)));
            }
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
                    .put("pictures", training.tiles(catalog.name()).size())
                    .put("contentSha256", training.contentSha256(catalog.name()))
                    .put("licence", catalog.licence().terms())
                    .put("licenceClass", catalog.licence().kind().label())
                    .put("citation", catalog.licence().citation())
                    .put(
                            "catalogSha256",
                            DocumentHash.sha256(
                                    catalogFolder.resolve(catalog.name()).resolve("dataset.json")));
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

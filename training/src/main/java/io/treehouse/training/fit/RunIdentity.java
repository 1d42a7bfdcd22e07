package io.treehouse.training.fit;

import io.treehouse.datasets.document.DocumentHash;
import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.model.kernel.KernelChoice;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What must be the same for a run to go on from a checkpoint as if it had not stopped.
 *
 * @param configuration the configuration in words
 * @param kernels label of the {@link KernelChoice} that computes, never {@code auto}; empty if not recorded
 * @param pictures hash of the names of the pictures in their order, and that of the self labels where there are
 *     some; empty if not recorded
 */
record RunIdentity(String configuration, String kernels, String pictures) {
    /** Members with their defaults; that of a new member means what was done before there was a choice. */
    private static final List<String> DEFAULTS = List.of(
            TrainingConfig.DEFAULTS.toString().replaceAll("^\\w+\\[|]$", "").split(", "));

    static RunIdentity of(TrainingConfig config, KernelChoice kernels, TrainingData training) {
        String labels = training.selfLabels()
                .map(selfLabels -> " with self labels " + selfLabels.sha256())
                .orElse("");
        return new RunIdentity(config.toString(), kernels.label(), hash(training.tiles()) + labels);
    }

    /** What differs from the run of a checkpoint, in words; what the checkpoint does not record does not count. */
    Optional<String> differenceFrom(RunIdentity recorded) {
        if (!configurationAsIn(recorded.configuration).equals(recorded.configuration)) {
            return Optional.of("another configuration");
        }
        if (!recorded.kernels.isEmpty() && !kernels.equals(recorded.kernels)) {
            return Optional.of("the kernels " + recorded.kernels + " and not " + kernels);
        }
        if (!recorded.pictures.isEmpty() && !pictures.equals(recorded.pictures)) {
            return Optional.of("other pictures or self labels than those that are there now");
        }
        return Optional.empty();
    }

    /** Leaves out members that an earlier version of the program did not know, where they have their defaults. */
    private String configurationAsIn(String recorded) {
        String words = configuration;
        for (String member : DEFAULTS) {
            String name = member.substring(0, member.indexOf('=') + 1);
            if (!recorded.contains(", " + name)) {
                words = words.replaceFirst(Pattern.quote(", " + member) + "(?=, |]$)", "");
            }
        }
        return words;
    }

    private static String hash(List<LabelledTile> pictures) {
        MessageDigest digest = DocumentHash.sha256();
        for (LabelledTile picture : pictures) {
            digest.update((picture.set() + '/' + picture.name() + '\n').getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}

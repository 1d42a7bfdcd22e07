package io.treehouse.training.selflabel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.training.licence.LicenceHeritage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of self labels that {@link SelfLabeller} made. Immutable and thread-safe. */
public final class SelfLabels {
    private final Path folder;
    private final SelfLabelManifest manifest;
    private final String sha256;

    private SelfLabels(Path folder, SelfLabelManifest manifest, String sha256) {
        this.folder = folder;
        this.manifest = manifest;
        this.sha256 = sha256;
    }

    /** Opens a folder; {@link InputProblem} if its manifest is missing or damaged. */
    public static SelfLabels open(Path folder) {
        Path file = folder.resolve(SelfLabelManifest.FILE);
        if (!Files.isRegularFile(file)) {
            throw new InputProblem(
                    Kind.NOT_FOUND,
                    "There are no self labels in " + folder.toAbsolutePath() + ": it holds no "
                            + SelfLabelManifest.FILE,
                    "Make them with ./treehouse self-label --out DIR, which writes that file last");
        }
        try {
            byte[] json = Files.readAllBytes(file);
            return new SelfLabels(folder, SelfLabelManifest.ofJson(json), Digests.of(json));
        } catch (JsonProcessingException damaged) {
            throw new InputProblem(
                    Kind.INVALID_DOCUMENT,
                    "The file " + file + " cannot be used: " + damaged.getOriginalMessage(),
                    "Make the self labels again with ./treehouse self-label",
                    damaged);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Hash of the manifest, which holds the hashes of all masks. */
    public String sha256() {
        return sha256;
    }

    /** Of what the model that made the labels learned from. */
    public LicenceHeritage licences() {
        return manifest.model().licences();
    }

    /** Tells a bundle's manifest where the labels come from. */
    public void describe(ObjectNode node) {
        node.put("sha256", sha256)
                .put("threshold", manifest.threshold())
                .put("unlabelled", manifest.unlabelled())
                .put("symmetries", manifest.symmetries())
                .putObject("model")
                .put("name", manifest.model().name())
                .put("version", manifest.model().version())
                .put("sha256", manifest.model().sha256());
    }

    /**
     * A training picture with the narrowed labels, which bear the mark {@link ClassSet#BY_MODEL}.
     *
     * @throws InputProblem if the picture has no mask, or if its mask was made from other colours or labels
     */
    public LabelledTile apply(LabelledTile tile) {
        byte[] narrowed = read(tile);
        byte[] labels = tile.classSets().clone();
        for (int i = 0; i < labels.length; i++) {
            if (narrowed[i] != 0) {
                labels[i] = (byte) (narrowed[i] | ClassSet.BY_MODEL);
            }
        }
        return new LabelledTile(
                tile.set(),
                tile.name(),
                tile.place(),
                tile.width(),
                tile.height(),
                tile.rgb(),
                labels,
                tile.gsdMetres());
    }

    private byte[] read(LabelledTile tile) {
        Path file = file(folder, tile.set(), tile.name());
        SelfLabelManifest.DataSet set = manifest.datasets().get(tile.set());
        SelfLabelManifest.Mask mask = set == null ? null : set.pictures().get(tile.name());
        if (mask == null || !Files.isRegularFile(file)) {
            throw mismatch(tile, "does not have", mask == null ? "the manifest does not list it" : "no file " + file);
        }
        if (!mask.pictureSha256().equals(Digests.of(tile))) {
            throw mismatch(tile, "does not fit", "they were made from other colours or labels");
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (!mask.sha256().equals(Digests.of(bytes))) {
                throw mismatch(tile, "does not fit", "the file " + file + " was changed");
            }
            return MaskFile.decode(file, bytes, tile.width(), tile.height());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private InputProblem mismatch(LabelledTile tile, String verb, String detail) {
        return new InputProblem(
                Kind.INVALID_DOCUMENT,
                "The picture %s of the data set %s %s the self labels in %s: %s"
                        .formatted(tile.name(), tile.set(), verb, folder.toAbsolutePath(), detail),
                "Make them again with ./treehouse self-label for all data sets and splits of this training");
    }

    static Path file(Path folder, String set, String picture) {
        return folder.resolve(set).resolve(picture + ".png");
    }
}

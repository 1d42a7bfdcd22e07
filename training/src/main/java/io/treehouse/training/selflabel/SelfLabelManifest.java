package io.treehouse.training.selflabel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.training.licence.LicenceHeritage;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a folder of self labels holds, and how it came about: {@code self-labels.json}.
 *
 * @param model what narrowed the labels
 * @param threshold see {@link NarrowingRule}
 * @param unlabelled see {@link NarrowingRule}
 * @param symmetries over how many ways to turn and mirror a picture probabilities were averaged: 1, 2, 4 or 8
 * @param datasets by name
 */
public record SelfLabelManifest(
        Model model, double threshold, boolean unlabelled, int symmetries, Map<String, DataSet> datasets) {
    static final String FILE = "self-labels.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /**
     * The model that narrowed the labels.
     *
     * @param name its name
     * @param version its version
     * @param sha256 hash of its bundle
     * @param temperature that its probabilities were calibrated with
     * @param licences of what it learned from
     */
    public record Model(String name, String version, String sha256, double temperature, LicenceHeritage licences) {
        public Model {
            // Folders of the first version do not tell.
            licences = Objects.requireNonNullElse(licences, LicenceHeritage.UNSTATED);
        }

        /** A model as it stands in a file. */
        public static Model of(ModelBundle bundle) {
            return new Model(
                    bundle.model().name(),
                    bundle.model().version(),
                    bundle.sha256(),
                    bundle.model().temperature(),
                    LicenceHeritage.of(bundle.model().training()));
        }
    }

    /**
     * One data set.
     *
     * @param certainPixels pixels with labels of one class, which stay as they are
     * @param sets what became of labels of several classes
     * @param unlabelled what became of pixels without label
     * @param pictures by name
     */
    public record DataSet(long certainPixels, Narrowed sets, Narrowed unlabelled, Map<String, Mask> pictures) {
        public DataSet {
            pictures = new TreeMap<>(pictures);
        }
    }

    /**
     * The mask of a picture, {@code SET/NAME.png}.
     *
     * @param sha256 hash of the file
     * @param pictureSha256 hash of the colours and labels that it was made from
     */
    public record Mask(String sha256, String pictureSha256) {}

    public SelfLabelManifest {
        datasets = new TreeMap<>(datasets);
    }

    byte[] toJson() throws JsonProcessingException {
        return JSON.writeValueAsBytes(this);
    }

    static SelfLabelManifest ofJson(byte[] json) throws IOException {
        return JSON.readValue(json, SelfLabelManifest.class);
    }
}

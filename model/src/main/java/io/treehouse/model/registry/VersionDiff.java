package io.treehouse.model.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.bundle.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * In what two versions differ.
 *
 * @param first NAME@VERSION
 * @param second NAME@VERSION
 * @param settings what is written differently in their documents: calibration, input and training manifest
 * @param sameNetwork whether both are the same network, so that their weights can be compared
 * @param equalArrays arrays of weights that are the same in both; 0 if the networks differ
 * @param changedArrays arrays that are not
 * @param weightChange length of the difference of all weights, relative to the length of the first's; null if the networks
 *     differ
 */
public record VersionDiff(
        String first,
        String second,
        List<Setting> settings,
        boolean sameNetwork,
        int equalArrays,
        int changedArrays,
        Double weightChange) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A value of the documents.
     *
     * @param path JSON pointer
     * @param first its value in the first version as JSON; null if it is not there
     * @param second its value in the second
     */
    public record Setting(String path, String first, String second) {}

    public VersionDiff {
        settings = List.copyOf(settings);
    }

    /** Compares two bundles. */
    public static VersionDiff of(ModelBundle first, ModelBundle second) {
        TrainedModel a = first.model();
        TrainedModel b = second.model();
        boolean comparable = a.network().equals(b.network());
        WeightChange change = comparable ? WeightChange.of(a.weights(), b.weights()) : new WeightChange(0, 0, null);
        return new VersionDiff(
                ModelId.of(a).toString(),
                ModelId.of(b).toString(),
                settings(a, b),
                comparable,
                change.equal,
                change.changed,
                change.relative);
    }

    private static List<Setting> settings(TrainedModel a, TrainedModel b) {
        Map<String, String> first = leaves(a);
        Map<String, String> second = leaves(b);
        TreeSet<String> paths = new TreeSet<>(first.keySet());
        paths.addAll(second.keySet());
        List<Setting> settings = new ArrayList<>();
        for (String path : paths) {
            if (!Objects.equals(first.get(path), second.get(path))) {
                settings.add(new Setting(path, first.get(path), second.get(path)));
            }
        }
        return settings;
    }

    /** The values of a model's documents by their JSON pointers. */
    private static Map<String, String> leaves(TrainedModel model) {
        ObjectNode documents = JSON.createObjectNode().put("temperature", model.temperature());
        documents.set("input", JSON.valueToTree(model.input()));
        documents.set("precisionCosts", JSON.valueToTree(model.precisionCosts()));
        documents.set("training", model.training());
        Map<String, String> leaves = new TreeMap<>();
        collect("", documents, leaves);
        return leaves;
    }

    private static void collect(String path, JsonNode node, Map<String, String> leaves) {
        if (node.isObject()) {
            node.properties().forEach(member -> collect(path + "/" + member.getKey(), member.getValue(), leaves));
        } else {
            leaves.put(path, node.toString());
        }
    }

    private record WeightChange(int equal, int changed, Double relative) {
        static WeightChange of(Weights first, Weights second) {
            int changed = 0;
            double difference = 0;
            double length = 0;
            for (String array : first.shapes().keySet()) {
                float[] a = first.array(array);
                float[] b = second.array(array);
                double squares = 0;
                for (int i = 0; i < a.length; i++) {
                    squares += (double) (b[i] - a[i]) * (b[i] - a[i]);
                    length += (double) a[i] * a[i];
                }
                changed += squares > 0 ? 1 : 0;
                difference += squares;
            }
            return new WeightChange(first.shapes().size() - changed, changed, Math.sqrt(difference / length));
        }
    }
}

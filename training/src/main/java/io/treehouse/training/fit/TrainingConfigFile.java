package io.treehouse.training.fit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.lang3.StringUtils;

/** Reads a {@link TrainingConfig} from YAML and reports everything that is wrong with it at once. */
public final class TrainingConfigFile {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final int TYPING_ERRORS = 4;

    private TrainingConfigFile() {}

    /** Reads a file; {@link InputProblem} if it is missing, is no YAML or holds something that makes no sense. */
    public static TrainingConfig read(Path file) {
        ObjectNode merged = YAML.valueToTree(TrainingConfig.DEFAULTS);
        List<String> faults = new ArrayList<>();
        JsonNode given = parse(file);
        given.fields().forEachRemaining(field -> {
            if (merged.has(field.getKey())) {
                merged.set(field.getKey(), field.getValue());
            } else {
                faults.add(unknown(field.getKey(), merged));
            }
        });
        TrainingConfig config = convert(file, merged);
        faults.addAll(config.faults());
        if (!faults.isEmpty()) {
            throw problem(file, String.join("; ", faults), null);
        }
        return config;
    }

    private static JsonNode parse(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InputProblem(
                    Kind.NOT_FOUND,
                    "There is no training configuration at " + file.toAbsolutePath(),
                    "Give the path of a YAML file, such as training/configs/land-cover-1.yaml");
        }
        try {
            JsonNode given = YAML.readTree(file.toFile());
            if (given == null || !given.isObject()) {
                throw problem(file, "it holds no settings", null);
            }
            return given;
        } catch (IOException notYaml) {
            throw problem(file, "it is no YAML: " + firstLine(notYaml), notYaml);
        }
    }

    private static TrainingConfig convert(Path file, ObjectNode merged) {
        try {
            return YAML.treeToValue(merged, TrainingConfig.class);
        } catch (JsonProcessingException wrongType) {
            throw problem(file, firstLine(wrongType), wrongType);
        }
    }

    private static String firstLine(Exception cause) {
        return cause.getMessage().lines().findFirst().orElse("");
    }

    private static String unknown(String key, ObjectNode known) {
        String nearest = null;
        int distance = TYPING_ERRORS;
        for (var names = known.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            int changes = StringUtils.getLevenshteinDistance(key, name);
            if (changes < distance) {
                distance = changes;
                nearest = name;
            }
        }
        return "there is no setting '" + key + "'" + (nearest == null ? "" : ", did you mean '" + nearest + "'?");
    }

    private static InputProblem problem(Path file, String detail, Exception cause) {
        return new InputProblem(
                Kind.INVALID_DOCUMENT,
                "The training configuration " + file + " cannot be used: " + detail,
                "Correct the file; docs/training.md lists every setting",
                cause);
    }
}

package io.treehouse.training.fit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;

/** Reads a {@link TrainingConfig} from YAML and reports everything that is wrong with it at once. */
public final class TrainingConfigFile {
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    private static final int TYPING_ERRORS = 4;

    private static final Map<String, RecordComponent> SETTINGS = Arrays.stream(
                    TrainingConfig.class.getRecordComponents())
            .collect(Collectors.toMap(RecordComponent::getName, setting -> setting));

    private TrainingConfigFile() {}

    /** Reads a file; {@link InputProblem} if it is missing, is no YAML or holds something that makes no sense. */
    public static TrainingConfig read(Path file) {
        return read(file, List.of());
    }

    /** Reads a file as the shorter method does, with other licences than it names; none leaves those that it names. */
    public static TrainingConfig read(Path file, List<String> licences) {
        ObjectNode usable = YAML.valueToTree(TrainingConfig.DEFAULTS);
        List<String> faults = new ArrayList<>();
        ObjectNode settings = parse(file);
        if (!licences.isEmpty()) {
            settings.set("licences", YAML.valueToTree(licences));
        }
        settings.properties().forEach(given -> {
            String fault = fault(given.getKey(), given.getValue());
            if (fault == null) {
                usable.set(given.getKey(), given.getValue());
            } else {
                faults.add(fault);
            }
        });
        TrainingConfig config = convert(usable);
        faults.addAll(config.faults());
        if (!faults.isEmpty()) {
            throw problem(file, String.join("; ", faults), null);
        }
        return config;
    }

    private static ObjectNode parse(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InputProblem(
                    Kind.NOT_FOUND,
                    "There is no training configuration at " + file.toAbsolutePath(),
                    "Give the path of a YAML file, such as training/configs/land-cover-1.yaml");
        }
        try {
            if (YAML.readTree(file.toFile()) instanceof ObjectNode given) {
                return given;
            }
            throw problem(file, "it holds no settings", null);
        } catch (IOException notYaml) {
            throw problem(
                    file,
                    "it is no YAML: " + notYaml.getMessage().lines().findFirst().orElse(""),
                    notYaml);
        }
    }

    /** What is wrong with a setting by itself: its name, or that its value is missing or of another type; null if nothing. */
    private static String fault(String name, JsonNode value) {
        RecordComponent setting = SETTINGS.get(name);
        if (setting == null) {
            return unknown(name);
        }
        if (value.isNull()) {
            return name + " has no value";
        }
        try {
            YAML.treeToValue(value, YAML.constructType(setting.getGenericType()));
            return null;
        } catch (JsonProcessingException wrongType) {
            return "%s must be %s, not %s".formatted(name, wanted(setting.getType()), value);
        }
    }

    private static String wanted(Class<?> type) {
        if (type == Integer.class || type == Long.class) {
            return "a whole number";
        }
        if (type == Double.class) {
            return "a number";
        }
        if (type == List.class) {
            return "a list of texts";
        }
        return type == Map.class ? "a weight for each data set" : "a text";
    }

    private static TrainingConfig convert(ObjectNode usable) {
        try {
            return YAML.treeToValue(usable, TrainingConfig.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Each value was converted before", impossible);
        }
    }

    private static String unknown(String name) {
        String suggestion = SETTINGS.keySet().stream()
                .min(Comparator.comparing((String known) -> changes(name, known))
                        .thenComparing(known -> known))
                .filter(nearest -> changes(name, nearest) < TYPING_ERRORS)
                .map(nearest -> ", did you mean '" + nearest + "'?")
                .orElse("");
        return "there is no setting '" + name + "'" + suggestion;
    }

    private static int changes(String name, String known) {
        return StringUtils.getLevenshteinDistance(name, known);
    }

    private static InputProblem problem(Path file, String detail, Exception cause) {
        return new InputProblem(
                Kind.INVALID_DOCUMENT,
                "The training configuration " + file + " cannot be used: " + detail,
                "Correct the file; docs/training.md lists every setting",
                cause);
    }
}

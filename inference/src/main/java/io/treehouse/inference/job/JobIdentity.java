package io.treehouse.inference.job;

import io.treehouse.inference.classify.ServedModel;
import io.treehouse.inference.classify.TileRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All that the network's answers of a job follow from: finished windows may be used again only where all of it is the
 * same. Immutable.
 *
 * @param parts values by what they are, in words
 */
record JobIdentity(Map<String, String> parts) {
    private static final String SEPARATOR = "=";

    JobIdentity {
        parts = new LinkedHashMap<>(parts);
    }

    static JobIdentity of(InputFingerprint input, TileRequest request, ServedModel model, String programVersion) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("the input", "%d bytes, %s, %s".formatted(input.bytes(), input.modified(), input.sha256()));
        parts.put("the parameters", request.options().toString());
        request.areaOfInterest()
                .ifPresent(area -> parts.put(
                        "the area of interest", InputFingerprint.of(area).sha256()));
        parts.put("the model", model.sha256());
        parts.put(
                "the arithmetic",
                String.join(", ", model.engine(), model.precision(), model.processor(), model.instructionSet()));
        parts.put("the program's version", programVersion);
        return new JobIdentity(parts);
    }

    /** What changed since an earlier run, in words; empty if nothing did. */
    Optional<String> changedSince(JobIdentity earlier) {
        List<String> changed = parts.keySet().stream()
                .filter(part -> !parts.get(part).equals(earlier.parts.get(part)))
                .toList();
        return changed.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", changed));
    }

    /** As text of one line a part. */
    String text() {
        return parts.entrySet().stream()
                .map(part -> part.getKey() + SEPARATOR + part.getValue().replace('\n', ' '))
                .collect(Collectors.joining("\n"));
    }

    static JobIdentity parse(String text) {
        Map<String, String> parts = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            int separator = line.indexOf(SEPARATOR);
            if (separator > 0) {
                parts.put(line.substring(0, separator), line.substring(separator + 1));
            }
        });
        return new JobIdentity(parts);
    }
}

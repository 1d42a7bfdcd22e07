package io.treehouse.server.cli;

import static io.treehouse.datasets.vector.FeatureField.number;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.vector.FeatureField;
import io.treehouse.datasets.vector.FeatureField.Type;
import io.treehouse.datasets.vector.FeatureWriter;
import io.treehouse.datasets.vector.VectorFeature;
import io.treehouse.inference.settlement.Settlement;
import io.treehouse.inference.settlement.SettlementRule;
import io.treehouse.inference.settlement.SettlementSurvey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Polygon;

/** The file of settlements' outlines; nothing is written where none is wanted. Belongs to one thread. */
final class SettlementFile implements AutoCloseable {
    private static final List<FeatureField> FIELDS = List.of(
            number("builtUpM2", "m2", "Ground of building and built_up in its cells"),
            number("areaM2", "m2", "Ground of its cells"),
            number("urbanM2", "m2", "Ground of its urban cells"),
            number("suburbanM2", "m2", "Ground of its suburban cells"),
            number("openM2", "m2", "Ground of its open cells"),
            number("outlineM2", "m2", "Ground within its outline"),
            new FeatureField("touchesEdge", Type.FLAG, "", "Whether it may go on beyond the imagery"));

    private final Optional<FeatureWriter> writer;

    private SettlementFile(Optional<FeatureWriter> writer) {
        this.writer = writer;
    }

    /**
     * Begins the file.
     *
     * @param file null if none is wanted
     * @param minimumM2 area of cells below which there is no settlement
     */
    static SettlementFile create(Path file, SettlementSurvey survey, SettlementRule rule, double minimumM2)
            throws IOException {
        if (file == null) {
            return new SettlementFile(Optional.empty());
        }
        if (survey.crs().isEmpty()) {
            throw new InputProblem(
                    Kind.NOT_GEOREFERENCED,
                    "The class map is not georeferenced, so its settlements have no place on Earth",
                    "Leave --outlines out");
        }
        Files.deleteIfExists(file);
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("RULE", rule.label());
        rule.parameters().forEach((name, value) -> metadata.put("RULE_" + name, Double.toString(value)));
        metadata.put("MINIMUM_M2", Double.toString(minimumM2));
        metadata.put("CELL_M", Double.toString(survey.cellM()));
        metadata.put("MAPS", new ObjectMapper().writeValueAsString(survey.sources()));
        metadata.put("PROGRAM_VERSION", ModelOptions.PROGRAM_VERSION);
        return new SettlementFile(Optional.of(
                FeatureWriter.create(VectorFiles.format(file), file, "settlements", survey.grid(), FIELDS, metadata)));
    }

    /** Writes a settlement with its outline in pixels. */
    void write(Settlement settlement, Polygon outline) {
        writer.ifPresent(open -> open.write(new VectorFeature(
                settlement.id(),
                outline,
                null,
                Map.of(
                        "builtUpM2", settlement.builtUpM2(),
                        "areaM2", settlement.areaM2(),
                        "urbanM2", settlement.urbanM2(),
                        "suburbanM2", settlement.suburbanM2(),
                        "openM2", settlement.openM2(),
                        "outlineM2", settlement.outlineM2(),
                        "touchesEdge", settlement.touchesEdge()))));
    }

    /** Completes the file. */
    void finish() {
        writer.ifPresent(FeatureWriter::finish);
    }

    @Override
    public void close() {
        writer.ifPresent(FeatureWriter::close);
    }
}

package io.treehouse.server.retraining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.model.registry.ModelId;
import io.treehouse.training.retrain.RetrainingRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What somebody asks for; all but the catalogues may be left out. The meaning of each member is that of the option of {@code
 * ./treehouse retrain}.
 *
 * @param catalogs new imagery: names of data sets, or paths of their dataset.json, in the server's folder of catalogues
 * @param feedback whether what people said about answers is trained on, too
 * @param from NAME@VERSION to start from
 * @param version version of the model that comes out
 * @param replayShare share of old data among the crops
 * @param holdOut share of new places held out where the split files hold out none
 * @param steps steps at most
 * @param minutes minutes of the training at most
 * @param learningRate highest learning rate
 * @param promote whether the candidate is promoted if it may serve
 * @param locked whether the locked places are shown, too
 */
public record RetrainingOrder(
        List<String> catalogs,
        Boolean feedback,
        String from,
        String version,
        Double replayShare,
        Double holdOut,
        Integer steps,
        Double minutes,
        Double learningRate,
        Boolean promote,
        Boolean locked) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    public RetrainingOrder {
        catalogs = catalogs == null ? List.of() : List.copyOf(catalogs);
    }

    /**
     * Reads a document.
     *
     * @throws InputProblem if a member is unknown or of the wrong kind, or a value makes no sense
     */
    public static RetrainingOrder read(JsonNode document) {
        try {
            RetrainingOrder order = JSON.treeToValue(document, RetrainingOrder.class);
            if (order == null) {
                throw invalid("it is null", null);
            }
            return order;
        } catch (UnrecognizedPropertyException unknown) {
            throw invalid("it has no member '" + unknown.getPropertyName() + "'", unknown);
        } catch (JsonMappingException wrong) {
            String member = wrong.getPath().isEmpty()
                    ? "it is no JSON object"
                    : "its member '" + wrong.getPath().get(0).getFieldName() + "' is of another kind";
            throw invalid(member, wrong);
        } catch (JsonProcessingException fault) {
            throw invalid(fault.getOriginalMessage().lines().findFirst().orElse(""), fault);
        }
    }

    /** The same with the catalogues that stand behind its names. */
    RetrainingRequest request(List<Path> files) {
        if (Boolean.TRUE.equals(promote) && from != null) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "'promote' and 'from' do not go together: the candidate is measured beside its start.",
                    "Leave one of them out.");
        }
        double limit = Objects.requireNonNullElse(minutes, 0.0);
        return new RetrainingRequest(
                files,
                Optional.ofNullable(from).map(ModelId::parse),
                Optional.ofNullable(version),
                Objects.requireNonNullElse(replayShare, RetrainingRequest.DEFAULT_REPLAY_SHARE),
                Objects.requireNonNullElse(holdOut, RetrainingRequest.DEFAULT_HOLD_OUT),
                steps == null ? RetrainingRequest.defaultSteps(limit) : steps,
                limit,
                Objects.requireNonNullElse(learningRate, RetrainingRequest.DEFAULT_LEARNING_RATE));
    }

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static RetrainingOrder ofJson(String json) {
        try {
            return JSON.readValue(json, RetrainingOrder.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException(damaged);
        }
    }

    private static InputProblem invalid(String why, Exception cause) {
        return new InputProblem(
                Kind.INVALID_DOCUMENT,
                "The retraining that was asked for cannot be understood: " + why + ".",
                "Send the members that /v1/schemas/RetrainingRequest lists.",
                cause);
    }
}

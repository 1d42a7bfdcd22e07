package io.treehouse.inference.carbon.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.treehouse.datasets.document.DocumentSchema;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.util.List;

/** Refuses requests that do not follow their schema. */
public final class RequestFaults {
    private static final int MOST_TOLD = 20;

    private RequestFaults() {}

    /**
     * Checks a request.
     *
     * @param name what it is, such as {@code request for an estimate}
     * @throws InputProblem if it does not follow the schema; tells the first faults
     */
    public static void require(DocumentSchema schema, JsonNode document, String name) {
        List<String> faults = schema.faults(document);
        if (!faults.isEmpty()) {
            String more = faults.size() > MOST_TOLD ? "; and " + (faults.size() - MOST_TOLD) + " more" : "";
            throw new InputProblem(
                    Kind.INVALID_DOCUMENT,
                    "The " + name + " cannot be used: "
                            + String.join("; ", faults.subList(0, Math.min(MOST_TOLD, faults.size()))) + more,
                    "Correct it; /openapi.json has its schema and docs/carbon.md examples");
        }
    }
}

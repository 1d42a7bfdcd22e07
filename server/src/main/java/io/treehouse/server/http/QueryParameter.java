package io.treehouse.server.http;

import io.javalin.http.Context;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A parameter of a query. Requests are read by it, the contract describes it and messages name it, so that none of them says
 * what the others do not.
 *
 * @param name its name
 * @param description what it means, for the contract; begins with a capital letter and ends without a full stop
 * @param values those that it can have; empty if there are more than can be listed
 */
record QueryParameter(String name, String description, List<String> values) {
    QueryParameter {
        values = List.copyOf(values);
    }

    static QueryParameter of(String name, String description, String... values) {
        return new QueryParameter(name, description, List.of(values));
    }

    /**
     * What a request says by some parameters; those that it does not give are missing.
     *
     * @param known all that the operation takes
     * @throws InputProblem if another is given, one more than once, or one has a value that it cannot have
     */
    static Map<String, String> read(Context context, List<QueryParameter> known) {
        Map<String, List<String>> query = Query.of(context);
        TreeSet<String> unknown = new TreeSet<>(query.keySet());
        known.forEach(parameter -> unknown.remove(parameter.name));
        if (!unknown.isEmpty()) {
            throw invalid("Unknown parameter: " + String.join(", ", unknown) + ".", remedy(known));
        }
        Map<String, String> given = new LinkedHashMap<>();
        for (QueryParameter parameter : known) {
            List<String> values = query.getOrDefault(parameter.name, List.of());
            if (values.size() > 1) {
                throw invalid(
                        "The parameter '" + parameter.name + "' is given " + values.size() + " times.", remedy(known));
            }
            values.forEach(value -> given.put(parameter.name, parameter.checked(value)));
        }
        return given;
    }

    private String checked(String value) {
        if (values.isEmpty() || values.contains(value)) {
            return value;
        }
        throw invalid(
                "The parameter " + name + " cannot be '" + value + "'.",
                "Give " + String.join(", ", values) + " or leave it out. " + description + ".");
    }

    private static String remedy(List<QueryParameter> known) {
        return known.isEmpty()
                ? "Leave it out; the request takes no parameters, and what is asked for stands in its path and body."
                : "The parameters are %s, each at most once."
                        .formatted(known.stream().map(QueryParameter::name).collect(Collectors.joining(", ")));
    }

    private static InputProblem invalid(String detail, String remedy) {
        return new InputProblem(Kind.INVALID_PARAMETER, detail, remedy);
    }
}

package io.treehouse.server.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.datasets.document.Known;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * JSON Schemas (2020-12) of records as Jackson writes them: primitives and what is {@link Known} are never null, all else may
 * be. Of enums they list the texts. Units stand in names; {@code x-unit} says them to programs, in UCUM.
 */
final class RecordSchemas {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The keyword for units. */
    static final String UNIT = "x-unit";

    /** How names end by their unit; the longest ending that fits counts. */
    private static final Map<String, String> UNITS = Map.of(
            "M2", "m2",
            "Metres", "m",
            "M", "m",
            "Millis", "ms",
            "Kg", "kg",
            "KgCo2e", "kg{CO2e}",
            "KgCo2ePerYear", "kg{CO2e}/a",
            "Percent", "%");

    private RecordSchemas() {}

    /** The unit that a name ends with; empty if it has none. */
    static Optional<String> unit(String name) {
        return UNITS.keySet().stream()
                .filter(ending -> name.matches(".*[a-z0-9]" + ending) || name.equals(decapitalised(ending)))
                .max(Comparator.comparingInt(String::length))
                .map(UNITS::get);
    }

    /** A name that is nothing but a unit: {@code kgCo2e}. */
    private static String decapitalised(String ending) {
        return Character.toLowerCase(ending.charAt(0)) + ending.substring(1);
    }

    static ObjectNode of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic);
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isRecord()) {
            return ofRecord(raw);
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return typed("boolean", !raw.isPrimitive());
        }
        if (raw == int.class || raw == long.class || raw == Integer.class || raw == Long.class) {
            return typed("integer", !raw.isPrimitive());
        }
        if (raw == double.class || raw == float.class || Number.class.isAssignableFrom(raw)) {
            return typed("number", !raw.isPrimitive());
        }
        if (raw.isEnum()) {
            return ofEnum(raw);
        }
        return raw == String.class ? typed("string", true) : JSON.objectNode();
    }

    /** Its texts as Jackson writes them, and null last. */
    private static ObjectNode ofEnum(Class<?> raw) {
        ObjectNode schema = typed("string", true);
        ArrayNode texts = schema.putArray("enum");
        List.of(raw.getEnumConstants()).forEach(constant -> texts.add(MAPPER.<JsonNode>valueToTree(constant)));
        texts.addNull();
        return schema;
    }

    private static ObjectNode ofRecord(Class<?> raw) {
        ObjectNode schema = typed("object", true);
        ObjectNode properties = schema.putObject("properties");
        for (RecordComponent component : raw.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                include(ofRecord(component.getType()), schema);
                continue;
            }
            ObjectNode property = of(component.getGenericType());
            unit(component.getName()).ifPresent(unit -> property.put(UNIT, unit));
            Optional.ofNullable(component.getAnnotation(Known.class)).ifPresent(known -> know(property, known));
            properties.set(component.getName(), property);
            schema.withArray("required").add(component.getName());
        }
        return schema;
    }

    private static void know(ObjectNode property, Known known) {
        List.of("", "/items", "/additionalProperties").forEach(held -> {
            if (property.at(held) instanceof ObjectNode schema
                    && schema.path("type").isArray()) {
                schema.set("type", schema.get("type").get(0));
                if (schema.path("enum") instanceof ArrayNode texts) {
                    texts.remove(texts.size() - 1);
                }
            }
        });
        List.of(known.value()).forEach(value -> property.withArray("enum").add(value));
    }

    /** The members of an unwrapped record stand among those of the record that holds it. */
    private static void include(ObjectNode unwrapped, ObjectNode schema) {
        schema.withObject("/properties").setAll((ObjectNode) unwrapped.get("properties"));
        schema.withArray("required").addAll(unwrapped.withArray("required"));
    }

    private static ObjectNode ofGeneric(ParameterizedType generic) {
        Class<?> raw = (Class<?>) generic.getRawType();
        Type[] arguments = generic.getActualTypeArguments();
        if (Collection.class.isAssignableFrom(raw)) {
            return typed("array", true).set("items", of(arguments[0]));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return typed("object", true).set("additionalProperties", of(arguments[1]));
        }
        return JSON.objectNode();
    }

    private static ObjectNode typed(String name, boolean nullable) {
        ObjectNode schema = JSON.objectNode();
        JsonNode plain = JSON.textNode(name);
        schema.set("type", nullable ? JSON.arrayNode().add(plain).add("null") : plain);
        return schema;
    }
}

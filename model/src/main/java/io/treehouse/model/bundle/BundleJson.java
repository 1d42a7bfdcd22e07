package io.treehouse.model.bundle;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.treehouse.model.network.Node;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The JSON of bundles: strict when read, the same bytes for the same values when written. */
final class BundleJson {
    /** Names of the kinds of nodes in {@code network.json}. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Node.Convolution.class, name = "convolution"),
        @JsonSubTypes.Type(value = Node.Addition.class, name = "addition"),
        @JsonSubTypes.Type(value = Node.Resize.class, name = "resize")
    })
    private interface NodeTypes {}

    /** What a model does not have is not written, so that earlier programs read its bundle. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private interface InputMembers {}

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addMixIn(Node.class, NodeTypes.class)
            .addMixIn(ModelInput.class, InputMembers.class)
            // Only what records hold, not what their methods derive.
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final ObjectWriter WRITER =
            MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private BundleJson() {}

    static byte[] write(Object value) {
        try {
            return WRITER.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static JsonNode readTree(String place, byte[] json) throws MalformedBundleException {
        try {
            return MAPPER.readTree(json);
        } catch (IOException malformed) {
            throw new MalformedBundleException(place, summary(malformed), malformed);
        }
    }

    static <T> T read(String place, byte[] json, Class<T> type) throws MalformedBundleException {
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new MalformedBundleException(place, "it is null", null);
            }
            return value;
        } catch (IOException malformed) {
            throw new MalformedBundleException(place, summary(malformed), malformed);
        }
    }

    /** Jackson's message without the excerpt of the source that follows it. */
    private static String summary(IOException malformed) {
        return malformed instanceof JsonProcessingException json ? json.getOriginalMessage() : malformed.getMessage();
    }
}

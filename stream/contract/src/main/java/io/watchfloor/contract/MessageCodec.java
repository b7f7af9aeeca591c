package io.watchfloor.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Messages as JSON: the record's fields, and in front of them {@code kind} and {@code v}. A reader ignores fields it
 * does not know and refuses a version it does not know.
 */
public final class MessageCodec {
    private static final ObjectMapper JSON = Json.mapper();

    private MessageCodec() {}

    /** The message as one line of JSON. */
    public static String encode(Object message) {
        MessageKind kind = MessageKind.of(message);
        ObjectNode node = JSON.createObjectNode();
        node.put("kind", kind.wireName()).put("v", kind.version());
        node.setAll((ObjectNode) JSON.valueToTree(message));
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of plain fields can always be written", e);
        }
    }

    /**
     * Reads a message of whatever kind.
     *
     * @throws MalformedMessageException when it is not JSON, or of an unknown kind or version, or a field is off
     */
    public static Object decode(String json) {
        JsonNode node;
        try {
            node = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new MalformedMessageException("not JSON: " + e.getOriginalMessage(), e);
        }
        String name = node.path("kind").asText("");
        MessageKind kind = MessageKind.findByWireName(name)
                .orElseThrow(() -> new MalformedMessageException("unknown kind '" + name + "'", null));
        int version = node.path("v").asInt(0);
        if (version < 1 || version > kind.version()) {
            throw new MalformedMessageException(
                    "version " + version + " of " + name + " cannot be read; this is version " + kind.version(), null);
        }
        try {
            return JSON.treeToValue(node, kind.type());
        } catch (JsonProcessingException e) {
            throw new MalformedMessageException(name + ": " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Reads a message of the kind that is expected.
     *
     * @throws MalformedMessageException as {@link #decode(String)}, or when it is of another kind
     */
    public static <T> T decode(String json, Class<T> type) {
        Object message = decode(json);
        if (!type.isInstance(message)) {
            throw new MalformedMessageException(
                    "expected " + type.getSimpleName() + ", not "
                            + message.getClass().getSimpleName(),
                    null);
        }
        return type.cast(message);
    }
}

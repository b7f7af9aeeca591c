package io.watchfloor.contract;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

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
        try {
            // every message has fields of its own, so what follows the brace follows a comma
            return "{\"kind\":\"" + kind.wireName() + "\",\"v\":" + kind.version() + ","
                    + JSON.writeValueAsString(message).substring(1);
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
        MessageKind kind = kindOf(json);
        try {
            return JSON.readValue(json, kind.type());
        } catch (JsonParseException e) {
            throw notJson(e);
        } catch (JsonProcessingException e) {
            throw new MalformedMessageException(kind.wireName() + ": " + e.getOriginalMessage(), e);
        }
    }

    /** What it says it is, in a version that can be read; looks no further than it has to. */
    private static MessageKind kindOf(String json) {
        String name = "";
        int version = 0;
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedMessageException("not JSON: an object is expected", null);
            }
            while ((name.isEmpty() || version == 0) && parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                if (field.equals("kind") && value == JsonToken.VALUE_STRING) {
                    name = parser.getText();
                } else if (field.equals("v") && value == JsonToken.VALUE_NUMBER_INT) {
                    version = parser.getIntValue();
                } else {
                    parser.skipChildren();
                }
            }
        } catch (IOException e) {
            throw notJson(e);
        }
        return readable(name, version);
    }

    private static MessageKind readable(String name, int version) {
        MessageKind kind = MessageKind.findByWireName(name)
                .orElseThrow(() -> new MalformedMessageException("unknown kind '" + name + "'", null));
        if (version < 1 || version > kind.version()) {
            throw new MalformedMessageException(
                    "version " + version + " of " + name + " cannot be read; this is version " + kind.version(), null);
        }
        return kind;
    }

    private static MalformedMessageException notJson(IOException e) {
        String why = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
        return new MalformedMessageException("not JSON: " + why, e);
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

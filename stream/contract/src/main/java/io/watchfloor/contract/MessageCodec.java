package io.watchfloor.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Messages as JSON: the record's fields, and in front of them {@code kind} and {@code v}. A reader ignores fields it
 * does not know and refuses a version it does not know.
 */
public final class MessageCodec {
    private static final ObjectMapper JSON = Json.mapper();
    /** By kind, so that no message looks for its own anew. */
    private static final Map<MessageKind, ObjectReader> READERS = new EnumMap<>(MessageKind.class);

    /** For what this class wrote: it has no duplicate keys, and looking for them costs a third of reading it. */
    private static final JsonFactory WRITTEN = Json.factory(false);

    private static final Map<MessageKind, ObjectWriter> WRITERS = new EnumMap<>(MessageKind.class);
    /** What stands in front of the record's own fields; the brace of these is left out. */
    private static final Map<MessageKind, byte[]> HEADS = new EnumMap<>(MessageKind.class);

    static {
        for (MessageKind kind : MessageKind.values()) {
            READERS.put(kind, JSON.readerFor(kind.type()));
            WRITERS.put(kind, JSON.writerFor(kind.type()));
            String head = "{\"kind\":\"" + kind.wireName() + "\",\"v\":" + kind.version() + ",";
            HEADS.put(kind, head.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** The text, as often as it must be read from its beginning. */
    private interface Opening {
        JsonParser open() throws IOException;
    }

    private MessageCodec() {}

    /** The message as one line of JSON. */
    public static String encode(Object message) {
        return new String(encodeUtf8(message), StandardCharsets.UTF_8);
    }

    /** The same in UTF-8, for whoever sends bytes. */
    public static byte[] encodeUtf8(Object message) {
        MessageKind kind = MessageKind.of(message);
        try {
            byte[] head = HEADS.get(kind);
            byte[] body = WRITERS.get(kind).writeValueAsBytes(message);
            // every message has fields of its own, so what follows the brace follows a comma
            byte[] whole = Arrays.copyOf(head, head.length + body.length - 1);
            System.arraycopy(body, 1, whole, head.length, body.length - 1);
            return whole;
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
        return decode(() -> JSON.createParser(json));
    }

    /**
     * The same from UTF-8 that is known to be well-formed, as {@link #encodeUtf8} writes it. Duplicate keys are not looked
     * for.
     *
     * @throws MalformedMessageException as {@link #decode(String)}
     */
    public static Object decode(byte[] json) {
        // what begins otherwise might be taken for another encoding
        boolean isPlain = json.length > 1 && json[0] == '{' && json[1] == '"';
        return isPlain ? decode(() -> WRITTEN.createParser(json)) : decode(new String(json, StandardCharsets.UTF_8));
    }

    private static Object decode(Opening json) {
        MessageKind kind = null;
        try {
            try (JsonParser parser = json.open()) {
                kind = findKindInFront(parser);
                if (kind != null) {
                    return READERS.get(kind).readValue(parser);
                }
            }
            kind = kindOf(json);
            try (JsonParser parser = json.open()) {
                return READERS.get(kind).readValue(parser);
            }
        } catch (JsonParseException e) {
            throw notJson(e);
        } catch (JsonProcessingException e) {
            throw new MalformedMessageException(
                    (kind == null ? "message" : kind.wireName()) + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw notJson(e);
        }
    }

    /**
     * The kind when it and the version stand first, as this project writes them: the rest can then be read on from there.
     * Null when they stand elsewhere.
     */
    private static MessageKind findKindInFront(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT
                || !"kind".equals(parser.nextFieldName())
                || parser.nextToken() != JsonToken.VALUE_STRING) {
            return null;
        }
        String name = parser.getText();
        if (!"v".equals(parser.nextFieldName()) || parser.nextToken() != JsonToken.VALUE_NUMBER_INT) {
            return null;
        }
        int version = parser.getIntValue();
        return parser.nextToken() == JsonToken.FIELD_NAME ? readable(name, version) : null;
    }

    /** What it says it is, in a version that can be read; looks no further than it has to. */
    private static MessageKind kindOf(Opening json) throws IOException {
        String name = "";
        int version = 0;
        try (JsonParser parser = json.open()) {
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
        return expect(decode(json), type);
    }

    /**
     * Reads a message of the kind that is expected, as {@link #decode(byte[])}.
     *
     * @throws MalformedMessageException as {@link #decode(String)}, or when it is of another kind
     */
    public static <T> T decode(byte[] json, Class<T> type) {
        return expect(decode(json), type);
    }

    private static <T> T expect(Object message, Class<T> type) {
        if (!type.isInstance(message)) {
            throw new MalformedMessageException(
                    "expected " + type.getSimpleName() + ", not "
                            + message.getClass().getSimpleName(),
                    null);
        }
        return type.cast(message);
    }
}

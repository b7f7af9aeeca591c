package io.watchfloor.pipeline.io;

import io.watchfloor.contract.Channels;
import io.watchfloor.contract.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.resps.StreamEntryBinary;

/** One entry of a Redis Stream as it came off the wire; what is in it may be anything. */
public final class StreamEntry {
    private static final byte[] KIND = Bytes.of(Channels.KIND_FIELD);
    private static final byte[] MESSAGE = Bytes.of(Channels.MESSAGE_FIELD);

    private final String stream;
    private final StreamEntryBinary entry;
    private final String kind;
    private final byte[] message;

    /** Goes through the fields once: the client copies them all each time it is asked for them. */
    StreamEntry(String stream, StreamEntryBinary entry) {
        this.stream = stream;
        this.entry = entry;
        byte[] foundKind = null;
        byte[] foundMessage = null;
        for (Map.Entry<byte[], byte[]> field : entry.getFields().entrySet()) {
            if (Arrays.equals(field.getKey(), KIND)) {
                foundKind = field.getValue();
            } else if (Arrays.equals(field.getKey(), MESSAGE)) {
                foundMessage = field.getValue();
            }
        }
        kind = foundKind == null ? null : Bytes.text(foundKind);
        message = foundMessage;
    }

    public String stream() {
        return stream;
    }

    public StreamEntryID id() {
        return entry.getID();
    }

    /** Whether the entry says it carries this kind of message. */
    boolean isOfKind(String wireName) {
        return wireName.equals(kind);
    }

    /** The message's bytes; null when the entry has none. */
    byte[] message() {
        return message;
    }

    /** What to keep when the entry is refused: the message's bytes, or all fields as JSON when there is none. */
    String rawBase64() {
        return Base64.getEncoder().encodeToString(message != null ? message : fieldsAsJson());
    }

    private byte[] fieldsAsJson() {
        Map<String, String> fields = new LinkedHashMap<>();
        entry.getFields()
                .forEach((name, value) -> fields.put(
                        new String(name, StandardCharsets.ISO_8859_1), new String(value, StandardCharsets.ISO_8859_1)));
        return Json.mapper().valueToTree(fields).toString().getBytes(StandardCharsets.UTF_8);
    }
}

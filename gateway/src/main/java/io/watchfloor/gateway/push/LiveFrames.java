package io.watchfloor.gateway.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.buffer.Buffer;
import io.watchfloor.contract.Json;
import io.watchfloor.contract.live.Health;
import io.watchfloor.contract.live.LiveMessage;
import io.watchfloor.contract.live.Removed;
import io.watchfloor.gateway.picture.Parts;
import io.watchfloor.gateway.redis.StreamId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/**
 * Writes {@link LiveMessage}s from parts that are JSON already, so that an incident is written out once for all
 * messages and consoles that carry it.
 */
public final class LiveFrames {
    private final String world;
    private final Clock clock;

    /** Messages of this world. */
    public LiveFrames(String world, Clock clock) {
        this.world = world;
        this.clock = clock;
    }

    /** Everything there is; lists are empty rather than absent. */
    public Buffer snapshot(StreamId seq, Parts parts, Health health) {
        Buffer out = begin("snapshot", seq);
        list(out, "incidents", parts.incidents(), true);
        list(out, "assignments", parts.assignments(), true);
        list(out, "people", parts.people(), true);
        list(out, "alerts", parts.alerts(), true);
        list(out, "alertDecisions", parts.alertDecisions(), true);
        list(out, "notices", parts.notices(), true);
        value(out, "health", health);
        return end(out);
    }

    /** What changed; what did not change is absent, and so is {@code health} when it is null. */
    public Buffer delta(StreamId seq, Parts parts, Health health) {
        Buffer out = begin("delta", seq);
        if (parts != null) {
            list(out, "incidents", parts.incidents(), false);
            list(out, "assignments", parts.assignments(), false);
            list(out, "people", parts.people(), false);
            list(out, "alerts", parts.alerts(), false);
            list(out, "alertDecisions", parts.alertDecisions(), false);
            list(out, "notices", parts.notices(), false);
            Removed removed = parts.removed();
            value(out, "removed", removed);
        }
        value(out, "health", health);
        return end(out);
    }

    /** Only how old the picture is. */
    public Buffer heartbeat(StreamId seq) {
        return end(begin("heartbeat", seq));
    }

    private Buffer begin(String kind, StreamId seq) {
        return Buffer.buffer(1024)
                .appendString("{\"kind\":\"" + kind + "\",\"v\":" + LiveMessage.VERSION + ",\"world\":\"" + world
                        + "\",\"seq\":\"" + seq + "\",\"asOf\":\"" + clock.instant() + "\"");
    }

    private static Buffer end(Buffer out) {
        return out.appendByte((byte) '}');
    }

    private static void list(Buffer out, String name, List<byte[]> items, boolean evenWhenEmpty) {
        if (items.isEmpty() && !evenWhenEmpty) {
            return;
        }
        out.appendString(",\"" + name + "\":[");
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                out.appendByte((byte) ',');
            }
            out.appendBytes(items.get(i));
        }
        out.appendByte((byte) ']');
    }

    private static void value(Buffer out, String name, Object value) {
        if (value == null) {
            return;
        }
        try {
            out.appendString(",\"" + name + "\":", StandardCharsets.UTF_8.name())
                    .appendBytes(Json.mapper().writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of plain fields can always be written", e);
        }
    }
}

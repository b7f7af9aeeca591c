package io.watchfloor.gateway.redis;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import io.watchfloor.contract.Channels;
import java.util.ArrayList;
import java.util.List;

/** Reads the shapes in which Redis answers. */
public final class RedisReplies {
    private static final Buffer NONE = Buffer.buffer();

    private RedisReplies() {}

    /** Whether Redis itself said no, so that the connection is sound. */
    public static boolean isErrorReply(Throwable failure) {
        return failure instanceof Response response && response.type() == ResponseType.ERROR;
    }

    /** Fails with what Redis says of the first of a transaction's commands that it refused; the answer alone does not. */
    static Future<Void> allDone(Response outcomes) {
        for (Response outcome : outcomes) {
            if (outcome != null && outcome.type() == ResponseType.ERROR) {
                return Future.failedFuture(outcome.toString());
            }
        }
        return Future.succeededFuture();
    }

    /** Whether a script is unknown to the server: it was restarted since the script was sent. */
    public static boolean isUnknownScript(Throwable failure) {
        return failure.getMessage() != null && failure.getMessage().startsWith("NOSCRIPT");
    }

    /** The entries of one stream, as XRANGE, XREVRANGE and each stream of XREAD give them. */
    public static List<StreamEntry> entries(Response entries) {
        List<StreamEntry> list = new ArrayList<>(entries.size());
        for (Response entry : entries) {
            list.add(entry(entry));
        }
        return list;
    }

    private static StreamEntry entry(Response entry) {
        String kind = null;
        Buffer message = NONE;
        Response fields = entry.get(1);
        int size = fields == null ? 0 : fields.size();
        for (int i = 0; i + 1 < size; i += 2) {
            String name = fields.get(i).toString();
            if (name.equals(Channels.KIND_FIELD)) {
                kind = fields.get(i + 1).toString();
            } else if (name.equals(Channels.MESSAGE_FIELD)) {
                message = fields.get(i + 1).toBuffer();
            }
        }
        return new StreamEntry(StreamId.parse(entry.get(0).toString()), kind, message);
    }
}

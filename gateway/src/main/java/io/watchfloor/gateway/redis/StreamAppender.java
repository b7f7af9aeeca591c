package io.watchfloor.gateway.redis;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.watchfloor.contract.Channels;
import io.watchfloor.contract.MessageCodec;
import io.watchfloor.contract.MessageKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Appends messages to streams, in order. While one batch is under way further ones wait, so that many share one fsync;
 * when too many wait, the next is refused.
 */
public final class StreamAppender {
    private static final int MAX_BATCH = 500;

    private final RedisLink link;
    private final int capacity;
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
    private boolean writing;

    private record Waiting(Request command, Promise<Void> written) {}

    /** At most {@code capacity} messages wait. */
    public StreamAppender(RedisLink link, int capacity) {
        this.link = link;
        this.capacity = capacity;
    }

    /**
     * Appends a message, and keeps about so many of the newest entries of that stream.
     *
     * @return fails when Redis could not be reached, or when too many messages wait
     */
    public Future<Void> append(String stream, int entriesKept, Object message) {
        return enqueue(Request.cmd(Command.XADD)
                .arg(stream)
                .arg("MAXLEN")
                .arg("~")
                .arg(entriesKept)
                .arg("*")
                .arg(Channels.KIND_FIELD)
                .arg(MessageKind.of(message).wireName())
                .arg(Channels.MESSAGE_FIELD)
                .arg(MessageCodec.encode(message)));
    }

    /** Appends a message that is JSON already; the stream is not trimmed. */
    public Future<Void> append(String stream, String kind, String json) {
        return enqueue(Request.cmd(Command.XADD)
                .arg(stream)
                .arg("*")
                .arg(Channels.KIND_FIELD)
                .arg(kind)
                .arg(Channels.MESSAGE_FIELD)
                .arg(json));
    }

    /** How many messages wait. */
    public int depth() {
        return queue.size();
    }

    private Future<Void> enqueue(Request command) {
        if (queue.size() >= capacity) {
            return Future.failedFuture("too many messages wait to be written");
        }
        Promise<Void> written = Promise.promise();
        queue.add(new Waiting(command, written));
        flush();
        return written.future();
    }

    private void flush() {
        if (writing || queue.isEmpty()) {
            return;
        }
        writing = true;
        List<Waiting> batch = new ArrayList<>(Math.min(MAX_BATCH, queue.size()));
        while (!queue.isEmpty() && batch.size() < MAX_BATCH) {
            batch.add(queue.poll());
        }
        link.batch(asTransaction(batch)).onComplete(result -> {
            writing = false;
            for (Waiting waiting : batch) {
                if (result.succeeded()) {
                    waiting.written().complete();
                } else {
                    waiting.written().fail(result.cause());
                }
            }
            flush();
        });
    }

    /** All or nothing: a repetition after a refusal adds nothing twice. */
    private static List<Request> asTransaction(List<Waiting> batch) {
        List<Request> commands = new ArrayList<>(batch.size() + 2);
        commands.add(Request.cmd(Command.MULTI));
        batch.forEach(waiting -> commands.add(waiting.command()));
        commands.add(Request.cmd(Command.EXEC));
        return commands;
    }
}

package io.watchfloor.gateway.redis;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.watchfloor.contract.Channels;
import io.watchfloor.contract.MessageCodec;
import io.watchfloor.contract.MessageKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Appends messages to streams, in order; many share one write, see {@link BatchQueue}. When too many wait, the next is
 * refused.
 */
public final class StreamAppender {
    private static final int MAX_BATCH = 500;

    private final RedisLink link;
    private final BatchQueue<Request, Void> queue;

    /** At most {@code capacity} messages wait. */
    public StreamAppender(RedisLink link, int capacity) {
        this.link = link;
        this.queue = new BatchQueue<>(capacity, MAX_BATCH, this::write);
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
        return queue.depth();
    }

    private Future<Void> enqueue(Request command) {
        return queue.offer(command).orElseGet(() -> Future.failedFuture("too many messages wait to be written"));
    }

    /** All or nothing where Redis is full or away: a repetition after such a refusal adds nothing twice. */
    private Future<List<Void>> write(List<Request> batch) {
        List<Request> commands = new ArrayList<>(batch.size() + 2);
        commands.add(Request.cmd(Command.MULTI));
        commands.addAll(batch);
        commands.add(Request.cmd(Command.EXEC));
        return link.batch(commands)
                .compose(replies -> RedisReplies.allDone(replies.get(replies.size() - 1)))
                .map(done -> Collections.nCopies(batch.size(), (Void) null));
    }
}

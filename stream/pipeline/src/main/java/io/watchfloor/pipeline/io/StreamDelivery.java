package io.watchfloor.pipeline.io;

import io.watchfloor.contract.Channels;
import io.watchfloor.contract.MessageCodec;
import io.watchfloor.contract.MessageKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.AbstractTransaction;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.XAddParams;

/** Appends the messages of a batch to a world's streams, in order; see {@link MessageSink}. */
record StreamDelivery<T>(RedisClient redis, String world, MessageSink.Messages<T> messages) implements Delivery<T> {
    /**
     * Redis takes what is sent 16 kB at a time and syncs what it did with each before it takes more; of a transaction it does
     * nothing before the end, so that all of it costs one sync. Larger ones would keep others waiting.
     */
    static final int MOST_TOGETHER = 500;

    private static final byte[] KIND = Bytes.of(Channels.KIND_FIELD);
    private static final byte[] MESSAGE = Bytes.of(Channels.MESSAGE_FIELD);

    @Override
    public void deliver(List<T> batch) throws UndeliverableException {
        List<Object> all = new ArrayList<>(2 * batch.size());
        batch.forEach(element -> all.addAll(messages.apply(element)));
        List<Object> kept = Conflation.newestOfEachIncident(all);
        for (int from = 0; from < kept.size(); from += MOST_TOGETHER) {
            write(kept.subList(from, Math.min(from + MOST_TOGETHER, kept.size())));
        }
    }

    private void write(List<Object> together) throws UndeliverableException {
        try (AbstractTransaction transaction = redis.multi()) {
            together.forEach(message -> add(transaction, message));
            for (Object outcome : transaction.exec()) {
                if (outcome instanceof JedisException refusal) {
                    throw refusal; // of one, the others are done; all are repeated, and do no harm twice
                }
            }
        } catch (JedisException e) {
            throw new UndeliverableException(e.getMessage(), e);
        }
    }

    private void add(AbstractTransaction transaction, Object message) {
        MessageKind kind = MessageKind.of(message);
        String stream = kind == MessageKind.FILED_REPORT ? Channels.filed(world) : Channels.picture(world);
        transaction.xadd(
                Bytes.of(stream),
                XAddParams.xAddParams(),
                Map.of(KIND, Bytes.of(kind.wireName()), MESSAGE, MessageCodec.encodeUtf8(message)));
    }

    @Override
    public void close() {
        redis.close();
    }
}

package io.watchfloor.gateway.picture;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.watchfloor.contract.Channels;
import io.watchfloor.contract.MalformedMessageException;
import io.watchfloor.contract.MessageCodec;
import io.watchfloor.contract.MessageKind;
import io.watchfloor.contract.Position;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import io.watchfloor.gateway.redis.RedisLink;
import io.watchfloor.gateway.redis.RedisReplies;
import io.watchfloor.gateway.redis.StreamEntry;
import io.watchfloor.gateway.redis.StreamId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the picture and the position stream from their beginning, each from the gateway's own place, on one
 * connection, for as long as the gateway runs. A break is waited out and reading goes on where it stopped. What Redis lost
 * before it was read here is not on the stream again: whoever wants to know is told.
 */
public final class PictureFeed {
    private static final Logger LOG = LoggerFactory.getLogger(PictureFeed.class);
    private static final int MAX_ENTRIES = 500;
    /** So long an answer may wait for something to read. */
    public static final Duration BLOCK = Duration.ofSeconds(1);
    /** In a busy stream one answer then has what came meanwhile; what comes after a longer silence is taken at once. */
    private static final Duration BETWEEN_ANSWERS = Duration.ofMillis(20);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(300);

    private final Vertx vertx;
    private final RedisLink link;
    private final Clock clock;
    private final Picture picture;
    private final StandingKept standing;
    private final GatewayMetrics metrics;
    private final Consumer<StreamId> lost;
    private final String pictureStream;
    private final String positionStream;
    private final Promise<Void> caughtUp = Promise.promise();
    private StreamId pictureAt = StreamId.ZERO;
    private StreamId positionAt = StreamId.ZERO;
    private long losses;
    private long dueNanos = System.nanoTime();
    private boolean restartDue;
    private boolean restarting;
    private boolean failing;
    private boolean closed;

    /**
     * Feeds this picture with the streams of {@code world}.
     *
     * @param link is used by nobody else
     * @param standing takes note of everything that is read
     * @param lost is told of each loss: all up to there was read, and what followed may be gone
     */
    public PictureFeed(
            Vertx vertx,
            RedisLink link,
            Clock clock,
            String world,
            Picture picture,
            StandingKept standing,
            GatewayMetrics metrics,
            Consumer<StreamId> lost) {
        this.vertx = vertx;
        this.link = link;
        this.clock = clock;
        this.picture = picture;
        this.standing = standing;
        this.metrics = metrics;
        this.lost = lost;
        this.pictureStream = Channels.picture(world);
        this.positionStream = Channels.position(world);
    }

    /** Begins to read; done when everything that was retained has been read. */
    public Future<Void> start() {
        read();
        return caughtUp.future();
    }

    /** Stops reading. */
    public void close() {
        closed = true;
        link.close();
    }

    /** The newest entry of the picture stream that was read. */
    public StreamId position() {
        return pictureAt;
    }

    /**
     * Looks whether the stream ends before what was read: then it was emptied, or its server's clock went back.
     *
     * @param position what was read when Redis was asked where the stream ends; later it may have grown
     * @param newest what Redis answered
     */
    public void checkEnd(StreamId position, StreamId newest) {
        if (position.isAfter(newest) && !restartDue && !restarting) {
            LOG.error(
                    "the picture stream ends at {} but {} was read: it began anew, and is read from its beginning",
                    newest,
                    position);
            restartDue = true;
            noteLoss(position);
        }
    }

    /** How many times the stream was found begun anew, or without what was read last. */
    public long losses() {
        return losses;
    }

    private void read() {
        if (closed) {
            return;
        }
        if (restartDue) {
            restartDue = false;
            restarting = true;
            pictureAt = StreamId.ZERO;
            positionAt = StreamId.ZERO;
            picture.restart();
        }
        boolean wait = caughtUp.future().isComplete() && !restarting;
        Future<Void> checked = failing ? checkPlace() : Future.succeededFuture();
        checked.compose(there -> link.send(request(wait))).onSuccess(this::take).onFailure(this::pause);
    }

    /**
     * Whether what was read last is still there after a break. A server that comes back with an older log has lost its
     * end, and is soon written to again, so that its new end does not tell.
     */
    private Future<Void> checkPlace() {
        if (pictureAt.equals(StreamId.ZERO)) {
            return Future.succeededFuture();
        }
        String place = pictureAt.toString();
        return link.send(Request.cmd(Command.XRANGE)
                        .arg(pictureStream)
                        .arg(place)
                        .arg(place))
                .onSuccess(entries -> {
                    if (entries.size() == 0) {
                        LOG.error("the picture stream came back without {}, which was read last", place);
                        noteLoss(pictureAt);
                    }
                })
                .mapEmpty();
    }

    private Request request(boolean wait) {
        Request request = Request.cmd(Command.XREAD).arg("COUNT").arg(MAX_ENTRIES);
        if (wait) {
            request.arg("BLOCK").arg(BLOCK.toMillis());
        }
        return request.arg("STREAMS")
                .arg(pictureStream)
                .arg(positionStream)
                .arg(pictureAt.toString())
                .arg(positionAt.toString());
    }

    private void take(Response reply) {
        if (failing) {
            LOG.info("the picture stream is read again from {}", pictureAt);
            failing = false;
        }
        boolean full = false;
        if (reply == null) {
            if (restarting) {
                restarting = false;
                picture.restarted();
            }
            caughtUp.tryComplete();
        } else {
            for (Response stream : reply) {
                boolean ofPicture = stream.get(0).toString().equals(pictureStream);
                List<StreamEntry> entries = RedisReplies.entries(stream.get(1));
                entries.forEach(ofPicture ? this::takePicture : this::takePosition);
                full |= entries.size() == MAX_ENTRIES;
                if (ofPicture) {
                    noteLag(entries.get(entries.size() - 1).id());
                }
            }
        }
        if (!full && !restarting) {
            picture.people().current();
        }
        readOn(reply == null || full || restarting || !caughtUp.future().isComplete());
    }

    /** Reads on, at once or so that answers are {@link #BETWEEN_ANSWERS} apart. */
    private void readOn(boolean atOnce) {
        long now = System.nanoTime();
        long earlyNanos = atOnce ? 0 : Math.max(0, dueNanos + BETWEEN_ANSWERS.toNanos() - now);
        long earlyMillis = TimeUnit.NANOSECONDS.toMillis(earlyNanos);
        dueNanos = now + earlyNanos;
        if (earlyMillis == 0) {
            // A turn of the event loop between two reads: a long catch-up must not starve everything else.
            vertx.runOnContext(next -> read());
        } else {
            vertx.setTimer(earlyMillis, timer -> read());
        }
    }

    private void noteLoss(StreamId readUpTo) {
        losses++;
        metrics.pictureLost();
        lost.accept(readUpTo);
    }

    private void noteLag(StreamId newest) {
        metrics.pictureLag(Duration.ofMillis(Math.max(0, clock.millis() - newest.millis())));
    }

    private void takePicture(StreamEntry entry) {
        if (pictureAt.equals(StreamId.ZERO)) {
            picture.raiseFloor(entry.id());
        }
        pictureAt = entry.id();
        picture.advanceTo(entry.id());
        if (MessageKind.FILED_REPORT.wireName().equals(entry.kind())) {
            return;
        }
        try {
            byte[] json = entry.message().getBytes();
            Object message = MessageCodec.decode(json);
            picture.apply(entry.id(), message);
            standing.note(message, json);
        } catch (MalformedMessageException e) {
            metrics.unreadable(pictureStream);
            LOG.warn("entry {} of {} cannot be read and is passed over: {}", entry.id(), pictureStream, e.getMessage());
        }
    }

    private void takePosition(StreamEntry entry) {
        positionAt = entry.id();
        try {
            picture.apply(MessageCodec.decode(entry.message().toString(), Position.class));
        } catch (MalformedMessageException e) {
            metrics.unreadable(positionStream);
        }
    }

    private void pause(Throwable failure) {
        if (!failing && !closed) {
            LOG.warn("the picture stream cannot be read and is tried again: {}", failure.getMessage());
            failing = true;
        }
        vertx.setTimer(PAUSE_AFTER_FAILURE.toMillis(), timer -> read());
    }
}

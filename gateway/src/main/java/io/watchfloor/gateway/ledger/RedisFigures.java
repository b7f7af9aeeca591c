package io.watchfloor.gateway.ledger;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.watchfloor.contract.RedisMemory;
import io.watchfloor.gateway.intake.RedisIntakeLog;
import io.watchfloor.gateway.redis.RedisLink;
import java.time.Clock;
import java.util.List;

/** What Redis says of itself and of the streams, asked together once a second. Belongs to one event loop. */
public final class RedisFigures {
    private static final int PERCENT = 100;
    private static final long MOST_PERCENT = 1_000;

    private final RedisLink link;
    private final String world;
    private final Clock clock;
    private long streamed = -1;
    private int memoryPercent;
    private long clockAheadMillis;

    /** Nothing is known yet. */
    public RedisFigures(RedisLink link, String world, Clock clock) {
        this.link = link;
        this.world = world;
        this.clock = clock;
    }

    /** Asks; done when Redis has answered, fails when it has not, and then nothing changes. */
    public Future<Void> look() {
        long before = clock.millis();
        return link.batch(List.of(
                        Request.cmd(Command.GET).arg(RedisIntakeLog.countKey(world)),
                        Request.cmd(Command.INFO).arg("memory"),
                        Request.cmd(Command.TIME)))
                .onSuccess(answers -> take(answers, before))
                .mapEmpty();
    }

    /** Reports that ever went on the intake streams, by whichever gateway; -1 until Redis has answered. */
    public long streamed() {
        return streamed;
    }

    /** How full its memory is; 0 when it has no bound. */
    public int memoryPercent() {
        return memoryPercent;
    }

    /** How far its clock is ahead of ours; negative when behind. Half of the answer's way is no difference. */
    public long clockAheadMillis() {
        return clockAheadMillis;
    }

    private void take(List<Response> answers, long before) {
        streamed = answers.get(0) == null ? 0 : answers.get(0).toLong();
        RedisMemory memory = RedisMemory.of(answers.get(1).toString());
        long most = memory.mostBytes();
        memoryPercent = most == 0 ? 0 : Math.toIntExact(Math.min(MOST_PERCENT, PERCENT * memory.usedBytes() / most));
        Response time = answers.get(2);
        long theirs = time.get(0).toLong() * 1_000 + time.get(1).toLong() / 1_000;
        clockAheadMillis = aheadOf(before, clock.millis(), theirs);
    }

    private static long aheadOf(long before, long after, long theirs) {
        if (theirs < before) {
            return theirs - before;
        }
        return Math.max(0, theirs - after);
    }
}

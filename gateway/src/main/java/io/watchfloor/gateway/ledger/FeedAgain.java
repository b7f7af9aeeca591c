package io.watchfloor.gateway.ledger;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.watchfloor.contract.Channels;
import io.watchfloor.contract.IntakePartition;
import io.watchfloor.contract.MessageCodec;
import io.watchfloor.contract.Report;
import io.watchfloor.gateway.intake.RedisIntakeLog;
import io.watchfloor.gateway.redis.RedisLink;
import java.time.Duration;
import java.util.List;

/**
 * Puts reports on their streams once more, said to be fed again. What the streams had never heard of they know from then
 * on, and count: a sender that repeats it is told that it is there.
 */
public final class FeedAgain {
    private static final String SCRIPT = """
            local unheard = 0
            for i = 1, (#KEYS - 1) / 2 do
              if redis.call('SET', KEYS[2 * i - 1], ARGV[2 * i + 2], 'EX', ARGV[1], 'NX') then
                unheard = unheard + 1
              end
              redis.call('XADD', KEYS[2 * i], '*', '%s', ARGV[2], '%s', ARGV[2 * i + 1])
            end
            redis.call('INCRBY', KEYS[#KEYS], unheard)
            return unheard
            """.formatted(Channels.KIND_FIELD, Channels.MESSAGE_FIELD);

    private final RedisLink link;
    private final String world;
    private final int partitions;
    private final Duration window;

    /** To the streams of this world, which remember ids for {@code window}. */
    public FeedAgain(RedisLink link, String world, int partitions, Duration window) {
        this.link = link;
        this.world = world;
        this.partitions = partitions;
        this.window = window;
    }

    /** All or none of them; gives how many the streams had not heard of, or had forgotten. */
    Future<Integer> again(List<Report> reports) {
        Request script = Request.cmd(Command.EVAL).arg(SCRIPT).arg(2 * reports.size() + 1);
        for (Report report : reports) {
            script.arg(RedisIntakeLog.seenKey(world, report.id()));
            script.arg(Channels.intake(world, IntakePartition.of(report, partitions)));
        }
        script.arg(RedisIntakeLog.countKey(world));
        script.arg(window.toSeconds());
        script.arg(Channels.FED_AGAIN_KIND);
        for (Report report : reports) {
            script.arg(MessageCodec.encode(report));
            script.arg(RedisIntakeLog.fingerprint(report));
        }
        return link.send(script).map(unheard -> unheard.toInteger());
    }
}

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
import java.util.ArrayList;
import java.util.List;

/** Puts reports on their streams once more, said to be fed again. */
public final class FeedAgain {
    private final RedisLink link;
    private final String world;
    private final int partitions;

    /** To the streams of this world. */
    public FeedAgain(RedisLink link, String world, int partitions) {
        this.link = link;
        this.world = world;
        this.partitions = partitions;
    }

    /** All or none of them; gives how many the streams had not heard of, or had forgotten. */
    Future<Integer> again(List<Report> reports) {
        List<Request> questions = reports.stream()
                .map(report -> Request.cmd(Command.EXISTS).arg(RedisIntakeLog.seenKey(world, report.id())))
                .toList();
        return link.batch(questions).compose(known -> {
            int unheard = (int)
                    known.stream().filter(answer -> answer.toInteger() == 0).count();
            return link.batch(additions(reports)).map(unheard);
        });
    }

    private List<Request> additions(List<Report> reports) {
        List<Request> commands = new ArrayList<>(reports.size() + 2);
        commands.add(Request.cmd(Command.MULTI));
        for (Report report : reports) {
            commands.add(Request.cmd(Command.XADD)
                    .arg(Channels.intake(world, IntakePartition.of(report, partitions)))
                    .arg("*")
                    .arg(Channels.KIND_FIELD)
                    .arg(Channels.FED_AGAIN_KIND)
                    .arg(Channels.MESSAGE_FIELD)
                    .arg(MessageCodec.encode(report)));
        }
        commands.add(Request.cmd(Command.EXEC));
        return commands;
    }
}

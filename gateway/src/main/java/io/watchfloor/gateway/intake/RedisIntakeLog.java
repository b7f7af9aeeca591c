package io.watchfloor.gateway.intake;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.watchfloor.contract.Channels;
import io.watchfloor.contract.IntakePartition;
import io.watchfloor.contract.MessageCodec;
import io.watchfloor.contract.MessageKind;
import io.watchfloor.contract.Report;
import io.watchfloor.gateway.redis.RedisLink;
import io.watchfloor.gateway.redis.RedisReplies;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The intake streams. One script per batch remembers each report's id and adds the report to its partition's stream, or
 * finds it there: Redis runs a script as one, and writes it to its append-only file as one.
 */
public final class RedisIntakeLog implements IntakeLog {
    private static final String SCRIPT = """
            local outcomes = {}
            local added = 0
            for i = 1, (#KEYS - 1) / 2 do
              local known = redis.call('GET', KEYS[2 * i - 1])
              if not known then
                redis.call('SET', KEYS[2 * i - 1], ARGV[2 * i + 2], 'EX', ARGV[1])
                redis.call('XADD', KEYS[2 * i], '*', '%s', ARGV[2], '%s', ARGV[2 * i + 1])
                outcomes[i] = 0
                added = added + 1
              elseif known == ARGV[2 * i + 2] then
                outcomes[i] = 1
              else
                outcomes[i] = 2
              end
            end
            if added > 0 then
              redis.call('INCRBY', KEYS[#KEYS], added)
            end
            return outcomes
            """.formatted(Channels.KIND_FIELD, Channels.MESSAGE_FIELD);

    private static final String SCRIPT_SHA1 = digest("SHA-1", SCRIPT);
    private static final int FINGERPRINT_CHARACTERS = 32;
    private static final Outcome[] OUTCOMES = {Outcome.ACCEPTED, Outcome.DUPLICATE, Outcome.CONFLICT};

    private final RedisLink link;
    private final String world;
    private final int partitions;
    private final Duration window;

    /** Remembers ids for {@code window}. */
    public RedisIntakeLog(RedisLink link, String world, int partitions, Duration window) {
        this.link = link;
        this.world = world;
        this.partitions = partitions;
        this.window = window;
    }

    @Override
    public Future<List<Outcome>> append(List<Report> reports) {
        List<String> arguments = arguments(reports);
        return link.send(request(Command.EVALSHA, SCRIPT_SHA1, arguments))
                .recover(failure -> RedisReplies.isUnknownScript(failure)
                        ? link.send(request(Command.EVAL, SCRIPT, arguments))
                        : Future.failedFuture(failure))
                .map(RedisIntakeLog::outcomes);
    }

    private List<String> arguments(List<Report> reports) {
        List<String> arguments = new ArrayList<>(4 * reports.size() + 4);
        arguments.add(Integer.toString(2 * reports.size() + 1));
        for (Report report : reports) {
            arguments.add(seenKey(world, report.id()));
            arguments.add(Channels.intake(world, IntakePartition.of(report, partitions)));
        }
        arguments.add(countKey(world));
        arguments.add(Long.toString(window.toSeconds()));
        arguments.add(MessageKind.REPORT.wireName());
        for (Report report : reports) {
            arguments.add(MessageCodec.encode(report));
            arguments.add(fingerprint(report));
        }
        return arguments;
    }

    /** Key that remembers a report's id. */
    public static String seenKey(String world, String reportId) {
        return "intake:seen:" + world + ":" + reportId;
    }

    /** Key of a counter, moved with the streams: reports that ever went on them. */
    public static String countKey(String world) {
        return "intake:count:" + world;
    }

    private static Request request(Command command, String script, List<String> arguments) {
        Request request = Request.cmd(command).arg(script);
        arguments.forEach(request::arg);
        return request;
    }

    private static List<Outcome> outcomes(Response reply) {
        List<Outcome> outcomes = new ArrayList<>(reply.size());
        for (Response code : reply) {
            outcomes.add(OUTCOMES[code.toInteger()]);
        }
        return outcomes;
    }

    /** The same for the same content, however it was written down; when it was received is no part of it. */
    public static String fingerprint(Report report) {
        Report content = report.at(report.occurredAt(), null);
        return digest("SHA-256", content.toString()).substring(0, FINGERPRINT_CHARACTERS);
    }

    private static String digest(String algorithm, String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}

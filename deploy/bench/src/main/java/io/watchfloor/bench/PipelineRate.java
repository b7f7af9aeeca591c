package io.watchfloor.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.contract.Channels;
import io.watchfloor.contract.Ids;
import io.watchfloor.contract.Json;
import io.watchfloor.contract.MessageCodec;
import io.watchfloor.contract.MessageKind;
import io.watchfloor.contract.Report;
import io.watchfloor.contract.ReportKind;
import io.watchfloor.contract.World;
import io.watchfloor.drill.scenario.Scenario;
import io.watchfloor.drill.scenario.Submission;
import io.watchfloor.drill.town.RoadMap;
import io.watchfloor.drill.town.Town;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.AbstractTransaction;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.XAddParams;

/**
 * How many reports a second the pipeline turns into incidents: simulated days, put on the intake stream at once, past the
 * gateway, and timed until the last is in the picture. The whole system runs meanwhile and shares the machine.
 */
final class PipelineRate {
    private static final Duration DAY = Duration.ofHours(24);
    private static final double PACE = 3;
    /** As many a second as are to be got through. */
    private static final long FLOOD_PER_SECOND = 10_000;

    private static final int APPENDED_AT_ONCE = 1_000;
    /** Nothing is filed behind the last report; some room, all the same. */
    private static final int LOOKED_AT = 20;

    private static final long POLL_MILLIS = 50;
    private static final Duration GIVE_UP_AFTER = Duration.ofMinutes(5);

    private final BenchSystem system;
    private final Town town;

    /** Reports as they go onto the stream; made beforehand, so that making them takes nothing from what is measured. */
    private record Load(List<Map<String, String>> entries, String lastReportId) {
        static Load of(List<Report> reports) {
            return new Load(
                    reports.stream().map(Load::entry).toList(),
                    reports.get(reports.size() - 1).id());
        }

        private static Map<String, String> entry(Report report) {
            return Map.of(
                    Channels.KIND_FIELD,
                    MessageKind.REPORT.wireName(),
                    Channels.MESSAGE_FIELD,
                    MessageCodec.encode(report));
        }
    }

    PipelineRate(BenchSystem system, Gateway gateway) throws IOException {
        this.system = system;
        this.town = Town.read(gateway.get("/api/v1/district").toString());
    }

    /** The first days warm the machine up; those that follow are measured, and as many once more that come now. */
    void measure(PrintStream out, int warmUpDays, int measuredDays) throws IOException, InterruptedException {
        Instant first = Instant.now().minus(DAY.multipliedBy(warmUpDays + measuredDays));
        try (RedisClient redis = RedisClient.create("127.0.0.1", system.redisPort())) {
            run(redis, Load.of(days(1, first, warmUpDays)));
            awaitFiled(redis);
            int seed = 1 + warmUpDays;
            Instant missed = first.plus(DAY.multipliedBy(warmUpDays));
            measure(out, redis, "days that were missed", days(seed, missed, measuredDays));
            measure(out, redis, "a flood of now", flood(days(seed + measuredDays, missed, measuredDays)));
        }
    }

    private void measure(PrintStream out, RedisClient redis, String what, List<Report> reports)
            throws IOException, InterruptedException {
        Load load = Load.of(reports);
        Map<String, Long> before = cpuMillis();
        Map<String, Long> stagesBefore = StageTime.millisByStage(system.pid("pipeline"));
        long started = System.nanoTime();
        double seconds = run(redis, load);
        Map<String, Long> inPicture = cpuMillis();
        Map<String, Long> stagesInPicture = StageTime.millisByStage(system.pid("pipeline"));
        awaitFiled(redis);
        double filedSeconds = (System.nanoTime() - started) / 1e9;
        Map<String, Long> after = cpuMillis();
        Map<String, Long> stagesAfter = StageTime.millisByStage(system.pid("pipeline"));
        int count = reports.size();
        out.printf(
                "| %s: reports through the pipeline per second, whole system running | %,.0f | %,d reports in %.1f s;"
                        + " processor time: %s |%n",
                what, count / seconds, count, seconds, CpuTime.spentEach(before, inPicture, count));
        out.printf(
                "| the same until all is filed in the graph | %,.0f | %.1f s; processor time: %s |%n",
                count / filedSeconds, filedSeconds, CpuTime.spentEach(before, after, count));
        printStages(out, "until in the picture", count, stagesBefore, stagesInPicture);
        printStages(out, "until all is filed", count, stagesBefore, stagesAfter);
    }

    /** The same reports as if they came now, so many a second. */
    private static List<Report> flood(List<Report> reports) {
        Instant begin = Instant.now();
        List<Report> flood = new ArrayList<>(reports.size());
        for (Report report : reports) {
            Instant at = begin.plusNanos(Duration.ofSeconds(1).toNanos() * flood.size() / FLOOD_PER_SECOND);
            flood.add(report.at(at, at));
        }
        return flood;
    }

    private static void printStages(
            PrintStream out, String until, int reports, Map<String, Long> before, Map<String, Long> after) {
        out.printf(
                "| the pipeline's processor time for one report by stage, %s | %s | |%n",
                until, CpuTime.spentEach(before, after, reports));
    }

    /** The filing job says how far it is behind, once a second. */
    private void awaitFiled(RedisClient redis) throws IOException, InterruptedException {
        long started = System.nanoTime();
        TimeUnit.SECONDS.sleep(2);
        while (!"0".equals(redis.hget(Channels.heartbeat(World.LIVE), "filingLagMillis"))) {
            if (System.nanoTime() - started > GIVE_UP_AFTER.toNanos()) {
                throw new IOException("not all was filed within " + GIVE_UP_AFTER);
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    private List<Report> days(long seed, Instant start, int count) {
        List<Report> reports = new ArrayList<>();
        for (int day = 0; day < count; day++) {
            reports.addAll(day(seed + day, start.plus(DAY.multipliedBy(day))));
        }
        return reports;
    }

    private Map<String, Long> cpuMillis() throws IOException {
        Map<String, Long> millis = new TreeMap<>();
        for (String part : List.of("redis", "graph", "pipeline", "gateway")) {
            millis.put(part, CpuTime.millisOf(system.pid(part)));
        }
        millis.put("this client", CpuTime.millisOf(ProcessHandle.current().pid()));
        return millis;
    }

    /** Appends them all and waits until the last is in the picture; gives the seconds that took. */
    private double run(RedisClient redis, Load load) throws IOException, InterruptedException {
        long started = System.nanoTime();
        append(redis, load.entries());
        while (!isDone(redis, load.lastReportId())) {
            if (System.nanoTime() - started > GIVE_UP_AFTER.toNanos()) {
                throw new IOException("the pipeline was not done within " + GIVE_UP_AFTER);
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        return (System.nanoTime() - started) / 1e9;
    }

    private static void append(RedisClient redis, List<Map<String, String>> entries) {
        for (int from = 0; from < entries.size(); from += APPENDED_AT_ONCE) {
            try (AbstractTransaction transaction = redis.multi()) {
                entries.subList(from, Math.min(from + APPENDED_AT_ONCE, entries.size()))
                        .forEach(entry ->
                                transaction.xadd(Channels.intake(World.LIVE, 0), XAddParams.xAddParams(), entry));
                transaction.exec();
            }
        }
    }

    /** The last report has an incident, which was written before it: one order, so all before it are in the picture. */
    private static boolean isDone(RedisClient redis, String lastReportId) {
        return redis.xrevrange(Channels.filed(World.LIVE), "+", "-", LOOKED_AT).stream()
                .map(entry -> entry.getFields().getOrDefault(Channels.MESSAGE_FIELD, ""))
                .anyMatch(message -> message.contains(lastReportId));
    }

    private List<Report> day(long seed, Instant start) {
        Scenario scenario = new Scenario(town, new RoadMap(town), seed, start, PACE);
        List<Report> reports = new ArrayList<>();
        for (Submission submission : scenario.between(start, start.plus(DAY))) {
            toReport(submission, reports);
        }
        reports.add(endOf(seed, start.plus(DAY)));
        return reports;
    }

    /** Not a copy of another, as the last of a day may be: it comes out on the other side for certain. */
    private static Report endOf(long seed, Instant at) {
        String source = "bench-end";
        String sourceId = seed + "-" + at.toEpochMilli();
        String id = Ids.report(World.LIVE, source, sourceId);
        return new Report(
                World.LIVE, id, source, sourceId, ReportKind.CALL, null, "到此为止", at, at, 30.21, 120.01, null, null);
    }

    /** A few submissions are bad on purpose; the gateway would refuse them, here they are left out. */
    private static void toReport(Submission submission, List<Report> reports) {
        JsonNode json;
        ReportKind kind;
        try {
            json = Json.mapper().readTree(submission.line());
            kind = ReportKind.valueOf(json.path("kind").asText().toUpperCase(Locale.ROOT));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return;
        }
        boolean isOnEarth = Math.abs(json.path("lat").asDouble()) <= 90;
        if (!json.hasNonNull("source") || !json.hasNonNull("sourceId") || !isOnEarth) {
            return;
        }
        String source = json.get("source").asText();
        String sourceId = json.get("sourceId").asText();
        reports.add(new Report(
                World.LIVE,
                Ids.report(World.LIVE, source, sourceId),
                source,
                sourceId,
                kind,
                json.path("type").asText(null),
                json.path("text").asText(""),
                submission.dueAt(),
                submission.dueAt(),
                json.hasNonNull("lat") ? json.get("lat").asDouble() : null,
                json.hasNonNull("lon") ? json.get("lon").asDouble() : null,
                json.path("address").asText(null),
                json.path("reporter").asText(null)));
    }
}

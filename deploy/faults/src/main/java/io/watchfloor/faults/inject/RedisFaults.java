package io.watchfloor.faults.inject;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.testbed.Signal;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.XAddParams;

/** What can happen to the message bus: 1 to 5 and 18. */
final class RedisFaults {
    private static final Duration ALARM = Duration.ofSeconds(10);
    private static final long CUT_BYTES = 200_000;
    private static final String INTAKE = "intake:live:0";

    private RedisFaults() {}

    static List<Fault> list() {
        return List.of(
                new Fault(
                        1,
                        "kill -9 Redis under load",
                        "L",
                        Fault.Needs.NOTHING,
                        bench -> bench.killAndRecover("redis")),
                new Fault(
                        2,
                        "power loss: Redis's log loses its tail",
                        "L after the journal was compared",
                        Fault.Needs.NOTHING,
                        RedisFaults::cutTail),
                new Fault(
                        3,
                        "Redis's disk full",
                        "503, alarm within 10 s, nothing lost",
                        Fault.Needs.SMALL_DISKS,
                        RedisFaults::fillDisk),
                new Fault(
                        4,
                        "Redis's memory full",
                        "intake 503, reading lives",
                        Fault.Needs.NOTHING,
                        RedisFaults::fillMemory),
                new Fault(
                        5,
                        "trim past a reader; FLUSHALL",
                        "gap and reset alarm within 10 s, L",
                        Fault.Needs.NOTHING,
                        RedisFaults::trimAndFlush),
                new Fault(
                        18,
                        "poison record on the intake stream",
                        "dead letter, the stream moves on",
                        Fault.Needs.NOTHING,
                        RedisFaults::poison));
    }

    /** The pipeline stands still before, so that what is lost has been read by nobody: only the journal has it. */
    private static String cutTail(Bench bench) throws Exception {
        bench.awaitMore(bench.options().batch() * 10);
        long fedBefore = fedAgain(bench);
        ProcessHandle pipeline = bench.parts().process("pipeline");
        long[] cut = new long[1];
        try {
            Signal.STOP.sendTo(pipeline);
            bench.awaitMore(bench.options().batch() * 10);
            bench.parts().unsupervised(() -> {
                bench.parts().killUnnoticed("redis");
                cut[0] = cutTailOf(bench.system().data().resolve("redis"));
            });
            bench.busForgot();
            bench.awaitMore(bench.options().batch());
        } finally {
            Signal.CONTINUE.sendTo(pipeline);
        }
        long since = System.nanoTime();
        bench.stopLoad();
        JsonNode found = awaitComparison(bench);
        long fed = fedAgain(bench) - fedBefore;
        Check.that(fed > 0, "nothing was missing after " + cut[0] + " bytes were cut, so nothing was fed again");
        return "cut " + cut[0] + " bytes; " + fed + " reports were missing and fed again, the last of "
                + found.get("compared").asLong() + " compared after " + Bench.millisSince(since) + " ms";
    }

    /** What the gateway fed again since it started; it compares by itself, too, once it sees that something was lost. */
    private static long fedAgain(Bench bench) throws IOException, InterruptedException {
        return bench.figure("watchfloor_reports_fed_again_total");
    }

    private static long cutTailOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            Path log = files.filter(file -> file.toString().endsWith(".aof"))
                    .max((a, b) -> Long.compare(size(a), size(b)))
                    .orElseThrow(() -> new IOException("Redis has no append-only file in " + folder));
            long size = Files.size(log);
            long cut = Math.min(CUT_BYTES, size / 2);
            try (FileChannel file = FileChannel.open(log, StandardOpenOption.WRITE)) {
                file.truncate(size - cut);
            }
            return cut;
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Asks for a comparison of everything, once what is on its way must have arrived. */
    static JsonNode awaitComparison(Bench bench) {
        await("reports are old enough to be compared")
                .pollDelay(Duration.ofSeconds(20))
                .atMost(Bench.RECOVERY)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> bench.api()
                                .post("/ledger/reconcile?minutes=600", "faults", "")
                                .status()
                        == 202);
        await("the journal is compared")
                .atMost(Bench.RECOVERY)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> "done".equals(reconciliation(bench).get("state").asText()));
        try {
            return reconciliation(bench);
        } catch (IOException e) {
            throw new AssertionError("the ledger does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static JsonNode reconciliation(Bench bench) throws IOException, InterruptedException {
        return bench.ledger().get("reconciliation");
    }

    private static String fillDisk(Bench bench) throws Exception {
        bench.awaitMore(bench.options().batch() * 5);
        Path filler = bench.system().data().resolve("redis").resolve("filler");
        ExpectedAlarm full = bench.expectAlarm("disk");
        Check.that(full.standing().isEmpty(), "a disk is said to be full before it is");
        long since = System.nanoTime();
        Disks.fill(filler);
        long alarmMillis;
        try {
            alarmMillis = full.awaitSince(since, ALARM);
            await("reports are refused")
                    .atMost(Bench.RECOVERY)
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> bench.postStatus() == 503);
        } finally {
            Files.deleteIfExists(filler);
        }
        return "disk alarm after " + alarmMillis + " ms, reports refused with 503; with room again: "
                + bench.recovery(System.nanoTime());
    }

    private static String fillMemory(Bench bench) throws Exception {
        bench.awaitMore(bench.options().batch() * 5);
        ExpectedAlarm full = bench.expectAlarm("memory");
        long since = System.nanoTime();
        bench.parts().configureRedis("maxmemory", "1");
        long alarmMillis;
        boolean readable;
        try {
            await("reports are refused").atMost(Bench.RECOVERY).until(() -> bench.postStatus() == 503);
            readable = bench.api().get("/picture").has("incidents");
            alarmMillis = full.awaitSince(since, ALARM);
        } finally {
            bench.parts().configureRedis("maxmemory", "1gb");
        }
        Check.that(readable, "the picture cannot be read");
        return "503, picture readable, alarm after " + alarmMillis + " ms; " + bench.recovery(System.nanoTime());
    }

    /** With the pipeline stopped, what is on its way is trimmed: the reader jumps, and the journal has what it missed. */
    private static String trimAndFlush(Bench bench) throws Exception {
        bench.awaitMore(bench.options().batch() * 5);
        ProcessHandle pipeline = bench.parts().process("pipeline");
        long gapMillis;
        try (RedisClient redis = bench.parts().redis()) {
            ExpectedAlarm gap = bench.expectAlarm("gap");
            Signal.STOP.sendTo(pipeline);
            bench.awaitMore(bench.options().batch() * 5);
            redis.xtrim(INTAKE, 0, false);
            Signal.CONTINUE.sendTo(pipeline);
            bench.awaitMore(bench.options().batch());
            gapMillis = gap.awaitSince(System.nanoTime(), ALARM);
            bench.stopLoad();
            awaitComparison(bench);
            bench.settle();
            ExpectedAlarm reset = bench.expectAlarm("reset");
            long flushed = System.nanoTime();
            redis.flushAll();
            bench.busForgot();
            long resetMillis = reset.awaitSince(flushed, ALARM);
            bench.startLoad();
            bench.awaitMore(bench.options().batch());
            bench.stopLoad();
            awaitComparison(bench);
            return "gap after " + gapMillis + " ms, reset after " + resetMillis + " ms";
        } finally {
            Signal.CONTINUE.sendTo(pipeline);
        }
    }

    private static String poison(Bench bench) throws Exception {
        bench.awaitMore(bench.options().batch());
        try (RedisClient redis = bench.parts().redis()) {
            long before = redis.xlen("deadletter");
            long since = System.nanoTime();
            redis.xadd(INTAKE, XAddParams.xAddParams(), Map.of("k", "report", "m", "{\"id\":\u0000"));
            await("it is among the dead letters").atMost(Bench.RECOVERY).until(() -> redis.xlen("deadletter") > before);
            long keptMillis = Bench.millisSince(since);
            bench.awaitShown(bench.countAcknowledged());
            return "kept after " + keptMillis + " ms, later reports shown after " + Bench.millisSince(since) + " ms";
        }
    }
}

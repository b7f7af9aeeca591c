package io.watchfloor.bench;

import io.watchfloor.contract.Channels;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.Json;
import io.watchfloor.contract.MessageCodec;
import io.watchfloor.contract.MessageKind;
import io.watchfloor.contract.Mood;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.PlacedBy;
import io.watchfloor.contract.World;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.XAddParams;

/**
 * How updates of the picture reach 1,000 consoles: 200 incidents a second change on the picture stream, and every console
 * has to see each. Beside it npm's {@code ws}, which sends each update to each socket by itself.
 */
final class Fanout {
    private static final int CONSOLES = 1_000;
    private static final int DEAF = 100;
    private static final int RATE = 200;
    private static final int INCIDENTS = 1_000;
    /**
     * What is done once for an update is done 60,000 times by then, and the second compiler takes it up at 25,000: it is a cost of
     * starting, not of an update, and took a sixth of the processor time after two minutes.
     */
    private static final int WARM_UP = 300 * RATE;

    private static final int WARM_UP_AGAIN = 20 * RATE;
    private static final int MEASURED = 30 * RATE;
    private static final int NAIVE_MEASURED = 5 * RATE;
    private static final int NAIVE_WARM_UP = RATE;
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final double TICK_MILLIS = 100;

    private final BenchSystem system;
    private final Gateway gateway;
    private final PrintStream out;
    /** When the first was opened; whoever reports again does not open it again. */
    private final Instant opened = Instant.now().minusSeconds(INCIDENTS);

    private int next;

    /** What a run came to. */
    private record Result(FanoutTimes times, boolean whole, int lost, double microsPerDelivery) {}

    Fanout(BenchSystem system, Gateway gateway, PrintStream out) {
        this.system = system;
        this.gateway = gateway;
        this.out = out;
    }

    /** Prints a row for ours, ours beside consoles that never read, and {@code ws}. */
    void measure() throws IOException, InterruptedException, TimeoutException {
        double ours;
        try (RedisClient redis = RedisClient.create("127.0.0.1", system.redisPort())) {
            send(redis, INCIDENTS, 10 * RATE, null);
            Result alone = ours(redis, WARM_UP, 0, null);
            row("consoles", alone);
            memory("after it");
            Result beside = ours(redis, WARM_UP_AGAIN, DEAF, null);
            row("consoles, beside " + DEAF + " that never read", beside);
            memory("after them");
            FanoutMoves moves = new FanoutMoves(gateway);
            row(
                    "consoles, each showing a part of the map of its own, while one of %d people moves with each update"
                            .formatted(moves.people()),
                    ours(redis, WARM_UP_AGAIN, 0, moves));
            ours = alone.microsPerDelivery();
        }
        system.close();
        Result naive = naive();
        row("sockets, npm ws, one message per update", naive);
        out.printf(
                "| processor time per update and console, as a part of that of npm ws | 1/%.0f | |%n",
                naive.microsPerDelivery() / ours);
    }

    /** {@code moves} is null when nobody moves and everybody shows everything. */
    private Result ours(RedisClient redis, int warmUp, int deaf, FanoutMoves moves)
            throws IOException, InterruptedException, TimeoutException {
        int first = next + warmUp;
        FanoutTimes times = new FanoutTimes(first);
        try (FanoutClients clients = new FanoutClients(gateway.live(), gateway.authorization(), CONSOLES, times)) {
            clients.awaitUpgraded();
            clients.addDeaf(gateway.live(), gateway.authorization(), deaf);
            if (moves != null) {
                clients.sayViews(moves::view);
            }
            send(redis, warmUp, RATE, moves);
            long before = CpuTime.millisOf(system.pid("gateway"));
            send(redis, MEASURED, RATE, moves);
            boolean whole = clients.awaitDelivered(MEASURED, LIMIT);
            long spent = CpuTime.millisOf(system.pid("gateway")) - before;
            return new Result(times, whole, clients.lost(), 1e3 * spent / times.delivered());
        }
    }

    private Result naive() throws IOException, InterruptedException, TimeoutException {
        try (NaiveFanout server = NaiveFanout.start()) {
            FanoutTimes times = new FanoutTimes(NAIVE_WARM_UP);
            try (FanoutClients clients =
                    new FanoutClients(server.address(), gateway.authorization(), CONSOLES, times)) {
                clients.awaitUpgraded();
                String text = Json.mapper().writeValueAsString(update("STAMP", 0, 1));
                server.send(RATE / 10, NAIVE_WARM_UP, 0, text);
                long before = CpuTime.millisOf(server.pid());
                server.send(RATE, NAIVE_MEASURED, NAIVE_WARM_UP, text);
                boolean whole = clients.awaitDelivered(NAIVE_MEASURED, LIMIT);
                long spent = CpuTime.millisOf(server.pid()) - before;
                return new Result(times, whole, clients.lost(), 1e3 * spent / times.delivered());
            }
        }
    }

    private void row(String what, Result result) {
        out.printf(
                "| %d updates a second to %,d %s | p50 %.0f ms, p99 %.0f ms (%.1f ticks) | %,d delivered, %s, %d sockets"
                        + " lost; %.2f µs of processor time each |%n",
                RATE,
                CONSOLES,
                what,
                result.times().percentileMillis(50),
                result.times().percentileMillis(99),
                result.times().percentileMillis(99) / TICK_MILLIS,
                result.times().delivered(),
                result.whole() ? "all" : "NOT all within " + LIMIT.toSeconds() + " s",
                result.lost(),
                result.microsPerDelivery());
    }

    private void memory(String when) throws IOException, InterruptedException {
        out.printf(
                "| the gateway's memory %s | %,d MiB resident, %,d MiB of heap in use after a collection | |%n",
                when, system.residentMebibytes().get("gateway"), heapMebibytes(system.pid("gateway")));
    }

    /** Each to an incident of its own within any tick, as even as the clock allows; its time is when it was due. */
    private void send(RedisClient redis, int count, int rate, FanoutMoves moves) throws InterruptedException {
        long started = System.nanoTime();
        long startedMicros = FanoutTimes.nowMicros();
        for (int i = 0; i < count; i++, next++) {
            long wait = started + i * 1_000_000_000L / rate - System.nanoTime();
            TimeUnit.NANOSECONDS.sleep(Math.max(0, wait));
            if (moves != null) {
                moves.step(redis);
            }
            String stamp = "fan#" + next + "-" + (startedMicros + i * 1_000_000L / rate) + "#";
            redis.xadd(
                    Channels.picture(World.LIVE),
                    XAddParams.xAddParams(),
                    Map.of(
                            Channels.KIND_FIELD,
                            MessageKind.OBSERVED_INCIDENT.wireName(),
                            Channels.MESSAGE_FIELD,
                            MessageCodec.encode(update(stamp, next % INCIDENTS, 1L + next / INCIDENTS))));
        }
    }

    private ObservedIncident update(String stamp, int incident, long version) {
        Instant since = opened.plusSeconds(incident);
        Instant now = Instant.now();
        return new ObservedIncident(
                World.LIVE,
                "I-FAN" + incident,
                version,
                "noise",
                Grade.III,
                stamp + " 楼上装修噪音太大，孩子没法睡觉，已经好几天了",
                30.21,
                120.01,
                "人民路 12 号",
                since,
                now,
                since,
                now,
                (int) version,
                "156:607",
                0.9,
                PlacedBy.REPORT,
                null,
                Mood.NEUTRAL);
    }

    private static long heapMebibytes(long pid) throws IOException, InterruptedException {
        jcmd(pid, "GC.run");
        return jcmd(pid, "GC.heap_info")
                        .lines()
                        .filter(line -> line.contains("used ") && line.contains("total "))
                        .mapToLong(line -> Long.parseLong(
                                line.replaceFirst(".*used (\\d+)K.*", "$1").strip()))
                        .sum()
                / 1024;
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("jcmd " + command + ": " + said);
        }
        return said;
    }
}

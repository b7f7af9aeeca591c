package io.watchfloor.faults.soak;

import io.watchfloor.faults.inject.Bench;
import io.watchfloor.faults.inject.Systems;
import io.watchfloor.faults.report.MachineLoad;
import io.watchfloor.faults.report.Recoveries;
import io.watchfloor.faults.report.Tally;
import io.watchfloor.testbed.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import redis.clients.jedis.RedisClient;

/**
 * Runs the system under 200 reports a second for so many minutes (60), kills a part every three, and keeps curves of
 * everything that could grow. At the end every acknowledged report must be there once, and nobody sent twice.
 */
public final class SoakMain {
    private static final int MINUTES = 60;
    private static final Duration BETWEEN_KILLS = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(20);
    private static final Duration LEAST_KEPT = Duration.ofMinutes(1);
    private static final List<String> PARTS = List.of("pipeline", "redis", "gateway", "graph");
    private static final Bench.Options LOAD = new Bench.Options(40, List.of(), Duration.ZERO, Duration.ZERO, 0);

    private final Bench bench;
    private final Duration length;
    private final Path folder;
    private final Samples samples = new Samples();
    private final MachineLoad machine = new MachineLoad();
    private final List<Long> kills = new ArrayList<>();
    private final Map<String, List<Long>> recoveries = new TreeMap<>();
    private final Instant startedAt = Instant.now();
    private long start;

    private SoakMain(Bench bench, Duration length, Path folder) {
        this.bench = bench;
        this.length = length;
        this.folder = folder;
    }

    /** Short enough for everything that is kept for a while to be full before the second quarter. */
    private static Duration kept(Duration length) {
        Duration fifth = length.dividedBy(5);
        return fifth.compareTo(LEAST_KEPT) < 0 ? LEAST_KEPT : fifth;
    }

    /** The first argument is the number of minutes. Exit code 1 when something is lost, doubled or sent twice. */
    public static void main(String[] arguments) throws Exception {
        Duration length = Duration.ofMinutes(arguments.length > 0 ? Integer.parseInt(arguments[0]) : MINUTES);
        Path folder = Files.createDirectories(Home.folder().resolve("deploy/faults/target/report"));
        Bench bench = Systems.startKeeping(kept(length), LOAD);
        boolean clean;
        try (RedisClient redis = bench.redis()) {
            SoakMain soak = new SoakMain(bench, length, folder);
            clean = soak.run(new Sampler(bench.system(), bench.api(), redis));
        } catch (Exception | AssertionError e) {
            System.out.println(bench.describe());
            throw e;
        } finally {
            bench.stop();
        }
        System.exit(clean ? 0 : 1);
    }

    private boolean run(Sampler sampler) throws InterruptedException, IOException {
        bench.startLoad();
        start = System.nanoTime();
        Thread watching = new Thread(() -> watch(sampler), "sampler");
        watching.setDaemon(true);
        watching.start();
        try {
            while (elapsed().compareTo(length) < 0) {
                Thread.sleep(Math.max(1, untilNext().toMillis()));
                if (elapsed().compareTo(length) < 0) {
                    kill(PARTS.get(kills.size() % PARTS.size()));
                }
            }
        } finally {
            watching.interrupt();
            watching.join();
            write("still to be counted");
        }
        Tally tally = bench.settle();
        write(tally.text());
        return tally.isClean();
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private Duration untilNext() {
        Duration next = BETWEEN_KILLS.multipliedBy(kills.size() + 1L);
        return (next.compareTo(length) < 0 ? next : length).minus(elapsed());
    }

    private void kill(String part) {
        synchronized (this) {
            kills.add(elapsed().toSeconds());
        }
        String figure = bench.killAndRecover(part);
        synchronized (this) {
            recoveries
                    .computeIfAbsent(part, name -> new ArrayList<>())
                    .addAll(bench.takeRecoveries().millis());
        }
        System.out.println(elapsed().toSeconds() + " s " + part + " killed: " + figure);
    }

    private void watch(Sampler sampler) {
        try {
            while (true) {
                Map<String, Double> seen = sampler.look();
                synchronized (this) {
                    samples.add(elapsed().toSeconds(), seen);
                    machine.look();
                }
                write("under way");
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            System.out.println("the report cannot be written: " + e.getMessage());
        }
    }

    private synchronized void write(String came) throws IOException {
        StringBuilder words = new StringBuilder(String.format(
                "Begun %s, %d min of 200 reports/s, %d kills: %s. %s.%n%n| killed | times | recovery |%n|---|---|---|%n",
                startedAt, elapsed().toMinutes(), kills.size(), came, machine.text()));
        recoveries.forEach((part, millis) ->
                words.append(String.format("| %s | %d | %s |%n", part, millis.size(), new Recoveries(millis).text())));
        Files.writeString(folder.resolve("soak.csv"), samples.csv());
        Files.writeString(folder.resolve("soak.md"), words + "\n" + samples.markdown());
        Files.writeString(folder.resolve("soak.svg"), new CurveSheet(samples, kills).svg());
    }
}

package io.watchfloor.faults.soak;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.contract.Channels;
import io.watchfloor.contract.RedisMemory;
import io.watchfloor.contract.World;
import io.watchfloor.testbed.ApiClient;
import io.watchfloor.testbed.RunningSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/** Looks at everything that could grow. What is being killed at that moment is left out. */
final class Sampler {
    private static final List<String> PARTS = List.of("redis", "graph", "pipeline", "gateway", "launcher");
    private static final List<String> FOLDERS = List.of("redis", "graph", "checkpoints", "work", "journal", "logs");
    /** A collection of a whole heap stops its process: not at every look. */
    private static final int LOOKS_BETWEEN_COLLECTIONS = 6;

    private static final double BYTES_PER_MEGABYTE = 1024 * 1024;
    private static final double KILOBYTES_PER_MEGABYTE = 1024;

    private final RunningSystem system;
    private final ApiClient api;
    private final RedisClient redis;
    private int looks;

    Sampler(RunningSystem system, ApiClient api, RedisClient redis) {
        this.system = system;
        this.api = api;
        this.redis = redis;
    }

    /** By name, with the unit in it. */
    Map<String, Double> look() throws InterruptedException {
        Map<String, Double> seen = new TreeMap<>();
        boolean collecting = looks++ % LOOKS_BETWEEN_COLLECTIONS == 0;
        for (String part : PARTS) {
            Optional<ProcessHandle> process = processOf(part);
            if (process.isPresent()) {
                lookAt(part, process.get().pid(), seen);
                if (collecting && !"redis".equals(part)) {
                    lookAtHeap(part, process.get().pid(), seen);
                }
            }
        }
        try {
            lookAtRedis(seen);
        } catch (JedisException e) {
            seen.remove("redis memory MB");
        }
        try {
            lookAtLedger(seen);
        } catch (IOException e) {
            seen.remove("alarms");
        }
        for (String folder : FOLDERS) {
            seen.put("disk " + folder + " MB", megabytesIn(system.data().resolve(folder)));
        }
        return seen;
    }

    private Optional<ProcessHandle> processOf(String part) {
        return "launcher".equals(part) ? Optional.of(system.launcher().handle()) : system.find(part);
    }

    private static void lookAt(String part, long pid, Map<String, Double> seen) {
        Path about = Path.of("/proc/" + pid);
        try (Stream<Path> open = Files.list(about.resolve("fd"))) {
            seen.put("open files " + part, (double) open.count());
            Files.readAllLines(about.resolve("status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                    .forEach(kilobytes -> seen.put("resident " + part + " MB", kilobytes / KILOBYTES_PER_MEGABYTE));
        } catch (IOException e) {
            seen.remove("open files " + part);
        }
    }

    private static void lookAtHeap(String part, long pid, Map<String, Double> seen) throws InterruptedException {
        try {
            JavaHeap.neededKilobytes(pid)
                    .ifPresent(
                            kilobytes -> seen.put("heap needed " + part + " MB", kilobytes / KILOBYTES_PER_MEGABYTE));
        } catch (IOException e) {
            seen.remove("heap needed " + part + " MB");
        }
    }

    private void lookAtRedis(Map<String, Double> seen) {
        String world = World.LIVE;
        for (String stream : List.of(
                Channels.intake(world, 0),
                Channels.picture(world),
                Channels.filed(world),
                Channels.position(world),
                Channels.DEAD_LETTER)) {
            seen.put("entries " + stream, (double) redis.xlen(stream));
        }
        seen.put("redis memory MB", RedisMemory.of(redis.info("memory")).usedBytes() / BYTES_PER_MEGABYTE);
        String age = redis.hget(Channels.heartbeat(world), "checkpointAgeMillis");
        if (age != null) {
            seen.put("checkpoint age s", Double.parseDouble(age) / 1_000);
        }
    }

    private void lookAtLedger(Map<String, Double> seen) throws IOException, InterruptedException {
        JsonNode ledger = api.get("/ledger");
        for (JsonNode stage : ledger.get("stages")) {
            double ageMillis = stage.get("ageMillis").asDouble();
            if (ageMillis >= 0) {
                seen.put("age of stage " + stage.get("name").asText() + " ms", ageMillis);
            }
        }
        seen.put("alarms", (double) ledger.get("alarms").size());
    }

    private static double megabytesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(Sampler::size).sum() / BYTES_PER_MEGABYTE;
        } catch (IOException | UncheckedIOException e) {
            return 0; // files come and go while they are listed
        }
    }

    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.watchfloor.faults.inject;

import static org.awaitility.Awaitility.await;

import io.watchfloor.testbed.RunningSystem;
import io.watchfloor.testbed.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClient;

/** The processes of the running system, and what only somebody at its machine can do to them. */
final class Parts {
    /** Those that a report passes through. */
    static final List<String> NAMES = List.of("redis", "graph", "pipeline", "gateway");

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final String GRAPH_PORT = "WATCHFLOOR_GRAPH_PORT";

    private final RunningSystem system;

    Parts(RunningSystem system) {
        this.system = system;
    }

    ProcessHandle process(String part) {
        return system.find(part).orElseThrow(() -> new AssertionError(part + " does not run"));
    }

    /** A client of the system's own Redis, whichever port it has. */
    RedisClient redis() throws IOException {
        return RedisClient.builder()
                .hostAndPort(new HostAndPort("127.0.0.1", redisPort()))
                .build();
    }

    /** Sets a parameter of the running Redis. */
    void configureRedis(String name, String value) throws IOException {
        try (Jedis redis = new Jedis("127.0.0.1", redisPort())) {
            redis.configSet(name, value);
        }
    }

    int redisPort() throws IOException {
        List<String> words =
                List.of(Files.readString(about("redis").resolve("cmdline")).split("\0"));
        int option = words.indexOf("--port");
        if (option >= 0) {
            return Integer.parseInt(words.get(option + 1));
        }
        // a running Redis writes its address over its command line
        String shown = words.get(0).strip();
        return Integer.parseInt(shown.substring(shown.lastIndexOf(':') + 1).strip());
    }

    int graphPort() throws IOException {
        return Integer.parseInt(environment("graph").get(GRAPH_PORT));
    }

    /** What a part was told at its start. */
    Map<String, String> environment(String part) throws IOException {
        Map<String, String> environment = new TreeMap<>();
        for (String each : Files.readString(about(part).resolve("environ")).split("\0", -1)) {
            int sign = each.indexOf('=');
            if (sign > 0) {
                environment.put(each.substring(0, sign), each.substring(sign + 1));
            }
        }
        return environment;
    }

    /** The words a part was started with. */
    List<String> command(String part) throws IOException {
        return List.of(Files.readString(about(part).resolve("cmdline")).split("\0"));
    }

    private Path about(String part) {
        return Path.of("/proc/" + process(part).pid());
    }

    /**
     * Kills a part while its launcher is stopped: nobody takes note of its end, so that it stays in the table of
     * processes, dead.
     */
    void killUnnoticed(String part) {
        ProcessHandle process = process(part);
        process.destroyForcibly();
        await(part + " is dead").atMost(Bench.RECOVERY).pollInterval(LOOK).until(() -> isDead(process.pid()));
    }

    private static boolean isDead(long pid) throws IOException {
        try {
            String state = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return state.substring(state.lastIndexOf(')')).startsWith(") Z");
        } catch (NoSuchFileException e) {
            return true;
        }
    }

    /** Does something while nobody starts dead parts again. */
    void unsupervised(Bench.Step step) throws Exception {
        ProcessHandle launcher = system.launcher().handle();
        Signal.STOP.sendTo(launcher);
        try {
            step.run();
        } finally {
            Signal.CONTINUE.sendTo(launcher);
        }
    }
}

package io.watchfloor.faults.inject;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.acceptance.system.ApiClient;
import io.watchfloor.acceptance.system.RunningSystem;
import io.watchfloor.acceptance.system.Scene;
import io.watchfloor.acceptance.system.Scene.Spot;
import io.watchfloor.acceptance.system.Signal;
import io.watchfloor.faults.load.FinalPicture;
import io.watchfloor.faults.load.ReportLoad;
import io.watchfloor.faults.load.WatchingConsole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClient;

/** The running system under load, and what a fault does to it and asks of it. */
public final class Bench {
    /** How long any recovery may take; the goal is 30 s. */
    static final Duration RECOVERY = Duration.ofMinutes(3);

    private static final Duration SETTLE = Duration.ofMinutes(8);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int SPOTS = 40;

    private final RunningSystem system;
    private final ApiClient api;
    private final WatchingConsole console;
    private final List<Spot> spots;
    private final Options options;
    private final Set<String> acknowledged = new HashSet<>();
    private ReportLoad load;
    private BreakableLink bus;
    private Step atEnd = () -> {};

    /**
     * How hard and how long.
     *
     * @param batch reports five times a second
     * @param pause how long a process is stopped
     * @param burst how long the tenfold load lasts
     * @param outage how long the graph is away
     * @param sockets how many consoles come back at once
     */
    public record Options(int batch, Duration pause, Duration burst, Duration outage, int sockets) {}

    /** On a system that is ready. */
    public Bench(RunningSystem system, Options options) throws IOException, InterruptedException {
        this.system = system;
        this.options = options;
        this.api = new ApiClient(system);
        this.spots = Scene.listSpots(api).subList(0, SPOTS);
        this.console = WatchingConsole.open(system.address(), system.key());
    }

    /** Begins to send, unless it does already. */
    public void startLoad() {
        startLoad(options.batch());
    }

    void startLoad(int batch) {
        if (load == null) {
            load = ReportLoad.start(api, spots, batch);
            awaitMore(batch);
        }
    }

    /** Stops sending once all that was begun is acknowledged. */
    public void stopLoad() throws InterruptedException {
        if (load != null) {
            ReportLoad ending = load;
            load = null;
            ending.finish();
            acknowledged.addAll(ending.acknowledged());
        }
    }

    /** The link the message bus is behind. */
    BreakableLink bus() throws NotRunException {
        if (bus == null) {
            throw new NotRunException("the system was started without a link that can be broken");
        }
        return bus;
    }

    void useBus(BreakableLink link) {
        bus = link;
    }

    /** Something to do once the system is stopped. */
    void atEnd(Step step) {
        atEnd = step;
    }

    /** Reports by incident, as the console that watched all the time shows them. */
    Map<String, Integer> counts() {
        return console.counts();
    }

    RunningSystem system() {
        return system;
    }

    ApiClient api() {
        return api;
    }

    Options options() {
        return options;
    }

    List<Spot> spots() {
        return spots;
    }

    /** Reports acknowledged so far. */
    public int countAcknowledged() {
        return acknowledged.size() + (load == null ? 0 : load.countAcknowledged());
    }

    /** Waits until so many more are acknowledged. */
    void awaitMore(int reports) {
        int before = countAcknowledged();
        await("acknowledgements")
                .atMost(RECOVERY)
                .pollInterval(LOOK)
                .until(() -> countAcknowledged() >= before + reports);
    }

    /** Memory in kilobytes and open files of each part, as Linux counts them; a part that is not there is left out. */
    public Map<String, Double> sizes() throws IOException {
        Map<String, Double> sizes = new TreeMap<>();
        for (String part : List.of("redis", "graph", "pipeline", "gateway")) {
            Optional<ProcessHandle> process = system.find(part);
            if (process.isPresent()) {
                Path about = Path.of("/proc/" + process.get().pid());
                try (Stream<Path> open = Files.list(about.resolve("fd"))) {
                    sizes.put(part + " open files", (double) open.count());
                    sizes.put(part + " resident kB", residentKilobytes(about));
                } catch (NoSuchFileException e) {
                    sizes.remove(part + " open files");
                }
            }
        }
        return sizes;
    }

    private static double residentKilobytes(Path about) throws IOException {
        return Files.readAllLines(about.resolve("status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    /** Kills a part, and waits until reports are acknowledged and shown again; says how long both took. */
    public String killAndRecover(String part) {
        awaitMore(options.batch() * 10);
        long since = System.nanoTime();
        system.kill(part);
        return recovery(since);
    }

    /** Waits until reports are acknowledged and those acknowledged by then are shown; milliseconds for both. */
    String recovery(long sinceNanos) {
        awaitMore(1);
        long acknowledging = millisSince(sinceNanos);
        awaitShown(countAcknowledged());
        return "acknowledges after " + acknowledging + " ms, shows all after " + millisSince(sinceNanos) + " ms";
    }

    /** Waits until the picture has as many reports. */
    void awaitShown(int reports) {
        await("the picture has caught up")
                .atMost(RECOVERY)
                .pollInterval(LOOK)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> FinalPicture.countReports(api) >= reports);
    }

    static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }

    /** The ledger as the gateway tells it. */
    JsonNode ledger() throws IOException, InterruptedException {
        return api.get("/ledger");
    }

    /** Whether an alarm of this code holds. */
    Optional<JsonNode> findAlarm(String code) throws IOException, InterruptedException {
        for (JsonNode alarm : ledger().get("alarms")) {
            if (alarm.get("code").asText().equals(code)) {
                return Optional.of(alarm);
            }
        }
        return Optional.empty();
    }

    /** Waits for an alarm; how long it took since. Fails when it took longer than allowed. */
    long awaitAlarm(String code, long sinceNanos, Duration limit) {
        await("alarm " + code)
                .atMost(RECOVERY)
                .pollInterval(LOOK)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> findAlarm(code).isPresent());
        long took = millisSince(sinceNanos);
        Check.that(took <= limit.toMillis(), "alarm " + code + " came after " + took + " ms");
        return took;
    }

    /** Status of a report sent now. */
    int postStatus() throws IOException, InterruptedException {
        String line = Scene.report(Scene.newSourceId(), "noise", spots.get(0), "试发一件");
        ApiClient.Answer answer = api.postReports(List.of(line));
        if (answer.status() == 202) {
            answer.body()
                    .get("accepted")
                    .forEach(each -> acknowledged.add(each.get("id").asText()));
        }
        return answer.status();
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

    private int redisPort() throws IOException {
        long pid = system.find("redis").orElseThrow().pid();
        List<String> words =
                List.of(Files.readString(Path.of("/proc/" + pid + "/cmdline")).split("\0"));
        int option = words.indexOf("--port");
        if (option >= 0) {
            return Integer.parseInt(words.get(option + 1));
        }
        // a running Redis writes its address over its command line
        String shown = words.get(0).strip();
        return Integer.parseInt(shown.substring(shown.lastIndexOf(':') + 1).strip());
    }

    /**
     * Kills a part while its launcher is stopped: nobody takes note of its end, so that it stays in the table of
     * processes, dead.
     */
    void killUnnoticed(String part) {
        ProcessHandle process = system.find(part).orElseThrow();
        process.destroyForcibly();
        await(part + " is dead").atMost(RECOVERY).pollInterval(LOOK).until(() -> isDead(process.pid()));
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
    void unsupervised(Step step) throws Exception {
        ProcessHandle launcher = system.launcher().handle();
        Signal.STOP.sendTo(launcher);
        try {
            step.run();
        } finally {
            Signal.CONTINUE.sendTo(launcher);
        }
    }

    /** A step that may fail. */
    @FunctionalInterface
    interface Step {
        void run() throws Exception;
    }

    /**
     * Invariant L: stops the load and waits until every acknowledged report is in exactly one incident, in the graph, on
     * the gateway's picture, and on a console that watched all the time.
     *
     * @return how many were acknowledged
     */
    public int settle() throws InterruptedException {
        stopLoad();
        await("every acknowledged report is in the graph and on the console exactly once")
                .atMost(SETTLE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(3))
                .ignoreExceptionsInstanceOf(IOException.class)
                .untilAsserted(() -> {
                    FinalPicture picture = FinalPicture.read(api);
                    none("doubled", picture.doubled());
                    none("missing", picture.missing(acknowledged));
                    Check.that(
                            picture.countsInPicture().equals(picture.countsInGraph()),
                            "picture and graph count differently");
                    Check.that(console.counts().equals(picture.countsInPicture()), "the console shows another picture");
                });
        return acknowledged.size();
    }

    private static void none(String what, List<String> reports) {
        Check.that(
                reports.isEmpty(),
                reports.size() + " reports " + what + ", for example "
                        + reports.stream().limit(5).toList());
    }

    /** Drops of the console that watched. */
    int countDrops() {
        return console.countDrops();
    }

    /** What every part said last. */
    public String describe() {
        return system.describe();
    }

    /** Stops the system. */
    public void stop() throws Exception {
        console.close();
        try {
            system.stop();
        } finally {
            atEnd.run();
        }
    }
}

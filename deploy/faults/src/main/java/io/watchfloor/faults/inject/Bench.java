package io.watchfloor.faults.inject;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchfloor.faults.load.FinalPicture;
import io.watchfloor.faults.load.RacingOfficers;
import io.watchfloor.faults.load.ReportLoad;
import io.watchfloor.faults.load.WatchingConsole;
import io.watchfloor.faults.report.Recoveries;
import io.watchfloor.faults.report.Tally;
import io.watchfloor.testbed.ApiClient;
import io.watchfloor.testbed.RunningSystem;
import io.watchfloor.testbed.Scene;
import io.watchfloor.testbed.Scene.Spot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.FutureTask;
import redis.clients.jedis.RedisClient;

/** The running system under load, and what a fault does to it and asks of it. */
public final class Bench {
    /** How long any recovery may take; the goal is 30 s. */
    static final Duration RECOVERY = Duration.ofMinutes(3);

    static final Duration LOOK = Duration.ofMillis(100);
    private static final int SPOTS = 40;
    private static final int ACCEPTED = 202;

    private RunningSystem system;
    private Parts parts;
    private final ApiClient api;
    private final WatchingConsole console;
    private final List<Spot> spots;
    private final Options options;
    private final Set<String> acknowledged = new HashSet<>();
    private final List<Long> recoveries = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private ReportLoad load;
    private RacingOfficers officers;
    private int races;
    private long beside;
    private boolean busForgot;
    private BreakableLink bus;
    private Step atEnd = () -> {};

    /**
     * How hard and how long.
     *
     * @param batch reports five times a second
     * @param pauses how long processes are stopped, one after the other
     * @param burst how long the tenfold load lasts
     * @param outage how long the graph is away
     * @param sockets how many consoles come back at once
     */
    public record Options(int batch, List<Duration> pauses, Duration burst, Duration outage, int sockets) {}

    /** A step that may fail. */
    @FunctionalInterface
    interface Step {
        void run() throws Exception;
    }

    /** On a system that is ready. */
    public Bench(RunningSystem system, Options options) throws IOException, InterruptedException {
        this.system = system;
        this.parts = new Parts(system);
        this.options = options;
        this.api = new ApiClient(system);
        this.spots = Scene.listSpots(api).subList(0, SPOTS);
        this.console = WatchingConsole.open(system.address(), system.key());
    }

    /** Begins to send, and lets two officers race, unless they do already. */
    public void startLoad() {
        startLoad(options.batch());
        if (officers == null) {
            officers = RacingOfficers.start(api);
        }
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

    private void stopOfficers() throws InterruptedException {
        if (officers != null) {
            RacingOfficers ending = officers;
            officers = null;
            ending.finish();
            races += ending.countRaces();
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

    /** Notes reports that were put on the intake stream past the gateway, which nobody counted there. */
    void putBeside(long reports) {
        beside += reports;
    }

    /** Notes that Redis has lost what it knew, its count of reports with it: from then on that may be too small. */
    void busForgot() {
        busForgot = true;
    }

    /** Something to do once the system is stopped. */
    void atEnd(Step step) {
        atEnd = step;
    }

    /** Reports by incident, as the console that watched all the time shows them. */
    Map<String, Integer> counts() {
        return console.counts();
    }

    /** The system itself. */
    public RunningSystem system() {
        return system;
    }

    Parts parts() {
        return parts;
    }

    /** A client of its Redis. */
    public RedisClient redis() throws IOException {
        return parts.redis();
    }

    /** A client of its interface. */
    public ApiClient api() {
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
        recovered(sinceNanos);
        return "acknowledges after " + acknowledging + " ms, shows all after " + millisSince(sinceNanos) + " ms";
    }

    /** Notes that the system is whole again; how many milliseconds that took. */
    long recovered(long sinceNanos) {
        long millis = millisSince(sinceNanos);
        recoveries.add(millis);
        return millis;
    }

    /** Recoveries since this was last asked. */
    public Recoveries takeRecoveries() {
        Recoveries taken = new Recoveries(List.copyOf(recoveries));
        recoveries.clear();
        return taken;
    }

    /** Notes that a part of a fault cannot be injected here, and why. */
    void leaveOut(String part, NotRunException reason) {
        leftOut.add("NOT RUN: " + part + ": " + reason.getMessage());
    }

    /** Parts of faults that were not injected since this was last asked. */
    public List<String> takeLeftOut() {
        List<String> taken = List.copyOf(leftOut);
        leftOut.clear();
        return taken;
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

    /** A counter of the gateway's {@code /metrics}, all its series together; 0 while it has none. */
    long figure(String name) throws IOException, InterruptedException {
        return Figures.read(system.address()).sum(line -> line.startsWith(name + " ") || line.startsWith(name + "{"));
    }

    /** The ledger as the gateway tells it. */
    JsonNode ledger() throws IOException, InterruptedException {
        return api.get("/ledger");
    }

    /** Waits until all that had come before then is in the graph; how many milliseconds that took since. */
    long awaitFiled(long sinceNanos, Duration limit) {
        await("everything of before is filed")
                .atMost(limit)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> isFiledUpTo(sinceNanos));
        return recovered(sinceNanos);
    }

    /** Whether the oldest report that is not in the graph yet has come since then; under load there is always one. */
    private boolean isFiledUpTo(long sinceNanos) throws IOException, InterruptedException {
        long ageMillis = stage("filed").get("ageMillis").asLong();
        return ageMillis >= 0 && Duration.ofMillis(ageMillis).toNanos() < System.nanoTime() - sinceNanos;
    }

    /** A stage of the ledger by its name. */
    JsonNode stage(String name) throws IOException, InterruptedException {
        for (JsonNode stage : ledger().get("stages")) {
            if (stage.get("name").asText().equals(name)) {
                return stage;
            }
        }
        throw new IOException("the ledger has no stage " + name);
    }

    /** To be called before the cause: an alarm of this code that is to come, and is none of those that stand already. */
    ExpectedAlarm expectAlarm(String code) throws IOException, InterruptedException {
        return new ExpectedAlarm(this, code, standing(code));
    }

    /** The alarms of this code that hold, each with what it is about and since when. */
    Set<JsonNode> standing(String code) throws IOException, InterruptedException {
        Set<JsonNode> standing = new HashSet<>();
        for (JsonNode alarm : ledger().get("alarms")) {
            if (alarm.get("code").asText().equals(code)) {
                standing.add(((ObjectNode) alarm).without("value"));
            }
        }
        return standing;
    }

    /** Status of a report sent now. */
    int postStatus() throws IOException, InterruptedException {
        return postStatus(Scene.report(Scene.newSourceId(), "noise", spots.get(0), "试发一件"));
    }

    /** Status of this report, sent now. */
    int postStatus(String line) throws IOException, InterruptedException {
        ApiClient.Answer answer = api.postReports(List.of(line));
        if (answer.status() == ACCEPTED) {
            answer.body()
                    .get("accepted")
                    .forEach(each -> acknowledged.add(each.get("id").asText()));
        }
        return answer.status();
    }

    /**
     * Invariant L: stops load and officers and waits until every acknowledged report is in exactly one incident, in the
     * graph, on the gateway's picture, and on a console that watched all the time, the stages of the ledger agree, and
     * nobody was sent twice.
     *
     * @return what went in and what came out of it, all of the bench's time
     * @throws AssertionError when graph, picture, console and ledger never agree
     */
    public Tally settle() throws InterruptedException {
        stopLoad();
        stopOfficers();
        return new Settlement(() -> Outcome.read(api, console.counts()))
                .await(new Settlement.Given(acknowledged, races, beside, busForgot));
    }

    /** Drops of the console that watched. */
    int countDrops() {
        return console.countDrops();
    }

    /**
     * Stops the system and begins to start another on its data and at its address.
     *
     * @return waits until all parts of that one are ready, and goes on with it
     */
    Step replaceBy(Successor successor) throws Exception {
        Path data = system.data();
        system.stop();
        FutureTask<RunningSystem> starting = new FutureTask<>(() -> successor.startOn(data));
        new Thread(starting, "successor").start();
        return () -> {
            system = starting.get();
            parts = new Parts(system);
        };
    }

    /** Starts a system on this data folder. */
    @FunctionalInterface
    interface Successor {
        RunningSystem startOn(Path data) throws Exception;
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

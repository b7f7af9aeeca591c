package io.watchfloor.gateway.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Every figure the gateway publishes; names and meanings are in this module's README. */
public final class GatewayMetrics {
    private static final String LIVE_REFUSED = "watchfloor.live.messages.refused";

    private record Queue(IntSupplier depth, int places) {}

    private final Map<String, Queue> queues = new ConcurrentHashMap<>();
    private final PrometheusMeterRegistry registry;
    private final DistributionSummary batchSize;
    private final Timer batchWrite;
    private final Timer journalWrite;
    private final Timer reportToConsole;
    private final Timer eventLoopDelay;
    private final Timer desk;
    private final Timer planning;
    private final Counter losses;
    private final Counter fedAgain;
    private final Counter deadLettersLost;
    private final Counter deadLettersGivenUp;
    private final Counter auditRowsLost;
    private final Counter requestsPaced;
    private final Counter requestsTooSlow;
    private final Counter journalBatchesWritten;
    private final Counter journalBatchesFailed;
    private volatile double pictureLagSeconds;

    /** Figures in a registry of their own. */
    public GatewayMetrics() {
        this(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    }

    /** Figures in this registry. */
    public GatewayMetrics(PrometheusMeterRegistry registry) {
        this.registry = registry;
        batchSize = DistributionSummary.builder("watchfloor.intake.batch.size")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        batchWrite = timer("watchfloor.intake.batch.write");
        journalWrite = timer("watchfloor.journal.write");
        reportToConsole = Timer.builder("watchfloor.report.to.console")
                .publishPercentiles(0.5, 0.99)
                .serviceLevelObjectives(
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        Duration.ofMillis(200),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5))
                .register(registry);
        eventLoopDelay = timer("watchfloor.event.loop.delay");
        desk = timer("watchfloor.desk.call");
        planning = timer("watchfloor.plan");
        losses = registry.counter("watchfloor.picture.losses");
        // made at once: what happens for the first time is a rise then
        fedAgain = registry.counter("watchfloor.reports.fed.again");
        deadLettersLost = registry.counter("watchfloor.dead.letters.lost");
        deadLettersGivenUp = registry.counter("watchfloor.dead.letters.given.up");
        auditRowsLost = registry.counter("watchfloor.audit.rows.lost");
        requestsPaced = registry.counter("watchfloor.requests.refused", "reason", "pace");
        requestsTooSlow = registry.counter("watchfloor.requests.refused", "reason", "slow");
        journalBatchesWritten = registry.counter("watchfloor.journal.batches", "outcome", "written");
        journalBatchesFailed = registry.counter("watchfloor.journal.batches", "outcome", "failed");
        Gauge.builder("watchfloor.picture.lag.seconds", () -> pictureLagSeconds).register(registry);
    }

    /** Adds the figures of the Java virtual machine. */
    public GatewayMetrics withMachine() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        return this;
    }

    /** Where Vert.x puts its own figures. */
    public PrometheusMeterRegistry registry() {
        return registry;
    }

    /** Everything, in the Prometheus text format. */
    public String scrape() {
        return registry.scrape();
    }

    /** One report and what became of it. */
    public void report(String source, String outcome) {
        registry.counter("watchfloor.reports", "source", source, "outcome", outcome)
                .increment();
    }

    /** One position and what became of it. */
    public void position(String source, String outcome) {
        registry.counter("watchfloor.positions", "source", source, "outcome", outcome)
                .increment();
    }

    /** One batch was written, or failed. */
    public void intakeWritten(int reports, long nanos) {
        batchSize.record(reports);
        batchWrite.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** One batch was written to the journal and synced, or could not be. */
    public void journalWritten(boolean written, long nanos) {
        journalWrite.record(nanos, TimeUnit.NANOSECONDS);
        (written ? journalBatchesWritten : journalBatchesFailed).increment();
    }

    /** So many reports were fed again because the graph did not have them. */
    public void fedAgain(int reports) {
        fedAgain.increment(reports);
    }

    /** How many wait in a queue, and how many may. */
    public void queue(String name, IntSupplier depth, int places) {
        queues.put(name, new Queue(depth, places));
        gauge("watchfloor.queue.depth", "queue", name, depth::getAsInt);
    }

    /** How full each queue is. */
    public Map<String, Integer> queuePercents() {
        Map<String, Integer> percents = new TreeMap<>();
        queues.forEach(
                (name, queue) -> percents.put(name, (int) (100L * queue.depth().getAsInt() / queue.places())));
        return percents;
    }

    /** A figure that is asked for when it is scraped. */
    public void gauge(String name, String tag, String value, Supplier<Number> figure) {
        Gauge.builder(name, figure).tag(tag, value).strongReference(true).register(registry);
    }

    /** One refused entry was kept. */
    public void deadLetter(String stage, String reason) {
        registry.counter("watchfloor.dead.letters", "stage", stage, "reason", reason)
                .increment();
    }

    /** One refused entry could not be kept. */
    public void deadLetterLost() {
        deadLettersLost.increment();
    }

    /** So many refused entries had to leave before their time. */
    public void deadLettersGivenUp(long entries) {
        deadLettersGivenUp.increment((double) entries);
    }

    /** Age of the newest entry of the picture stream when it was read. */
    public void pictureLag(Duration lag) {
        pictureLagSeconds = lag.toMillis() / 1000.0;
    }

    /** The picture stream was found begun anew, or without what was read last. */
    public void pictureLost() {
        losses.increment();
    }

    /** The picture was loaded from the graph again after the stream had lost something, or could not be. */
    public void pictureReloaded(String outcome) {
        registry.counter("watchfloor.picture.reloads", "outcome", outcome).increment();
    }

    /** An entry of a stream could not be read. */
    public void unreadable(String stream) {
        registry.counter("watchfloor.unreadable.entries", "stream", stream).increment();
    }

    /** From a report's arrival to the frame that shows it. */
    public void reportToConsole(Duration duration) {
        reportToConsole.record(duration.isNegative() ? Duration.ZERO : duration);
    }

    /** A request was answered, or its client went before it was. */
    public void answered(String method, int status, long nanos) {
        registry.timer("watchfloor.http.request", "method", method, "status", Integer.toString(status))
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    /** A request was turned away, because its caller makes more than they may. */
    public void requestPaced() {
        requestsPaced.increment();
    }

    /** A request was given up, because it came too slowly. */
    public void requestTooSlow() {
        requestsTooSlow.increment();
    }

    /** Over a live socket may come what is refused for this; shown as nothing until it does. */
    public void liveMessageMayBeRefused(String reason) {
        registry.counter(LIVE_REFUSED, "reason", reason);
    }

    /** Something came over a live socket that is not allowed there. */
    public void liveMessageRefused(String reason) {
        registry.counter(LIVE_REFUSED, "reason", reason).increment();
    }

    /** How late the event loop was. */
    public void eventLoopDelay(long nanos) {
        eventLoopDelay.record(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    }

    /** One call of the duty desk. */
    public void desk(String action, String outcome, long nanos) {
        desk.record(nanos, TimeUnit.NANOSECONDS);
        registry.counter("watchfloor.desk", "action", action, "outcome", outcome)
                .increment();
    }

    /** A plan was made; processor time. */
    public void planned(long nanos) {
        planning.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** A socket was closed by us. */
    public void socketDropped(String reason) {
        registry.counter("watchfloor.live.dropped", "reason", reason).increment();
    }

    /** A row of the audit log could not be kept. */
    public void auditLost() {
        auditRowsLost.increment();
    }

    /** Somebody tried to sign in. */
    public void signIn(String outcome) {
        registry.counter("watchfloor.sign.ins", "outcome", outcome).increment();
    }

    /** A live message was made. */
    public Counter liveMessages(String kind) {
        return registry.counter("watchfloor.live.messages", "kind", kind);
    }

    private Timer timer(String name) {
        return Timer.builder(name).publishPercentiles(0.5, 0.99).register(registry);
    }
}

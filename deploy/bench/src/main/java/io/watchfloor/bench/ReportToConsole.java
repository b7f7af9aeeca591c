package io.watchfloor.bench;

import io.watchfloor.contract.live.IncidentView;
import io.watchfloor.contract.live.LiveMessage;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Time from a report's being sent to its being in the picture of a console, measured by one client that is both: it
 * sends at a fixed rate and follows the live socket. The send time is the planned one, so that a stall counts for every
 * report it delays.
 */
final class ReportToConsole {
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration MEASURED = Duration.ofSeconds(30);
    private static final Duration LATE_AFTER = Duration.ofSeconds(30);
    private static final long HIGHEST_MICROS = TimeUnit.MINUTES.toMicros(2);

    private final Gateway gateway;
    private final WayParts parts;
    private final PipelineMetrics metrics;
    private final String source;
    private final int reportsPerSecond;
    private final int reportsPerRequest;
    private final long first;
    private final Histogram micros = new ConcurrentHistogram(HIGHEST_MICROS, 3);
    private final AtomicLong notAccepted = new AtomicLong();
    /** By incident: the planned send time of each of its reports, as nanoseconds; 0 once it was seen. */
    private final Map<String, long[]> waiting = new ConcurrentHashMap<>();

    /**
     * A measurement.
     *
     * @param first number of its first report; what one run has used stands at the same places in another
     */
    ReportToConsole(
            Gateway gateway,
            WayParts parts,
            PipelineMetrics metrics,
            String source,
            int reportsPerSecond,
            int reportsPerRequest,
            long first) {
        this.gateway = gateway;
        this.parts = parts;
        this.metrics = metrics;
        this.source = source;
        this.reportsPerSecond = reportsPerSecond;
        this.reportsPerRequest = reportsPerRequest;
        this.first = first;
    }

    void measure(PrintStream out) throws IOException, InterruptedException {
        WebSocket socket = gateway.openLive(new LiveSocket(this::seen));
        long next = send(first, WARM_UP);
        awaitAllSeen();
        micros.reset();
        parts.forget();
        send(next, MEASURED);
        int missing = awaitAllSeen();
        socket.abort();
        out.printf(
                "| report to console at %,d reports/s, %d a request | p50 %,.0f ms, p99 %,.0f ms, max %,.0f ms |"
                        + " %,d measured, %d not seen within %d s, %d requests not accepted |%n",
                reportsPerSecond,
                reportsPerRequest,
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getMaxValue() / 1e3,
                micros.getTotalCount(),
                missing,
                LATE_AFTER.toSeconds(),
                notAccepted.get());
        parts.print(
                out,
                reportsPerSecond,
                "the pipeline says: waiting for and parsing an entry %s ms; text %s µs; merging %s µs; written %s ms"
                        .formatted(
                                metrics.percentiles("fetchMillis"),
                                metrics.percentiles("textMicros"),
                                metrics.percentiles("mergeMicros"),
                                metrics.percentiles("writeMillis")));
    }

    private long send(long first, Duration duration) {
        long nanosPerRequest = TimeUnit.SECONDS.toNanos(1) * reportsPerRequest / reportsPerSecond;
        long requests = duration.toNanos() / nanosPerRequest;
        long started = System.nanoTime();
        long number = first;
        for (long request = 0; request < requests; request++) {
            long planned = started + request * nanosPerRequest;
            LockSupport.parkNanos(planned - System.nanoTime());
            StringBuilder body = new StringBuilder();
            Instant now = Instant.now();
            for (int i = 0; i < reportsPerRequest; i++) {
                LoadReport report = new LoadReport(source, number);
                parts.onSend(report, source, number++);
                waiting.computeIfAbsent(report.incidentId(), id -> new long[LoadReport.REPORTS_PER_EVENT])[
                        report.rank() - 1] = planned;
                body.append(report.toJson(now)).append('\n');
            }
            gateway.post(body.toString(), status -> notAccepted.addAndGet(status == 202 ? 0 : 1));
        }
        return number;
    }

    private void seen(LiveMessage message) {
        long now = System.nanoTime();
        if (message.incidents() == null) {
            return;
        }
        for (IncidentView incident : message.incidents()) {
            long[] planned = waiting.get(incident.id());
            for (int i = 0; planned != null && i < Math.min(incident.reportCount(), planned.length); i++) {
                if (planned[i] != 0) {
                    micros.recordValue(Math.min(HIGHEST_MICROS, (now - planned[i]) / 1_000));
                    parts.onSeen(incident.id(), i + 1, planned[i], message.asOf(), now);
                    planned[i] = 0;
                }
            }
        }
    }

    /** Waits until every report was seen, or gives up; returns how many were not. */
    private int awaitAllSeen() throws InterruptedException {
        long until = System.nanoTime() + LATE_AFTER.toNanos();
        int missing = countUnseen();
        while (missing > 0 && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(100);
            missing = countUnseen();
        }
        waiting.clear();
        return missing;
    }

    private int countUnseen() {
        int unseen = 0;
        for (long[] planned : waiting.values()) {
            for (long at : planned) {
                unseen += at == 0 ? 0 : 1;
            }
        }
        return unseen;
    }
}

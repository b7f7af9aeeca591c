package io.watchfloor.bench;

import io.watchfloor.contract.Ids;
import io.watchfloor.contract.World;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Where the time between sending a report and seeing it went: of every tenth event, from the times that messages carry
 * along and from those at which Redis took them. All clocks are this machine's; each part is exact to a millisecond or
 * two.
 */
final class WayParts {
    private static final int ONE_EVENT_OF = 10;
    private static final List<String> PARTS = List.of(
            "client to gateway",
            "write to intake",
            "pipeline",
            "gateway reads and waits for its tick",
            "socket to client");

    /** One report that a console has seen. */
    private record Seen(String reportId, String incidentId, int rank, long sentMillis, Instant asOf, long seenMillis) {}

    private final Set<String> reports = ConcurrentHashMap.newKeySet();
    private final Set<String> incidents = ConcurrentHashMap.newKeySet();
    private final Map<String, String> reportIds = new ConcurrentHashMap<>();
    private final List<Seen> seen = new ArrayList<>();
    private final StreamTimes streams;

    WayParts(int redisPort) {
        streams = new StreamTimes(redisPort, reports::contains, incidents::contains);
    }

    /** Notes a report before it is sent. */
    void onSend(LoadReport report, String source, long number) {
        if (number / LoadReport.REPORTS_PER_EVENT % ONE_EVENT_OF == 0) {
            String id = Ids.report(World.LIVE, source, "" + number);
            reports.add(id);
            incidents.add(report.incidentId());
            reportIds.put(report.incidentId() + "/" + report.rank(), id);
        }
    }

    /** Notes that the console has it. */
    void onSeen(String incidentId, int rank, long sentNanos, Instant asOf, long seenNanos) {
        String reportId = reportIds.get(incidentId + "/" + rank);
        if (reportId != null) {
            long seenMillis = System.currentTimeMillis();
            long sentMillis = seenMillis - TimeUnit.NANOSECONDS.toMillis(seenNanos - sentNanos);
            seen.add(new Seen(reportId, incidentId, rank, sentMillis, asOf, seenMillis));
        }
    }

    void forget() {
        seen.clear();
    }

    void print(PrintStream out, int reportsPerSecond, String pipelineSays) throws InterruptedException {
        streams.stop();
        List<Histogram> parts = new ArrayList<>();
        PARTS.forEach(part -> parts.add(new Histogram(TimeUnit.MINUTES.toMillis(5), 3)));
        for (Seen one : seen) {
            StreamTimes.Taken taken = streams.findTaken(one.reportId());
            long pictured = streams.picturedMillis(one.incidentId(), one.rank());
            if (taken != null && pictured != 0) {
                long received = taken.receivedAt().toEpochMilli();
                long[] times = {
                    one.sentMillis(),
                    received,
                    taken.takenMillis(),
                    pictured,
                    one.asOf().toEpochMilli(),
                    one.seenMillis()
                };
                for (int i = 0; i < parts.size(); i++) {
                    parts.get(i).recordValue(Math.max(0, times[i + 1] - times[i]));
                }
            }
        }
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            row.append("%s p50 %d, p99 %d; "
                    .formatted(
                            PARTS.get(i),
                            parts.get(i).getValueAtPercentile(50),
                            parts.get(i).getValueAtPercentile(99)));
        }
        out.printf(
                "| of it, at %,d reports/s, milliseconds | %s | %,d reports looked at; %s |%n",
                reportsPerSecond, row, parts.get(0).getTotalCount(), pipelineSays);
    }
}

package io.watchfloor.gateway.intake;

import io.watchfloor.contract.live.Health;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts what each feed sent since the gateway started. Belongs to one event loop. */
public final class FeedLedger {
    /** Sources past this many share one line, so that nobody can grow the ledger without end. */
    static final int MAX_SOURCES = 100;

    private static final String OTHERS = "(others)";
    private static final String UNREADABLE = "(unreadable)";

    private final Clock clock;
    private final GatewayMetrics metrics;
    private final Map<String, Counts> bySource = new TreeMap<>();

    private static final class Counts {
        private long accepted;
        private long refused;
        private long lastAtMillis;
    }

    /** An empty ledger. */
    public FeedLedger(Clock clock, GatewayMetrics metrics) {
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Counts what became of a sound report; a transient failure is none of the feed's. */
    public void count(String source, Outcome outcome) {
        Counts counts = countsOf(source);
        metrics.report(nameOf(source), outcome.name().toLowerCase(Locale.ROOT));
        if (outcome.isKept()) {
            counts.lastAtMillis = clock.millis();
        }
        if (outcome == Outcome.ACCEPTED) {
            counts.accepted++;
        } else if (outcome == Outcome.CONFLICT) {
            counts.refused++;
        }
    }

    /** Counts a report that was refused for its content; {@code source} is null when that could not be read. */
    public void countRefused(String source) {
        countsOf(source).refused++;
        metrics.report(nameOf(source), "refused");
    }

    /** Every feed heard of, by name. */
    public List<Health.Feed> listFeeds() {
        return bySource.entrySet().stream()
                .map(entry -> new Health.Feed(
                        entry.getKey(),
                        entry.getValue().accepted,
                        entry.getValue().refused,
                        entry.getValue().lastAtMillis))
                .toList();
    }

    private Counts countsOf(String source) {
        String name = nameOf(source);
        return bySource.computeIfAbsent(name, absent -> new Counts());
    }

    private String nameOf(String source) {
        String name = source == null ? UNREADABLE : source;
        return bySource.containsKey(name) || bySource.size() < MAX_SOURCES ? name : OTHERS;
    }
}

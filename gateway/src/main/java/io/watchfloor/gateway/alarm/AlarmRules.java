package io.watchfloor.gateway.alarm;

import io.watchfloor.contract.live.Health;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * When the system itself is in trouble. Limits are such that each shows within ten seconds of its cause: the 911 outage of
 * April 2014 lost 6,600 calls in six hours because nothing said that a counter stood still.
 */
final class AlarmRules {
    /** A report older than this that has not got further means that a stage stands still. */
    static final Duration STALLED = Duration.ofSeconds(8);

    /** The pipeline speaks, and the others are asked, every second. */
    static final Duration SILENT = Duration.ofSeconds(6);

    /** What happened once is shown for this long. */
    static final Duration SHOWN = Duration.ofMinutes(10);

    static final int LEAST_FREE_PERCENT = 3;
    static final long LEAST_FREE_BYTES = 512L * 1024 * 1024;
    static final int MOST_MEMORY_PERCENT = 90;
    static final int MOST_QUEUE_PERCENT = 80;
    static final Duration MOST_CLOCK_JUMP = Duration.ofSeconds(1);
    static final Duration MOST_CLOCK_DIFFERENCE = Duration.ofSeconds(2);

    private long gaps;
    private long resets;
    private long pictureResets;
    private boolean counted;
    private final Map<String, Raised> events = new TreeMap<>();

    /**
     * One that holds now.
     *
     * @param code see {@link Health.Alarm}
     * @param about which; null when the code says it
     * @param value how much
     * @param happenedAtMillis when it last happened; null for what holds for as long as it is told
     */
    record Raised(String code, String about, long value, Long happenedAtMillis) {
        Raised(String code, String about, long value) {
            this(code, about, value, null);
        }

        String key() {
            return about == null ? code : code + " " + about;
        }
    }

    /** What holds now, in a fixed order. */
    List<Raised> look(Figures figures, long nowMillis) {
        List<Raised> raised = new ArrayList<>();
        stalled(figures, raised);
        lost(figures, nowMillis);
        checkpoint(figures, raised);
        resources(figures, raised);
        clock(figures, nowMillis, raised);
        events.values().removeIf(event -> event.happenedAtMillis() + SHOWN.toMillis() < nowMillis);
        raised.addAll(events.values());
        return raised;
    }

    private static void stalled(Figures figures, List<Raised> raised) {
        for (Health.Stage stage : figures.stages()) {
            if (stage.ageMillis() > STALLED.toMillis()) {
                raised.add(new Raised("stalled", stage.name(), stage.ageMillis() / 1_000));
            }
        }
        new TreeMap<>(figures.silentMillis()).forEach((part, millis) -> {
            if (millis > SILENT.toMillis()) {
                raised.add(new Raised("silent", part, millis / 1_000));
            }
        });
        if (figures.auditBroken()) {
            raised.add(new Raised("audit", null, 1));
        }
        if (figures.journalFails()) {
            raised.add(new Raised("journal", null, 1));
        }
    }

    /** Counters of the pipeline start again when it does; only a rise is news. */
    private void lost(Figures figures, long nowMillis) {
        long gapsNow = figures.pipeline() == null ? gaps : figures.pipeline().gaps();
        long resetsNow =
                figures.pipeline() == null ? resets : figures.pipeline().resets();
        if (counted && gapsNow > gaps) {
            happened("gap", null, gapsNow - gaps, nowMillis);
        }
        if (counted && (resetsNow > resets || figures.pictureResets() > pictureResets)) {
            happened("reset", null, 1, nowMillis);
        }
        gaps = gapsNow;
        resets = resetsNow;
        pictureResets = figures.pictureResets();
        counted = true;
    }

    private void happened(String code, String about, long value, long nowMillis) {
        Raised raised = new Raised(code, about, value, nowMillis);
        events.put(raised.key(), raised);
    }

    private static void checkpoint(Figures figures, List<Raised> raised) {
        if (figures.pipeline() != null
                && figures.pipeline().checkpointAgeMillis() > figures.pipeline().checkpointLimitMillis()) {
            raised.add(new Raised("checkpoint", null, figures.pipeline().checkpointAgeMillis() / 1_000));
        }
    }

    private static void resources(Figures figures, List<Raised> raised) {
        new TreeMap<>(figures.disks()).forEach((disk, space) -> {
            if (space.freePercent() < LEAST_FREE_PERCENT || space.freeBytes() < LEAST_FREE_BYTES) {
                raised.add(new Raised("disk", disk, space.freePercent()));
            }
        });
        over(figures.memoryPercent(), MOST_MEMORY_PERCENT, "memory", raised);
        over(figures.queuePercent(), MOST_QUEUE_PERCENT, "queue", raised);
    }

    private static void over(Map<String, Integer> percents, int most, String code, List<Raised> raised) {
        new TreeMap<>(percents).forEach((about, percent) -> {
            if (percent > most) {
                raised.add(new Raised(code, about, percent));
            }
        });
    }

    private void clock(Figures figures, long nowMillis, List<Raised> raised) {
        if (Math.abs(figures.clockJumpMillis()) > MOST_CLOCK_JUMP.toMillis()) {
            happened("clock", "gateway", figures.clockJumpMillis() / 1_000, nowMillis);
        }
        if (Math.abs(figures.redisClockAheadMillis()) > MOST_CLOCK_DIFFERENCE.toMillis()) {
            raised.add(new Raised("clock", "redis", figures.redisClockAheadMillis() / 1_000));
        }
    }
}

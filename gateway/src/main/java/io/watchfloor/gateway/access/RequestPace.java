package io.watchfloor.gateway.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How many requests one caller may make: so many a second for ever, and for a start, or after a rest, what five seconds
 * give at once. Others are not slowed down by it. Of more callers than it has room for, those share one allowance who came
 * last. Belongs to one event loop.
 */
final class RequestPace {
    /** Past this many callers at once. */
    static final int MOST_CALLERS = 10_000;

    static final int BURST_SECONDS = 5;

    private static final String OTHERS = "(others)";
    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final double perSecond;
    private final LongSupplier nanoTime;
    private final Map<String, Allowance> callers = new LinkedHashMap<>();
    private long forgotAtNanos;

    private static final class Allowance {
        private double left;
        private long atNanos;
    }

    /** By a clock of nanoseconds that only goes forward. */
    RequestPace(int perSecond, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.nanoTime = nanoTime;
        this.forgotAtNanos = nanoTime.getAsLong();
    }

    /** Zero when this caller may go on, and that is one request less; else how long until the next is allowed. */
    Duration take(String caller) {
        long now = nanoTime.getAsLong();
        forgetRested(now);
        Allowance allowance = allowanceOf(caller, now);
        allowance.left = refilled(allowance, now);
        allowance.atNanos = now;
        if (allowance.left >= 1) {
            allowance.left--;
            return Duration.ZERO;
        }
        return Duration.ofNanos((long) ((1 - allowance.left) / perSecond * NANOS_PER_SECOND) + 1);
    }

    private Allowance allowanceOf(String caller, long now) {
        String name = callers.containsKey(caller) || callers.size() < MOST_CALLERS ? caller : OTHERS;
        return callers.computeIfAbsent(name, absent -> {
            Allowance full = new Allowance();
            full.left = perSecond * BURST_SECONDS;
            full.atNanos = now;
            return full;
        });
    }

    private double refilled(Allowance allowance, long now) {
        return Math.min(
                perSecond * BURST_SECONDS, allowance.left + perSecond * (now - allowance.atNanos) / NANOS_PER_SECOND);
    }

    /** Whoever rested long enough is as somebody who never came. */
    private void forgetRested(long now) {
        long burstNanos = TimeUnit.SECONDS.toNanos(BURST_SECONDS);
        if (now - forgotAtNanos >= burstNanos) {
            forgotAtNanos = now;
            callers.values().removeIf(allowance -> now - allowance.atNanos >= burstNanos);
        }
    }
}

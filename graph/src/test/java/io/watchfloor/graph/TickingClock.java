package io.watchfloor.graph;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A second later every time it is read. */
public final class TickingClock extends Clock {
    private Instant now;

    public TickingClock(Instant start) {
        now = start;
    }

    public synchronized Instant next() {
        return now.plusSeconds(2);
    }

    public synchronized void setBack(Duration by) {
        now = now.minus(by);
    }

    @Override
    public synchronized Instant instant() {
        now = now.plusSeconds(1);
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}

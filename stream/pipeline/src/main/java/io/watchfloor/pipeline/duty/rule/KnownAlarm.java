package io.watchfloor.pipeline.duty.rule;

import io.watchfloor.contract.Grade;
import java.time.Duration;
import java.time.Instant;

/**
 * An alarm that stands, or has gone not long ago.
 *
 * @param id which of its comings
 * @param version highest that was heard of
 * @param grade gravest it has had
 * @param told how often somebody was told of it
 * @param since when it came
 * @param goneAt null while it stands
 */
public record KnownAlarm(String id, long version, Grade grade, int told, Instant since, Instant goneAt) {
    private static final Duration CHATTER = Duration.ofMinutes(10);
    private static final Duration STALE = Duration.ofHours(24);

    /**
     * What news make of an alarm.
     *
     * @param alarm as it is now
     * @param rings how many alarms the officer heard by it
     * @param chatter whether it came back soon after it had gone
     */
    public record Change(KnownAlarm alarm, int rings, boolean chatter) {}

    /** The news taken in; null when they are old. An alarm heard of only after it has gone, rings all the same. */
    public static Change hear(KnownAlarm before, AlarmNews news) {
        boolean sameComing = before != null && before.id().equals(news.id());
        if (sameComing && before.version() >= news.version()) {
            return null;
        }
        boolean continues = sameComing && before.goneAt() == null;
        Grade grade = continues ? before.grade().graver(news.grade()) : news.grade();
        Instant since = continues ? before.since() : news.at();
        Instant goneAt = news.standing() ? null : news.at();
        if (sameComing && !continues && !news.standing()) {
            goneAt = before.goneAt(); // gone it was before
        }
        KnownAlarm alarm = new KnownAlarm(news.id(), news.version(), grade, news.told(), since, goneAt);
        int rings = ringing(before, sameComing, continues, news);
        boolean chatter = rings > 0 && !continues && before != null && wentJustBefore(before, news.at());
        return new Change(alarm, rings, chatter);
    }

    private static int ringing(KnownAlarm before, boolean sameComing, boolean continues, AlarmNews news) {
        if (continues) {
            int more = Math.max(0, news.told() - before.told());
            return more > 0 ? more : news.grade().compareTo(before.grade()) < 0 ? 1 : 0;
        }
        return news.resumed() || (sameComing && !news.standing()) ? 0 : news.told();
    }

    private static boolean wentJustBefore(KnownAlarm before, Instant at) {
        return before.goneAt() != null && Duration.between(before.goneAt(), at).compareTo(CHATTER) <= 0;
    }

    /** Whether it has stood for over a day. */
    public boolean isStale(Instant now) {
        return goneAt == null && since.plus(STALE).isBefore(now);
    }

    /** Whether its coming back would be no chattering any more. */
    public boolean isForgettable(Instant now) {
        return goneAt != null && goneAt.plus(STALE).isBefore(now);
    }
}

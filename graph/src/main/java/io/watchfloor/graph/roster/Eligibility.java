package io.watchfloor.graph.roster;

import io.watchfloor.contract.Availability;
import io.watchfloor.contract.PersonStatus;
import io.watchfloor.graph.district.District;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Who can be sent at one moment, and for which needs; bit n of a mask is need n. */
public final class Eligibility {
    /** So much later may somebody be there who has time for the work, before one whose shift ends too soon is preferred. */
    private static final int SHORT_SHIFT_MILLIS = 5 * 60_000;

    private static final long MILLIS_PER_SECOND = 1_000;
    private static final int SECONDS_PER_MINUTE = 60;

    private final Crowd crowd;
    private final List<NeedLine> needs;
    private final District.DutyRules rules;
    private final Errand errand;
    private final Set<String> sentPersonIds;
    private final Set<String> releasablePersonIds;
    private final Instant now;
    private final Instant midnight;
    private final DayOfWeek day;
    private final int secondOfDay;
    private final long epochDay;
    private final long wantedSkills;

    /**
     * Prepares the question.
     *
     * @param errand what it is about
     * @param sentPersonIds who is on it already and not to be sent again
     * @param releasablePersonIds who counts as free although they are bound: they may be called away from what they do
     */
    public Eligibility(
            Crowd crowd,
            List<NeedLine> needs,
            Moment moment,
            Errand errand,
            Set<String> sentPersonIds,
            Set<String> releasablePersonIds) {
        this.crowd = crowd;
        this.needs = needs;
        this.rules = moment.rules();
        this.errand = errand;
        this.sentPersonIds = sentPersonIds;
        this.releasablePersonIds = releasablePersonIds;
        this.now = moment.now();
        this.midnight = moment.midnight();
        this.day = moment.local().getDayOfWeek();
        this.secondOfDay = moment.local().toLocalTime().toSecondOfDay();
        this.epochDay = moment.epochDay();
        this.wantedSkills = needs.stream().mapToLong(NeedLine::skillBits).reduce(0, (all, bits) -> all | bits);
    }

    /** The bits of all skills that are of use. */
    public long wantedSkills() {
        return wantedSkills;
    }

    /** Whether they hold any skill of use, at whatever level and with whatever certificate. */
    public boolean holdsAny(Member member) {
        if ((member.skillBits() & wantedSkills) == 0) {
            return false;
        }
        for (NeedLine need : needs) {
            if (need.isHeldBy(member)) {
                return true;
            }
        }
        return false;
    }

    /** The needs they meet today. */
    public int metBy(Member member) {
        int met = 0;
        for (int need = 0; need < needs.size(); need++) {
            if (needs.get(need).isMetBy(member, epochDay)) {
                met |= 1 << need;
            }
        }
        return met;
    }

    /** Those of the needs they meet that they meet only as a stand-in. */
    public int standsInFor(Member member, int met) {
        int weak = 0;
        for (int need = 0; need < needs.size(); need++) {
            if ((met & (1 << need)) != 0 && needs.get(need).isStandIn(member, epochDay)) {
                weak |= 1 << need;
            }
        }
        return weak;
    }

    /**
     * Whether they are on shift, rested, not bound elsewhere and not on it already. Whoever is on this way already goes on,
     * also where their shift has ended since or it is the last task of their day.
     */
    public boolean canGo(Member member) {
        return isFree(member) && (mayBegin(member) || isOnItsWay(member)) && !isSent(member);
    }

    private boolean mayBegin(Member member) {
        return isOnDuty(member) && minutesToRest(member) == 0 && !hasWorkedEnough(member);
    }

    /** Whether they are bound by something that they may be called away from. */
    public boolean isBound(Member member) {
        PersonStatus status = crowd.status(member);
        return status != null && status.availability() == Availability.ASSIGNED;
    }

    /**
     * Whether the way is longer than is asked of anybody. Whoever is on this way already was sent by somebody who knew how
     * far it is.
     */
    public boolean isTooFar(Member member, int wayMillis) {
        return wayMillis > rules.mostWayMillis() && !isOnItsWay(member);
    }

    /** Whether this way is asked of them: it is not too long, and they are still on shift at its end. */
    public boolean canArrive(Member member, int wayMillis) {
        return !isTooFar(member, wayMillis) && !goesOffBeforeArrival(member, wayMillis);
    }

    /** Whether they are on shift now and no longer when they would be there. */
    public boolean goesOffBeforeArrival(Member member, int wayMillis) {
        return !isOnFor(member, wayMillis) && isOnDuty(member) && !isOnItsWay(member);
    }

    /** Of somebody on shift: no longer way is asked of them, and while it lasts they stay on shift. */
    public int longestWayMillis(Member member) {
        int most = rules.mostWayMillis();
        int seconds = member.dutyHours().secondsOn(day, secondOfDay, (int) (most / MILLIS_PER_SECOND) + 1);
        return (int) Math.min(most, seconds * MILLIS_PER_SECOND);
    }

    /** Whether they would be there in time, and go off shift before the work is usually done. */
    public boolean goesOffBeforeDone(Member member, int wayMillis) {
        int arrived = secondsOf(wayMillis, 0);
        int done = secondsOf(wayMillis, errand.handlingMinutes() * SECONDS_PER_MINUTE);
        int on = member.dutyHours().secondsOn(day, secondOfDay, done);
        return on >= arrived && on < done && !isOnItsWay(member);
    }

    /**
     * What is added to the way of somebody who could go, for the order in which people are taken. It is asked of everybody who
     * is met: whether the shift ends too soon, which it mostly does not, comes before all else.
     */
    public int chargeMillis(Member member, int wayMillis) {
        boolean charged = goesOffBeforeDone(member, wayMillis)
                && !isTooFar(member, wayMillis)
                && metBy(member) != 0
                && canGo(member);
        return charged ? SHORT_SHIFT_MILLIS : 0;
    }

    /** How long the work usually takes. */
    public int handlingMinutes() {
        return errand.handlingMinutes();
    }

    private boolean isOnFor(Member member, int wayMillis) {
        return member.dutyHours().isOnFor(day, secondOfDay, secondsOf(wayMillis, 0));
    }

    /** Begun seconds of the way, and so many more. */
    private static int secondsOf(int wayMillis, int more) {
        return (int) Math.min(Integer.MAX_VALUE, (wayMillis + MILLIS_PER_SECOND - 1) / MILLIS_PER_SECOND + more);
    }

    /** The longest way that is asked of anybody, in minutes; 0 is no limit. */
    public int mostWayMinutes() {
        return rules.mostWayMinutes();
    }

    private boolean isOnItsWay(Member member) {
        PersonStatus status = crowd.status(member);
        return isBound(member) && errand.incidentId().equals(status.incidentId());
    }

    public boolean isOnDuty(Member member) {
        return member.dutyHours().isOn(day, secondOfDay);
    }

    public boolean isSent(Member member) {
        return sentPersonIds.contains(member.person().id());
    }

    /** How much longer they have to rest from their last work; 0 when not at all. */
    public long minutesToRest(Member member) {
        if (rules.restMinutes() == 0) {
            return 0;
        }
        Instant end = crowd.workload(member).lastEnd();
        Instant rested = end == null ? now : end.plus(Duration.ofMinutes(rules.restMinutes()));
        return rested.isAfter(now)
                ? Duration.between(now, rested).plusSeconds(59).toMinutes()
                : 0;
    }

    /** Whether they have done as much today as the rules allow. */
    public boolean hasWorkedEnough(Member member) {
        if (rules.mostTasks() == 0 && rules.mostBusyMinutes() == 0) {
            return false;
        }
        Workload workload = crowd.workload(member);
        return (rules.mostTasks() > 0 && workload.tasksSince(midnight) >= rules.mostTasks())
                || (rules.mostBusyMinutes() > 0 && workload.busyMinutes(midnight, now) >= rules.mostBusyMinutes());
    }

    /** How many assignments they have had today. */
    public int tasksToday(Member member) {
        return crowd.workload(member).tasksSince(midnight);
    }

    public long busyMinutesToday(Member member) {
        return crowd.workload(member).busyMinutes(midnight, now);
    }

    private boolean isFree(Member member) {
        PersonStatus status = crowd.status(member);
        return status == null
                || status.availability() == Availability.FREE
                || (status.availability() == Availability.ASSIGNED
                        && releasablePersonIds.contains(member.person().id()));
    }
}

package io.watchfloor.graph;

import io.watchfloor.contract.Availability;
import io.watchfloor.contract.PersonStatus;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

/** Who can be sent at one moment, and for which needs; bit n of a mask is need n. */
final class Eligibility {
    private final Crowd crowd;
    private final List<NeedLine> needs;
    private final Set<String> sentPersonIds;
    private final Set<String> releasablePersonIds;
    private final DayOfWeek day;
    private final int secondOfDay;
    private final long epochDay;
    private final long wantedSkills;

    /**
     * Prepares the question.
     *
     * @param sentPersonIds who is on it already and not to be sent again
     * @param releasablePersonIds who counts as free although they are bound: they may be called away from what they do
     */
    Eligibility(
            Crowd crowd,
            List<NeedLine> needs,
            LocalDateTime local,
            Set<String> sentPersonIds,
            Set<String> releasablePersonIds) {
        this.crowd = crowd;
        this.needs = needs;
        this.sentPersonIds = sentPersonIds;
        this.releasablePersonIds = releasablePersonIds;
        this.day = local.getDayOfWeek();
        this.secondOfDay = local.toLocalTime().toSecondOfDay();
        this.epochDay = local.toLocalDate().toEpochDay();
        this.wantedSkills = needs.stream().mapToLong(NeedLine::skillBits).reduce(0, (all, bits) -> all | bits);
    }

    /** The bits of all skills that are of use. */
    long wantedSkills() {
        return wantedSkills;
    }

    /** Whether they hold any skill of use, at whatever level and with whatever certificate. */
    boolean holdsAny(Member member) {
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
    int metBy(Member member) {
        int met = 0;
        for (int need = 0; need < needs.size(); need++) {
            if (needs.get(need).isMetBy(member, epochDay)) {
                met |= 1 << need;
            }
        }
        return met;
    }

    /** Whether they are on shift, not bound elsewhere and not on it already. */
    boolean canGo(Member member) {
        return isFree(member) && member.dutyHours().isOn(day, secondOfDay) && !isSent(member);
    }

    /** Whether they are bound by something that they may be called away from. */
    boolean isBound(Member member) {
        PersonStatus status = crowd.status(member);
        return status != null && status.availability() == Availability.ASSIGNED;
    }

    private boolean isFree(Member member) {
        PersonStatus status = crowd.status(member);
        return status == null
                || status.availability() == Availability.FREE
                || (status.availability() == Availability.ASSIGNED
                        && releasablePersonIds.contains(member.person().id()));
    }

    private boolean isSent(Member member) {
        return sentPersonIds.contains(member.person().id());
    }
}

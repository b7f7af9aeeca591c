package io.watchfloor.graph.candidate;

import io.watchfloor.contract.dispatch.Reason;
import io.watchfloor.contract.dispatch.ReasonCode;
import io.watchfloor.graph.roster.Eligibility;
import io.watchfloor.graph.roster.Errand;
import io.watchfloor.graph.roster.LiveDistrict;
import io.watchfloor.graph.roster.Member;
import io.watchfloor.graph.roster.Moment;
import io.watchfloor.graph.roster.NeedLine;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What speaks against sending one person to an incident of a type, whatever is open of it: whoever can do anything that the
 * type asks for is qualified. Whether they are free, and what they bring, is decided by the desk.
 */
final class Objections {
    private static final Set<ReasonCode> OF_SKILL =
            EnumSet.of(ReasonCode.SKILL_MISSING, ReasonCode.LEVEL_TOO_LOW, ReasonCode.CERTIFICATE_EXPIRED);
    private static final Set<ReasonCode> OF_DUTY = EnumSet.of(
            ReasonCode.OFF_SHIFT, ReasonCode.SHIFT_ENDS_BEFORE_ARRIVAL, ReasonCode.RESTING, ReasonCode.WORKED_ENOUGH);

    private Objections() {}

    /** {@code wayMillis} is how long their way takes; 0 while that cannot be told. */
    static List<Reason> against(
            LiveDistrict live, String incidentId, String incidentType, Member member, int wayMillis, Moment moment) {
        List<NeedLine> lines = live.needs().options(incidentType).stream()
                .flatMap(option -> option.lines().stream())
                .distinct()
                .toList();
        Eligibility eligibility =
                new Eligibility(live.crowd(), lines, moment, Errand.to(incidentId, incidentType), Set.of(), Set.of());
        boolean able = lines.stream().anyMatch(line -> line.isSkillMetBy(member, moment.epochDay()));
        return new ReasonWriter(live.skills(), live.equipment(), lines, eligibility, moment)
                .reasonsAgainst(member, live.crowd().status(member), null, wayMillis).stream()
                        .filter(reason ->
                                OF_DUTY.contains(reason.code()) || (!able && OF_SKILL.contains(reason.code())))
                        .toList();
    }
}

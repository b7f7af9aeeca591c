package io.watchfloor.graph.candidate;

import io.watchfloor.graph.candidate.CandidateSearch.Arrival;
import io.watchfloor.graph.roster.Eligibility;
import io.watchfloor.graph.roster.LiveDistrict;
import io.watchfloor.graph.roster.Moment;
import io.watchfloor.graph.roster.NeedLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One answer to a joint plan: what is open, and the people who could fill it, without words. */
final class CovererList {
    private final InMemoryProjection projection;
    private final LiveDistrict live;
    private final Dispatcher.Site site;
    private final Moment moment;
    private final int perNeed;

    CovererList(InMemoryProjection projection, Dispatcher.Site site, Moment moment, int perNeed) {
        this.projection = projection;
        this.live = projection.live();
        this.site = site;
        this.moment = moment;
        this.perNeed = perNeed;
    }

    /** With those who may be called off what they are sent for. */
    Coverers answer(Set<String> releasablePersonIds) {
        List<TeamSearch.OpenOption> open = projection.openNeeds().of(site.incidentType(), site.sentPersonIds(), moment);
        List<NeedLine> lines = TeamSearch.lines(open);
        Map<NeedLine, Integer> places = new HashMap<>();
        List<Integer> alternatives = new ArrayList<>();
        for (TeamSearch.OpenOption option : open) {
            int mask = 0;
            for (int i = 0; i < option.lines().size(); i++) {
                places.put(option.lines().get(i), option.places().get(i));
                mask |= 1 << lines.indexOf(option.lines().get(i));
            }
            alternatives.add(mask);
        }
        Eligibility eligibility = new Eligibility(live.crowd(), lines, moment, site.leftOut(), releasablePersonIds);
        return new Coverers(
                lines.stream()
                        .map(line ->
                                new Coverers.OpenNeed(line.skillId(), line.level(), places.get(line), line.isShared()))
                        .toList(),
                List.copyOf(alternatives),
                coverers(projection.collect(site, eligibility, lines.size(), perNeed, moment), eligibility, lines));
    }

    private List<Coverers.Coverer> coverers(List<Arrival> arrivals, Eligibility eligibility, List<NeedLine> lines) {
        CrewEquipment crews = new CrewEquipment(live.equipment(), live.skills(), lines);
        List<Coverers.Coverer> coverers = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            CrewEquipment.Equipped equipped = crews.equip(arrival, eligibility.metBy(arrival.member()));
            if (equipped.needs() != 0) {
                coverers.add(new Coverers.Coverer(
                        arrival.member().person().id(),
                        arrival.millis(),
                        arrival.meters(),
                        equipped.needs(),
                        eligibility.standsInFor(arrival.member(), equipped.needs()),
                        eligibility.isBound(arrival.member()),
                        equipped.unitId()));
            }
        }
        return List.copyOf(coverers);
    }
}

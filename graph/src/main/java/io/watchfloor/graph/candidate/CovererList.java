package io.watchfloor.graph.candidate;

import io.watchfloor.graph.candidate.CandidateSearch.Arrival;
import io.watchfloor.graph.roster.Eligibility;
import io.watchfloor.graph.roster.Errand;
import io.watchfloor.graph.roster.LiveDistrict;
import io.watchfloor.graph.roster.Moment;
import io.watchfloor.graph.roster.NeedLine;
import io.watchfloor.graph.roster.Placement;
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
    private final List<TeamSearch.OpenOption> open;
    private final List<NeedLine> lines;

    CovererList(InMemoryProjection projection, Dispatcher.Site site, Moment moment, int perNeed) {
        this.projection = projection;
        this.live = projection.live();
        this.site = site;
        this.moment = moment;
        this.perNeed = perNeed;
        this.open = projection.openNeeds().of(site.incidentType(), site.sentPersonIds(), moment);
        this.lines = TeamSearch.lines(open);
    }

    /** With those who may be called off what they are sent for. */
    Coverers answer(Set<String> releasablePersonIds) {
        Errand errand = Errand.to(site.incidentId(), site.incidentType());
        Eligibility eligibility =
                new Eligibility(live.crowd(), lines, moment, errand, site.leftOut(), releasablePersonIds);
        return coverers(projection.collect(site, eligibility, lines.size(), perNeed, moment), eligibility);
    }

    /** Everybody, wherever the site is and however far they are from it; their ways are not told. */
    Coverers anywhere() {
        Eligibility eligibility = new Eligibility(live.crowd(), lines, moment, Errand.NONE, Set.of(), Set.of());
        List<Arrival> arrivals = live.crowd().members().stream()
                .filter(member ->
                        eligibility.holdsAny(member) && eligibility.metBy(member) != 0 && eligibility.canGo(member))
                .map(live.crowd()::placement)
                .filter(placement -> placement.node() != Placement.NO_NODE)
                .map(placement -> new Arrival(placement, 0, 0))
                .toList();
        return coverers(arrivals, eligibility);
    }

    private Coverers coverers(List<Arrival> arrivals, Eligibility eligibility) {
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
        return new Coverers(
                lines.stream()
                        .map(line ->
                                new Coverers.OpenNeed(line.skillId(), line.level(), places.get(line), line.isShared()))
                        .toList(),
                List.copyOf(alternatives),
                people(arrivals, eligibility),
                projection.isOutside(site.lat(), site.lon()));
    }

    private List<Coverers.Coverer> people(List<Arrival> arrivals, Eligibility eligibility) {
        CrewEquipment crews = new CrewEquipment(live.equipment(), live.skills(), lines);
        List<Coverers.Coverer> coverers = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            CrewEquipment.Equipped equipped = crews.equip(arrival, eligibility.metBy(arrival.member()));
            if (equipped.needs() != 0) {
                coverers.add(new Coverers.Coverer(
                        arrival.member().person().id(),
                        arrival.millis(),
                        arrival.chargeMillis(),
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

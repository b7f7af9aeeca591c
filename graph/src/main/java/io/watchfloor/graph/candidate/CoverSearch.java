package io.watchfloor.graph.candidate;

import io.watchfloor.graph.candidate.CandidateSearch.Arrival;
import io.watchfloor.graph.road.RoadConditions;
import io.watchfloor.graph.road.RoadExpansion;
import io.watchfloor.graph.road.RoadNetwork;
import io.watchfloor.graph.roster.Bystanders;
import io.watchfloor.graph.roster.Crowd;
import io.watchfloor.graph.roster.Eligibility;
import io.watchfloor.graph.roster.Placement;
import java.util.ArrayList;
import java.util.List;

/** A walk that collects who can go until each need has so many people who meet it, or no road leads on. */
final class CoverSearch {
    private final SearchSpace space;
    private final RoadExpansion roads;
    private final Crowd crowd;
    private final Eligibility eligibility;
    private final RoadConditions conditions;
    private final int perNeed;
    private final int[] met;
    private final List<Arrival> found = new ArrayList<>();
    private int lacking;

    CoverSearch(
            SearchSpace space,
            Crowd crowd,
            Eligibility eligibility,
            RoadConditions conditions,
            int needs,
            int perNeed) {
        this.space = space;
        this.roads = space.roads();
        this.crowd = crowd;
        this.eligibility = eligibility;
        this.conditions = conditions;
        this.perNeed = perNeed;
        this.met = new int[needs];
        this.lacking = needs;
    }

    /** From where the site meets the roads; null when it does not. Soonest first. */
    List<Arrival> run(RoadNetwork.Access site) {
        space.start();
        if (site == null || perNeed <= 0) {
            return List.of();
        }
        roads.start(site, conditions);
        while (lacking > 0 && !roads.isExhausted()) {
            judgeNearerThan(roads.nextMillis());
            if (space.isNobodyAwaited()) {
                break;
            }
            if (lacking > 0) {
                meet(roads.settleNext());
                space.passed(crowd, eligibility);
            }
        }
        judgeNearerThan(Integer.MAX_VALUE);
        return found;
    }

    private void meet(int node) {
        Bystanders here = crowd.at(node);
        if (!here.mayHold(eligibility.wantedSkills())) {
            return;
        }
        for (int i = 0; i < here.size(); i++) {
            Placement placement = here.get(i);
            if (eligibility.holdsAny(placement.member()) && space.meet(placement.member())) {
                space.await(Arrival.over(roads, node, placement, eligibility));
            }
        }
    }

    private void judgeNearerThan(int millis) {
        while (lacking > 0 && space.hasWaiting() && space.nextMillis() < millis) {
            Arrival arrival = space.next();
            int needs = eligibility.metBy(arrival.member());
            if (needs != 0
                    && eligibility.canGo(arrival.member())
                    && eligibility.canArrive(arrival.member(), arrival.millis())) {
                found.add(arrival);
                count(needs);
            }
        }
    }

    private void count(int needs) {
        for (int need = 0; need < met.length; need++) {
            if ((needs & (1 << need)) != 0 && ++met[need] == perNeed) {
                lacking--;
            }
        }
    }
}

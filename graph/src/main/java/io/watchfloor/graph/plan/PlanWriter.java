package io.watchfloor.graph.plan;

import io.watchfloor.graph.candidate.Coverers;
import io.watchfloor.graph.plan.JointPlan.Place;
import io.watchfloor.graph.plan.JointPlan.Spared;
import io.watchfloor.graph.plan.JointPlan.Suggestion;
import io.watchfloor.graph.plan.TeamPacking.Packing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the teams that were chosen as a plan that people read. */
final class PlanWriter {
    private static final long MILLIS_PER_SECOND = 1_000;
    private static final double TENTHS_PER_MINUTE = 600;

    private final List<OpenIncident> incidents;
    private final List<Coverers> coverers;
    private final List<Demand> demands;
    private final Packing packing;
    private final Map<String, String> underWayTo = new HashMap<>();
    private final Map<String, String> suggestedFor = new HashMap<>();

    PlanWriter(List<OpenIncident> incidents, List<Coverers> coverers, List<Demand> demands, Packing packing) {
        this.incidents = incidents;
        this.coverers = coverers;
        this.demands = demands;
        this.packing = packing;
        for (int i = 0; i < incidents.size(); i++) {
            String incidentId = incidents.get(i).incidentId();
            incidents.get(i).underWayIds().forEach(person -> underWayTo.put(person, incidentId));
            packing.teams().get(i).personIds().forEach(person -> suggestedFor.put(person, incidentId));
        }
    }

    JointPlan write(Instant now) {
        List<Suggestion> suggestions = new ArrayList<>();
        for (int i = 0; i < incidents.size(); i++) {
            if (!coverers.get(i).needs().isEmpty()
                    || !incidents.get(i).underWayIds().isEmpty()) {
                suggestions.add(suggestion(i));
            }
        }
        int leastWeight =
                incidents.stream().mapToInt(OpenIncident::weight).min().orElse(1);
        double gain = (packing.nearestCost() - packing.cost()) / (TENTHS_PER_MINUTE * leastWeight);
        return new JointPlan(
                now,
                List.copyOf(suggestions),
                seconds(packing.teams()),
                seconds(packing.nearest()),
                served(packing.teams()),
                served(packing.nearest()),
                gain,
                packing.proof());
    }

    private Suggestion suggestion(int i) {
        OpenIncident incident = incidents.get(i);
        Team team = packing.teams().get(i);
        Team nearest = packing.nearest().get(i);
        List<String> sent = team.personIds();
        boolean outside = coverers.get(i).outside();
        return new Suggestion(
                incident.incidentId(),
                incident.weight(),
                team.people().stream().map(option -> place(i, option)).toList(),
                outside
                        ? List.of()
                        : incident.underWayIds().stream()
                                .filter(id -> !sent.contains(id))
                                .toList(),
                team.missing(),
                team.lastMillis() / MILLIS_PER_SECOND,
                nearest.people().isEmpty() ? -1 : nearest.lastMillis() / MILLIS_PER_SECOND,
                spared(i, team),
                outside);
    }

    private Place place(int i, Option option) {
        List<String> skills = new ArrayList<>();
        for (int need = 0; need < coverers.get(i).needs().size(); need++) {
            if ((option.meets() & (1 << need)) != 0) {
                skills.add(coverers.get(i).needs().get(need).skillId());
            }
        }
        String from = underWayTo.get(option.personId());
        boolean here = incidents.get(i).incidentId().equals(from);
        return new Place(
                option.personId(),
                option.travelMillis() / MILLIS_PER_SECOND,
                List.copyOf(skills),
                here,
                here ? null : from,
                option.equipmentId());
    }

    /** Who would be in the soonest team if this incident were the only one, and goes elsewhere. */
    private List<Spared> spared(int i, Team team) {
        if (demands.get(i).shapes().isEmpty()) {
            return List.of();
        }
        Filling alone = Filling.soonest(demands.get(i).shapes().get(team.shape()), List.of(), List.of());
        String incidentId = incidents.get(i).incidentId();
        return alone.people().stream()
                .map(Option::personId)
                .filter(person -> suggestedFor.containsKey(person)
                        && !suggestedFor.get(person).equals(incidentId))
                .map(person -> new Spared(person, suggestedFor.get(person)))
                .toList();
    }

    private static long seconds(List<Team> teams) {
        return teams.stream().mapToLong(Team::lastMillis).sum() / MILLIS_PER_SECOND;
    }

    private static int served(List<Team> teams) {
        return (int) teams.stream()
                .filter(team -> team.missing() == 0 && !team.people().isEmpty())
                .count();
    }
}

package io.watchfloor.graph.plan;

import io.watchfloor.graph.candidate.Coverers;
import io.watchfloor.graph.candidate.Coverers.Coverer;
import io.watchfloor.graph.candidate.Dispatcher;
import io.watchfloor.graph.plan.TeamPacking.Packing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Plans over all open incidents at once: asks the dispatcher who could cover each, lists the cheapest teams and packs them.
 * Holds nothing between two plans; the one before is given, so that suggestions hold still.
 */
public final class JointPlanner {
    /** Each need has so many people to choose from beside those it takes. */
    private static final int SPARE_PEOPLE = 32;

    private final Dispatcher dispatcher;
    private final PlanCharges charges;

    /** Plans with these people. */
    public JointPlanner(Dispatcher dispatcher, PlanCharges charges) {
        this.dispatcher = dispatcher;
        this.charges = charges;
    }

    /**
     * The plan now. Takes as long as {@link PlanCharges#solverSeconds} allows for each group of incidents that have to
     * share people, and mostly milliseconds.
     *
     * @param previous what was suggested last
     */
    public JointPlan plan(List<OpenIncident> open, Instant now, JointPlan previous) {
        List<OpenIncident> incidents = open.stream()
                .sorted(Comparator.comparingInt((OpenIncident incident) -> -incident.weight())
                        .thenComparing(OpenIncident::incidentId))
                .toList();
        Set<String> releasable = new HashSet<>();
        // Who was sent outside the district was sent by somebody who knew that: no plan calls them off.
        incidents.stream()
                .filter(incident -> !dispatcher.isOutside(incident.lat(), incident.lon()))
                .forEach(incident -> releasable.addAll(incident.underWayIds()));
        List<Coverers> coverers = incidents.stream()
                .map(incident -> coverers(incident, now, releasable))
                .toList();
        List<Demand> demands = new ArrayList<>();
        for (int i = 0; i < incidents.size(); i++) {
            demands.add(demand(incidents.get(i), coverers.get(i), previous));
        }
        Packing packing = TeamPacking.pack(demands, charges);
        return new PlanWriter(incidents, coverers, demands, packing).write(now);
    }

    /** The soonest, and in any case whoever is under way already. */
    private Coverers coverers(OpenIncident incident, Instant now, Set<String> releasable) {
        Coverers soonest = dispatcher.coverers(site(incident), now, SPARE_PEOPLE, releasable);
        Set<String> underWay = new HashSet<>(incident.underWayIds());
        soonest.people().forEach(person -> underWay.remove(person.personId()));
        return underWay.isEmpty() || soonest.outside()
                ? soonest
                : dispatcher.coverers(site(incident), now, Integer.MAX_VALUE, releasable);
    }

    private static Dispatcher.Site site(OpenIncident incident) {
        return new Dispatcher.Site(
                incident.incidentId(),
                incident.type(),
                incident.lat(),
                incident.lon(),
                incident.onSceneIds(),
                incident.answers());
    }

    private static Demand demand(OpenIncident incident, Coverers coverers, JointPlan previous) {
        Set<String> underWay = new HashSet<>(incident.underWayIds());
        Set<String> able = new HashSet<>();
        coverers.people().forEach(person -> able.add(person.personId()));
        Set<String> suggested = new HashSet<>();
        // Whoever was suggested and cannot go any more is no reason to charge a change.
        previous.find(incident.incidentId()).ifPresent(before -> before.people().stream()
                .map(JointPlan.Place::personId)
                .filter(id -> able.contains(id) && !underWay.contains(id))
                .forEach(suggested::add));
        return new Demand(incident.incidentId(), incident.weight(), shapes(coverers), suggested, underWay);
    }

    private static List<Shape> shapes(Coverers coverers) {
        int shared = 0;
        for (int need = 0; need < coverers.needs().size(); need++) {
            shared |= coverers.needs().get(need).shared() ? 1 << need : 0;
        }
        List<Shape> shapes = new ArrayList<>();
        for (int alternative : coverers.alternatives()) {
            shapes.add(new Shape(places(coverers, alternative), shared, options(coverers, alternative)));
        }
        return shapes;
    }

    /** Needs outside the alternative have no places, so that bits keep their meaning. */
    private static List<Integer> places(Coverers coverers, int alternative) {
        List<Integer> places = new ArrayList<>();
        for (int need = 0; need < coverers.needs().size(); need++) {
            boolean asked = (alternative & (1 << need)) != 0;
            places.add(asked ? coverers.needs().get(need).places() : 0);
        }
        return places;
    }

    private static List<Option> options(Coverers coverers, int alternative) {
        List<Option> options = new ArrayList<>();
        for (Coverer coverer : coverers.people()) {
            if ((coverer.needs() & alternative) != 0) {
                options.add(new Option(
                        coverer.personId(),
                        coverer.travelMillis() + coverer.chargeMillis(),
                        coverer.travelMillis(),
                        coverer.needs() & alternative,
                        coverer.equipmentId()));
            }
        }
        return options;
    }
}

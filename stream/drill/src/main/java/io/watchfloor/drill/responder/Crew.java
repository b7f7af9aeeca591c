package io.watchfloor.drill.responder;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.live.IncidentView;
import io.watchfloor.contract.live.PersonView;
import io.watchfloor.drill.gateway.LivePicture;
import io.watchfloor.drill.town.LatLon;
import io.watchfloor.drill.town.Town;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All simulated responders of a town. Not safe for several threads. */
public final class Crew {
    private static final Set<String> PATROLLING =
            Set.of("patrol", "law-enforcement", "investigation", "city-inspection", "traffic-control");
    private static final String STATION = "station";

    private final Conduct conduct;
    private final List<LatLon> stations;
    private final Map<String, Responder> responders = new HashMap<>();

    /** The people of a town, each behaving like this. */
    public Crew(Conduct conduct, Town town) {
        this.conduct = conduct;
        this.stations = town.places().stream()
                .filter(place -> STATION.equals(place.kind()))
                .map(Town.Place::at)
                .toList();
    }

    /** What everybody does now. */
    public List<Deed> act(LivePicture picture, Instant now) {
        Map<String, Assignment> active = picture.activeByPerson();
        List<Deed> deeds = new ArrayList<>();
        Map<String, Responder> before = Map.copyOf(responders);
        responders.clear();
        for (PersonView person : picture.people()) {
            Responder known = before.containsKey(person.id()) ? before.get(person.id()) : firstSeen(person);
            Turn turn = conduct.turn(known, sight(person, active.get(person.id()), picture), now);
            responders.put(person.id(), turn.responder());
            deeds.addAll(turn.deeds());
        }
        return deeds;
    }

    /** Until a position is known the picture shows people at their station; after that the nearest one is theirs. */
    private Responder firstSeen(PersonView person) {
        LatLon at = new LatLon(person.lat(), person.lon());
        LatLon home = person.positionAt() == null
                ? at
                : stations.stream()
                        .min(Comparator.comparingDouble(at::metersTo))
                        .orElse(at);
        return Responder.seenAt(person.id(), at, home);
    }

    private static Sight sight(PersonView person, Assignment assignment, LivePicture picture) {
        LatLon scene = assignment == null
                ? null
                : picture.findIncident(assignment.incidentId())
                        .filter(incident -> incident.lat() != null && incident.lon() != null)
                        .map(Crew::position)
                        .orElse(null);
        boolean patrols = person.onDuty() && person.skills().stream().anyMatch(PATROLLING::contains);
        return new Sight(assignment, scene, person.phoneConnected(), patrols, new LatLon(person.lat(), person.lon()));
    }

    private static LatLon position(IncidentView incident) {
        return new LatLon(incident.lat(), incident.lon());
    }
}

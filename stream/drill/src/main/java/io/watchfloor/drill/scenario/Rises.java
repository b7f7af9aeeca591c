package io.watchfloor.drill.scenario;

import io.watchfloor.contract.IncidentType;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.drill.town.Town;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Now and then one neighbourhood complains of one thing, more and more, until it breaks for good: what a warning is
 * for. The first begins soon after the start, so that a demonstration has one within minutes.
 */
final class Rises {
    static final Duration FIRST = Duration.ofSeconds(90);
    static final Duration EVERY = Duration.ofMinutes(45);
    static final Duration GROWING = Duration.ofMinutes(9);
    static final int COMPLAINTS = 26;

    private static final List<String> TYPES = List.of("water-supply", "pollution", "power-outage");
    private static final String WHERE = "residential";
    private static final int PLACES = 4;
    /** As many as calls in a row ask for. */
    private static final int KEPT = 4;

    private final long seed;
    private final Instant start;
    private final Locations locations;
    private final Callers callers;

    /** Those already worked out; a shortcut only. */
    private final Map<Long, List<Scenario.Story>> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, List<Scenario.Story>> eldest) {
            return size() > KEPT;
        }
    };

    Rises(long seed, Instant start, Locations locations, Callers callers) {
        this.seed = seed;
        this.start = start;
        this.locations = locations;
        this.callers = callers;
    }

    /** The complaints and the event after them, of all rises that touch this time. */
    List<Scenario.Story> between(Instant from, Instant to) {
        Duration passed =
                Duration.between(start.plus(FIRST), from).minus(GROWING).minus(Callers.PATIENCE);
        List<Scenario.Story> stories = new ArrayList<>();
        long first = passed.isNegative() ? 0 : passed.dividedBy(EVERY) + 1;
        for (long number = first; beginOf(number).isBefore(to); number++) {
            stories.addAll(known.computeIfAbsent(number, this::rise));
        }
        return stories;
    }

    private Instant beginOf(long number) {
        return start.plus(FIRST).plus(EVERY.multipliedBy(number));
    }

    private List<Scenario.Story> rise(long number) {
        Random random = Draws.of(seed, start, "rise", number);
        IncidentType type = IncidentTypes.getOrOther(TYPES.get(random.nextInt(TYPES.size())));
        List<Town.Place> places = locations.neighbourhood(WHERE, PLACES, random);
        List<Scenario.Story> stories = new ArrayList<>();
        for (int i = 0; i < COMPLAINTS; i++) {
            // the square root makes them come thicker and thicker
            double when = Math.sqrt((i + random.nextDouble()) / COMPLAINTS);
            Town.Place place = places.get(random.nextInt(3) == 0 ? random.nextInt(places.size()) : 0);
            Instant at = beginOf(number).plusMillis((long) (when * GROWING.toMillis()));
            stories.add(story("r" + number + "." + i, type, place, at, Rhythm.Audience.ONE, random));
        }
        Instant end = beginOf(number).plus(GROWING);
        stories.add(story("r" + number + ".end", type, places.get(0), end, Rhythm.Audience.CROWD, random));
        return stories;
    }

    private Scenario.Story story(
            String key, IncidentType type, Town.Place place, Instant at, Rhythm.Audience audience, Random random) {
        Locations.Spot spot = locations.at(place, random);
        Event event = new Event(key, type, spot.at(), spot.place(), spot.road(), at);
        return new Scenario.Story(event, callers.reportsOf(event, audience, random));
    }
}

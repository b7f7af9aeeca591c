package io.watchfloor.drill.scenario;

import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.drill.town.RoadMap;
import io.watchfloor.drill.town.Town;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A day's reports. What is due when is a pure function of the town, the seed, the start and the pace: asking again gives
 * the same, asking for two halves gives the whole, and nothing has to be remembered between. For one thread.
 */
public final class Scenario {
    /** Time is cut into slots; each has random numbers of its own. */
    private static final Duration SLOT = Duration.ofSeconds(5);

    /** A run opens with so many events within so long, so that there is something on the map at once. */
    static final int OPENING_EVENTS = 25;

    static final Duration OPENING = Duration.ofSeconds(18);

    /** As many as two calls in a row need. */
    private static final int SLOTS_KEPT = 64;

    /** Events per slot at most: a wrong pace must not fill the memory. */
    private static final int MOST_PER_SLOT = 500;

    private final long seed;
    private final Instant start;
    private final double pace;
    private final Rhythm rhythm;
    private final Locations locations;
    private final Callers callers;
    private final List<Story> opening;
    private final Rises rises;

    /** Slots already worked out; a shortcut only, since working one out again gives the same. */
    private final Map<Long, List<Story>> slots = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, List<Story>> eldest) {
            return size() > SLOTS_KEPT;
        }
    };

    /** One event and everything that is said about it. */
    record Story(Event event, List<Submission> reports) {}

    /**
     * A scenario.
     *
     * @param seed decides everything that is left to chance
     * @param start when the run starts; together with the seed it makes the reports' ids unique to the run
     * @param pace multiplies how often something happens; 1 is an event every eight seconds at an average hour
     */
    public Scenario(Town town, RoadMap roads, long seed, Instant start, double pace) {
        this.seed = seed;
        this.start = start;
        this.pace = pace;
        this.rhythm = new Rhythm(town.zone());
        this.locations = new Locations(town, roads, seed);
        this.callers = new Callers("sim" + seed + "-" + Long.toString(start.getEpochSecond(), Character.MAX_RADIX));
        this.opening = opening();
        this.rises = new Rises(seed, start, locations, callers);
    }

    /** The reports due from one instant (included) to another (excluded), in the order they are due. */
    public List<Submission> between(Instant from, Instant to) {
        return stories(from.minus(Callers.PATIENCE), to)
                .flatMap(story -> story.reports().stream())
                .filter(s -> !s.dueAt().isBefore(from) && s.dueAt().isBefore(to))
                .sorted(Comparator.comparing(Submission::dueAt))
                .toList();
    }

    /** The events that start in that time, and perhaps a few just outside of it. */
    Stream<Story> stories(Instant from, Instant to) {
        long first = Math.max(0, slotOf(from));
        long last = slotOf(to);
        Stream<Story> usual = Stream.iterate(first, slot -> slot <= last, slot -> slot + 1)
                .flatMap(slot -> slots.computeIfAbsent(slot, this::storiesIn).stream());
        boolean opens = from.isBefore(start.plus(OPENING)) && to.isAfter(start);
        Stream<Story> all = Stream.concat(rises.between(from, to).stream(), usual);
        return opens ? Stream.concat(opening.stream(), all) : all;
    }

    private long slotOf(Instant at) {
        return Math.floorDiv(Duration.between(start, at).toMillis(), SLOT.toMillis());
    }

    private List<Story> opening() {
        List<Story> stories = new ArrayList<>();
        for (int i = 0; i < OPENING_EVENTS; i++) {
            Random random = Draws.of(seed, start, "opening", i);
            stories.add(story("o" + i, start.plusMillis((long) (random.nextDouble() * OPENING.toMillis())), random));
        }
        return stories;
    }

    private List<Story> storiesIn(long slot) {
        Instant begin = start.plusMillis(slot * SLOT.toMillis());
        Random random = Draws.of(seed, start, slot);
        int count = poisson(rhythm.perSecond(begin) * pace * SLOT.toSeconds(), random);
        List<Story> stories = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant at = begin.plusMillis((long) (random.nextDouble() * SLOT.toMillis()));
            stories.add(story("e" + slot + "." + i, at, Draws.of(seed, start, slot, i)));
        }
        return stories;
    }

    private Story story(String key, Instant at, Random random) {
        Rhythm.Habit habit = rhythm.draw(at, random);
        Locations.Spot spot = locations.draw(habit, random);
        Event event = new Event(key, IncidentTypes.getOrOther(habit.type()), spot.at(), spot.place(), spot.road(), at);
        return new Story(event, callers.reportsOf(event, habit.audience(), random));
    }

    /** Knuth's method; for large means it goes in steps, as a sum of smaller ones. */
    private static int poisson(double mean, Random random) {
        int count = 0;
        for (double left = mean; left > 0 && count < MOST_PER_SLOT; left -= 20) {
            double limit = Math.exp(-Math.min(left, 20));
            double product = random.nextDouble();
            while (product > limit) {
                product *= random.nextDouble();
                count++;
            }
        }
        return Math.min(count, MOST_PER_SLOT);
    }
}

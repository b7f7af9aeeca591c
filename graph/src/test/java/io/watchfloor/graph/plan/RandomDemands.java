package io.watchfloor.graph.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Incidents and people on a plane, the same for the same seed. */
public final class RandomDemands {
    private static final int PLANE_METERS = 10_000;
    private static final int METERS_PER_SECOND = 8;
    private static final int SKILLS = 4;

    private final Random random;
    private final int people;
    private final int[] east;
    private final int[] north;
    private final int[] skills;

    /** With so many people, each with one or two of four skills. */
    public RandomDemands(long seed, int people) {
        random = new Random(seed);
        this.people = people;
        east = random.ints(people, 0, PLANE_METERS).toArray();
        north = random.ints(people, 0, PLANE_METERS).toArray();
        skills = random.ints(people, 0, SKILLS).map(skill -> 1 << skill).toArray();
        for (int i = 0; i < people; i++) {
            skills[i] |= random.nextInt(3) == 0 ? 1 << random.nextInt(SKILLS) : 0;
        }
    }

    /** Incidents that need teams of one to {@code most} people. */
    public List<Demand> teams(int incidents, int most) {
        return teams(incidents, most, Integer.MAX_VALUE);
    }

    /** The same, each need with the soonest {@code perNeed} people and whoever is as near. */
    public List<Demand> teams(int incidents, int most, int perNeed) {
        List<Demand> demands = new ArrayList<>();
        for (int i = 0; i < incidents; i++) {
            demands.add(demand("I-" + i, 1 + random.nextInt(most), perNeed));
        }
        return demands;
    }

    /** The same incidents, with these teams as what was suggested last. */
    static List<Demand> suggested(List<Demand> demands, List<Team> teams) {
        List<Demand> again = new ArrayList<>();
        for (int i = 0; i < demands.size(); i++) {
            Demand demand = demands.get(i);
            Set<String> ids = Set.copyOf(teams.get(i).personIds());
            again.add(new Demand(demand.incidentId(), demand.weight(), demand.shapes(), ids, Set.of()));
        }
        return again;
    }

    private Demand demand(String id, int size, int perNeed) {
        int x = random.nextInt(PLANE_METERS);
        int y = random.nextInt(PLANE_METERS);
        List<Integer> needed = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        int left = size;
        while (left > 0) {
            int count = 1 + random.nextInt(left);
            needed.add(random.nextInt(SKILLS));
            places.add(count);
            left -= count;
        }
        List<Option> options = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            int meets = 0;
            for (int need = 0; need < needed.size(); need++) {
                meets |= (skills[person] & (1 << needed.get(need))) != 0 ? 1 << need : 0;
            }
            if (meets != 0) {
                double meters = Math.hypot(east[person] - x, north[person] - y);
                options.add(new Option("P-" + person, (int) (meters * 1_000 / METERS_PER_SECOND), meets));
            }
        }
        options.sort(Comparator.comparingInt(Option::millis));
        Shape shape = new Shape(places, 0, soonest(options, needed.size(), perNeed));
        return new Demand(id, 1 + random.nextInt(8), List.of(shape), Set.of(), Set.of());
    }

    private static List<Option> soonest(List<Option> options, int needs, int perNeed) {
        int[] met = new int[needs];
        int lacking = needs;
        int end = 0;
        while (end < options.size() && lacking > 0) {
            int meets = options.get(end++).meets();
            for (int need = 0; need < needs; need++) {
                lacking -= (meets & (1 << need)) != 0 && ++met[need] == perNeed ? 1 : 0;
            }
        }
        return options.subList(0, end);
    }
}

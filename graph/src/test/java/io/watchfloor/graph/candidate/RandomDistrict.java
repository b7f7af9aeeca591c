package io.watchfloor.graph.candidate;

import static io.watchfloor.graph.district.DistrictDraft.holds;

import io.watchfloor.graph.district.District;
import io.watchfloor.graph.district.DistrictDraft;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Districts from a seed: a street grid with gaps, one-way streets and different speeds, and people all over it. */
final class RandomDistrict {
    static final String[] SKILLS = {"patrol", "alpha", "beta", "gamma"};
    static final String TYPE = "fire";

    private static final double BLOCK_METERS = 200;

    private RandomDistrict() {}

    static District of(long seed, int side, int people) {
        return of(seed, side, people, District.DutyRules.USUAL_WAY_MINUTES);
    }

    static District of(long seed, int side, int people, int mostWayMinutes) {
        Random random = new Random(seed);
        DistrictDraft draft = new DistrictDraft()
                .mostWay(mostWayMinutes)
                .skill("alpha", "甲", "Alpha", false)
                .skill("beta", "乙", "Beta", true, "alpha")
                .skill("gamma", "丙", "Gamma", false)
                .requires(TYPE, "alpha", 1 + random.nextInt(3), 1 + random.nextInt(3));
        if (random.nextBoolean()) {
            draft.requires(TYPE, "gamma", 1 + random.nextInt(3), 1 + random.nextInt(2), "patrol");
        }
        roads(draft, random, side);
        for (int i = 0; i < people; i++) {
            String station = node(random.nextInt(side), random.nextInt(side));
            draft.person(String.format("P-%06d", i), station, skills(random), shift(random));
        }
        return draft.build();
    }

    static String node(int row, int column) {
        return String.format("N-%03d-%03d", row, column);
    }

    static double meters(int blocks) {
        return blocks * BLOCK_METERS;
    }

    private static void roads(DistrictDraft draft, Random random, int side) {
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                draft.place(node(row, column), meters(column), meters(row));
            }
        }
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                if (column + 1 < side) {
                    road(draft, random, node(row, column), node(row, column + 1));
                }
                if (row + 1 < side) {
                    road(draft, random, node(row, column), node(row + 1, column));
                }
            }
        }
    }

    private static void road(DistrictDraft draft, Random random, String from, String to) {
        double speed = 20 + 10 * random.nextInt(5);
        double meters = BLOCK_METERS + random.nextInt(50);
        switch (random.nextInt(10)) {
            case 0 -> {}
            case 1 -> draft.oneWay(from, to, meters, speed);
            case 2 -> draft.oneWay(to, from, meters, speed);
            default -> draft.road(from, to, meters, speed);
        }
    }

    private static List<District.HeldSkill> skills(Random random) {
        List<District.HeldSkill> held = new ArrayList<>();
        for (String skill : SKILLS) {
            if (random.nextInt(4) == 0) {
                int level = 1 + random.nextInt(5);
                held.add(
                        skill.equals("beta")
                                ? holds(skill, level, random.nextBoolean() ? "2026-12-31" : "2026-01-31")
                                : holds(skill, level));
            }
        }
        return held;
    }

    private static District.Shift shift(Random random) {
        int start = random.nextInt(24);
        return DistrictDraft.everyDay(
                LocalTime.of(start, 0).toString(),
                LocalTime.of((start + 12) % 24, 0).toString());
    }
}

package io.watchfloor.graph.candidate;

import static io.watchfloor.graph.district.DistrictDraft.lat;
import static io.watchfloor.graph.district.DistrictDraft.lon;

import io.watchfloor.contract.dispatch.Candidates;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.district.District;
import io.watchfloor.graph.district.DistrictDraft;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Prints how much processor time recommendations take, in a district of 300 people on 400 road nodes and in one of 100,000 people on
 * 20,000; a third of the questions ask for a skill that hardly anybody has.
 */
public final class DispatcherTimingMain {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final int WARM_UP = 3_000;
    private static final int QUESTIONS = 5_000;
    private static final int LIMIT = 8;

    /** Processor time of the asking thread, so that a busy machine does not blur the figures. */
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private DispatcherTimingMain() {}

    /** Takes no arguments. */
    public static void main(String[] args) {
        measure(20, 300);
        measure(141, 100_000);
    }

    private static void measure(int side, int people) {
        Random random = new Random(7);
        DispatchProjection dispatcher = Graph.project(withRareSkill(RandomDistrict.of(7, side, people)));
        long[] common = new long[QUESTIONS];
        long[] rare = new long[QUESTIONS];
        long found = 0;
        for (int i = -WARM_UP; i < QUESTIONS; i++) {
            double siteLat = lat(random.nextDouble() * RandomDistrict.meters(side));
            double siteLon = lon(random.nextDouble() * RandomDistrict.meters(side));
            long start = CPU.getCurrentThreadCpuTime();
            found += ask(dispatcher, RandomDistrict.TYPE, siteLat, siteLon)
                    .candidates()
                    .size();
            long middle = CPU.getCurrentThreadCpuTime();
            found += ask(dispatcher, "gas-leak", siteLat, siteLon).candidates().size();
            if (i >= 0) {
                common[i] = middle - start;
                rare[i] = CPU.getCurrentThreadCpuTime() - middle;
            }
        }
        print(people + " people, common skill", common);
        print(people + " people, one in 2,000 has the skill", rare);
        System.out.println("candidates found: " + found);
    }

    private static Candidates ask(Dispatcher dispatcher, String type, double siteLat, double siteLon) {
        return dispatcher.candidates(new Dispatcher.Site("I-1", type, siteLat, siteLon, List.of()), NOW, LIMIT);
    }

    private static District withRareSkill(District district) {
        DistrictDraft rare =
                new DistrictDraft().skill("rare", "稀有", "Rare", false).requires("gas-leak", "rare", 1, 1);
        district.places().forEach(place -> rare.add(place));
        district.roads().forEach(road -> rare.add(road));
        district.skills().stream().filter(skill -> !skill.id().equals("patrol")).forEach(skill -> rare.add(skill));
        district.requirements().forEach(requirement -> rare.add(requirement));
        int number = 0;
        for (District.Person person : district.people()) {
            List<District.HeldSkill> held =
                    number++ % 2_000 == 0 ? List.of(DistrictDraft.holds("rare", 3)) : person.skills();
            rare.person(
                    person.id(), person.stationPlaceId(), held, person.shifts().get(0));
        }
        return rare.build();
    }

    private static void print(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                "%-45s p50 %7.3f ms, p99 %7.3f ms, most %7.3f ms%n",
                what,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6,
                nanos[nanos.length - 1] / 1e6);
    }
}

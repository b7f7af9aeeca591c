package io.watchfloor.pipeline.warn.study;

import io.watchfloor.contract.IncidentType;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.pipeline.warn.rule.Blobs;
import io.watchfloor.pipeline.warn.rule.CellMap;
import io.watchfloor.pipeline.warn.rule.Risk;
import io.watchfloor.pipeline.warn.rule.Sighting;
import io.watchfloor.pipeline.warn.rule.Thresholds;
import io.watchfloor.pipeline.warn.rule.Watch;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Processor time of warning for one report; the first run warms the machine up, the best of the others is told. */
final class CostStudy {
    private static final long BEGIN = 1_767_542_400_000L;
    private static final long DAY = 86_400_000L;
    private static final int RUNS = 4;
    private static final int PER_DAY = 60_000;
    private static final int DAYS = 3;
    private static final List<String> NOUNS = List.of("路灯", "树枝", "水管", "井盖", "围墙", "电梯", "垃圾", "狗", "广告牌", "单车");
    private static final List<String> VERBS = List.of("坏了没人修", "掉下来了", "一直在响", "堵住路口", "味道很大", "越来越多", "倒在路边", "漏得厉害");
    private static final List<String> ASKS = List.of("请派人看看", "已经三天了", "老人很害怕", "能不能管一管", "打电话没人接", "邻居都在抱怨");

    private final PrintStream out;

    CostStudy(PrintStream out) {
        this.out = out;
    }

    /** A quiet city for ten weeks, and a big one for three days. */
    void measure() {
        tell(
                "10 weeks of 49 cells and 5 topics",
                Incidents.of(1, City.USUAL, 26, true).sightings());
        tell(DAYS + " days of 49 cells and all topics, " + PER_DAY + " reports a day", big());
    }

    private void tell(String what, List<Sighting> sightings) {
        double best = Double.MAX_VALUE;
        int told = 0;
        for (int run = 0; run < RUNS; run++) {
            CellMap cells = CellMap.of(Incidents.city());
            Watch watch = new Watch("live", Blobs.none(), cells, Risk.SHIPPED, Thresholds.SHIPPED);
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            told = 0;
            for (Sighting sighting : sightings) {
                told += watch.see(sighting).size();
            }
            long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
            best = run == 0 ? best : Math.min(best, spent / 1e3 / sightings.size());
        }
        out.printf(
                Locale.ROOT,
                "%s: %d reports, %d messages, %.1f µs of processor time a report%n",
                what,
                sightings.size(),
                told,
                best);
    }

    /** Everyday reports of all types, a tenth of them read as none, with a burst every two hours. */
    private static List<Sighting> big() {
        Random random = new Random(5);
        List<Sighting> all = new ArrayList<>();
        List<IncidentType> types = IncidentTypes.listAll();
        for (int i = 0; i < PER_DAY * DAYS; i++) {
            long at = BEGIN + (long) (random.nextDouble() * DAY * DAYS);
            String type = types.get(random.nextInt(types.size())).code();
            boolean unsure = random.nextInt(10) == 0;
            all.add(one(random, "R-" + i, unsure ? IncidentTypes.OTHER : type, at, cell(random), cell(random)));
        }
        for (int burst = 0; burst < 12 * DAYS; burst++) {
            String type = types.get(random.nextInt(types.size())).code();
            int row = cell(random);
            int column = cell(random);
            for (int i = 0; i < 150; i++) {
                long at = BEGIN + burst * DAY / 12 + random.nextInt(7_200_000);
                all.add(one(random, "R-b" + burst + "-" + i, type, at, row, column));
            }
        }
        all.sort(Comparator.comparingLong(Sighting::receivedMillis));
        return all;
    }

    /** The middle is busier than the rim. */
    private static int cell(Random random) {
        return (random.nextInt(Incidents.SIDE) + random.nextInt(Incidents.SIDE)) / 2;
    }

    private static Sighting one(Random random, String id, String type, long at, int row, int column) {
        String text = NOUNS.get(random.nextInt(NOUNS.size()))
                + VERBS.get(random.nextInt(VERBS.size()))
                + ASKS.get(random.nextInt(ASKS.size()));
        double[] place = Incidents.position(row, column, random);
        return new Sighting(
                id, type, 1, at, place[0], place[1], random.nextDouble() * 1.4 - 1, 0.5, random.nextInt(8) == 0, text);
    }
}

package io.watchfloor.pipeline.study;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How well incidents and events agree, over all pairs of reports.
 *
 * @param precision of pairs in one incident, the share of one event
 * @param recall of pairs of one event, the share in one incident
 * @param backgroundMerged share of the reports nobody else has anything to do with that share an incident
 * @param twinsMixed of the pairs of reports of two events of one type 200 m apart, the share in one incident
 * @param twinsApart share of such pairs of events of which no two reports share an incident
 */
record PairScore(
        int reports,
        int events,
        double precision,
        double recall,
        double backgroundMerged,
        double twinsMixed,
        double twinsApart) {
    double f1() {
        return 2 * precision * recall / (precision + recall);
    }

    static PairScore of(List<StudyReport> reports, List<String> incidents) {
        Map<String, Integer> incidentSizes = new HashMap<>();
        Map<Integer, Integer> eventSizes = new HashMap<>();
        Map<Integer, Map<String, Integer>> both = new HashMap<>();
        for (int i = 0; i < reports.size(); i++) {
            incidentSizes.merge(incidents.get(i), 1, Integer::sum);
            eventSizes.merge(reports.get(i).event(), 1, Integer::sum);
            both.computeIfAbsent(reports.get(i).event(), event -> new HashMap<>())
                    .merge(incidents.get(i), 1, Integer::sum);
        }
        long right = both.values().stream().mapToLong(PairScore::pairs).sum();
        int background = 0;
        int merged = 0;
        for (int i = 0; i < reports.size(); i++) {
            if (reports.get(i).background()) {
                background++;
                merged += incidentSizes.get(incidents.get(i)) > 1 ? 1 : 0;
            }
        }
        double[] twins = twins(reports, eventSizes, both);
        return new PairScore(
                reports.size(),
                eventSizes.size(),
                (double) right / pairs(incidentSizes),
                (double) right / pairs(eventSizes),
                background == 0 ? 0 : (double) merged / background,
                twins[0],
                twins[1]);
    }

    private static double[] twins(
            List<StudyReport> reports, Map<Integer, Integer> eventSizes, Map<Integer, Map<String, Integer>> both) {
        Set<Integer> done = new HashSet<>();
        long all = 0;
        long mixed = 0;
        int apart = 0;
        int couples = 0;
        for (StudyReport report : reports) {
            if (report.twin() == null || !done.add(Math.min(report.event(), report.twin()))) {
                continue;
            }
            long shared = 0;
            Map<String, Integer> other = both.get(report.twin());
            for (Map.Entry<String, Integer> mine : both.get(report.event()).entrySet()) {
                shared += (long) mine.getValue() * other.getOrDefault(mine.getKey(), 0);
            }
            all += (long) eventSizes.get(report.event()) * eventSizes.get(report.twin());
            mixed += shared;
            apart += shared == 0 ? 1 : 0;
            couples++;
        }
        return couples == 0 ? new double[] {0, 1} : new double[] {(double) mixed / all, (double) apart / couples};
    }

    private static long pairs(Map<?, Integer> sizes) {
        return sizes.values().stream().mapToLong(n -> (long) n * (n - 1) / 2).sum();
    }
}

package io.watchfloor.drill.simulation;

import io.watchfloor.contract.dispatch.Need;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The nearest in a straight line with the right role, by records that overstate and by states that people report
 * themselves, some minutes late: who looks free may be bound, and then the desk hears so and looks again.
 */
final class RecordsPolicy implements Policy {
    private static final double MEAN_LAG_SECONDS = 150;
    private static final double REFUSED_SECONDS = 90;

    private final Set<Worker> shownBusy = new HashSet<>();
    private final Set<Worker> soonShownFree = new HashSet<>();
    private final Set<Worker> asked = new HashSet<>();
    private final Map<Job, Set<Worker>> believed = new HashMap<>();
    private final Map<Job, Set<Worker>> unfit = new HashMap<>();
    private final Map<Worker, Integer> changes = new HashMap<>();
    private Day day;
    private PaperRecords records;

    @Override
    public void begin(Day begun) {
        day = begun;
        records = new PaperRecords(begun);
    }

    @Override
    public void reported(Job job) {
        believed.put(job, new HashSet<>());
        send(job);
    }

    @Override
    public void shortOf(Job job, Worker worker) {
        believed.get(job).remove(worker);
        unfit.computeIfAbsent(job, absent -> new HashSet<>()).add(worker);
        send(job);
    }

    @Override
    public void freed() {
        for (Worker worker : day.workers()) {
            if (worker.isFree() && shownBusy.contains(worker) && soonShownFree.add(worker)) {
                showLater(worker, false);
            }
        }
    }

    private void sendWaiting() {
        day.waiting().stream()
                .sorted(Comparator.comparingInt((Job job) -> -NearestPolicy.weight(day, job)))
                .forEach(this::send);
    }

    private void showLater(Worker worker, boolean busy) {
        int change = changes.merge(worker, 1, Integer::sum);
        double lag = day.chance().exponential(MEAN_LAG_SECONDS, "lag", worker.number(), change);
        day.at(day.now() + lag, () -> {
            if (changes.get(worker) == change) {
                soonShownFree.remove(worker);
                show(worker, busy);
            }
        });
    }

    private void show(Worker worker, boolean busy) {
        if (busy) {
            shownBusy.add(worker);
        } else if (shownBusy.remove(worker)) {
            sendWaiting();
        }
    }

    private void send(Job job) {
        if (job.isWhole()) {
            return;
        }
        PaperTeam team = new PaperTeam(records, day.needs(job, List.of()));
        Set<Worker> going = believed.get(job);
        going.stream().sorted(Comparator.comparingInt(Worker::number)).forEach(team::add);
        while (team.open() != 0) {
            Worker nearest = nearest(job, team);
            if (nearest == null) {
                return;
            }
            going.add(nearest);
            team.add(nearest);
            // Until they have answered, the desk itself sends them nowhere else.
            asked.add(nearest);
            day.at(day.now() + REFUSED_SECONDS, () -> asked.remove(nearest));
            if (day.send(job, nearest)) {
                soonShownFree.remove(nearest);
                showLater(nearest, true);
            } else {
                day.at(day.now() + REFUSED_SECONDS, () -> refused(job, nearest));
            }
        }
    }

    private void refused(Job job, Worker worker) {
        shownBusy.add(worker);
        if (worker.isFree() && soonShownFree.add(worker)) {
            showLater(worker, false);
        }
        if (!job.equals(worker.job())) {
            believed.get(job).remove(worker);
            send(job);
        }
    }

    private Worker nearest(Job job, PaperTeam team) {
        List<Need> needs = day.needs(job, List.of());
        int open = team.open();
        return day.workers().stream()
                .filter(worker -> !shownBusy.contains(worker)
                        && !asked.contains(worker)
                        && !believed.get(job).contains(worker)
                        && !unfit.getOrDefault(job, Set.of()).contains(worker)
                        && day.isOnShift(worker)
                        && claimsAny(worker, needs, open))
                .min(Comparator.comparingDouble((Worker worker) -> Straight.meters(
                                worker.pointAt(day.now()), job.call().point()))
                        .thenComparingInt(Worker::number))
                .orElse(null);
    }

    private boolean claimsAny(Worker worker, List<Need> needs, int open) {
        for (int need = 0; need < needs.size(); need++) {
            if ((open & (1 << need)) != 0 && records.claim(worker, needs.get(need))) {
                return true;
            }
        }
        return false;
    }
}

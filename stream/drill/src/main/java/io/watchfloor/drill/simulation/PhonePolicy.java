package io.watchfloor.drill.simulation;

import io.watchfloor.contract.dispatch.Need;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The cell's own station calls people one after another in a fixed order, its own first and then those of other stations,
 * the nearest first; it knows who is on shift and whom it has sent itself, and what the records say. Nobody left: it tries
 * again later.
 */
final class PhonePolicy implements Policy {
    private static final double BUSY_SECONDS = 20;
    private static final double SENT_SECONDS = 50;
    private static final double AGAIN_SECONDS = 240;

    private final boolean delays;
    private final List<Deque<Job>> queues = new ArrayList<>();
    private final boolean[] calling = new boolean[Ward.STATIONS];
    private final Map<Job, Set<Worker>> believed = new HashMap<>();
    private final Map<Job, Set<Worker>> unfit = new HashMap<>();
    private final List<Job> again = new ArrayList<>();
    private Day day;
    private PaperRecords records;
    private List<List<Worker>> order;

    PhonePolicy(boolean delays) {
        this.delays = delays;
    }

    @Override
    public void begin(Day begun) {
        day = begun;
        records = new PaperRecords(begun);
        order = new ArrayList<>();
        for (int station = 0; station < Ward.STATIONS; station++) {
            queues.add(new ArrayDeque<>());
            order.add(orderOf(station));
        }
    }

    @Override
    public void reported(Job job) {
        believed.put(job, new HashSet<>());
        take(job);
    }

    @Override
    public void shortOf(Job job, Worker worker) {
        believed.get(job).remove(worker);
        unfit.computeIfAbsent(job, absent -> new HashSet<>()).add(worker);
        take(job);
    }

    @Override
    public void freed() {
        if (!delays) {
            List<Job> waiting = List.copyOf(again);
            again.clear();
            waiting.stream().filter(job -> !job.isWhole()).forEach(this::take);
        }
    }

    private List<Worker> orderOf(int station) {
        Worker own = day.workers().get(station);
        return day.workers().stream()
                .sorted(Comparator.comparingDouble((Worker worker) -> meters(own, worker))
                        .thenComparingInt(Worker::number))
                .toList();
    }

    private static double meters(Worker a, Worker b) {
        return Straight.meters(a.home(), b.home());
    }

    private void take(Job job) {
        int station = nearest(job);
        queues.get(station).add(job);
        if (!calling[station]) {
            next(station);
        }
    }

    private int nearest(Job job) {
        int best = 0;
        for (int station = 1; station < Ward.STATIONS; station++) {
            double here = Straight.meters(
                    day.workers().get(station).home(), job.call().point());
            double there =
                    Straight.meters(day.workers().get(best).home(), job.call().point());
            best = here < there ? station : best;
        }
        return best;
    }

    private void next(int station) {
        Job job = queues.get(station).poll();
        calling[station] = job != null;
        if (job != null) {
            call(station, job, 0);
        }
    }

    private void call(int station, Job job, int from) {
        List<Worker> people = order.get(station);
        for (int i = from; i < people.size() && open(job) != 0; i++) {
            Worker worker = people.get(i);
            if (!day.isOnShift(worker)
                    || believed.get(job).contains(worker)
                    || !isWanted(job, worker)
                    || unfit.getOrDefault(job, Set.of()).contains(worker)) {
                continue;
            }
            boolean goes = worker.isFree();
            double seconds = delays ? (goes ? SENT_SECONDS : BUSY_SECONDS) : 0;
            int following = i + 1;
            day.at(day.now() + seconds, () -> {
                if (goes && worker.isFree()) {
                    believed.get(job).add(worker);
                    day.send(job, worker);
                }
                call(station, job, following);
            });
            return;
        }
        if (open(job) != 0) {
            tryAgain(job);
        }
        next(station);
    }

    private void tryAgain(Job job) {
        if (delays) {
            day.at(day.now() + AGAIN_SECONDS, () -> take(job));
        } else {
            again.add(job);
        }
    }

    /** Bit n is set while need n, as far as the records go, has places left. */
    private int open(Job job) {
        List<Need> needs = day.needs(job, List.of());
        PaperTeam team = new PaperTeam(records, needs);
        believed.get(job).stream()
                .sorted(Comparator.comparingInt(Worker::number))
                .forEach(team::add);
        return team.open();
    }

    private boolean isWanted(Job job, Worker worker) {
        List<Need> needs = day.needs(job, List.of());
        int open = open(job);
        for (int need = 0; need < needs.size(); need++) {
            if ((open & (1 << need)) != 0 && records.claim(worker, needs.get(need))) {
                return true;
            }
        }
        return false;
    }
}

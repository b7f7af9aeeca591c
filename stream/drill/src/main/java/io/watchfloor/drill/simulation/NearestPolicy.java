package io.watchfloor.drill.simulation;

import io.watchfloor.contract.dispatch.Candidate;
import io.watchfloor.graph.candidate.Dispatcher;
import io.watchfloor.graph.plan.Urgency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The nearest qualified by road, as the dispatcher recommends them, the most urgent incident first. */
final class NearestPolicy implements Policy {
    private static final int ASKED_FOR = 12;

    private Day day;

    @Override
    public void begin(Day begun) {
        day = begun;
    }

    @Override
    public void reported(Job job) {
        send(job);
    }

    @Override
    public void shortOf(Job job, Worker worker) {
        send(job);
    }

    @Override
    public void freed() {
        day.waiting().stream()
                .sorted(Comparator.comparingInt((Job job) -> -weight(day, job)))
                .forEach(this::send);
    }

    static int weight(Day day, Job job) {
        return Urgency.weight(job.call().grade(), Duration.ofSeconds((long)
                (day.now() - job.call().atSecond())));
    }

    private void send(Job job) {
        int places = day.places(job);
        List<String> ids = new ArrayList<>(job.sentIds());
        int covered = day.covered(job, ids);
        if (covered == places) {
            return;
        }
        Dispatcher.Site site = new Dispatcher.Site(
                job.id(),
                job.call().type(),
                job.call().point().lat(),
                job.call().point().lon(),
                job.sentIds());
        for (Candidate candidate :
                day.projection().candidates(site, day.instant(), ASKED_FOR).candidates()) {
            ids.add(candidate.personId());
            if (covered < places && day.covered(job, ids) > covered) {
                covered++;
                day.send(job, day.worker(candidate.personId()));
            } else {
                ids.remove(candidate.personId());
            }
        }
    }
}

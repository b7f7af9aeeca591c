package io.watchfloor.drill.simulation;

import io.watchfloor.contract.dispatch.Need;
import io.watchfloor.graph.district.District;
import java.util.ArrayList;
import java.util.List;

/** The bound: as many as are needed of everybody on shift, all at their stations. */
final class Unlimited {
    private static final double WAY_SPREAD = 0.2;

    private Unlimited() {}

    static Outcome run(Chance chance, District district, List<Call> calls) {
        Day day = new Day(chance, district, new NearestPolicy());
        List<Job> jobs = new ArrayList<>();
        for (Call call : calls) {
            day.at(call.atSecond(), () -> {
                Job job = new Job(call);
                jobs.add(job);
                job.whole(call.atSecond() + seconds(day, job));
            });
        }
        day.drain();
        return Outcome.of(jobs, 0, 0, 0, 0, 0);
    }

    private static double seconds(Day day, Job job) {
        double last = 0;
        int order = 0;
        for (Need need : day.needs(job, List.of())) {
            double least = day.workers().stream()
                    .filter(worker -> day.isOnShift(worker) && day.truly(worker, need))
                    .mapToDouble(worker -> day.fromHome(worker, job.call()))
                    .min()
                    .orElse(0);
            for (int place = 0; place < need.count(); place++) {
                double longer =
                        day.chance().around(1, WAY_SPREAD, "way", job.call().number(), order++);
                last = Math.max(last, Day.TURNOUT_SECONDS + longer * least);
            }
        }
        return last;
    }
}

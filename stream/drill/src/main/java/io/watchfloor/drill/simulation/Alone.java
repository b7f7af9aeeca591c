package io.watchfloor.drill.simulation;

import io.watchfloor.graph.district.District;
import io.watchfloor.graph.plan.JointPlan;
import io.watchfloor.graph.plan.JointPlanner;
import io.watchfloor.graph.plan.OpenIncident;
import io.watchfloor.graph.plan.PlanCharges;
import java.util.ArrayList;
import java.util.List;

/**
 * Each incident as if it were the only one: the people there are, all of those on shift free and at their stations. What
 * lies between this and {@link Unlimited} is that a team is of different people; what lies above it is that others need
 * them too. Whoever waits elsewhere than at a station can come sooner.
 */
final class Alone {
    private static final double WAY_SPREAD = 0.2;

    private Alone() {}

    static Outcome run(Chance chance, District district, List<Call> calls, PlanCharges charges) {
        Day day = new Day(chance, district, new NearestPolicy());
        JointPlanner planner = new JointPlanner(day.projection(), charges);
        List<Job> jobs = new ArrayList<>();
        for (Call call : calls) {
            day.at(call.atSecond(), () -> {
                Job job = new Job(call);
                jobs.add(job);
                job.whole(call.atSecond() + seconds(day, planner, job));
            });
        }
        day.drain();
        return Outcome.of(jobs, 0, 0, 0, 0, 0);
    }

    private static double seconds(Day day, JointPlanner planner, Job job) {
        OpenIncident incident = new OpenIncident(
                job.id(),
                job.call().type(),
                job.call().point().lat(),
                job.call().point().lon(),
                1,
                List.of(),
                List.of());
        JointPlan plan = planner.plan(List.of(incident), day.instant(), JointPlan.empty(day.instant()));
        double last = 0;
        int order = 0;
        for (JointPlan.Place place : plan.find(job.id()).orElseThrow().people()) {
            double longer = day.chance().around(1, WAY_SPREAD, "way", job.call().number(), order++);
            double seconds = longer * day.fromHome(day.worker(place.personId()), job.call());
            last = Math.max(last, Day.TURNOUT_SECONDS + seconds);
        }
        return last;
    }
}

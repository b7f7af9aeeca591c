package io.watchfloor.drill.simulation;

import io.watchfloor.graph.plan.JointPlan;
import io.watchfloor.graph.plan.JointPlan.Suggestion;
import io.watchfloor.graph.plan.JointPlanner;
import io.watchfloor.graph.plan.OpenIncident;
import io.watchfloor.graph.plan.PlanCharges;
import io.watchfloor.graph.plan.Standby;
import io.watchfloor.graph.plan.StandbyMove;
import io.watchfloor.graph.road.RoadTimes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whatever the joint plan suggests, a few seconds after something happened: by the planner that runs live. */
final class JointPolicy implements Policy {
    private static final double PAUSE_SECONDS = 1;

    /** As the gateway looks. */
    private static final double LOOK_SECONDS = 60;

    private static final double TOLD_SECONDS = 3_600;

    private final PlanCharges charges;
    private final Foresight foresight;
    private final Map<String, StandbyMove> told = new HashMap<>();
    private ExpectedCalls expected;
    private Standby standby;
    private Day day;
    private JointPlanner planner;
    private JointPlan plan;
    private boolean due;

    JointPolicy(PlanCharges charges, Foresight foresight) {
        this.charges = charges;
        this.foresight = foresight;
    }

    @Override
    public void begin(Day begun) {
        day = begun;
        planner = new JointPlanner(begun.projection(), charges);
        plan = JointPlan.empty(begun.instant());
        if (foresight != Foresight.NONE) {
            expected = new ExpectedCalls(begun, foresight);
            standby = new Standby(begun.district(), begun.projection());
            begun.at(0, this::look);
        }
    }

    /** Whether cover is thin somewhere. */
    private void look() {
        day.projection();
        for (StandbyMove move : standby.suggest(expected.demand(told), Set.of(), day.instant())) {
            day.move(day.worker(move.personId()), new RoadTimes.Point(move.lat(), move.lon()));
            tell(move);
        }
        day.at(day.now() + LOOK_SECONDS, this::look);
    }

    /** An order stands for an hour, as it does live. */
    private void tell(StandbyMove move) {
        told.put(move.personId(), move);
        day.at(day.now() + TOLD_SECONDS, () -> told.remove(move.personId(), move));
    }

    @Override
    public void reported(Job job) {
        if (expected != null) {
            expected.happened(job.call());
        }
        planSoon();
    }

    @Override
    public void shortOf(Job job, Worker worker) {
        planSoon();
    }

    @Override
    public void freed() {
        planSoon();
    }

    private void planSoon() {
        if (!due) {
            due = true;
            day.at(day.now() + PAUSE_SECONDS, this::plan);
        }
    }

    private void plan() {
        due = false;
        List<OpenIncident> open = day.waiting().stream().map(this::open).toList();
        // Telling the projection where everybody is.
        day.projection();
        plan = planner.plan(open, day.instant(), plan);
        for (Suggestion suggestion : plan.suggestions()) {
            suggestion.releasedIds().forEach(id -> day.recall(day.worker(id)));
        }
        for (Job job : day.waiting()) {
            plan.find(job.id())
                    .ifPresent(suggestion -> suggestion.toSend().forEach(place -> send(job, place.personId())));
        }
    }

    private void send(Job job, String personId) {
        told.remove(personId);
        day.send(job, day.worker(personId));
    }

    private OpenIncident open(Job job) {
        return new OpenIncident(
                job.id(),
                job.call().type(),
                job.call().point().lat(),
                job.call().point().lon(),
                NearestPolicy.weight(day, job),
                job.onSceneIds(),
                job.underWayIds());
    }
}

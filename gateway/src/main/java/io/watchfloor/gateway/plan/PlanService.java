package io.watchfloor.gateway.plan;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import io.watchfloor.gateway.picture.Picture;
import io.watchfloor.graph.candidate.DispatchProjection;
import io.watchfloor.graph.district.District;
import io.watchfloor.graph.plan.JointPlan;
import io.watchfloor.graph.plan.JointPlanner;
import io.watchfloor.graph.plan.PlanCharges;
import io.watchfloor.graph.plan.Standby;
import io.watchfloor.graph.plan.StandbyMove;
import io.watchfloor.graph.plan.StandbyOrders.Order;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plans again when something that matters has happened, at most every second, on a thread of its own and never twice at
 * once; people who merely move are looked at again less often, and where nothing changed at all once a minute. After a plan
 * that took long it rests nine times as long, up to five seconds, so that a city full of incidents does not cost everything
 * else the processor. Belongs to one event loop.
 */
public final class PlanService {
    private static final Logger LOG = LoggerFactory.getLogger(PlanService.class);

    /** How often {@link #tick} is to be called. */
    public static final Duration TICK = Duration.ofSeconds(1);

    private static final Duration MOVED_EVERY = Duration.ofSeconds(10);
    private static final int REST_PER_WORK = 9;
    private static final Duration LONGEST_REST = Duration.ofSeconds(5);
    private static final Duration STANDBY_EVERY = Duration.ofSeconds(60);
    private static final long MAX_SECONDS = 120;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Picture picture;
    private final Clock clock;
    private final WorkerExecutor workers;
    private final GatewayMetrics metrics;
    private final Consumer<LivePlan> planned;
    private final StandbyTold told;
    private LivePlan current;
    private District district;
    private Ground ground;
    private List<StandbyMove> moves = List.of();
    private Instant standbyAt = Instant.EPOCH;
    private int plannedSignature;
    private long plannedPeople;
    private Instant plannedAt = Instant.EPOCH;
    private Instant restsUntil = Instant.EPOCH;
    private boolean running;

    /** What is planned with; another district has another, while a worker still has the one before. */
    private record Ground(DispatchProjection projection, JointPlanner planner, Standby standby) {}

    /** What a worker gives back. */
    private record Made(JointPlan plan, List<StandbyMove> moves, long tookNanos) {}

    /** Plans over this picture; {@code planned} is told of every plan, and again each second while it stands. */
    public PlanService(
            Vertx vertx,
            Picture picture,
            Clock clock,
            GatewayMetrics metrics,
            StandbyTold told,
            Consumer<LivePlan> planned) {
        this.picture = picture;
        this.clock = clock;
        this.metrics = metrics;
        this.planned = planned;
        this.told = told;
        this.workers = vertx.createSharedWorkerExecutor("plan", 1, MAX_SECONDS, TimeUnit.SECONDS);
        this.current = new LivePlan(0, 0, 0, 0, 0, 0, JointPlan.empty(clock.instant()), List.of(), List.of());
        metrics.gauge("watchfloor.plan.open", "world", "plan", () -> current.open());
    }

    /** The plan now; version 0 before the first. */
    public LivePlan current() {
        return current;
    }

    /** The district became known, or known anew. */
    public void districtKnown(District known) {
        district = known;
        ground = null;
    }

    /** Looks whether it is time for another plan, and shows at once who was told to wait somewhere by another gateway. */
    public void tick() {
        if (!told.current().equals(current.told())) {
            toldChanged();
        }
        if (running || district == null || picture.people().projection().isEmpty()) {
            return;
        }
        DispatchProjection projection = picture.people().projection().get();
        if (ground == null || ground.projection() != projection) {
            ground = new Ground(
                    projection,
                    new JointPlanner(projection, PlanCharges.standard()),
                    new Standby(district, projection));
            plannedSignature = 0;
        }
        Instant now = clock.instant();
        if (now.isBefore(restsUntil)) {
            return;
        }
        OpenIncidents open = OpenIncidents.of(picture, now);
        boolean moved = picture.people().revision() != plannedPeople
                && !plannedAt.plus(MOVED_EVERY).isAfter(now);
        if (open.signature() != plannedSignature || moved || isStandbyDue(now)) {
            plan(open, now);
        } else {
            // it stands as it is, and whoever waits for it to stand for a while is told
            planned.accept(current);
        }
    }

    private void plan(OpenIncidents open, Instant now) {
        running = true;
        plannedSignature = open.signature();
        plannedPeople = picture.people().revision();
        plannedAt = now;
        JointPlan previous = current.plan();
        boolean look = isStandbyDue(now);
        Standby.Demand demand = look ? DemandSeen.of(picture, district, told.current(), now) : null;
        Ground on = ground;
        workers.executeBlocking(() -> make(on, open, now, previous, demand), false)
                .onComplete(made -> {
                    running = false;
                    if (made.succeeded()) {
                        take(on, open, made.result(), look ? now : standbyAt);
                    } else {
                        restsUntil = clock.instant().plus(LONGEST_REST);
                        LOG.warn("no plan could be made", made.cause());
                    }
                });
    }

    private boolean isStandbyDue(Instant now) {
        return !standbyAt.plus(STANDBY_EVERY).isAfter(now);
    }

    private Made make(Ground on, OpenIncidents open, Instant now, JointPlan previous, Standby.Demand demand) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        JointPlan plan = on.planner().plan(open.incidents(), now, previous);
        List<StandbyMove> suggested = demand == null ? moves : on.standby().suggest(demand, plan.suggestedIds(), now);
        long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        return new Made(plan, suggested, took);
    }

    private void take(Ground on, OpenIncidents open, Made made, Instant lookedAt) {
        moves = StandbyMoves.stillOpen(
                without(made.moves(), told.current()), made.plan().suggestedIds(), on.projection());
        restsUntil = clock.instant().plus(rest(Duration.ofNanos(made.tookNanos())));
        standbyAt = lookedAt;
        boolean same = made.plan().suggestions().equals(current.plan().suggestions())
                && moves.equals(current.moves())
                && told.current().equals(current.told())
                && current.version() > 0;
        current = new LivePlan(
                same ? current.version() : current.version() + 1,
                made.plan().suggestions().size(),
                open.unlocated(),
                open.leftOut(),
                open.setAside(),
                made.tookNanos() / NANOS_PER_MILLI,
                made.plan(),
                moves,
                told.current());
        metrics.planned(made.tookNanos());
        planned.accept(current);
    }

    /** Somebody was told to wait somewhere: it shows at once, and is no suggestion any more. */
    public void toldChanged() {
        moves = without(moves, told.current());
        current = new LivePlan(
                current.version() + 1,
                current.open(),
                current.unlocated(),
                current.leftOut(),
                current.setAside(),
                current.tookMillis(),
                current.plan(),
                moves,
                told.current());
    }

    private static List<StandbyMove> without(List<StandbyMove> moves, List<Order> told) {
        Set<String> ids = told.stream().map(Order::personId).collect(Collectors.toSet());
        return moves.stream().filter(move -> !ids.contains(move.personId())).toList();
    }

    private static Duration rest(Duration work) {
        Duration rest = work.multipliedBy(REST_PER_WORK);
        return rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
    }
}

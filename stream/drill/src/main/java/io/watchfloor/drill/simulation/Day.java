package io.watchfloor.drill.simulation;

import io.watchfloor.contract.Availability;
import io.watchfloor.contract.PersonStatus;
import io.watchfloor.contract.Position;
import io.watchfloor.contract.dispatch.Need;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.candidate.DispatchProjection;
import io.watchfloor.graph.district.District;
import io.watchfloor.graph.road.RoadTimes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * One run on a virtual clock: incidents come, a policy sends people, they drive, work and are free again. The projection
 * that our policies ask is the one that runs live, fed with positions and states as a gateway feeds it.
 */
final class Day {
    /** From being sent to driving off, for everybody. */
    static final double TURNOUT_SECONDS = 40;

    private static final Instant START = Instant.parse("2026-06-01T00:00:00Z").plusSeconds(Calls.START_HOUR * 3_600L);
    private static final String WORLD = "drill-simulation";
    private static final double WAY_SPREAD = 0.2;

    private final Chance chance;
    private final District district;
    private final DispatchProjection projection;
    private final RoadTimes roads;
    private final Policy policy;
    private final List<Worker> workers = new ArrayList<>();
    private final Map<String, Worker> workersById = new HashMap<>();
    private final List<Job> jobs = new ArrayList<>();
    private final PriorityQueue<Due> queue =
            new PriorityQueue<>(Comparator.comparingDouble(Due::at).thenComparingLong(Due::number));
    private final List<RoadTimes.Point> homes;
    private Call stationTimesOf;
    private int[] stationTimes;
    private double now;
    private long events;
    private int unqualified;
    private int twice;
    private int reassigned;
    private int moves;

    private record Due(double at, long number, Runnable action) {}

    Day(Chance chance, District district, Policy policy) {
        this.chance = chance;
        this.district = district;
        this.policy = policy;
        this.projection = Graph.project(district);
        this.roads = new RoadTimes(district);
        Map<String, District.Place> places = new HashMap<>();
        district.places().forEach(place -> places.put(place.id(), place));
        for (District.Person person : district.people()) {
            District.Place home = places.get(person.stationPlaceId());
            int station = Integer.parseInt(person.stationPlaceId().substring(2));
            Worker worker = new Worker(workers.size(), person, station, new RoadTimes.Point(home.lat(), home.lon()));
            workers.add(worker);
            workersById.put(worker.id(), worker);
        }
        homes = workers.stream().map(Worker::home).toList();
    }

    /** Runs until every incident is over or the time is up. */
    Outcome run(List<Call> calls, double untilSecond) {
        policy.begin(this);
        for (Call call : calls) {
            at(call.atSecond(), () -> {
                Job job = new Job(call);
                jobs.add(job);
                policy.reported(job);
            });
        }
        while (!queue.isEmpty() && queue.peek().at() <= untilSecond && (jobs.size() < calls.size() || isAnyOpen())) {
            Due due = queue.poll();
            now = due.at();
            due.action().run();
        }
        return Outcome.of(jobs, untilSecond, unqualified, twice, reassigned, moves);
    }

    /** Does everything that is due, without a policy. */
    void drain() {
        while (!queue.isEmpty()) {
            Due due = queue.poll();
            now = due.at();
            due.action().run();
        }
    }

    void at(double second, Runnable action) {
        queue.add(new Due(second, events++, action));
    }

    double now() {
        return now;
    }

    Instant instant() {
        return instantAt(now);
    }

    Instant instantAt(double second) {
        return START.plusMillis(Math.round(second * 1_000));
    }

    int hour() {
        return (Calls.START_HOUR + (int) (now / 3_600)) % 24;
    }

    District district() {
        return district;
    }

    Chance chance() {
        return chance;
    }

    List<Worker> workers() {
        return workers;
    }

    Worker worker(String id) {
        return workersById.get(id);
    }

    /** Incidents whose team is not whole. */
    List<Job> waiting() {
        return jobs.stream().filter(job -> !job.isWhole()).toList();
    }

    boolean isOnShift(Worker worker) {
        return projection.isOnDuty(worker.id(), instant());
    }

    /** The projection, told where everybody is. */
    DispatchProjection projection() {
        for (Worker worker : workers) {
            if (worker.isMovingAt(now)) {
                see(worker);
            }
        }
        return projection;
    }

    /** What the incident needs when these are on it. */
    List<Need> needs(Job job, List<String> ids) {
        return projection.needs(job.call().type(), ids, instant());
    }

    /** Whether the person really can fill the need. */
    boolean truly(Worker worker, Need need) {
        for (District.HeldSkill held : worker.person().skills()) {
            boolean implies = district.skills().stream()
                    .anyMatch(skill ->
                            skill.id().equals(held.skillId()) && skill.implies().contains(need.skillId()));
            if ((held.skillId().equals(need.skillId()) || implies) && held.level() >= need.level()) {
                return true;
            }
        }
        return false;
    }

    /** How many places these fill. */
    int covered(Job job, List<String> ids) {
        return needs(job, ids).stream().mapToInt(Need::covered).sum();
    }

    /** How many places it has. */
    int places(Job job) {
        return needs(job, List.of()).stream().mapToInt(Need::count).sum();
    }

    /** Sends somebody; when they are bound already that was in vain, and is counted. */
    boolean send(Job job, Worker worker) {
        if (!worker.isFree()) {
            twice++;
            return false;
        }
        worker.bind(job);
        int order = job.add(worker);
        tell(worker);
        double longer = chance.around(1, WAY_SPREAD, "way", job.call().number(), order);
        double seconds = TURNOUT_SECONDS
                + longer * travelSeconds(worker.pointAt(now), job.call().point());
        int way = worker.drive(job.call().point(), now, now + seconds);
        at(now + seconds, () -> {
            if (worker.isOn(way)) {
                arrive(job, worker);
            }
        });
        return true;
    }

    /** Calls somebody off who is under way. */
    void recall(Worker worker) {
        worker.job().sent().remove(worker);
        worker.free(now);
        worker.drive(worker.pointAt(now), now, now);
        tell(worker);
        see(worker);
        reassigned++;
    }

    /** Sends somebody who is free to stand by elsewhere. */
    void move(Worker worker, RoadTimes.Point target) {
        driveTo(worker, target);
        moves++;
    }

    /** From the person's station to the incident. */
    double fromHome(Worker worker, Call call) {
        if (!call.equals(stationTimesOf)) {
            stationTimesOf = call;
            stationTimes = roads.millisTo(call.point(), homes);
        }
        return stationTimes[worker.number()] / 1e3;
    }

    double travelSeconds(RoadTimes.Point from, RoadTimes.Point to) {
        return roads.millisTo(to, List.of(from))[0] / 1e3;
    }

    private void arrive(Job job, Worker worker) {
        worker.arrive();
        see(worker);
        if (covered(job, job.onSceneIds()) < job.onSceneIds().size()) {
            unqualified++;
            job.sent().remove(worker);
            free(worker);
            policy.shortOf(job, worker);
            policy.freed();
        } else if (covered(job, job.onSceneIds()) == places(job)) {
            job.whole(now);
            at(now + job.call().workSeconds(), () -> finish(job));
        }
    }

    private void finish(Job job) {
        List.copyOf(job.sent()).forEach(this::free);
        job.sent().clear();
        policy.freed();
    }

    /** Free, and on the way home. */
    private void free(Worker worker) {
        worker.free(now);
        tell(worker);
        driveTo(worker, worker.home());
    }

    /** Whoever stops is seen where they stop: nobody asks a phone that no longer moves. */
    private void driveTo(Worker worker, RoadTimes.Point target) {
        double arrival = now + travelSeconds(worker.pointAt(now), target);
        worker.drive(target, now, arrival);
        at(arrival + 1, () -> see(worker));
    }

    private boolean isAnyOpen() {
        return jobs.stream().anyMatch(job -> !job.isWhole());
    }

    private void tell(Worker worker) {
        projection.apply(new PersonStatus(
                WORLD,
                worker.id(),
                worker.version(),
                worker.isFree() ? Availability.FREE : Availability.ASSIGNED,
                worker.isFree() ? null : "A-" + worker.version(),
                worker.isFree() ? null : worker.job().id(),
                instant()));
    }

    private void see(Worker worker) {
        RoadTimes.Point point = worker.pointAt(now);
        projection.apply(new Position(WORLD, worker.id(), point.lat(), point.lon(), 5.0, instant(), "simulation"));
    }
}

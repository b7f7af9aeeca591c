package io.watchfloor.drill.simulation;

import io.watchfloor.graph.district.District;
import io.watchfloor.graph.road.RoadTimes;

/** A member of staff during a run: where they are, on what way, and bound by what. */
final class Worker {
    private final int number;
    private final District.Person person;
    private final int station;
    private final RoadTimes.Point home;

    private RoadTimes.Point from;
    private RoadTimes.Point to;
    private double departed;
    private double arrives;
    private Job job;
    private boolean onScene;
    private long version;
    private int journey;
    private double freedAt = Double.NEGATIVE_INFINITY;

    Worker(int number, District.Person person, int station, RoadTimes.Point home) {
        this.number = number;
        this.person = person;
        this.station = station;
        this.home = home;
        this.from = home;
        this.to = home;
    }

    int number() {
        return number;
    }

    String id() {
        return person.id();
    }

    District.Person person() {
        return person;
    }

    int station() {
        return station;
    }

    RoadTimes.Point home() {
        return home;
    }

    /** What binds them; null when nothing does. */
    Job job() {
        return job;
    }

    boolean isFree() {
        return job == null;
    }

    boolean isOnScene() {
        return onScene;
    }

    /** Where they stand or drive. */
    RoadTimes.Point pointAt(double second) {
        if (second >= arrives) {
            return to;
        }
        double share = arrives <= departed ? 1 : Math.max(0, (second - departed) / (arrives - departed));
        return new RoadTimes.Point(
                from.lat() + share * (to.lat() - from.lat()), from.lon() + share * (to.lon() - from.lon()));
    }

    boolean isMovingAt(double second) {
        return second < arrives;
    }

    /** Another way, from where they are; the number tells it from ways given up since. */
    int drive(RoadTimes.Point target, double now, double arrival) {
        from = pointAt(now);
        to = target;
        departed = now;
        arrives = arrival;
        return ++journey;
    }

    boolean isOn(int way) {
        return journey == way;
    }

    void bind(Job to) {
        job = to;
        onScene = false;
        version++;
    }

    void arrive() {
        onScene = true;
    }

    void free(double now) {
        job = null;
        freedAt = now;
        onScene = false;
        version++;
    }

    /** When they were last free of something; long ago when nothing has bound them yet. */
    double freedAt() {
        return freedAt;
    }

    long version() {
        return version;
    }
}

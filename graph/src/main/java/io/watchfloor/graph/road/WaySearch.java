package io.watchfloor.graph.road;

import io.watchfloor.graph.district.District;
import io.watchfloor.graph.road.RoadTimes.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the quickest way, as the roads are at one moment, and where it runs. Who is on a road goes on from there, towards
 * whichever end is better; who is beside the roads gets on them at the nearest junction, as everywhere else.
 */
public final class WaySearch {
    /** Whoever is no farther from a road is on it: as far as a phone is off in a street. */
    private static final double ON_ROAD_METERS = 60;

    /** Whoever is no farther from its end is at the junction, and may take any road from there. */
    private static final double AT_JUNCTION_METERS = 25;

    private static final double MILLIS_PER_SECOND = 1_000;
    private static final int NO_ROAD = -1;

    private final RoadNetwork roads;
    private final RoadConditions now;

    /** How one gets on the roads: at a node, and over which road. */
    private record Start(int node, double millis, double metersBeside, double metersOnRoad, int road, Point foot) {}

    /** A road, or the part of it that is gone along. */
    private record Piece(int road, int meters) {}

    /** On these roads as they are. */
    public WaySearch(RoadNetwork roads, RoadConditions now) {
        this.roads = roads;
        this.now = now;
    }

    /** Empty when no road leads there; {@code backwards} is a walk against the roads that is free to be used. */
    public Optional<Way> find(RoadExpansion backwards, Point from, Point to) {
        RoadNetwork.Access site = roads.to(to.lat(), to.lon());
        RoadNetwork.Access access = roads.from(from.lat(), from.lon());
        if (site == null || access == null) {
            return Optional.empty();
        }
        backwards.start(site, now);
        return start(backwards, from, access).map(start -> follow(backwards, start, site, from, to));
    }

    private Optional<Start> start(RoadExpansion walk, Point from, RoadNetwork.Access access) {
        Segments.Foot foot = roads.segments().nearest(from, ON_ROAD_METERS, now);
        if (foot != null && !isAtJunction(foot)) {
            Optional<Start> onRoad = onRoad(walk, foot);
            if (onRoad.isPresent()) {
                return onRoad;
            }
        }
        return settle(walk, access.node())
                ? Optional.of(new Start(access.node(), access.millis(), access.meters(), 0, NO_ROAD, null))
                : Optional.empty();
    }

    private boolean isAtJunction(Segments.Foot foot) {
        return Math.min(foot.share(), 1 - foot.share()) * roads.meters(foot.road()) <= AT_JUNCTION_METERS;
    }

    /** Towards whichever end is better; a one-way street has only one. */
    private Optional<Start> onRoad(RoadExpansion walk, Segments.Foot foot) {
        Segments segments = roads.segments();
        double beside = foot.metersBeside() / RoadNetwork.ACCESS_METERS_PER_SECOND * MILLIS_PER_SECOND;
        Start forward = towards(foot, segments.to(foot.road()), 1 - foot.share(), beside);
        Start back =
                segments.isOneWay(foot.road()) ? null : towards(foot, segments.from(foot.road()), foot.share(), beside);
        boolean canForward = settle(walk, forward.node());
        boolean canBack = back != null && settle(walk, back.node());
        if (canForward && canBack) {
            double ahead = forward.millis() + walk.millisFrom(forward.node());
            return Optional.of(back.millis() + walk.millisFrom(back.node()) < ahead ? back : forward);
        }
        return canForward ? Optional.of(forward) : canBack ? Optional.of(back) : Optional.empty();
    }

    private Start towards(Segments.Foot foot, int node, double share, double besideMillis) {
        return new Start(
                node,
                besideMillis + share * now.millis(foot.road()),
                foot.metersBeside(),
                share * roads.meters(foot.road()),
                foot.road(),
                foot.at());
    }

    private static boolean settle(RoadExpansion walk, int node) {
        while (!walk.isSettled(node) && !walk.isExhausted()) {
            int ignored = walk.settleNext();
        }
        return walk.isSettled(node);
    }

    private Way follow(RoadExpansion walk, Start start, RoadNetwork.Access site, Point from, Point to) {
        List<Point> points = new ArrayList<>(List.of(from));
        List<Piece> along = new ArrayList<>();
        if (start.road() != NO_ROAD) {
            points.add(start.foot());
            along.add(new Piece(start.road(), (int) Math.round(start.metersOnRoad())));
        }
        int node = start.node();
        points.add(roads.point(node));
        while (node != site.node()) {
            int edge = next(walk, node);
            node = roads.leadingOut().other(edge);
            int road = roads.leadingOut().road(edge);
            along.add(new Piece(road, roads.meters(road)));
            points.add(roads.point(node));
        }
        points.add(to);
        double millis = start.millis() + walk.millisFrom(start.node());
        double meters = start.metersBeside() + start.metersOnRoad() + walk.metersFrom(start.node());
        return new Way(
                Math.round(millis / MILLIS_PER_SECOND), (int) Math.round(meters), points, stretches(points, along));
    }

    /** The road out of a settled node that leads on along the quickest way: times are whole, so that it is found exactly. */
    private int next(RoadExpansion walk, int node) {
        RoadEdges out = roads.leadingOut();
        for (int edge = out.first(node); edge < out.first(node + 1); edge++) {
            int other = out.other(edge);
            int road = out.road(edge);
            if (!now.isClosed(road)
                    && walk.isSettled(other)
                    && walk.millisFrom(node) == walk.millisFrom(other) + now.millis(road)) {
                return edge;
            }
        }
        throw new IllegalStateException("a settled node has a way on");
    }

    /** The first point is where one is, so that road n leads from point n + 1 on. */
    private List<Way.Stretch> stretches(List<Point> points, List<Piece> along) {
        List<Way.Stretch> stretches = new ArrayList<>();
        double before = 0;
        for (int i = 0; i < along.size(); i++) {
            Point at = points.get(i + 1);
            Point next = points.get(i + 2);
            District.Road road = roads.segments().road(along.get(i).road());
            double heading = roads.heading(at, next);
            int turn = i == 0 ? 0 : (int) Math.round(Math.IEEEremainder(heading - before, 360));
            int meters = along.get(i).meters();
            Way.Stretch last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
            if (last != null && goesOn(last, road, turn)) {
                stretches.set(
                        stretches.size() - 1,
                        new Way.Stretch(
                                last.nameZh(),
                                last.nameEn(),
                                last.meters() + meters,
                                last.headingDegrees(),
                                last.turnDegrees(),
                                last.firstPoint()));
            } else {
                stretches.add(new Way.Stretch(
                        road.nameZh(), road.nameEn(), meters, Math.floorMod(Math.round(heading), 360), turn, i + 1));
            }
            before = heading;
        }
        return stretches;
    }

    /** The same road, also where it bends; of roads without a name only straight on. */
    private static boolean goesOn(Way.Stretch last, District.Road road, int turn) {
        boolean named = !road.nameZh().isEmpty() || !road.nameEn().isEmpty();
        boolean same = last.nameZh().equals(road.nameZh()) && last.nameEn().equals(road.nameEn());
        return same && Math.abs(turn) < (named ? 150 : 45);
    }
}

package io.watchfloor.drill.district;

/** A point of the plan in metres east and north of the district's middle. */
record Spot(double x, double y) {
    double metersTo(Spot other) {
        return Math.hypot(x - other.x, y - other.y);
    }

    /** The point that far along the straight line to another: 0 is here, 1 is there. */
    Spot towards(Spot other, double share) {
        return new Spot(x + (other.x - x) * share, y + (other.y - y) * share);
    }

    Spot plus(double dx, double dy) {
        return new Spot(x + dx, y + dy);
    }
}

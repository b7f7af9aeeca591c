package io.watchfloor.drill.simulation;

import io.watchfloor.graph.plan.Standby;
import java.util.List;
import java.util.Map;

/** What is to be expected in the coming hour, from the rates by cell and hour at the usual load: a surge is not foreseen. */
final class ExpectedCalls implements Standby.Demand {
    private static final double USUAL_LOAD = 1;

    private final double[][] perHour;
    private final List<String> types = List.of(Calls.types());
    private final Day day;
    private final Map<String, Double> movedAt;
    private final double restSeconds;

    ExpectedCalls(Day day, Map<String, Double> movedAt, double restSeconds) {
        this.perHour = Calls.perHour(day.chance(), day.hour(), USUAL_LOAD);
        this.day = day;
        this.movedAt = movedAt;
        this.restSeconds = restSeconds;
    }

    @Override
    public List<String> types() {
        return types;
    }

    @Override
    public double perHour(String cellId, String type) {
        int cell = Integer.parseInt(cellId.substring(2, 4)) * Ward.SIDE + Integer.parseInt(cellId.substring(5));
        return perHour[types.indexOf(type)][cell];
    }

    @Override
    public boolean isResting(String personId) {
        return day.now() - movedAt.getOrDefault(personId, Double.NEGATIVE_INFINITY) < restSeconds;
    }
}

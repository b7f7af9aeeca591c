package io.watchfloor.drill.simulation;

import io.watchfloor.graph.plan.Standby;
import io.watchfloor.graph.plan.StandbyMove;
import java.util.List;
import java.util.Map;

/** What is to be expected in the coming hour, from the rates by cell and hour at the usual load: a surge is not foreseen. */
final class ExpectedCalls implements Standby.Demand {
    private static final double USUAL_LOAD = 1;

    /** Whoever has just come back is left alone, as they are live. */
    private static final double REST_SECONDS = 900;

    private final double[][] perHour;
    private final List<String> types = List.of(Calls.types());
    private final Map<String, StandbyMove> told;
    private final Day day;

    /** {@code told} is who was told to wait where, by person. */
    ExpectedCalls(Day day, Map<String, StandbyMove> told) {
        this.perHour = Calls.perHour(day.chance(), day.hour(), USUAL_LOAD);
        this.day = day;
        this.told = told;
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
    public String toldTo(String personId) {
        StandbyMove order = told.get(personId);
        return order == null ? null : order.cellId();
    }

    @Override
    public boolean isResting(String personId) {
        return told.containsKey(personId) || day.now() - day.worker(personId).freedAt() < REST_SECONDS;
    }
}

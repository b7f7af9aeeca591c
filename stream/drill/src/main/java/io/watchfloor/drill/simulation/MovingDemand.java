package io.watchfloor.drill.simulation;

import io.watchfloor.graph.plan.Standby;
import io.watchfloor.graph.plan.StandbyMove;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;

/** What is expected in the coming hour, and who is left alone, as they are live. */
final class MovingDemand implements Standby.Demand {
    /** Whoever has just come back is left alone. */
    private static final double REST_SECONDS = 900;

    private final Day day;
    private final Map<String, StandbyMove> told;
    private final List<String> types;
    private final ToDoubleBiFunction<String, String> perHour;

    /**
     * What is reckoned with at this moment of the day.
     *
     * @param told who was told to wait where, by person
     * @param perHour how often, by cell and type
     */
    MovingDemand(
            Day day, Map<String, StandbyMove> told, List<String> types, ToDoubleBiFunction<String, String> perHour) {
        this.day = day;
        this.told = told;
        this.types = types;
        this.perHour = perHour;
    }

    @Override
    public List<String> types() {
        return types;
    }

    @Override
    public double perHour(String cellId, String type) {
        return perHour.applyAsDouble(cellId, type);
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

package io.watchfloor.drill.simulation;

import io.watchfloor.graph.district.District;
import io.watchfloor.graph.plan.CallRates;
import io.watchfloor.graph.plan.Standby;
import io.watchfloor.graph.plan.StandbyMove;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is to be expected in the coming hour, by what is known of it. */
final class ExpectedCalls {
    private final Day day;
    private final Foresight foresight;
    private final List<CallRates.Seen> seen = new ArrayList<>();

    ExpectedCalls(Day day, Foresight foresight) {
        this.day = day;
        this.foresight = foresight;
        if (foresight == Foresight.SEEN_FOR_A_DAY) {
            Duration before = Duration.ofHours(Calls.HOURS_OF_DAY);
            Calls.ofTheDayBefore(day.chance()).forEach(call -> see(call, before));
        }
    }

    /** Something happened. */
    void happened(Call call) {
        see(call, Duration.ZERO);
    }

    /**
     * What is reckoned with now.
     *
     * @param told who was told to wait where, by person
     */
    Standby.Demand demand(Map<String, StandbyMove> told) {
        if (foresight == Foresight.TRUE_RATES) {
            List<String> types = List.of(Calls.types());
            double[][] perHour = Calls.perHour(day.chance(), day.hour(), Calls.USUAL_LOAD);
            return new MovingDemand(day, told, types, (cellId, type) -> perHour[types.indexOf(type)][numberOf(cellId)]);
        }
        CallRates rates = CallRates.of(seen, day.district(), day.instant());
        return new MovingDemand(day, told, rates.types(), rates::perHour);
    }

    private void see(Call call, Duration before) {
        District.Cell cell = day.district().cells().get(call.cell());
        seen.add(new CallRates.Seen(
                call.type(), cell.id(), day.instantAt(call.atSecond()).minus(before)));
    }

    private static int numberOf(String cellId) {
        return Integer.parseInt(cellId.substring(2, 4)) * Ward.SIDE + Integer.parseInt(cellId.substring(5));
    }
}

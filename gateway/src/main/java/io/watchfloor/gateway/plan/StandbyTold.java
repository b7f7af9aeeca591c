package io.watchfloor.gateway.plan;

import io.vertx.core.Future;
import io.watchfloor.gateway.desk.GraphCalls;
import io.watchfloor.graph.plan.StandbyOrders.Order;
import io.watchfloor.graph.plan.StandbyOrders.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Whom officers told to wait where, on this gateway or another; belongs to one event loop. */
public final class StandbyTold {
    private final Supplier<Future<List<Order>>> asked;
    private final Noting noting;
    private List<Order> orders = List.of();
    private long noted;

    /** Writes down that somebody was told. */
    @FunctionalInterface
    interface Noting {
        Future<Told> note(String personId, String cellId, String actor);
    }

    /** Nobody, until {@link #refresh} has asked the graph. */
    public StandbyTold(String world, GraphCalls graph) {
        this(
                () -> graph.standby(known -> known.list(world)),
                (personId, cellId, actor) -> graph.standby(known -> known.tell(world, personId, cellId, actor)));
    }

    /** With whoever knows the orders, and whoever takes them down. */
    StandbyTold(Supplier<Future<List<Order>>> asked, Noting noting) {
        this.asked = asked;
        this.noting = noting;
    }

    /** Orders that hold, the newest first; never changed afterwards. */
    public List<Order> current() {
        return orders;
    }

    /** Notes that somebody was told; a refusal says why not. */
    public Future<Told> tell(String personId, String cellId, String actor) {
        return noting.note(personId, cellId, actor).onSuccess(told -> {
            if (told.isDone()) {
                noted++;
                List<Order> next = new ArrayList<>(orders);
                next.removeIf(order -> order.personId().equals(personId));
                next.add(0, told.order());
                orders = List.copyOf(next);
            }
        });
    }

    /**
     * Reads again: another gateway may have noted one, and they run out. What was asked for before somebody was told here may not
     * know of them and is left to the next time.
     */
    public void refresh() {
        long before = noted;
        asked.get().onSuccess(read -> {
            if (noted == before) {
                orders = List.copyOf(read);
            }
        });
    }
}

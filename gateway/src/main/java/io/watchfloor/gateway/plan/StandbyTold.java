package io.watchfloor.gateway.plan;

import io.vertx.core.Future;
import io.watchfloor.gateway.desk.GraphCalls;
import io.watchfloor.graph.plan.StandbyOrders.Order;
import io.watchfloor.graph.plan.StandbyOrders.Told;
import java.util.ArrayList;
import java.util.List;

/** Whom officers told to wait where, on this gateway or another; belongs to one event loop. */
public final class StandbyTold {
    private final String world;
    private final GraphCalls graph;
    private List<Order> orders = List.of();

    /** Nobody, until {@link #refresh} has asked the graph. */
    public StandbyTold(String world, GraphCalls graph) {
        this.world = world;
        this.graph = graph;
    }

    /** Orders that hold, the newest first; never changed afterwards. */
    public List<Order> current() {
        return orders;
    }

    /** Notes that somebody was told; a refusal says why not. */
    public Future<Told> tell(String personId, String cellId, String actor) {
        return graph.standby(known -> known.tell(world, personId, cellId, actor))
                .onSuccess(told -> {
                    if (told.isDone()) {
                        List<Order> next = new ArrayList<>(orders);
                        next.removeIf(order -> order.personId().equals(personId));
                        next.add(0, told.order());
                        orders = List.copyOf(next);
                    }
                });
    }

    /** Reads again: another gateway may have noted one, and they run out. */
    public void refresh() {
        graph.standby(known -> known.list(world)).onSuccess(read -> orders = List.copyOf(read));
    }
}

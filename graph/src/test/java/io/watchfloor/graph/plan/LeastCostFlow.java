package io.watchfloor.graph.plan;

import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;

/** OR-Tools' minimum-cost flow over the same choices, to hold our own assignment against. */
final class LeastCostFlow {
    private LeastCostFlow() {}

    /** The least cost; every team has one person or none. */
    static long solve(Choices choices) {
        int source = 0;
        int sink = 1 + choices.incidents() + choices.peopleCount();
        MinCostFlow flow = new MinCostFlow();
        for (int person = 0; person < choices.peopleCount(); person++) {
            flow.addArcWithCapacityAndUnitCost(1 + choices.incidents() + person, sink, 1, 0);
        }
        for (int incident = 0; incident < choices.incidents(); incident++) {
            flow.addArcWithCapacityAndUnitCost(source, 1 + incident, 1, 0);
            for (int team = 0; team < choices.teams(incident); team++) {
                int[] people = choices.people(incident, team);
                int head = people.length == 0 ? sink : 1 + choices.incidents() + people[0];
                flow.addArcWithCapacityAndUnitCost(1 + incident, head, 1, choices.cost(incident, team));
            }
        }
        flow.setNodeSupply(source, choices.incidents());
        flow.setNodeSupply(sink, -choices.incidents());
        if (flow.solve() != MinCostFlowBase.Status.OPTIMAL) {
            throw new IllegalStateException("going without a team is always allowed");
        }
        return flow.getOptimalCost();
    }
}

package io.watchfloor.gateway.plan;

import io.watchfloor.graph.plan.JointPlan;
import io.watchfloor.graph.plan.StandbyMove;
import io.watchfloor.graph.plan.StandbyOrders.Order;
import java.util.List;

/**
 * The plan as it is shown.
 *
 * @param version rises with each plan that differs from the one before
 * @param open how many incidents are open and need, or have, somebody
 * @param unlocated open incidents that nobody can be near because it is not known where they are
 * @param leftOut located ones beyond what a plan takes, the lightest
 * @param setAside open ones that another department has or that are put off
 * @param tookMillis processor time of the plan
 * @param plan what is suggested
 * @param moves whom to move where cover is thin
 * @param told whom an officer told to wait where, the newest first
 */
public record LivePlan(
        long version,
        int open,
        int unlocated,
        int leftOut,
        int setAside,
        long tookMillis,
        JointPlan plan,
        List<StandbyMove> moves,
        List<Order> told) {}

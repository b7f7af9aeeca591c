/**
 * The joint plan: which team to send to which open incident, over all of them at once, and whom to move where cover is
 * thin.
 *
 * <p>{@link io.watchfloor.graph.plan.TeamList} lists the cheapest teams of an incident,
 * {@link io.watchfloor.graph.plan.TeamPacking} chooses one for each so that nobody is in two, and
 * {@link io.watchfloor.graph.plan.JointPlanner} puts the question from the projection and reads the answer. What officers
 * set for it is kept by {@link io.watchfloor.graph.plan.AutomaticSending} and
 * {@link io.watchfloor.graph.plan.StandbyOrders}.
 */
package io.watchfloor.graph.plan;

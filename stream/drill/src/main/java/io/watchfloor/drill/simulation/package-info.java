/**
 * What ways to dispatch are worth: days in a made-up district on a virtual clock, the same incidents under each policy.
 *
 * <p>Start at {@link io.watchfloor.drill.simulation.PolicyComparisonMain}. {@link io.watchfloor.drill.simulation.Shift} is
 * one run; a {@link io.watchfloor.drill.simulation.Policy} decides in it, ours through the planner that runs live.
 */
package io.watchfloor.drill.simulation;

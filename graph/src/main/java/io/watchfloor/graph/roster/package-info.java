/**
 * The district's people in memory: what each is able to, where they are, what they are doing, and whether they may go now.
 *
 * <p>Start at {@link io.watchfloor.graph.roster.Crowd} and {@link io.watchfloor.graph.roster.Member};
 * {@link io.watchfloor.graph.roster.Eligibility} says who can go, and for which need.
 */
package io.watchfloor.graph.roster;

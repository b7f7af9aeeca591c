/**
 * The district in memory: its people, what each is able to, where they are, what they are doing, and whether they may go.
 *
 * <p>Start at {@link io.watchfloor.graph.roster.LiveDistrict}, which is told what happens, and at
 * {@link io.watchfloor.graph.roster.Eligibility}, which says who can go, and for which need.
 */
package io.watchfloor.graph.roster;

/**
 * Roads: the network in memory, the walk over it, and where roads are closed.
 *
 * <p>Start at {@link io.watchfloor.graph.road.RoadNetwork} and {@link io.watchfloor.graph.road.RoadExpansion}; an officer
 * closes a road at {@link io.watchfloor.graph.road.RoadDesk}.
 */
package io.watchfloor.graph.road;

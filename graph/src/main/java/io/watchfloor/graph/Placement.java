package io.watchfloor.graph;

import io.watchfloor.contract.Position;

/**
 * Where a person is, and where that meets the roads.
 *
 * @param position null when only the station is known
 * @param access null when there is no road
 */
record Placement(Member member, double lat, double lon, Position position, RoadNetwork.Access access) {}

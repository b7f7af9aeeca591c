package io.watchfloor.drill.scenario;

import io.watchfloor.contract.IncidentType;
import io.watchfloor.drill.town.LatLon;
import io.watchfloor.drill.town.Town;
import java.time.Instant;

/**
 * One thing that happens; several people may report it.
 *
 * @param key unique within a run
 * @param type what it is
 * @param at where it is
 * @param place the named place it is at or near
 * @param road the road it is on or near
 * @param startsAt when it is first reported
 */
public record Event(String key, IncidentType type, LatLon at, Town.Place place, Town.Road road, Instant startsAt) {}

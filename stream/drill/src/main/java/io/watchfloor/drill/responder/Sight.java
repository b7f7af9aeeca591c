package io.watchfloor.drill.responder;

import io.watchfloor.contract.Assignment;
import io.watchfloor.drill.town.LatLon;

/**
 * What a responder sees of the picture.
 *
 * @param assignment what binds them; null when they are free
 * @param scene where the incident is; null when it is not located
 * @param phoneConnected whether a human holds their phone
 * @param patrols whether they walk their cell when they have nothing to do: on duty, and of that trade
 * @param position where the picture has them
 */
public record Sight(Assignment assignment, LatLon scene, boolean phoneConnected, boolean patrols, LatLon position) {}

package io.watchfloor.drill.responder;

import java.util.List;

/**
 * What comes of a look at the picture.
 *
 * @param responder the responder after it
 * @param deeds what the gateway must be told, in this order
 */
public record Turn(Responder responder, List<Deed> deeds) {}

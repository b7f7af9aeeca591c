package io.watchfloor.text.place;

import io.watchfloor.contract.place.NamedPlace;
import java.util.List;

/**
 * A name that stands in a text, from {@code begin} to before {@code end}.
 *
 * @param places all that have this name
 * @param areas middles of grid cells of this name; they only help to tell places apart
 */
record NameHit(int begin, int end, List<NamedPlace> places, List<Point> areas) {}

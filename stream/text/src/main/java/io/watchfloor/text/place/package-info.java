/**
 * Finds the places that a text names. {@link io.watchfloor.text.place.PlaceFinder} is the only way in: it is made once per
 * gazetteer and then only asked.
 */
package io.watchfloor.text.place;

package io.watchfloor.contract;

/**
 * A type that a report may be of.
 *
 * @param type a code of {@link IncidentTypes}
 * @param probability 0 to 1
 */
public record TypeGuess(String type, double probability) {}

package io.watchfloor.pipeline.function;

/**
 * Where an officer has moved a report to.
 *
 * @param incidentId its incident since then
 * @param version of the filing
 * @param atMillis the logical clock then
 */
public record Move(String incidentId, long version, long atMillis) {}

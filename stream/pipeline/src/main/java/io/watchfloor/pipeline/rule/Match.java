package io.watchfloor.pipeline.rule;

/**
 * The incident that a report speaks of.
 *
 * @param incident as it was before the report
 * @param confidence how sure, 0 to 1
 */
public record Match(OpenIncident incident, double confidence) {}

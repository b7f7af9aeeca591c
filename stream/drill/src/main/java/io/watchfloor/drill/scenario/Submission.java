package io.watchfloor.drill.scenario;

import java.time.Instant;

/**
 * One report on its way to the gateway.
 *
 * @param dueAt when it is sent
 * @param line its body: one line of JSON, but for a few that are bad on purpose
 */
public record Submission(Instant dueAt, String line) {}

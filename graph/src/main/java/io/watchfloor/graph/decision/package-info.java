/**
 * What every desk decides with: the transaction with its locks, results and refusals, and the book of what was asked
 * before.
 *
 * <p>Start at {@link io.watchfloor.graph.decision.DeskTransaction}: the order of its locks holds for all desks. The rules
 * for an incident are pure functions, {@link io.watchfloor.graph.decision.IncidentSteps}.
 */
package io.watchfloor.graph.decision;

/**
 * The end of every decision: the hash-chained log of who did what, and the outbox from which it is told.
 *
 * <p>Start at {@link io.watchfloor.graph.audit.DeskLog}, which writes both in the transaction that decides;
 * {@link io.watchfloor.graph.audit.AuditLog} checks and reads the log, {@link io.watchfloor.graph.audit.Outbox} gives what
 * is not published yet.
 */
package io.watchfloor.graph.audit;

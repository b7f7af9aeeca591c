/**
 * Transactions on the graph, and what a caller is told when it does not answer.
 *
 * <p>Start at {@link io.watchfloor.graph.connection.GraphTransactions}: every statement of this module runs in it.
 */
package io.watchfloor.graph.connection;

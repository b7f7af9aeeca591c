/**
 * Neo4j Community with Bolt on loopback, as a program of its own.
 *
 * <p>Start at {@link io.watchfloor.graphserver.GraphServerMain}.
 */
package io.watchfloor.graphserver;

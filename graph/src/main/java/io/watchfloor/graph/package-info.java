/**
 * The knowledge graph: people, skills, places, roads, incidents and who was sent where.
 *
 * <p>This package is the door. {@link io.watchfloor.graph.Graph} opens the connection, brings the schema up to date and
 * hands out everything else: {@link io.watchfloor.graph.desk} decides, {@link io.watchfloor.graph.candidate} says who
 * could go. Nothing in the packages below knows this one.
 */
package io.watchfloor.graph;

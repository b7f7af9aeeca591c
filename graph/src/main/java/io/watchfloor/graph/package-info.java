/**
 * The knowledge graph: people, skills, places, roads, incidents and who was sent where; who decides ({@link
 * io.watchfloor.graph.DutyDesk}) and who could go ({@link io.watchfloor.graph.Dispatcher}).
 *
 * <p>Start at {@link io.watchfloor.graph.Graph}: it hands out everything else.
 */
package io.watchfloor.graph;

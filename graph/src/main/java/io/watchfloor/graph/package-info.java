/**
 * The knowledge graph: people, skills, places, roads, incidents and who was sent where; who decides ({@link
 * io.watchfloor.graph.DutyDesk}) and who could go ({@link io.watchfloor.graph.Dispatcher}).
 *
 * <p>Start at {@link io.watchfloor.graph.Graph}: it hands out everything else. What is public is an interface or a
 * record; the classes behind the interfaces fall into four groups:
 *
 * <ul>
 *   <li>deciding: {@code GraphDutyDesk} → {@code DeskTransaction}, with the rules in {@code IncidentSteps} and {@code
 *       AssignmentSteps}, and {@code AuditRow} for the log;
 *   <li>recommending, in memory: {@code InMemoryProjection} → {@code Recommendation} → {@code CandidateSearch} and
 *       {@code TeamSearch} → {@code RoadExpansion};
 *   <li>importing: {@link DistrictFiles} (tables to a district, with every fault) → {@code DistrictWriter};
 *   <li>filing and reading back: {@code GraphIncidentFiling}, {@code GraphIncidentArchive}, and {@code …Node} classes
 *       that map messages to nodes.
 * </ul>
 */
package io.watchfloor.graph;

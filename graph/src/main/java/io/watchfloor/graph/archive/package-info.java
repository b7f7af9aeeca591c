/**
 * Where incidents are filed as they were observed, and read back.
 *
 * <p>Start at {@link io.watchfloor.graph.archive.IncidentFiling}, which the pipeline writes to, and
 * {@link io.watchfloor.graph.archive.IncidentArchive}, which the gateway reads.
 */
package io.watchfloor.graph.archive;

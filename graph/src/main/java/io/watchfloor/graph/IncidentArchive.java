package io.watchfloor.graph;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.FiledReport;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.PersonStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads incidents back: one with its whole history, or all that a gateway needs to start its picture from. */
public interface IncidentArchive {
    /**
     * An incident as the graph knows it.
     *
     * @param observed what was observed; null when only decisions have reached the graph yet
     * @param decision what was decided; null when nothing was
     * @param assignments everybody ever sent to it
     */
    record StoredIncident(ObservedIncident observed, IncidentDecision decision, List<Assignment> assignments) {}

    /**
     * One line of an incident's timeline, from the audit log.
     *
     * @param at when
     * @param actor who
     * @param action what, for example {@code acknowledge}, {@code assign}, {@code arrive}
     * @param assignmentId null when not about an assignment
     * @param personId null when not about a person
     * @param note null when nothing was said
     */
    record TimelineEntry(Instant at, String actor, String action, String assignmentId, String personId, String note) {}

    /** The incident with its decision and assignments. */
    Optional<StoredIncident> find(String world, String incidentId);

    /** The reports filed under it, oldest first, at most so many after skipping some. */
    List<FiledReport> listReports(String world, String incidentId, int skip, int limit);

    /** What people did about it, oldest first. */
    List<TimelineEntry> listTimeline(String world, String incidentId);

    /** Incidents of the world that are open, or were updated since, newest first, at most so many. */
    List<StoredIncident> listSince(String world, Instant since, int limit);

    /** Every person's state that is not the initial one. */
    List<PersonStatus> listPersonStatus(String world);

    /** The assignment with this id. */
    Optional<Assignment> findAssignment(String world, String assignmentId);
}

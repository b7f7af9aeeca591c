package io.watchfloor.graph.archive;

import io.watchfloor.contract.AlertDecision;
import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.FiledReport;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.PersonStatus;
import io.watchfloor.graph.connection.GraphTransactions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads incidents back: one with its whole history, or all that a gateway needs to start its picture from. */
public interface IncidentArchive {
    /** On the graph that these transactions reach. */
    static IncidentArchive on(GraphTransactions transactions) {
        return new GraphIncidentArchive(transactions);
    }

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
     * @param about what else it is about: another incident, a photo, a note; null when nothing
     * @param happenedAt when it was done, where it was told later; null when it was told at once
     */
    record TimelineEntry(
            Instant at,
            String actor,
            String action,
            String assignmentId,
            String personId,
            String note,
            String about,
            Instant happenedAt) {}

    /**
     * A report that an officer corrected, as the next training needs it. A label that another one of its kind replaced
     * is not listed, and neither is a report that has left the incident since.
     *
     * @param id of the correction; the reports of one correction share it
     * @param kind {@code type}, {@code grade}, {@code place} or {@code split}
     * @param incidentId the incident it was filed under when it was corrected
     * @param movedTo the incident it was moved to, of a split; null otherwise
     * @param reportId the report
     * @param text what was said
     * @param fromType what it was taken for; null when not about its type
     * @param toType what it is; null when not about its type
     * @param fromGrade how grave it was taken to be; null when not about its grade
     * @param toGrade how grave it is; null when not about its grade
     * @param placeId where it is; null when a point was chosen, or when not about its place
     * @param lat WGS-84 degrees; null when not about its place
     * @param lon WGS-84 degrees; null when not about its place
     * @param actor who said so
     * @param at when
     */
    record Label(
            String id,
            String kind,
            String incidentId,
            String movedTo,
            String reportId,
            String text,
            String fromType,
            String toType,
            String fromGrade,
            String toGrade,
            String placeId,
            Double lat,
            Double lon,
            String actor,
            Instant at) {}

    /** The incident with its decision and assignments. */
    Optional<StoredIncident> find(String world, String incidentId);

    /** The reports filed under it, oldest first, at most so many after skipping some. */
    List<FiledReport> listReports(String world, String incidentId, int skip, int limit);

    /** These reports, as far as they are filed, newest first. */
    List<FiledReport> listReports(String world, List<String> reportIds);

    /** Those of these ids under which a report is filed. */
    List<String> listFiledIds(String world, List<String> reportIds);

    /** How many reports of the world are filed. */
    long countReports(String world);

    /** What people did about it, oldest first; what was decided about another incident and this one, too. */
    List<TimelineEntry> listTimeline(String world, String incidentId);

    /**
     * Incidents of the world that are open, or joined to one that is, or were updated since, newest first, at most so
     * many.
     */
    List<StoredIncident> listSince(String world, Instant since, int limit);

    /** Every person's state that is not the initial one. */
    List<PersonStatus> listPersonStatus(String world);

    /** What was decided about alerts since, or holds still at that time, newest first, at most so many. */
    List<AlertDecision> listAlertDecisions(String world, Instant since, int limit);

    /** What was decided about one alert. */
    Optional<AlertDecision> findAlertDecision(String world, String alertId);

    /** What officers said their reports really are, oldest first, at most so many after skipping some. */
    List<Label> listLabels(String world, int skip, int limit);

    /** The assignment with this id. */
    Optional<Assignment> findAssignment(String world, String assignmentId);
}

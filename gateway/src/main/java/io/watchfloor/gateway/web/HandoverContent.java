package io.watchfloor.gateway.web;

import io.watchfloor.contract.Alert;
import io.watchfloor.contract.AlertDecision;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.Availability;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.IncidentState;
import io.watchfloor.contract.live.IncidentView;
import io.watchfloor.contract.live.PersonView;
import io.watchfloor.gateway.picture.Picture;
import io.watchfloor.graph.shift.ShiftDesk.Note;
import io.watchfloor.graph.shift.ShiftDesk.Snooze;
import io.watchfloor.graph.shift.ShiftDesk.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What one shift tells the next: what is open, promised, put off and warned of, what was closed lately, and who is on.
 *
 * @param closedSince from when on what was closed is told of
 * @param openMore how many more are open than are listed
 * @param closedMore how many more were closed than are listed
 */
record HandoverContent(
        Instant asOf,
        Instant closedSince,
        List<Open> open,
        int openMore,
        List<Note> promised,
        List<Snooze> snoozed,
        List<Warned> alerts,
        List<Closed> closed,
        int closedMore,
        List<OnDuty> onDuty) {

    private static final int MOST_OPEN = 500;
    private static final int MOST_CLOSED = 200;

    /** An incident that is open, and who is bound by it. */
    record Open(
            String id,
            String type,
            Grade grade,
            IncidentState state,
            String summary,
            String address,
            String cellId,
            Instant openedAt,
            String acknowledgedBy,
            List<Sent> sent) {}

    /** Somebody bound by an incident. */
    record Sent(String personId, AssignmentState state) {}

    /** An alert that stands; {@code snoozedUntil} is null when it speaks. */
    record Warned(
            String id,
            Grade level,
            String topic,
            String cellId,
            Instant raisedAt,
            String reasonZh,
            String reasonEn,
            Instant snoozedUntil,
            String snoozeReason) {}

    /** An incident closed lately. */
    record Closed(String id, String type, Grade grade, String summary, String closedBy, Instant closedAt) {}

    /** How many of a department are on, and how many of them are free. */
    record OnDuty(String organizationId, int people, int free) {}

    /**
     * Puts together what stands now.
     *
     * @param cellWithin whether a cell is the officer's business; a null cell is nowhere
     * @param incidentWithin the same of an incident's id
     */
    static HandoverContent of(
            Picture picture,
            Standing standing,
            Duration lookBack,
            Instant now,
            Predicate<String> cellWithin,
            Predicate<String> incidentWithin) {
        Instant since = now.minus(lookBack);
        List<IncidentView> open = picture.listIncidents(true).stream()
                .filter(incident -> cellWithin.test(incident.cellId()))
                .sorted(Comparator.comparing(IncidentView::grade, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(IncidentView::openedAt)
                        .thenComparing(IncidentView::id))
                .toList();
        List<IncidentView> closed = picture.listIncidents(false).stream()
                .filter(incident -> cellWithin.test(incident.cellId()))
                .filter(incident ->
                        incident.closedAt() != null && incident.closedAt().isAfter(since))
                .sorted(Comparator.comparing(IncidentView::closedAt).reversed())
                .toList();
        return new HandoverContent(
                now,
                since,
                open.stream()
                        .limit(MOST_OPEN)
                        .map(incident -> open(picture, incident))
                        .toList(),
                Math.max(0, open.size() - MOST_OPEN),
                standing.promises().stream()
                        .filter(note -> incidentWithin.test(note.incidentId()))
                        .toList(),
                standing.snoozes().stream()
                        .filter(snooze -> incidentWithin.test(snooze.incidentId()))
                        .toList(),
                picture.alerts().list(true).stream()
                        .filter(alert -> cellWithin.test(alert.cellId()))
                        .map(alert -> warned(picture, alert, now))
                        .toList(),
                closed.stream().limit(MOST_CLOSED).map(HandoverContent::closed).toList(),
                Math.max(0, closed.size() - MOST_CLOSED),
                onDuty(picture.people().listAll()));
    }

    private static Open open(Picture picture, IncidentView incident) {
        List<Sent> sent = picture.listAssignmentsOf(incident.id()).stream()
                .filter(assignment -> assignment.state().isActive())
                .map(assignment -> new Sent(assignment.personId(), assignment.state()))
                .toList();
        return new Open(
                incident.id(),
                incident.type(),
                incident.grade(),
                incident.state(),
                incident.summary(),
                incident.address(),
                incident.cellId(),
                incident.openedAt(),
                incident.acknowledgedBy(),
                sent);
    }

    private static Warned warned(Picture picture, Alert alert, Instant now) {
        AlertDecision decision = picture.alerts().findDecision(alert.id()).orElse(null);
        boolean silent = decision != null
                && decision.snoozedUntil() != null
                && decision.snoozedUntil().isAfter(now);
        return new Warned(
                alert.id(),
                alert.level(),
                alert.topic(),
                alert.cellId(),
                alert.raisedAt(),
                alert.reasonZh(),
                alert.reasonEn(),
                silent ? decision.snoozedUntil() : null,
                silent ? decision.reason() : null);
    }

    private static Closed closed(IncidentView incident) {
        return new Closed(
                incident.id(),
                incident.type(),
                incident.grade(),
                incident.summary(),
                incident.closedBy(),
                incident.closedAt());
    }

    private static List<OnDuty> onDuty(List<PersonView> people) {
        Map<String, List<PersonView>> byOrganization = people.stream()
                .filter(PersonView::onDuty)
                .collect(Collectors.groupingBy(PersonView::organizationId, TreeMap::new, Collectors.toList()));
        return byOrganization.entrySet().stream()
                .map(entry -> new OnDuty(entry.getKey(), entry.getValue().size(), (int) entry.getValue().stream()
                        .filter(person -> person.availability() == Availability.FREE)
                        .count()))
                .toList();
    }
}

package io.watchfloor.gateway.picture;

import io.watchfloor.contract.Assignment;
import io.watchfloor.gateway.redis.StreamId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Chooses from the picture what a console is to be told. */
final class PictureParts {
    private final Incidents incidents;
    private final Assignments assignments;
    private final People people;
    private final Alerts alerts;
    private final Notices notices;

    PictureParts(Incidents incidents, Assignments assignments, People people, Alerts alerts, Notices notices) {
        this.notices = notices;
        this.incidents = incidents;
        this.assignments = assignments;
        this.people = people;
        this.alerts = alerts;
    }

    /** Everything. */
    Parts all() {
        return new Parts(
                incidents.all().stream()
                        .filter(IncidentEntry::isKnown)
                        .map(IncidentEntry::json)
                        .toList(),
                jsonOf(assignments.all(), StreamId.ZERO, true),
                people.listIds().stream().map(people::json).toList(),
                jsonOf(alerts.all(), StreamId.ZERO, true),
                jsonOf(alerts.allDecisions(), StreamId.ZERO, true),
                jsonOf(notices.all(), StreamId.ZERO, true),
                null);
    }

    /** Only what these changes name. */
    Parts only(Changes changed) {
        return only(changed, List.copyOf(changed.moved.keySet()));
    }

    /** Only what these changes name, and of those who merely moved these. */
    Parts only(Changes changed, List<String> moved) {
        Set<String> told = new LinkedHashSet<>(changed.people);
        told.addAll(moved);
        return new Parts(
                incidentsOf(changed.incidents),
                jsonOf(changed.assignments, assignments::find),
                told.stream().map(people::json).toList(),
                jsonOf(changed.alerts, alerts::findEntry),
                jsonOf(changed.alertDecisions, alerts::findDecisionEntry),
                jsonOf(changed.notices, notices::find),
                Departed.toRemoved(changed.departures, this::isGone));
    }

    /** Only what these changes of one person's own part name; of a message, only what is about them. */
    Parts onlyFor(String personId, Changes theirs) {
        Parts parts = only(theirs);
        List<byte[]> told = theirs.notices.stream()
                .flatMap(id -> notices.find(id).stream())
                .map(entry -> Upsert.encode(entry.value().onlyTo(personId)))
                .toList();
        return parts.withNotices(told);
    }

    /** What came, changed or left after this; people as of a time of our clock. */
    Parts since(StreamId since, long peopleSinceMillis, List<Departed.Departure> departures) {
        return new Parts(
                incidents.all().stream()
                        .filter(entry -> entry.isKnown() && entry.seq().isAfter(since))
                        .map(IncidentEntry::json)
                        .toList(),
                jsonOf(assignments.all(), since, false),
                people.listChangedSince(since, peopleSinceMillis).stream()
                        .map(people::json)
                        .toList(),
                jsonOf(alerts.all(), since, false),
                jsonOf(alerts.allDecisions(), since, false),
                jsonOf(notices.all(), since, false),
                Departed.toRemoved(departures, this::isGone));
    }

    /** Who is in the one view and not in the other. */
    Parts peopleIn(MapView view, MapView notIn) {
        List<String> there = people.listIds().stream()
                .filter(id -> people.isIn(id, view) && !people.isIn(id, notIn))
                .toList();
        return people(there);
    }

    /** These people. */
    Parts people(List<String> personIds) {
        List<byte[]> lines = personIds.stream().map(people::json).toList();
        return new Parts(List.of(), List.of(), lines, List.of(), List.of(), List.of(), null);
    }

    /** The person, their assignments and those incidents. */
    Parts ofPerson(String personId) {
        List<byte[]> theirs = new ArrayList<>();
        Set<String> where = new LinkedHashSet<>();
        for (Upsert<Assignment> entry : assignments.all()) {
            if (entry.value().personId().equals(personId)) {
                theirs.add(entry.json());
                where.add(entry.value().incidentId());
            }
        }
        return new Parts(
                incidentsOf(where),
                theirs,
                people.isKnown(personId) ? List.of(people.json(personId)) : List.of(),
                List.of(),
                List.of(),
                notices.all().stream()
                        .map(Upsert::value)
                        .filter(notice -> Notices.isTo(notice, personId))
                        .map(notice -> Upsert.encode(notice.onlyTo(personId)))
                        .toList(),
                null);
    }

    /** The changes as they concern single people: their own, their assignments', and their incidents'. */
    Map<String, Changes> byPerson(Changes changed) {
        Map<String, Changes> byPerson = new HashMap<>();
        changed.people.forEach(id -> changesOf(byPerson, id).people.add(id));
        changed.moved.keySet().forEach(id -> changesOf(byPerson, id).people.add(id));
        for (String id : changed.assignments) {
            assignments.find(id).map(Upsert::value).ifPresent(sent -> {
                Changes theirs = changesOf(byPerson, sent.personId());
                theirs.assignments.add(id);
                theirs.incidents.add(sent.incidentId());
            });
        }
        for (String id : changed.incidents) {
            for (String sent : incidents.assignmentIdsOf(id)) {
                assignments.find(sent).ifPresent(entry -> changesOf(
                                byPerson, entry.value().personId())
                        .incidents
                        .add(id));
            }
        }
        for (String id : changed.notices) {
            notices.find(id).ifPresent(entry -> entry.value()
                    .receipts()
                    .forEach(receipt ->
                            changesOf(byPerson, receipt.personId()).notices.add(id)));
        }
        for (Departed.Departure departure : changed.departures) {
            if (departure.personId() != null) {
                changesOf(byPerson, departure.personId()).departures.add(departure);
            }
        }
        return byPerson;
    }

    private List<byte[]> incidentsOf(Set<String> ids) {
        return ids.stream()
                .flatMap(id -> incidents.find(id).stream())
                .map(IncidentEntry::json)
                .toList();
    }

    private static <T> List<byte[]> jsonOf(Set<String> ids, Function<String, Optional<Upsert<T>>> find) {
        return ids.stream()
                .flatMap(id -> find.apply(id).stream())
                .map(Upsert::json)
                .toList();
    }

    private static <T> List<byte[]> jsonOf(Collection<Upsert<T>> entries, StreamId since, boolean all) {
        return entries.stream()
                .filter(entry -> all || entry.seq().isAfter(since))
                .map(Upsert::json)
                .toList();
    }

    private static Changes changesOf(Map<String, Changes> byPerson, String personId) {
        return byPerson.computeIfAbsent(personId, absent -> new Changes());
    }

    private boolean isGone(Departed.Departure departure) {
        return !switch (departure.kind()) {
            case INCIDENT -> incidents.find(departure.id()).isPresent();
            case ASSIGNMENT -> assignments.contains(departure.id());
            case ALERT -> alerts.contains(departure.id());
        };
    }
}

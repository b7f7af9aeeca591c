package io.watchfloor.pipeline.rule;

import io.watchfloor.contract.Grade;
import io.watchfloor.contract.Mood;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.PlacedBy;
import io.watchfloor.text.similar.TextSketch;
import java.util.ArrayList;
import java.util.List;

/** What an incident is after an officer's word. */
public final class Correcting {
    private static final int MOST_APART = 8;

    private Correcting() {}

    /** An incident that had been forgotten, as far as what was told of it lets it be known again. */
    public static OpenIncident recall(ObservedIncident known, TextSketch words, long clockMillis) {
        Whereabouts whereabouts = Whereabouts.NOWHERE;
        for (int i = 0; known.lat() != null && i < known.reportCount(); i++) {
            whereabouts = whereabouts.plus(
                    known.lat(), known.lon(), ReadReport.POSITION_METERS, known.placedBy() != PlacedBy.TEXT);
        }
        TypeVote vote =
                new TypeVote(known.type(), known.reportCount() * known.typeConfidence(), 1 - known.typeConfidence());
        return new OpenIncident(
                known,
                whereabouts,
                List.of(vote),
                false,
                words,
                known.placeId() == null ? List.of() : List.of(known.placeId()),
                new int[0],
                0,
                new int[0],
                List.of(),
                clockMillis);
    }

    /** The incident as of now of another type, whatever its reports say. */
    public static OpenIncident retype(OpenIncident before, String type, long clockMillis) {
        ObservedIncident was = before.observed();
        ObservedIncident next =
                of(was, type, was.grade(), was.reportedGrade(), 1, was.lat(), was.lon(), was.placedBy(), was.placeId());
        return with(before, next, true, before.placeIds(), before.apartFrom(), clockMillis);
    }

    /** The incident as grave as an officer says, whatever its reports say; what they say is told beside it. */
    public static OpenIncident regrade(OpenIncident before, Grade grade, long clockMillis) {
        ObservedIncident was = before.observed();
        ObservedIncident next = of(
                was,
                was.type(),
                grade,
                was.gradeOfReports(),
                was.typeConfidence(),
                was.lat(),
                was.lon(),
                was.placedBy(),
                was.placeId());
        return with(before, next, before.typeDecided(), before.placeIds(), before.apartFrom(), clockMillis);
    }

    /** The incident at another place, wherever its reports put it. */
    public static OpenIncident move(OpenIncident before, double lat, double lon, String placeId, long clockMillis) {
        ObservedIncident was = before.observed();
        ObservedIncident next = of(
                was,
                was.type(),
                was.grade(),
                was.reportedGrade(),
                was.typeConfidence(),
                lat,
                lon,
                PlacedBy.OFFICER,
                placeId);
        List<String> placeIds = placeId == null ? before.placeIds() : List.of(placeId);
        return with(before, next, before.typeDecided(), placeIds, before.apartFrom(), clockMillis);
    }

    /** The incident, which is from now on known to be another than that one; not a change to tell of. */
    public static OpenIncident keepApart(OpenIncident before, String otherId) {
        if (before.apartFrom().contains(otherId)) {
            return before;
        }
        List<String> apart = new ArrayList<>(before.apartFrom());
        if (apart.size() == MOST_APART) {
            apart.remove(0);
        }
        apart.add(otherId);
        return with(before, before.observed(), before.typeDecided(), before.placeIds(), apart, before.touchedMillis());
    }

    /** The incident without this report. */
    public static OpenIncident takeOut(OpenIncident before, ReadReport read, long clockMillis) {
        return Joining.leave(before, read, clockMillis);
    }

    /** The incident of this id that a moved report opens. */
    public static OpenIncident openAs(String id, String region, ReadReport read, long clockMillis) {
        return Joining.open(id, region, read, new int[0], clockMillis);
    }

    private static ObservedIncident of(
            ObservedIncident was,
            String type,
            Grade grade,
            Grade reportedGrade,
            double typeConfidence,
            Double lat,
            Double lon,
            PlacedBy placedBy,
            String placeId) {
        return new ObservedIncident(
                was.world(),
                was.id(),
                was.version() + 1,
                type,
                grade,
                was.summary(),
                lat,
                lon,
                was.address(),
                was.firstOccurredAt(),
                was.lastOccurredAt(),
                was.openedAt(),
                was.updatedAt(),
                was.reportCount(),
                was.region(),
                typeConfidence,
                placedBy,
                placeId,
                was.mood() == null ? Mood.NEUTRAL : was.mood(),
                reportedGrade);
    }

    private static OpenIncident with(
            OpenIncident before,
            ObservedIncident observed,
            boolean typeDecided,
            List<String> placeIds,
            List<String> apartFrom,
            long clockMillis) {
        return new OpenIncident(
                observed,
                before.whereabouts(),
                before.votes(),
                typeDecided,
                before.words(),
                placeIds,
                before.reporters(),
                before.devices(),
                before.bands(),
                apartFrom,
                clockMillis);
    }
}

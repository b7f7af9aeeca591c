package io.watchfloor.pipeline.rule;

import io.watchfloor.contract.Ids;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.IntakePartition;
import io.watchfloor.contract.Mood;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.PlacedBy;
import io.watchfloor.contract.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What an incident is after one more report, or after one fewer. */
public final class Joining {
    private static final int SUMMARY_CODE_POINTS = 120;
    private static final int MOST_PLACES = 4;
    private static final int MOST_REPORTERS = 16;

    private Joining() {}

    /** The incident that this report opens. */
    public static OpenIncident open(ReadReport read, int[] bands, long clockMillis) {
        return open(
                Ids.incident(read.report().id()), IntakePartition.regionOf(read.report()), read, bands, clockMillis);
    }

    /** The incident of this id and region that this report opens. */
    static OpenIncident open(String id, String region, ReadReport read, int[] bands, long clockMillis) {
        Report report = read.report();
        ObservedIncident observed = new ObservedIncident(
                report.world(),
                id,
                1,
                read.type(),
                read.understanding().grade(),
                summaryOf(read),
                read.isLocated() ? Double.valueOf(read.lat()) : null,
                read.isLocated() ? Double.valueOf(read.lon()) : null,
                read.address(),
                report.occurredAt(),
                report.occurredAt(),
                report.receivedAt(),
                report.receivedAt(),
                1,
                region,
                read.understanding().typeConfidence(),
                read.placedBy(),
                read.placeId(),
                moodOf(read));
        return new OpenIncident(
                observed,
                located(Whereabouts.NOWHERE, read),
                TypeVote.cast(List.of(), read.understanding()),
                false,
                read.sketch(),
                with(List.of(), read.placeId()),
                reporters(new int[0], report.reporter()),
                read.isFromDevice() ? 1 : 0,
                bands,
                List.of(),
                clockMillis);
    }

    /** The incident after one more report. */
    public static OpenIncident join(OpenIncident before, ReadReport read, long clockMillis) {
        ObservedIncident observed = before.observed();
        Report report = read.report();
        Whereabouts whereabouts = located(before.whereabouts(), read);
        List<TypeVote> votes = TypeVote.cast(before.votes(), read.understanding());
        ObservedIncident next = new ObservedIncident(
                observed.world(),
                observed.id(),
                observed.version() + 1,
                before.typeDecided() ? observed.type() : TypeVote.winner(votes).type(),
                observed.reportedGrade() == null
                        ? observed.grade().graver(read.understanding().grade())
                        : observed.grade(),
                observed.summary(),
                latOf(before, whereabouts),
                lonOf(before, whereabouts),
                observed.address() == null ? read.address() : observed.address(),
                earlier(observed.firstOccurredAt(), report.occurredAt()),
                later(observed.lastOccurredAt(), report.occurredAt()),
                observed.openedAt(),
                later(observed.updatedAt(), report.receivedAt()),
                observed.reportCount() + 1,
                observed.region(),
                before.typeDecided() ? 1 : TypeVote.confidence(votes),
                placedBy(before, whereabouts),
                observed.placeId() == null ? read.placeId() : observed.placeId(),
                mean(observed.mood(), observed.reportCount(), moodOf(read)),
                observed.reportedGrade() == null
                        ? null
                        : observed.reportedGrade().graver(read.understanding().grade()));
        return new OpenIncident(
                next,
                whereabouts,
                votes,
                before.typeDecided(),
                before.words().plus(read.sketch()),
                with(before.placeIds(), read.placeId()),
                reporters(before.reporters(), report.reporter()),
                before.devices() + (read.isFromDevice() ? 1 : 0),
                before.bands(),
                before.apartFrom(),
                clockMillis);
    }

    /**
     * The incident without a report that turned out to be of another. Grade, mood and the span of times stay: who said
     * what is not kept, and they must not sink without anybody having said so.
     */
    static OpenIncident leave(OpenIncident before, ReadReport read, long clockMillis) {
        ObservedIncident observed = before.observed();
        Whereabouts whereabouts = read.isLocated()
                ? before.whereabouts()
                        .minus(read.lat(), read.lon(), read.accuracyMeters(), read.placedBy() == PlacedBy.REPORT)
                : before.whereabouts();
        List<TypeVote> votes = TypeVote.withdraw(before.votes(), read.understanding());
        ObservedIncident next = new ObservedIncident(
                observed.world(),
                observed.id(),
                observed.version() + 1,
                before.typeDecided() ? observed.type() : TypeVote.winner(votes).type(),
                observed.grade(),
                observed.summary(),
                latOf(before, whereabouts),
                lonOf(before, whereabouts),
                observed.address(),
                observed.firstOccurredAt(),
                observed.lastOccurredAt(),
                observed.openedAt(),
                observed.updatedAt(),
                observed.reportCount() - 1,
                observed.region(),
                before.typeDecided() ? 1 : TypeVote.confidence(votes),
                placedBy(before, whereabouts),
                observed.placeId(),
                observed.mood(),
                observed.reportedGrade());
        return new OpenIncident(
                next,
                whereabouts,
                votes,
                before.typeDecided(),
                before.words().minus(read.sketch()),
                before.placeIds(),
                before.reporters(),
                Math.max(0, before.devices() - (read.isFromDevice() ? 1 : 0)),
                before.bands(),
                before.apartFrom(),
                clockMillis);
    }

    private static Double latOf(OpenIncident before, Whereabouts whereabouts) {
        if (before.isPlacedByOfficer()) {
            return before.observed().lat();
        }
        return whereabouts.isKnown() ? Double.valueOf(whereabouts.lat()) : null;
    }

    private static Double lonOf(OpenIncident before, Whereabouts whereabouts) {
        if (before.isPlacedByOfficer()) {
            return before.observed().lon();
        }
        return whereabouts.isKnown() ? Double.valueOf(whereabouts.lon()) : null;
    }

    private static PlacedBy placedBy(OpenIncident before, Whereabouts whereabouts) {
        if (before.isPlacedByOfficer()) {
            return PlacedBy.OFFICER;
        }
        if (!whereabouts.isKnown()) {
            return null;
        }
        return whereabouts.reported() > 0 ? PlacedBy.REPORT : PlacedBy.TEXT;
    }

    private static Whereabouts located(Whereabouts before, ReadReport read) {
        return read.isLocated()
                ? before.plus(read.lat(), read.lon(), read.accuracyMeters(), read.placedBy() == PlacedBy.REPORT)
                : before;
    }

    private static Mood moodOf(ReadReport read) {
        Mood mood = read.understanding().mood();
        return mood == null ? Mood.NEUTRAL : mood;
    }

    private static Mood mean(Mood before, int count, Mood more) {
        Mood so = before == null ? Mood.NEUTRAL : before;
        double polarity = (so.polarity() * count + more.polarity()) / (count + 1);
        return new Mood(polarity, Math.max(so.anger(), more.anger()), Math.max(so.fear(), more.fear()));
    }

    private static List<String> with(List<String> placeIds, String placeId) {
        if (placeId == null || placeIds.contains(placeId) || placeIds.size() >= MOST_PLACES) {
            return placeIds;
        }
        List<String> more = new ArrayList<>(placeIds);
        more.add(placeId);
        return more;
    }

    /** String's hash is the same in every process. */
    private static int[] reporters(int[] before, String reporter) {
        if (reporter == null || before.length >= MOST_REPORTERS) {
            return before;
        }
        int[] more = Arrays.copyOf(before, before.length + 1);
        more[before.length] = reporter.hashCode();
        return more;
    }

    private static String summaryOf(ReadReport read) {
        String words = read.report().text().strip().replaceAll("\\s+", " ");
        if (words.isEmpty()) {
            return IncidentTypes.getOrOther(read.type()).zh();
        }
        if (words.codePointCount(0, words.length()) <= SUMMARY_CODE_POINTS) {
            return words;
        }
        return words.substring(0, words.offsetByCodePoints(0, SUMMARY_CODE_POINTS - 1)) + "…";
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}

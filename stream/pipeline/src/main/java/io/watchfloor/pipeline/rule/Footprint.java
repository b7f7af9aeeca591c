package io.watchfloor.pipeline.rule;

import io.watchfloor.contract.IncidentType;
import io.watchfloor.contract.IncidentTypes;
import java.util.List;

/**
 * An incident with where, when and of what type it is, and how far it reaches, in plain numbers side by side: a look-up asks
 * hundreds of incidents of a neighbourhood, and following references to each one's position costs more than the arithmetic.
 */
public class Footprint {
    /** 2^32 by the golden ratio: the upper bits of a product with it depend on all of a hash. */
    private static final int SPREAD = 0x9E3779B9;

    private static final int BITS = 6;

    private OpenIncident incident;
    private boolean located;
    private boolean exact;
    private double lat;
    private double lon;
    private double cosLat;
    private double accuracyMeters;
    private double typeMeters;
    private int typeMinutes;
    private int typeIndex;
    private int[] votedTypes = {};
    private double[] voted = {};
    private double unvoted;
    private int reports;
    private double logReports;
    private boolean heardByDevice;
    private int[] reporters = {};
    /** A bit for each of them, see {@link #bitOf}: most reporters are told apart by it, without looking at the others. */
    private long reporterBits;

    private long firstSecond;
    private long lastSecond;
    private double slackMeters;
    private int addressHash;
    private int[] placeHashes = {};
    /** A bit for each of them. */
    private long placeBits;

    private boolean namesMoreThanStreets;

    /** Of an incident as it is now. */
    public static Footprint of(OpenIncident incident) {
        Footprint footprint = new Footprint();
        footprint.follow(incident);
        return footprint;
    }

    /** Takes over what the incident is now; null when there is none any more. */
    protected final void follow(OpenIncident now) {
        incident = now;
        if (now == null) {
            return;
        }
        located = now.isLocated();
        lat = located ? now.observed().lat() : 0;
        lon = located ? now.observed().lon() : 0;
        cosLat = Distance.cosine(lat);
        accuracyMeters = now.accuracyMeters();
        reports = now.observed().reportCount();
        logReports = StrictMath.log(reports);
        heardByDevice = now.devices() > 0;
        reporters = now.reporters();
        reporterBits = bitsOf(reporters);
        exact = accuracyMeters <= PlaceClues.MOST_SLACK_METERS;
        slackMeters = PlaceClues.slack(accuracyMeters);
        IncidentType type = IncidentTypes.getOrOther(now.type());
        typeMeters = type.mergeMeters();
        typeMinutes = type.mergeMinutes();
        firstSecond = now.observed().firstOccurredAt().getEpochSecond();
        lastSecond = now.observed().lastOccurredAt().getEpochSecond();
        addressHash = hashOf(now.observed().address());
        placeHashes = now.placeIds().stream().mapToInt(Footprint::hashOf).toArray();
        placeBits = bitsOf(placeHashes);
        namesMoreThanStreets = !now.placeIds().stream().allMatch(ReportPoint::isStreet);
        followTypes(now);
    }

    private void followTypes(OpenIncident now) {
        typeIndex = TypeOdds.indexOf(now.type());
        if (now.typeDecided()) {
            votedTypes = new int[] {typeIndex};
            voted = new double[] {TypeOdds.SUREST};
            unvoted = 1 - TypeOdds.SUREST;
            return;
        }
        List<TypeVote> votes = now.votes();
        votedTypes = new int[votes.size()];
        voted = new double[votes.size()];
        double mass = 0;
        for (int i = 0; i < voted.length; i++) {
            TypeVote vote = votes.get(i);
            votedTypes[i] = TypeOdds.indexOf(vote.type());
            voted[i] = Math.min(TypeOdds.SUREST, vote.mass() / now.observed().reportCount());
            mass += voted[i];
        }
        unvoted = Math.max(1 - TypeOdds.SUREST, 1 - mass);
    }

    /** As it is now; null when there is none. */
    public final OpenIncident incident() {
        return incident;
    }

    /** Of an address or the id of a place; 0 for none. */
    static int hashOf(String text) {
        return text == null ? 0 : text.hashCode() | 1;
    }

    /** One of 64 bits; hashes that differ mostly have different ones. */
    private static long bitOf(int hash) {
        return 1L << ((hash * SPREAD) >>> (Integer.SIZE - BITS));
    }

    private static long bitsOf(int[] hashes) {
        long bits = 0;
        for (int hash : hashes) {
            bits |= bitOf(hash);
        }
        return bits;
    }

    /** Whether it is known where it is. */
    public final boolean isLocated() {
        return located;
    }

    /** WGS-84 degrees; 0 when it is not located. */
    public final double lat() {
        return lat;
    }

    /** WGS-84 degrees; 0 when it is not located. */
    public final double lon() {
        return lon;
    }

    /** Of its latitude, for distances. */
    final double cosLat() {
        return cosLat;
    }

    /** How far off its position may be. */
    final double accuracyMeters() {
        return accuracyMeters;
    }

    /** Whether its distance to something else says anything. */
    final boolean hasDistance() {
        return located && exact;
    }

    /** What its type allows. */
    final double typeMeters() {
        return typeMeters;
    }

    /** For how long its type takes reports to be of one event. */
    final int typeMinutes() {
        return typeMinutes;
    }

    /** The type's, see {@link TypeOdds#indexOf}. */
    final int typeIndex() {
        return typeIndex;
    }

    /** The types that its reports may be; an officer's alone when one has decided. */
    final int[] votedTypes() {
        return votedTypes;
    }

    /** How much of what its reports say falls to each of {@link #votedTypes}, 0 to 1. */
    final double[] voted() {
        return voted;
    }

    /** What they leave open, 0 to 1. */
    final double unvoted() {
        return unvoted;
    }

    /** How many reports speak of it. */
    final int reports() {
        return reports;
    }

    /** Natural logarithm of {@link #reports}. */
    final double logReports() {
        return logReports;
    }

    /** Whether one of its reports is of a sensor or a camera. */
    final boolean isHeardByDevice() {
        return heardByDevice;
    }

    /** Whether somebody with this hash has reported it. */
    final boolean isReportedBy(int reporterHash) {
        if ((reporterBits & bitOf(reporterHash)) == 0) {
            return false;
        }
        for (int known : reporters) {
            if (known == reporterHash) {
                return true;
            }
        }
        return false;
    }

    /** Seconds between the time and the span of times its reports name; 0 within. */
    final long secondsFrom(long epochSecond) {
        return Math.max(0, Math.max(firstSecond - epochSecond, epochSecond - lastSecond));
    }

    /** By how much its position may be off beyond what is usual. */
    final double slackMeters() {
        return slackMeters;
    }

    /** 0 when it has no address. */
    final int addressHash() {
        return addressHash;
    }

    /** Whether a report of it names this place, whose hash is told, too: most name another. */
    final boolean names(String placeId, int placeHash) {
        if ((placeBits & bitOf(placeHash)) == 0) {
            return false;
        }
        for (int i = 0; i < placeHashes.length; i++) {
            if (placeHashes[i] == placeHash && incident.placeIds().get(i).equals(placeId)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one names a place other than a street. */
    final boolean namesMoreThanStreets() {
        return namesMoreThanStreets;
    }
}

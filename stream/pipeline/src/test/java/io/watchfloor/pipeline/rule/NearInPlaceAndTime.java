package io.watchfloor.pipeline.rule;

import io.watchfloor.contract.IncidentType;
import io.watchfloor.contract.IncidentTypes;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * A rule whose answers can be told in the head, for tests of what is around it: same type, at most {@code mergeMeters} and
 * {@code mergeMinutes} apart; confidence {@code 1 − ½·d/D − ½·t/T}. Without positions the same address counts as half way.
 */
public final class NearInPlaceAndTime implements MergeRule {
    private static final long serialVersionUID = 1L;

    private static final double SAME_ADDRESS = 0.5;
    private static final double SECONDS_PER_MINUTE = 60;
    private static final Comparator<Match> LEAST_CONFIDENT_FIRST = Comparator.comparingDouble(Match::confidence)
            .thenComparing(match -> match.incident().observed().id(), Comparator.reverseOrder());

    @Override
    public double reachMeters(ReadReport report) {
        return IncidentTypes.getOrOther(report.type()).mergeMeters();
    }

    @Override
    public Optional<Match> best(ReadReport report, Collection<? extends Footprint> nearby) {
        return nearby.stream()
                .flatMap(footprint -> match(report, footprint.incident()).stream())
                .max(LEAST_CONFIDENT_FIRST);
    }

    private static Optional<Match> match(ReadReport report, OpenIncident incident) {
        if (!report.type().equals(incident.observed().type())) {
            return Optional.empty();
        }
        IncidentType type = IncidentTypes.getOrOther(report.type());
        double far = farness(report, incident, type);
        double late = incident.secondsFrom(report.report().occurredAt()) / (type.mergeMinutes() * SECONDS_PER_MINUTE);
        if (far > 1 || late > 1) {
            return Optional.empty();
        }
        return Optional.of(new Match(incident, 1 - far / 2 - late / 2));
    }

    /** Distance as a share of what the type allows; above 1 is too far. */
    private static double farness(ReadReport report, OpenIncident incident, IncidentType type) {
        Double meters = incident.metersFrom(report);
        if (meters != null) {
            return meters / type.mergeMeters();
        }
        boolean neitherIsLocated = !report.isLocated() && incident.observed().lat() == null;
        return neitherIsLocated && sameAddress(report, incident) ? SAME_ADDRESS : Double.POSITIVE_INFINITY;
    }

    private static boolean sameAddress(ReadReport report, OpenIncident incident) {
        String address = report.report().address();
        return address != null && address.strip().equals(incident.observed().address());
    }
}

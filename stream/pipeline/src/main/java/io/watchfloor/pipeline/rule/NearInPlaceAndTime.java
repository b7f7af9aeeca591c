package io.watchfloor.pipeline.rule;

import io.watchfloor.contract.IncidentType;
import io.watchfloor.contract.IncidentTypes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Two reports of one type speak of one event when they are near in place and in time: at most {@code mergeMeters} from
 * the mean position of the incident's reports, and at most {@code mergeMinutes} from the span of times they name.
 *
 * <p>Confidence is {@code 1 − ½·d/D − ½·t/T} with {@code d} the metres and {@code D} the type's limit, {@code t} the
 * minutes and {@code T} the type's limit: 1 at the same place and time, 0 at both limits. Without positions the same
 * address counts as half way, {@code d/D = ½}. The most confident incident wins; of equals the one with the smaller id.
 */
public final class NearInPlaceAndTime implements MergeRule {
    private static final long serialVersionUID = 1L;

    private static final double SAME_ADDRESS = 0.5;
    private static final double SECONDS_PER_MINUTE = 60;
    private static final Comparator<Match> LEAST_CONFIDENT_FIRST = Comparator.comparingDouble(Match::confidence)
            .thenComparing(match -> match.incident().observed().id(), Comparator.reverseOrder());

    @Override
    public double reachMeters(IncidentType type) {
        return type.mergeMeters();
    }

    @Override
    public Optional<Match> best(ReadReport report, List<OpenIncident> nearby) {
        return nearby.stream()
                .flatMap(incident -> match(report, incident).stream())
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

package io.watchfloor.pipeline.warn.rule;

import io.watchfloor.contract.FiledReport;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.Mood;
import io.watchfloor.contract.PlaceMention;
import io.watchfloor.contract.Report;
import io.watchfloor.contract.ReportKind;
import io.watchfloor.contract.Understanding;

/**
 * What of a report matters for warning.
 *
 * @param reportId its id
 * @param topic a code of {@link IncidentTypes}
 * @param topicConfidence that the topic is the right one, 0 to 1
 * @param receivedMillis when it came
 * @param lat WGS-84 degrees; null when not located
 * @param lon WGS-84 degrees; null when not located
 * @param polarity from -1, all complaint, to 1, all praise
 * @param heat anger or fear, whichever is more likely, 0 to 1
 * @param device whether a sensor or a camera says it
 * @param text what was said
 * @param reporter who said it; personal data, of which warning keeps a hash; null when unknown
 */
public record Sighting(
        String reportId,
        String topic,
        double topicConfidence,
        long receivedMillis,
        Double lat,
        Double lon,
        double polarity,
        double heat,
        boolean device,
        String text,
        String reporter) {
    /** From here on it is praise, and no sign of trouble. */
    private static final double PRAISE = 0.4;

    private static final double NEGATIVE = -0.25;
    private static final long HASH_PRIME = 0x100000001B3L; // of FNV-1a
    private static final double LEAST_MOOD = 0.02;
    private static final double EXTRA_FOR_NEGATIVE = 0.5;

    /** Nobody knows who said it. */
    public Sighting(
            String reportId,
            String topic,
            double topicConfidence,
            long receivedMillis,
            Double lat,
            Double lon,
            double polarity,
            double heat,
            boolean device,
            String text) {
        this(reportId, topic, topicConfidence, receivedMillis, lat, lon, polarity, heat, device, text, null);
    }

    /** As the report was read. */
    public static Sighting of(FiledReport filed) {
        Report report = filed.report();
        Understanding read = filed.understanding();
        Mood mood = read == null || read.mood() == null ? Mood.NEUTRAL : read.mood();
        PlaceMention place = read == null ? null : read.place();
        boolean located = report.lat() != null && report.lon() != null;
        boolean device = report.reportKind() == ReportKind.SENSOR || report.reportKind() == ReportKind.CAMERA;
        return new Sighting(
                report.id(),
                IncidentTypes.getOrOther(read == null ? report.type() : read.type())
                        .code(),
                read == null ? 1 : read.typeConfidence(),
                report.receivedAt().toEpochMilli(),
                located ? report.lat() : place == null ? null : Double.valueOf(place.lat()),
                located ? report.lon() : place == null ? null : Double.valueOf(place.lon()),
                mood.polarity(),
                Math.max(mood.anger(), mood.fear()),
                device,
                report.text(),
                report.reporter());
    }

    /** The same for all that one person says; a person of its own when nobody knows. */
    long who() {
        String name = reporter == null || reporter.isBlank() ? reportId : reporter;
        long hash = 0;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * HASH_PRIME;
        }
        return hash;
    }

    /** Whether it praises; such a report does not count. */
    boolean isPraise() {
        return polarity > PRAISE;
    }

    /** Whether the words say how somebody feels; plain notices and devices do not. */
    boolean hasMood() {
        return Math.abs(polarity) >= LEAST_MOOD;
    }

    boolean isNegative() {
        return polarity < NEGATIVE;
    }

    /** A complaint weighs more than a plain notice: 1 to 1.5. */
    double weight() {
        return 1 + EXTRA_FOR_NEGATIVE * Math.max(0, Math.min(1, -polarity));
    }
}

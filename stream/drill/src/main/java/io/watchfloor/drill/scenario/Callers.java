package io.watchfloor.drill.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchfloor.contract.Json;
import io.watchfloor.contract.ReportKind;
import io.watchfloor.drill.town.LatLon;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Who reports an event and how: one or several, one after the other, each in other words and from a slightly other
 * spot, few of them naming the type, now and then one twice.
 */
final class Callers {
    /** Nobody reports an event later than this. */
    static final Duration PATIENCE = Duration.ofSeconds(150);

    private static final double MEAN_DELAY_SECONDS = 22;
    private static final double MOST_APART_METERS = 70;
    private static final double NO_POSITION_SHARE = 0.08;
    private static final double SENT_TWICE_SHARE = 0.02;
    private static final double BAD_SHARE = 0.01;

    private final Wording wording = new Wording();
    private final String run;

    Callers(String run) {
        this.run = run;
    }

    List<Submission> reportsOf(Event event, Rhythm.Audience audience, Random random) {
        int count = count(audience, random);
        boolean located = count > 1 || random.nextDouble() >= NO_POSITION_SHARE;
        List<Submission> submissions = new ArrayList<>();
        double delaySeconds = 0;
        for (Wording.Template template : wording.draw(event.type().code(), count, random)) {
            Instant dueAt = event.startsAt().plusMillis((long) (delaySeconds * 1000));
            ObjectNode report = report(event, template, submissions.size(), dueAt, located, random);
            submissions.add(new Submission(dueAt, report.toString()));
            if (random.nextDouble() < SENT_TWICE_SHARE) {
                submissions.add(new Submission(dueAt.plusSeconds(3 + random.nextInt(15)), report.toString()));
            }
            if (random.nextDouble() < BAD_SHARE) {
                submissions.add(new Submission(dueAt, Spoiled.line(report, random)));
            }
            double gap = -MEAN_DELAY_SECONDS * Math.log(1 - random.nextDouble());
            delaySeconds = Math.min(delaySeconds + gap, PATIENCE.toSeconds() - 20.0);
        }
        return submissions;
    }

    private static int count(Rhythm.Audience audience, Random random) {
        double drawn = random.nextDouble();
        return switch (audience) {
            case ONE -> 1;
            case FEW -> drawn < 0.6 ? 1 : drawn < 0.9 ? 2 : 3;
            case SEVERAL -> 1 + (int) (drawn * drawn * 4.5);
            case CROWD -> 3 + (int) (drawn * 4);
        };
    }

    private ObjectNode report(
            Event event, Wording.Template template, int number, Instant dueAt, boolean located, Random random) {
        ReportKind kind = template.kind();
        ObjectNode report = Json.mapper().createObjectNode();
        report.put("source", source(kind, event));
        report.put("sourceId", run + "-" + event.key() + "-" + number);
        report.put("kind", kind.name().toLowerCase(Locale.ROOT));
        if (random.nextDouble() < typedShare(kind)) {
            report.put("type", event.type().code());
        }
        report.put("text", Wording.fill(template, event, random));
        Instant noticed = event.startsAt().plusSeconds(random.nextInt(15)).minusSeconds(20);
        report.put("occurredAt", noticed.isBefore(dueAt) ? noticed.toString() : dueAt.toString());
        if (located) {
            LatLon at = seenFrom(event, random);
            report.put("lat", rounded(at.lat())).put("lon", rounded(at.lon()));
        }
        report.put("address", event.place().nameZh() + Wording.building(event));
        report.put("reporter", reporter(kind, event, random));
        return report;
    }

    /** Devices know what they look for; a post hardly ever says. Together about half name the type. */
    private static double typedShare(ReportKind kind) {
        return switch (kind) {
            case SENSOR, CAMERA -> 0.9;
            case CALL, COMPLAINT -> 0.5;
            case POST -> 0.1;
        };
    }

    /** Callers stand some way off, but not so far that it could be another event. */
    private static LatLon seenFrom(Event event, Random random) {
        double meters = Math.min(MOST_APART_METERS, event.type().mergeMeters() * 0.35) * random.nextDouble();
        double turn = random.nextDouble() * 2 * Math.PI;
        return event.at().plusMeters(meters * Math.cos(turn), meters * Math.sin(turn));
    }

    private static String source(ReportKind kind, Event event) {
        return switch (kind) {
            case CALL -> event.type().grade().isUrgent() ? "emergency-calls" : "hotline-12345";
            case COMPLAINT -> "hotline-12345";
            case POST -> "public-posts";
            case SENSOR -> "city-sensors";
            case CAMERA -> "city-cameras";
        };
    }

    private static String reporter(ReportKind kind, Event event, Random random) {
        return switch (kind) {
            case CALL, COMPLAINT -> "caller-" + (1000 + random.nextInt(9000));
            case POST -> "user-" + (10000 + random.nextInt(90000));
            case SENSOR, CAMERA ->
                kind.name().toLowerCase(Locale.ROOT) + "-" + event.place().id();
        };
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }
}

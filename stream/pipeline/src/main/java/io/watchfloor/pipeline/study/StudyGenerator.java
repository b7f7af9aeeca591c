package io.watchfloor.pipeline.study;

import io.watchfloor.contract.Ids;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.Report;
import io.watchfloor.contract.ReportKind;
import io.watchfloor.contract.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Makes up a day of a town: events with several reports each, pairs of events that are hard to tell apart, background. */
final class StudyGenerator {
    /** How much of everything. */
    record Plan(int events, double twinShare, int background, double nearShare, StudyNoise noise) {
        Plan(int events, double twinShare, int background, double nearShare) {
            this(events, twinShare, background, nearShare, StudyNoise.USUAL);
        }

        Plan with(StudyNoise other) {
            return new Plan(events, twinShare, background, nearShare, other);
        }
    }

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int DAY_SECONDS = 86_400;
    private static final double TWIN_METERS = 200;
    private static final double NAMED_TYPE_SHARE = 0.15;
    private static final double DEVICE_SHARE = 0.3;

    /** One event as it really is. */
    private record Event(
            int number,
            StudyVocabulary.Kind kind,
            double north,
            double east,
            int atSecond,
            StudyVocabulary.Fact what,
            List<StudyVocabulary.Fact> details,
            Integer twin) {}

    private final StudyVocabulary words;
    private final StudyTown town;
    private final Random random;
    private final StudyNoise noise;
    private final List<StudyReport> reports = new ArrayList<>();
    private int number;

    private StudyGenerator(StudyVocabulary words, StudyNoise noise, long seed) {
        this.noise = noise;
        this.words = words;
        this.town = new StudyTown(words.lists());
        this.random = new Random(seed);
    }

    /** All reports in the order in which they are received. */
    static List<StudyReport> make(StudyVocabulary words, Plan plan, long seed) {
        StudyGenerator generator = new StudyGenerator(words, plan.noise(), seed);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < plan.events(); i++) {
            boolean twins = generator.random.nextDouble() < plan.twinShare();
            Event event = generator.event(null, twins ? generator.number + 1 : null);
            events.add(event);
            if (twins) {
                events.add(generator.event(event, event.number()));
            }
        }
        events.forEach(generator::tell);
        for (int i = 0; i < plan.background(); i++) {
            Event near = generator.random.nextDouble() < plan.nearShare()
                    ? events.get(generator.random.nextInt(events.size()))
                    : null;
            generator.background(near);
        }
        generator.reports.sort(
                Comparator.comparing((StudyReport r) -> r.report().receivedAt())
                        .thenComparing(r -> r.report().id()));
        return generator.reports;
    }

    private Event event(Event twinOf, Integer twin) {
        StudyVocabulary.Kind kind = twinOf == null ? pick(words.kinds()) : twinOf.kind();
        double angle = random.nextDouble() * 2 * Math.PI;
        double north = twinOf == null ? inTown() : twinOf.north() + TWIN_METERS * Math.sin(angle);
        double east = twinOf == null ? inTown() : twinOf.east() + TWIN_METERS * Math.cos(angle);
        int at = twinOf == null ? random.nextInt(DAY_SECONDS) : twinOf.atSecond() + random.nextInt(300);
        StudyVocabulary.Fact what = pick(kind.whats());
        while (twinOf != null && what.equals(twinOf.what())) {
            what = pick(kind.whats());
        }
        List<StudyVocabulary.Fact> details = new ArrayList<>(kind.details());
        while (details.size() > 2) {
            details.remove(random.nextInt(details.size()));
        }
        return new Event(number++, kind, north, east, at, what, details, twin);
    }

    private double inTown() {
        return 300 + random.nextDouble() * (StudyTown.SIDE_METERS - 600);
    }

    private void tell(Event event) {
        int count = 2;
        while (count < 25 && random.nextDouble() < 0.72) {
            count++;
        }
        int spread = IncidentTypes.getOrOther(event.kind().type()).mergeMinutes() * 60 / 4;
        for (int i = 0; i < count; i++) {
            int delay = i == 0 ? 0 : (int) Math.min(spread * 2.0, -Math.log(1 - random.nextDouble()) * spread / 2);
            boolean device = !event.kind().devices().isEmpty() && i < 2 && random.nextDouble() < DEVICE_SHARE;
            if (device) {
                device(event, delay);
            } else {
                person(event, delay, false);
            }
        }
    }

    /** One report that nobody else has anything to do with: of the same field, some of it close to an event. */
    private void background(Event near) {
        Event free = event(null, null);
        if (near == null) {
            person(free, 0, true);
            return;
        }
        boolean sameKind = near.kind().equals(free.kind());
        double angle = random.nextDouble() * 2 * Math.PI;
        double meters = (sameKind ? 180 : 30) + random.nextDouble() * 250;
        Event beside = new Event(
                free.number(),
                free.kind(),
                near.north() + meters * Math.sin(angle),
                near.east() + meters * Math.cos(angle),
                near.atSecond() + random.nextInt(2_400) - 600,
                free.what(),
                free.details(),
                null);
        person(beside, 0, true);
    }

    private void person(Event event, int delaySeconds, boolean background) {
        boolean english = random.nextDouble() < noise.englishShare();
        double sigma = noise.pinMeters(random);
        boolean located = random.nextDouble() >= noise.unlocatedShare();
        double north = event.north() + random.nextGaussian() * sigma;
        double east = event.east() + random.nextGaussian() * sigma;
        double kind = random.nextDouble();
        add(
                event,
                kind < 0.6 ? ReportKind.CALL : kind < 0.85 ? ReportKind.COMPLAINT : ReportKind.POST,
                random.nextDouble() < NAMED_TYPE_SHARE ? event.kind().type() : null,
                text(event, english, located),
                delaySeconds,
                located ? north : null,
                located ? east : null,
                background);
    }

    private void device(Event event, int delaySeconds) {
        StudyVocabulary.Device device = pick(event.kind().devices());
        double north = event.north() + random.nextGaussian() * 20;
        double east = event.east() + random.nextGaussian() * 20;
        boolean english = random.nextDouble() < noise.englishShare();
        String text =
                (english ? device.en() : device.zh()).replace("{p}", town.name(north, east, english, false, random));
        add(event, device.reportKind(), event.kind().type(), text, delaySeconds, north, east, false);
    }

    private void add(
            Event event,
            ReportKind reportKind,
            String type,
            String text,
            int delaySeconds,
            Double north,
            Double east,
            boolean background) {
        Instant occurred = START.plusSeconds((long) event.atSecond() + delaySeconds);
        String sourceId = "study-" + reports.size() + "-" + random.nextInt(1_000_000);
        Report report = new Report(
                World.LIVE,
                Ids.report(World.LIVE, "study", sourceId),
                "study",
                sourceId,
                reportKind,
                type,
                text,
                occurred,
                occurred.plus(Duration.ofSeconds(5 + random.nextInt(60))),
                north == null ? null : StudyTown.lat(north),
                east == null ? null : StudyTown.lon(east),
                null,
                null);
        reports.add(new StudyReport(report, event.kind().type(), event.number(), event.twin(), background));
    }

    private String text(Event event, boolean english, boolean located) {
        String sentence = pick(english ? event.kind().enSayings() : event.kind().zhSayings());
        String what = pick(english ? event.what().en() : event.what().zh());
        StringBuilder details = new StringBuilder();
        for (StudyVocabulary.Fact detail : event.details()) {
            if (random.nextDouble() < 0.5) {
                details.append(details.length() == 0 ? "" : english ? " and " : "，")
                        .append(pick(english ? detail.en() : detail.zh()));
            }
        }
        double north = event.north() + noise.namedAside(random);
        double east = event.east() + noise.namedAside(random);
        return pick(words.lists().get(english ? "enopen" : "open"))
                + sentence.replace("{p}", town.name(north, east, english, !located, random))
                        .replace("{w}", what)
                        .replace("{d}", details)
                + pick(words.lists().get(english ? "enclose" : "close"));
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}

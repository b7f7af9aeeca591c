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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes up a day of a town: events with several reports each, pairs of events that are hard to tell apart, background. */
final class StudyGenerator {
    /** How much of everything. */
    record Plan(
            int events,
            double twinShare,
            int background,
            double nearShare,
            StudyNoise noise,
            List<TwinKind> twinKinds) {
        Plan(int events, double twinShare, int background, double nearShare) {
            this(events, twinShare, background, nearShare, StudyNoise.USUAL, List.of(TwinKind.OTHER_STORY));
        }

        Plan with(StudyNoise other) {
            return new Plan(events, twinShare, background, nearShare, other, twinKinds);
        }

        /** With twins of these kinds, each as often as it is named. */
        Plan withTwins(TwinKind... kinds) {
            return new Plan(events, twinShare, background, nearShare, noise, List.of(kinds));
        }
    }

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int DAY_SECONDS = 86_400;
    private static final double TWIN_METERS = 200;
    private static final int TWIN_SECONDS = 300;
    private static final double NAMED_TYPE_SHARE = 0.15;
    private static final double DEVICE_SHARE = 0.3;
    /** How many name the door where two of them are told apart by it. */
    private static final double DOOR_SHARE = 0.85;
    /** How many reports are of patrols, one to a square of this side. */
    private static final double PATROL_SHARE = 0.05;

    private static final double PATROL_METERS = 2_000;

    /** One event as it really is. */
    private record Event(
            int number,
            StudyVocabulary.Kind kind,
            double north,
            double east,
            int atSecond,
            StudyVocabulary.Fact what,
            List<StudyVocabulary.Fact> details,
            Integer twin,
            Telling telling) {}

    /** How its callers tell of an event: at length or not, and whether they name its door, a house's or a block's. */
    private enum Telling {
        AT_LENGTH,
        BRIEFLY,
        HOUSE,
        HOUSE_BRIEFLY,
        BLOCK,
        BLOCK_BRIEFLY;

        boolean isBrief() {
            return this == BRIEFLY || this == HOUSE_BRIEFLY || this == BLOCK_BRIEFLY;
        }

        boolean namesDoor() {
            return this != AT_LENGTH && this != BRIEFLY;
        }

        boolean isOfStreet() {
            return this == HOUSE || this == HOUSE_BRIEFLY;
        }
    }

    private final StudyVocabulary words;
    private final StudyTown town;
    private final Random random;
    private final StudyNoise noise;
    private final List<StudyReport> reports = new ArrayList<>();
    private final Map<Integer, List<String>> reporters = new HashMap<>();
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
            TwinKind kind = twins ? generator.twinKind(plan.twinKinds()) : null;
            Event event = generator.event(twins ? generator.number + 1 : null, generator.telling(kind));
            events.add(event);
            if (twins) {
                events.add(kind == TwinKind.OTHER_STORY ? generator.otherStory(event) : generator.sameStory(event));
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

    private TwinKind twinKind(List<TwinKind> kinds) {
        return kinds.size() == 1 ? kinds.get(0) : pick(kinds);
    }

    private Telling telling(TwinKind kind) {
        if (kind == TwinKind.SAME_WORDS) {
            return random.nextBoolean() ? Telling.BRIEFLY : Telling.AT_LENGTH;
        }
        if (kind != TwinKind.TWO_DOORS) {
            return Telling.AT_LENGTH;
        }
        return pick(List.of(Telling.HOUSE, Telling.HOUSE_BRIEFLY, Telling.BLOCK, Telling.BLOCK_BRIEFLY));
    }

    private Event event(Integer twin, Telling telling) {
        StudyVocabulary.Kind kind = pick(words.kinds());
        random.nextDouble(); // where a twin would lie: the towns of earlier figures stay as they were
        double north = inTown();
        double east = inTown();
        int at = random.nextInt(DAY_SECONDS);
        StudyVocabulary.Fact what = pick(kind.whats());
        return new Event(number++, kind, north, east, at, what, someDetails(kind), twin, telling);
    }

    /** At the same time, 200 m away, and something else has happened there. */
    private Event otherStory(Event twin) {
        double angle = random.nextDouble() * 2 * Math.PI;
        double north = twin.north() + TWIN_METERS * Math.sin(angle);
        double east = twin.east() + TWIN_METERS * Math.cos(angle);
        int at = twin.atSecond() + random.nextInt(TWIN_SECONDS);
        StudyVocabulary.Fact what = pick(twin.kind().whats());
        while (what.equals(twin.what())) {
            what = pick(twin.kind().whats());
        }
        List<StudyVocabulary.Fact> details = someDetails(twin.kind());
        return new Event(number++, twin.kind(), north, east, at, what, details, twin.number(), twin.telling());
    }

    /** The same has happened 150 to 250 m away, or a few doors on. */
    private Event sameStory(Event twin) {
        double north = twin.north();
        double east = twin.east();
        double meters = 150 + random.nextDouble() * 100;
        if (twin.telling().namesDoor()) {
            double doors = StudyTown.BLOCK_METERS * (1 + random.nextInt(3));
            double inEstate = east % StudyTown.ESTATE_METERS;
            east += inEstate + doors < StudyTown.ESTATE_METERS || twin.telling().isOfStreet() ? doors : -doors;
        } else {
            double angle = random.nextDouble() * 2 * Math.PI;
            north += meters * Math.sin(angle);
            east += meters * Math.cos(angle);
        }
        int at = twin.atSecond() + random.nextInt(TWIN_SECONDS);
        return new Event(
                number++, twin.kind(), north, east, at, twin.what(), twin.details(), twin.number(), twin.telling());
    }

    private List<StudyVocabulary.Fact> someDetails(StudyVocabulary.Kind kind) {
        List<StudyVocabulary.Fact> details = new ArrayList<>(kind.details());
        while (details.size() > 2) {
            details.remove(random.nextInt(details.size()));
        }
        return details;
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
        Event free = event(null, Telling.AT_LENGTH);
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
                null,
                free.telling());
        person(beside, 0, true);
    }

    private void person(Event event, int delaySeconds, boolean background) {
        String address = address(event);
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
                text(event, english, located, address != null),
                delaySeconds,
                located ? north : null,
                located ? east : null,
                address,
                reporter(event),
                background);
    }

    private void device(Event event, int delaySeconds) {
        StudyVocabulary.Device device = pick(event.kind().devices());
        double north = event.north() + random.nextGaussian() * 20;
        double east = event.east() + random.nextGaussian() * 20;
        boolean english = random.nextDouble() < noise.englishShare();
        String text =
                (english ? device.en() : device.zh()).replace("{p}", town.name(north, east, english, false, random));
        add(event, device.reportKind(), event.kind().type(), text, delaySeconds, north, east, null, null, false);
    }

    private void add(
            Event event,
            ReportKind reportKind,
            String type,
            String text,
            int delaySeconds,
            Double north,
            Double east,
            String address,
            String reporter,
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
                address,
                reporter);
        reports.add(new StudyReport(report, event.kind().type(), event.number(), event.twin(), background));
    }

    /** The door, in Chinese, as a feed's form has it; null when it has none. */
    private String address(Event event) {
        double share = event.telling().namesDoor() ? Math.min(0.4, noise.addressShare() * 2) : noise.addressShare();
        if (!StudyNoise.happens(share, random)) {
            return null;
        }
        return town.door(event.north(), event.east(), ofStreet(event), false, random);
    }

    private boolean ofStreet(Event event) {
        return event.telling().namesDoor() ? event.telling().isOfStreet() : random.nextDouble() < 0.3;
    }

    /** Somebody who has called before, a patrol that reports whatever it sees, or somebody new. */
    private String reporter(Event event) {
        if (noise.againShare() == 0) {
            return null;
        }
        List<String> before = reporters.computeIfAbsent(event.number(), number -> new ArrayList<>());
        if (!before.isEmpty() && random.nextDouble() < noise.againShare()) {
            return pick(before);
        }
        String reporter = random.nextDouble() < PATROL_SHARE
                ? "patrol " + (int) (event.north() / PATROL_METERS) + " " + (int) (event.east() / PATROL_METERS)
                : "caller " + reports.size();
        before.add(reporter);
        return reporter;
    }

    private String text(Event event, boolean english, boolean located, boolean hasAddress) {
        boolean brief = event.telling().isBrief() || StudyNoise.happens(noise.briefShare(), random);
        if (brief) {
            return brief(event, english, located, hasAddress);
        }
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
                + sentence.replace("{p}", place(event, north, east, english, !located && !hasAddress))
                        .replace("{w}", what)
                        .replace("{d}", details)
                + pick(words.lists().get(english ? "enclose" : "close"));
    }

    private String brief(Event event, boolean english, boolean located, boolean hasAddress) {
        StudyVocabulary.Fact fact = pick(event.kind().briefs());
        String words = pick(english ? fact.en() : fact.zh());
        boolean mustTell = !hasAddress && (!located || event.telling().namesDoor());
        if (!mustTell && random.nextBoolean()) {
            return words;
        }
        double north = event.north() + noise.namedAside(random);
        double east = event.east() + noise.namedAside(random);
        String place = place(event, north, east, english, mustTell);
        return english ? words + ", " + place : place + words;
    }

    private String place(Event event, double north, double east, boolean english, boolean mustTell) {
        if (event.telling().namesDoor() && random.nextDouble() < DOOR_SHARE) {
            return town.door(event.north(), event.east(), event.telling().isOfStreet(), english, random);
        }
        return town.name(north, east, english, mustTell, random);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}

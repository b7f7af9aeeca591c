package io.watchfloor.drill.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.Json;
import io.watchfloor.drill.Towns;
import io.watchfloor.drill.town.LatLon;
import io.watchfloor.drill.town.RoadMap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScenarioTest {
    /** Nine in the morning in the district. */
    private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

    private static final RoadMap ROADS = new RoadMap(Towns.LINJIANG);
    private static final Set<String> FIELDS =
            Set.of("source", "sourceId", "kind", "type", "text", "occurredAt", "lat", "lon", "address", "reporter");

    private static final Instant LATER = START.plus(Duration.ofHours(6));
    private static final List<Submission> SIX_HOURS = scenario(7, START, 1).between(START, LATER);

    private final Scenario scenario = scenario(7, START, 1);

    @Test
    void shouldBeTheSameForTheSameSeedAndStart() {
        Instant soon = START.plusSeconds(900);

        assertThat(scenario(7, START, 1).between(START, soon)).isEqualTo(scenario.between(START, soon));
        assertThat(scenario(8, START, 1).between(START, soon)).isNotEqualTo(scenario.between(START, soon));
    }

    @Test
    void shouldGiveTheWholeInWhateverPieces() {
        List<Submission> pieces = new ArrayList<>();
        Instant end = START.plusSeconds(600);
        for (Instant at = START; at.isBefore(end); at = at.plusMillis(2_300)) {
            Instant next = at.plusMillis(2_300).isBefore(end) ? at.plusMillis(2_300) : end;
            pieces.addAll(scenario.between(at, next));
        }

        assertThat(pieces).containsExactlyInAnyOrderElementsOf(scenario.between(START, end));
    }

    @Test
    void shouldNeverUseASourceIdOfAnotherRun() {
        Set<String> ids = sourceIds(scenario);
        Set<String> next = sourceIds(scenario(7, START.plusSeconds(1), 1));

        assertThat(ids).hasSizeGreaterThan(100).doesNotContainAnyElementsOf(next);
    }

    @Test
    void shouldOpenWithABurst() {
        long events = scenario.stories(START, START.plus(Scenario.OPENING))
                .filter(story -> story.event().startsAt().isBefore(START.plus(Scenario.OPENING)))
                .count();

        assertThat(events).isBetween(25L, 35L);
        assertThat(scenario.between(START, START.plusSeconds(20))).hasSizeGreaterThan(25);
    }

    @Test
    void shouldLetANeighbourhoodComplainMoreAndMoreBeforeItBreaks() {
        Instant begin = START.plus(Rises.FIRST);
        Instant end = begin.plus(Rises.GROWING);
        List<Scenario.Story> rise = scenario.stories(begin, end.plusSeconds(1))
                .filter(story -> story.event().key().startsWith("r0."))
                .toList();

        assertThat(rise).hasSize(Rises.COMPLAINTS + 1);
        assertThat(rise)
                .extracting(story -> story.event().type())
                .containsOnly(rise.get(0).event().type());
        assertThat(rise).allSatisfy(story -> assertThat(story.event()
                        .at()
                        .metersTo(rise.get(rise.size() - 1).event().at()))
                .isLessThan(2_500));
        Instant middle = begin.plus(Rises.GROWING.dividedBy(2));
        assertThat(rise.stream().filter(story -> story.event().startsAt().isBefore(middle)))
                .hasSizeLessThan(Rises.COMPLAINTS / 3);
        assertThat(scenario.stories(end.plus(Callers.PATIENCE).plusSeconds(60), begin.plus(Rises.EVERY))
                        .filter(story -> story.event().key().startsWith("r0.")))
                .isEmpty();
    }

    @Test
    void shouldFollowTheHoursOfTheDay() {
        Instant midnight = Instant.parse("2026-03-01T16:00:00Z");
        Scenario day = scenario(7, midnight.minusSeconds(86_400), 2);

        long evening = eventsInHour(day, midnight, 18);
        long night = eventsInHour(day, midnight, 3);

        assertThat(evening).isGreaterThan((long) (1.5 * night));
        assertThat(share(day, midnight, 8, "traffic-jam")).isGreaterThan(2 * share(day, midnight, 3, "traffic-jam"));
        assertThat(share(day, midnight, 23, "noise")).isGreaterThan(1.5 * share(day, midnight, 10, "noise"));
    }

    @Test
    void shouldBringAnEventAboutEveryEightSecondsAndMoreAtAHigherPace() {
        Instant from = START.plusSeconds(3_600);
        long usual = count(scenario.stories(from, from.plus(Duration.ofHours(2))));
        long double_ = count(scenario(7, START, 2).stories(from, from.plus(Duration.ofHours(2))));

        assertThat(usual).isBetween(700L, 1_500L);
        assertThat((double) double_ / usual).isBetween(1.8, 2.2);
    }

    @Test
    void shouldLeaveAboutHalfWithoutTypeAndWriteSomeInEnglish() {
        List<JsonNode> good = goodReports();
        double typed = share(good, report -> report.has("type"));
        double english = share(good, report -> report.get("text").asText().matches("\\p{ASCII}*"));

        assertThat(typed).isBetween(0.4, 0.6);
        assertThat(english).isBetween(0.1, 0.2);
    }

    @Test
    void shouldSendSomeTwiceSomeUnlocatedAndFewThatAreBad() {
        List<Submission> all = SIX_HOURS;
        Set<String> lines = new HashSet<>();
        long again = all.stream().filter(s -> !lines.add(s.line())).count();

        assertThat((double) again / all.size()).isBetween(0.01, 0.035);
        assertThat(share(goodReports(), report -> !report.has("lat"))).isBetween(0.01, 0.08);
        assertThat((double) (all.size() - goodReports().size()) / all.size()).isBetween(0.003, 0.02);
    }

    @Test
    void shouldBeValidButForTheBadOnes() {
        assertThat(goodReports()).hasSizeGreaterThan(3_000).allSatisfy(report -> {
            assertThat(FIELDS).containsAll(() -> report.fieldNames());
            assertThat(report.get("source").asText()).matches("[a-z0-9-]{1,64}");
            assertThat(report.get("sourceId").asText()).matches("[a-z0-9.-]{1,64}");
            assertThat(report.get("text").asText()).isNotBlank().doesNotContain("{", "}");
            assertThat(report.get("address").asText()).isNotBlank();
            assertThat(report.has("lat")).isEqualTo(report.has("lon"));
            if (report.has("type")) {
                assertThat(IncidentTypes.find(report.get("type").asText())).isPresent();
            }
        });
    }

    @Test
    void shouldReportNothingBeforeItHappened() {
        for (Submission submission : scenario.between(START, START.plusSeconds(3_600))) {
            parse(submission.line()).filter(ScenarioTest::isGood).ifPresent(report -> assertThat(
                            Instant.parse(report.get("occurredAt").asText()))
                    .isBeforeOrEqualTo(submission.dueAt()));
        }
    }

    @Test
    void shouldSpeakOfOneEventFromWithinItsMergeRadiusAndInDifferentWords() {
        List<Scenario.Story> stories = scenario.stories(START, LATER).toList();

        assertThat(stories).allSatisfy(story -> assertThat(story.reports().stream()
                        .map(s -> parse(s.line()))
                        .flatMap(Optional::stream)
                        .filter(report -> isGood(report) && report.has("lat"))
                        .map(report -> new LatLon(
                                report.get("lat").asDouble(), report.get("lon").asDouble())))
                .allMatch(at ->
                        at.metersTo(story.event().at()) < story.event().type().mergeMeters() / 2.0));
        assertThat(stories.stream().filter(story -> texts(story).size() >= 3)).hasSizeGreaterThan(50);
    }

    @Test
    void shouldHaveSomethingToSayAboutEveryType() {
        Wording wording = new Wording();

        assertThat(IncidentTypes.listAll()).allSatisfy(type -> assertThat(
                        wording.templates(type.code()).stream().filter(t -> !t.isEnglish()))
                .hasSizeGreaterThanOrEqualTo(3));
        Map<String, Long> types = scenario.stories(START, LATER)
                .collect(Collectors.groupingBy(story -> story.event().type().code(), Collectors.counting()));
        assertThat(types).hasSize(IncidentTypes.listAll().size());
    }

    private static Scenario scenario(long seed, Instant start, double pace) {
        return new Scenario(Towns.LINJIANG, ROADS, seed, start, pace);
    }

    private Set<String> sourceIds(Scenario of) {
        return of.between(START, START.plusSeconds(900)).stream()
                .map(s -> parse(s.line()))
                .flatMap(Optional::stream)
                .map(report -> report.get("sourceId").asText())
                .collect(Collectors.toSet());
    }

    private static List<JsonNode> goodReports() {
        return SIX_HOURS.stream()
                .map(s -> parse(s.line()))
                .flatMap(Optional::stream)
                .filter(ScenarioTest::isGood)
                .toList();
    }

    /** As the intake rules are: a kind it knows, a time with its zone, a position on Earth. */
    private static boolean isGood(JsonNode report) {
        return Set.of("call", "complaint", "post", "sensor", "camera")
                        .contains(report.get("kind").asText())
                && report.get("occurredAt").asText().matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z")
                && (!report.has("lat") || Math.abs(report.get("lat").asDouble()) <= 90);
    }

    private static Optional<JsonNode> parse(String line) {
        try {
            return Optional.of(Json.mapper().readTree(line));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Set<String> texts(Scenario.Story story) {
        return story.reports().stream()
                .map(s -> parse(s.line()))
                .flatMap(Optional::stream)
                .map(report -> report.get("text").asText())
                .collect(Collectors.toSet());
    }

    private static long eventsInHour(Scenario day, Instant midnight, int hour) {
        Instant from = midnight.plus(Duration.ofHours(hour));
        return count(day.stories(from, from.plusSeconds(3_590)));
    }

    private static double share(Scenario day, Instant midnight, int hour, String type) {
        Instant from = midnight.plus(Duration.ofHours(hour));
        List<Scenario.Story> stories =
                day.stories(from, from.plusSeconds(3_590)).toList();
        return share(stories, story -> story.event().type().code().equals(type));
    }

    private static <T> double share(List<T> all, Predicate<T> of) {
        return (double) all.stream().filter(of).count() / all.size();
    }

    private static long count(Stream<?> stream) {
        return stream.count();
    }
}

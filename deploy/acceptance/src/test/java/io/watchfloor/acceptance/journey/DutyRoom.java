package io.watchfloor.acceptance.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.watchfloor.testbed.ApiClient;
import io.watchfloor.testbed.Home;
import io.watchfloor.testbed.RunningSystem;
import io.watchfloor.testbed.Scene;
import io.watchfloor.testbed.Scene.Place;
import io.watchfloor.testbed.Scene.Spot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One running system and one browser for the journeys that can live side by side: what one does lies far away from what
 * the others do. Grade I is to be acknowledged, and its offers answered, within seconds here; everything else is as shipped.
 */
final class DutyRoom implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(20);

    private static final int ACCEPTED = 202;
    /** Nearer, what two journeys do might become one incident. */
    private static final double METERS_APART = 300;

    private static final Path SHIPPED_TARGETS =
            Path.of("stream/pipeline/src/main/resources/io/watchfloor/pipeline/duty/rule/time-targets.json");
    private static final String ACKNOWLEDGE_SHIPPED = "\"PT15S\"";
    private static final String LADDER_SHIPPED = "\"every\": \"PT1M\"";

    private final RunningSystem system;
    private final ApiClient api;
    private final Browsers browsers;
    private final List<Place> homes;
    private final List<Place> others;
    private final List<Spot> taken = new ArrayList<>();

    private DutyRoom(RunningSystem system, Browsers browsers) throws IOException, InterruptedException {
        this.system = system;
        this.browsers = browsers;
        this.api = new ApiClient(system);
        Map<Boolean, List<Place>> places = Scene.listPlaces(api).stream()
                .collect(Collectors.partitioningBy(place -> "residential".equals(place.kind())));
        this.homes = places.get(true);
        this.others = places.get(false);
    }

    /** Starts everything; takes as long as a start takes. */
    static DutyRoom start() throws IOException, InterruptedException {
        PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
        Map<String, String> settings =
                Map.of("WATCHFLOOR_TIME_TARGETS", shortTargets().toString(), "WATCHFLOOR_OFFER_ANSWER", "I=PT12S");
        return of(RunningSystem.startWith("journeys", settings, "--feed", "none"));
    }

    /** A browser beside a system that runs; both end with the room. */
    static DutyRoom of(RunningSystem system) throws IOException, InterruptedException {
        return new DutyRoom(system, new Browsers(system));
    }

    private static Path shortTargets() throws IOException {
        String shipped = Files.readString(Home.folder().resolve(SHIPPED_TARGETS));
        String quick = shipped.replace(ACKNOWLEDGE_SHIPPED, "\"PT4S\"").replace(LADDER_SHIPPED, "\"every\": \"PT10S\"");
        Path file = Home.folder().resolve("deploy/acceptance/target/quick-targets.json");
        return Files.writeString(file, quick);
    }

    RunningSystem system() {
        return system;
    }

    ApiClient api() {
        return api;
    }

    Browsers browsers() {
        return browsers;
    }

    /** Where nothing goes on yet, furthest from whatever does: an estate while there are any left, else anything else. */
    Place freshPlace() {
        List<Place> free = homes.stream().filter(this::isFree).toList();
        Place fresh = (free.isEmpty() ? others : free)
                .stream()
                        .max(Comparator.comparingDouble(home -> taken.stream()
                                .mapToDouble(spot -> spot.metersTo(home.spot()))
                                .min()
                                .orElse(0)))
                        .orElseThrow();
        taken.add(fresh.spot());
        return fresh;
    }

    private boolean isFree(Place place) {
        return taken.stream().allMatch(spot -> spot.metersTo(place.spot()) > METERS_APART);
    }

    /** The console, with an officer at it, looking at a spot from near. */
    ConsolePage open(Words words, Spot spot) {
        ConsolePage console = new ConsolePage(
                browsers.open(system.address().resolve("/?map=17/" + spot.lat() + "/" + spot.lon()), words.language()));
        console.awaitOfficer(words.say("王值班", "Wang"));
        assertThat(console.connection()).hasText(words.live());
        return console;
    }

    /** A person's phone. */
    ResponderPage openPhone(Words words, String personId) {
        return new ResponderPage(
                browsers.open(system.address().resolve("/responder?person=" + personId), words.language()));
    }

    /** Words alone come in; the source id they came with. */
    String hear(String text) throws IOException, InterruptedException {
        String sourceId = Scene.newSourceId();
        take(Scene.words(sourceId, text));
        return sourceId;
    }

    /** Words come in, and from where; the source id they came with. */
    String hear(Spot spot, String text) throws IOException, InterruptedException {
        String sourceId = Scene.newSourceId();
        take(Scene.words(sourceId, spot, text));
        return sourceId;
    }

    private void take(String report) throws IOException, InterruptedException {
        ApiClient.Answer answer = api.postReports(List.of(report));
        if (answer.status() != ACCEPTED) {
            throw new AssertionError("a good report was answered " + answer);
        }
    }

    /** An incident as the interface tells of it. */
    JsonNode incident(String incidentId) throws IOException, InterruptedException {
        return api.get("/incidents/" + incidentId).get("incident");
    }

    /** Returns once exactly these reports, by the source ids they came with, are filed under the incident. */
    void awaitFiled(String incidentId, String... sourceIds) {
        List<String> reports = List.of(sourceIds).stream().map(Scene::reportId).toList();
        await("reports of " + incidentId)
                .atMost(SOON)
                .ignoreExceptionsInstanceOf(IOException.class)
                .untilAsserted(() -> org.assertj.core.api.Assertions.assertThat(api.listReportIds(incidentId))
                        .containsExactlyInAnyOrderElementsOf(reports));
    }

    @Override
    public void close() {
        browsers.close();
        try {
            system.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.watchfloor.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.launcher.folder.DataFolder;
import io.watchfloor.launcher.settings.LauncherSettings;
import io.watchfloor.launcher.settings.Options;
import io.watchfloor.launcher.supervise.Part;
import io.watchfloor.launcher.supervise.Preparation;
import io.watchfloor.launcher.supervise.Unit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchfloorSystemTest {
    @TempDir
    Path home;

    private DataFolder folder;

    @BeforeEach
    void build() throws Exception {
        folder = DataFolder.prepare(home.resolve("data"));
        for (String module :
                List.of("deploy/embedded-graph", "deploy/launcher", "stream/pipeline", "stream/drill", "gateway")) {
            Path target = Files.createDirectories(home.resolve(module).resolve("target"));
            Files.writeString(target.resolve("process.classpath"), "/lib/" + module + ".jar\n");
        }
    }

    @Test
    void shouldBeEverythingInStartingOrder() throws Exception {
        assertThat(units(Map.of()))
                .extracting(Unit::name)
                .containsExactly("redis", "graph", "district", "pipeline", "gateway", "console", "feed");
    }

    @Test
    void shouldNotLetReportsWaitForAGraphThatOnlyHasToStart() throws Exception {
        Files.createDirectory(folder.graph().resolve("data"));

        assertThat(named(parts(Map.of()), "gateway").needs()).containsExactly("redis");
    }

    @Test
    void shouldTakeNoReportBeforeTheDistrictItIsAboutIsImported() throws Exception {
        assertThat(named(parts(Map.of()), "gateway").needs()).contains("district");

        Files.createDirectory(folder.graph().resolve("data"));
        Path chosen = Files.createDirectory(home.resolve("chosen"));

        assertThat(named(parts(Map.of(), "--district", chosen.toString()), "gateway")
                        .needs())
                .contains("district");
        assertThat(named(parts(Map.of(), "--feed", "/calls.csv", "--mapping", "/calls.json"), "gateway")
                        .needs())
                .contains("district");
    }

    @Test
    void shouldStopWithinTenSecondsEvenWhenNothingObeys() throws Exception {
        Duration longest = parts(Map.of()).stream().map(Part::stopLimit).reduce(Duration.ZERO, Duration::plus);

        assertThat(longest).isLessThanOrEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void shouldTellEveryClientTheSameAddresses() throws Exception {
        List<Part> parts = parts(Map.of());
        Map<String, String> pipeline = named(parts, "pipeline").command().environment();
        Map<String, String> gateway = named(parts, "gateway").command().environment();

        assertThat(gateway).containsEntry("WATCHFLOOR_REDIS_URL", pipeline.get("WATCHFLOOR_REDIS_URL"));
        assertThat(gateway).containsEntry("WATCHFLOOR_GRAPH_URI", pipeline.get("WATCHFLOOR_GRAPH_URI"));
        assertThat(gateway).containsEntry("WATCHFLOOR_GRAPH_PASSWORD", pipeline.get("WATCHFLOOR_GRAPH_PASSWORD"));
        assertThat(gateway.get("WATCHFLOOR_PHOTO_FOLDER")).endsWith("/photos");
        assertThat(gateway.get("WATCHFLOOR_JOURNAL_FOLDER")).endsWith("/journal");
        assertThat(named(parts, "feed").command().environment())
                .containsEntry("WATCHFLOOR_GATEWAY_URL", "http://127.0.0.1:8080");
    }

    @Test
    void shouldRunAModuleFromWhatWasBuilt() throws Exception {
        Map<String, String> environment =
                named(parts(Map.of()), "gateway").command().environment();

        assertThat(environment)
                .containsEntry("CLASSPATH", home.resolve("gateway/target/classes") + ":/lib/gateway.jar");
    }

    @Test
    void shouldKeepThePasswordOffTheCommandLine() throws Exception {
        for (Part part : parts(Map.of())) {
            assertThat(part.command().words())
                    .noneMatch(word -> word.contains(
                            part.command().environment().getOrDefault("WATCHFLOOR_GRAPH_PASSWORD", "not told")));
        }
    }

    @Test
    void shouldNotStartARedisOrAGraphWhenTheyAreGiven() throws Exception {
        List<Unit> units = units(Map.of(
                "WATCHFLOOR_REDIS_URL", "redis://10.0.0.5:6379", "WATCHFLOOR_GRAPH_URI", "bolt://10.0.0.6:7687"));

        assertThat(units.subList(0, 2)).hasOnlyElementsOfType(Preparation.class);
        assertThat(((Part) units.get(4)).command().environment())
                .containsEntry("WATCHFLOOR_REDIS_URL", "redis://10.0.0.5:6379")
                .containsEntry("WATCHFLOOR_GRAPH_URI", "bolt://10.0.0.6:7687")
                .doesNotContainKey("WATCHFLOOR_GRAPH_PASSWORD");
    }

    @Test
    void shouldLeaveTheReplayOfAFileToTheGateway() throws Exception {
        List<Unit> units = units(Map.of(), "--feed", "/calls.csv", "--mapping", "/calls.json", "--speed", "60");

        assertThat(units).extracting(Unit::name).doesNotContain("feed");
        assertThat(((Part) units.get(4)).command().environment())
                .containsEntry("WATCHFLOOR_FEED_FILE", "/calls.csv")
                .containsEntry("WATCHFLOOR_FEED_MAPPING", "/calls.json")
                .containsEntry("WATCHFLOOR_FEED_SPEED", "60");
    }

    private List<Unit> units(Map<String, String> env, String... words) throws Exception {
        Options options = Options.parse(List.of(words), home);
        LoopbackPorts ports = new LoopbackPorts(new Random(7));
        return new WatchfloorSystem(home, options, LauncherSettings.parse(env), folder, ports, 8080).units();
    }

    private List<Part> parts(Map<String, String> env, String... words) throws Exception {
        return units(env, words).stream()
                .filter(Part.class::isInstance)
                .map(Part.class::cast)
                .toList();
    }

    private static Part named(List<Part> parts, String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}

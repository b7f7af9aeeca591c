package io.watchfloor.acceptance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.watchfloor.testbed.Home;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** No process runs with a library that is known to be unsafe (ASVS 15.1.2, 15.2.1). */
class DependencyFloorTest {
    private static final List<String> PROCESSES =
            List.of("gateway", "stream/pipeline", "stream/drill", "deploy/embedded-graph", "deploy/launcher");
    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[\\w.]*(?:-\\w+)*)\\.jar");

    private record Floor(String library, String line, String version, String reason) {
        boolean isAbout(String name, String its) {
            return name.equals(library) && (line.isEmpty() || its.startsWith(line + "."));
        }
    }

    @Test
    @DisplayName("ASVS 15.1.2, 15.2.1: no process runs with a library below its floor")
    void shouldRunNoProcessWithALibraryBelowItsFloor() throws IOException {
        Set<String> tooOld = new TreeSet<>();
        List<Floor> floors = floors();
        Set<String> met = new TreeSet<>();
        for (String process : PROCESSES) {
            for (String jar : jarsOf(process)) {
                Matcher named = JAR.matcher(jar);
                if (!named.matches()) {
                    continue;
                }
                for (Floor floor : floors) {
                    if (floor.isAbout(named.group(1), named.group(2))) {
                        met.add(floor.library());
                        if (compare(named.group(2), floor.version()) < 0) {
                            tooOld.add(process + " runs with " + jar + ", below " + floor.version() + ": "
                                    + floor.reason());
                        }
                    }
                }
            }
        }
        assertThat(tooOld).isEmpty();
        assertThat(met).contains("jackson-core", "logback-core", "netty-codec-http", "vertx-web");
    }

    @Test
    @DisplayName("ASVS 15.1.2: every process has a bill of materials that names each library it runs with")
    void shouldNameEveryLibraryInTheBillOfMaterials() throws IOException {
        for (String process : PROCESSES) {
            JsonNode bill = new ObjectMapper()
                    .readTree(Home.folder()
                            .resolve(process)
                            .resolve("target/bom.json")
                            .toFile());
            assertThat(bill.path("bomFormat").asText()).as(process).isEqualTo("CycloneDX");
            Set<String> named = new TreeSet<>();
            bill.get("components").forEach(each -> {
                named.add(each.get("name").asText() + "-" + each.get("version").asText());
                assertThat(each.path("purl").asText()).as(process).startsWith("pkg:maven/");
            });
            assertThat(jarsOf(process).stream().filter(jar -> jar.endsWith(".jar")))
                    .as(process)
                    .allSatisfy(jar -> assertThat(named).anyMatch(library -> jar.startsWith(library)));
        }
    }

    @Test
    void shouldCompareVersionsByTheirNumbers() {
        assertThat(compare("4.2.9.Final", "4.2.17.Final")).isNegative();
        assertThat(compare("2.13.4.2", "2.13.4")).isPositive();
        assertThat(compare("1.10.0", "1.10.0")).isZero();
        assertThat(compare("1.5.18", "1.5.9")).isPositive();
    }

    private static List<String> jarsOf(String process) throws IOException {
        String classpath = Files.readString(Home.folder().resolve(process).resolve("target/process.classpath"));
        List<String> names = new ArrayList<>();
        for (String entry : classpath.strip().split(":", -1)) {
            names.add(Path.of(entry).getFileName().toString());
        }
        assertThat(names).as(process).isNotEmpty();
        return names;
    }

    private static int compare(String one, String other) {
        int[] left = numbers(one);
        int[] right = numbers(other);
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            int difference = (i < left.length ? left[i] : 0) - (i < right.length ? right[i] : 0);
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private static int[] numbers(String version) {
        return Pattern.compile("\\d+")
                .matcher(version)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group()))
                .toArray();
    }

    private static List<Floor> floors() throws IOException {
        try (InputStream table = DependencyFloorTest.class.getResourceAsStream("/dependency-floors.csv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("library,"))
                    .map(line -> line.split(",", 4))
                    .map(parts -> new Floor(parts[0], parts[1], parts[2], parts[3]))
                    .toList();
        }
    }
}

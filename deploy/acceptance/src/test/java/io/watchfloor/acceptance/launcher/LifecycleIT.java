package io.watchfloor.acceptance.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.testbed.ApiClient;
import io.watchfloor.testbed.LauncherProcess;
import io.watchfloor.testbed.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Starting from nothing, being killed, starting again on what is left, stopping. */
class LifecycleIT {
    private static final List<String> PARTS = List.of("redis", "graph", "pipeline", "gateway", "feed");
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final Duration INCIDENT_LIMIT = Duration.ofMinutes(1);
    private static final Duration AT_ONCE = Duration.ofSeconds(20);
    private static final Duration AUDIT_LIMIT = Duration.ofMinutes(2);
    private static final int LEAST_SECRET = 16;
    private static final int REFUSED = 2;
    private static final int OK = 200;
    private static final long MEMORY_LIMIT_KB = 3_000_000;

    private RunningSystem system;

    @AfterEach
    void stop() throws InterruptedException {
        if (system != null) {
            system.stop();
        }
    }

    @Test
    @DisplayName(
            "ASVS 13.3.1: starts, is killed, goes on and stops, and no log and no command line tells a secret of it")
    void shouldGoOnWhereItWasWhenEvenTheLauncherIsKilled() throws Exception {
        system = RunningSystem.start("lifecycle", "--feed", "sim");
        system.explain(() -> {
            List<ProcessHandle> orphans = handles();
            assertThat(orphans).hasSize(PARTS.size());
            assertSecondLauncherIsRefused();
            List<String> before = untilSomethingHappened();
            tellMemory();

            system.launcher().kill();
            assertThat(orphans).allMatch(ProcessHandle::isAlive);
            system = RunningSystem.startOn(system.data(), "--feed", "none");

            assertThat(system.launcher().lines())
                    .anyMatch(line -> line.startsWith("Stopped what an earlier run left behind: "));
            assertThat(orphans).noneMatch(ProcessHandle::isAlive);
            assertThat(incidentIds()).containsAll(before);
            assertNothingWasCalledSilentWhileItStarted();
            acknowledge(before.get(0));
            assertNoSecretIsTold();
            assertStopsInOrder();
            assertAuditIsIntact();
            return null;
        });
    }

    private void assertSecondLauncherIsRefused() throws IOException, InterruptedException {
        Path out = system.data().resolve("second.out");
        LauncherProcess second = LauncherProcess.start(
                out, "--port", "0", "--data", system.data().toString());

        assertThat(second.awaitExit(AT_ONCE)).isEqualTo(REFUSED);
        assertThat(second.lines()).singleElement().asString().contains("is used by another launcher (process ");
    }

    private List<String> untilSomethingHappened() {
        return Awaitility.await("the feed's first incidents")
                .atMost(INCIDENT_LIMIT)
                .until(this::incidentIds, ids -> ids.size() > 2);
    }

    private List<String> incidentIds() throws IOException, InterruptedException {
        return new ApiClient(system)
                .listIncidents().stream()
                        .map(incident -> incident.get("id").asText())
                        .toList();
    }

    private void assertStopsInOrder() throws InterruptedException {
        List<ProcessHandle> parts = handles();
        long before = System.nanoTime();
        system.launcher().terminate();
        system.launcher().awaitExit(STOP_LIMIT);

        System.out.printf("stopped after %d ms%n", (System.nanoTime() - before) / 1_000_000);
        assertThat(parts).noneMatch(ProcessHandle::isAlive);
        assertThat(system.launcher().lines().stream()
                        .filter(line -> line.startsWith("  ") && line.contains("stopped · "))
                        .map(line -> line.strip().replaceAll(" .*", "")))
                .containsSubsequence("gateway", "pipeline", "graph", "redis");
    }

    /** An alarm on every start would teach officers to look away. */
    private void assertNothingWasCalledSilentWhileItStarted() throws IOException {
        assertThat(Files.readString(system.data().resolve("logs/gateway.log"))).doesNotContain("alarm: silent");
    }

    private void acknowledge(String incidentId) throws IOException, InterruptedException {
        ApiClient.Answer answer = new ApiClient(system).post("/incidents/" + incidentId + "/acknowledge", "王值班", "{}");

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(OK);
    }

    private void assertAuditIsIntact() throws IOException, InterruptedException {
        LauncherProcess check = LauncherProcess.start(
                system.data().resolve("audit.out"),
                "--verify-audit",
                "--data",
                system.data().toString());

        assertThat(check.awaitExit(AUDIT_LIMIT)).isZero();
        assertThat(check.lines()).anyMatch(line -> line.matches("audit intact: [1-9]\\d* rows"));
    }

    /** The one-time secret is said on the screen of whoever starts it, and there alone. */
    private void assertNoSecretIsTold() throws IOException {
        List<String> secrets = new ArrayList<>();
        for (Path file : listFiles(system.data().resolve("secrets"))) {
            for (String word : Files.readString(file).strip().split("\\s+", -1)) {
                if (word.length() >= LEAST_SECRET) {
                    secrets.add(word);
                }
            }
        }
        assertThat(secrets).hasSizeGreaterThan(2);
        List<Path> logs = listFiles(system.data().resolve("logs"));
        assertThat(logs).isNotEmpty();
        for (Path log : logs) {
            String said = Files.readString(log);
            assertThat(secrets).as("%s", log).noneMatch(said::contains);
        }
        for (ProcessHandle process : handles()) {
            String command = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            assertThat(secrets).as(command).noneMatch(command::contains);
        }
    }

    private static List<Path> listFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private List<ProcessHandle> handles() {
        return PARTS.stream().flatMap(part -> system.find(part).stream()).toList();
    }

    /** Resident memory of every process, from the kernel. */
    private void tellMemory() throws IOException {
        long all = 0;
        for (String part : PARTS) {
            Optional<ProcessHandle> process = system.find(part);
            if (process.isPresent()) {
                long kilobytes = residentKilobytes(process.get());
                all += kilobytes;
                System.out.printf(Locale.ROOT, "memory of %s: %d MB%n", part, kilobytes / 1024);
            }
        }
        assertThat(all).isLessThan(MEMORY_LIMIT_KB);
    }

    private static long residentKilobytes(ProcessHandle process) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        }
    }
}

package io.watchfloor.acceptance.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.testbed.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./run} as far as it is a script: in a folder of its own, with a Maven and a Java that only say they were there. */
class RunScriptTest {
    private static final String USAGE = "deploy/launcher/src/main/resources/io/watchfloor/launcher/settings/usage.txt";
    private static final List<String> PROCESSES =
            List.of("deploy/embedded-graph", "stream/pipeline", "stream/drill", "gateway", "deploy/launcher");
    private static final List<String> OTHERS = List.of(".mvn", "stream/contract", "stream/text", "graph", "console");
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void layOut() throws IOException {
        Files.copy(Home.folder().resolve("run"), folder.resolve("run"));
        Files.createDirectories(folder.resolve(USAGE).getParent());
        Files.copy(Home.folder().resolve(USAGE), folder.resolve(USAGE));
        Files.writeString(folder.resolve("pom.xml"), "<project/>");
        for (String module : PROCESSES) {
            Files.createDirectories(folder.resolve(module));
        }
        for (String module : OTHERS) {
            Files.createDirectories(folder.resolve(module));
        }
        Files.createDirectories(folder.resolve("bin"));
        program("java", "[[ \"$1\" != -version ]] || echo 'openjdk version \"17.0.1\"' >&2; echo started");
        program("javac", "exit 0");
        program("mvn", """
                echo built >> "%1$s/builds"
                until [[ -e "%1$s/go-on" ]]; do sleep 0.02; done
                for process in %2$s; do
                  mkdir -p "%1$s/$process/target/classes"
                  echo x > "%1$s/$process/target/process.classpath"
                done
                """.formatted(folder, String.join(" ", PROCESSES)));
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h"})
    void shouldTellItsOptionsInBothLanguagesWithoutBuilding(String option) throws Exception {
        Process run = run("help", option);

        assertThat(run.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).isZero();
        assertThat(said("help")).contains("用法：./run", "Usage: ./run");
        assertThat(folder.resolve("builds")).doesNotExist();
    }

    @Test
    void shouldBuildOnceWhenStartedTwice() throws Exception {
        Process first = run("first");
        Awaitility.await().until(() -> Files.exists(folder.resolve("builds")));
        Process second = run("second");
        Awaitility.await().until(() -> said("second").contains("waiting for another build"));
        Files.createFile(folder.resolve("go-on"));

        for (Process run : List.of(first, second)) {
            assertThat(run.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(said("first")).contains("started");
        assertThat(said("second")).contains("started");
        assertThat(List.of(first.exitValue(), second.exitValue())).containsOnly(0);
        assertThat(Files.readAllLines(folder.resolve("builds"))).hasSize(1);
    }

    private Process run(String output, String... options) throws IOException {
        List<String> words =
                new ArrayList<>(List.of("bash", folder.resolve("run").toString()));
        words.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(output).toFile());
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private String said(String output) throws IOException {
        return Files.readString(folder.resolve(output));
    }

    private void program(String name, String script) throws IOException {
        Path file = folder.resolve("bin").resolve(name);
        Files.writeString(file, "#!/usr/bin/env bash\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}

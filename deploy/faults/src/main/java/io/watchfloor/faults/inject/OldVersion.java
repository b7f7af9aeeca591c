package io.watchfloor.faults.inject;

import io.watchfloor.testbed.Home;
import io.watchfloor.testbed.RunningSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The version before (21): its sources are in the history under the commit named in {@code old-version.txt}; they are built
 * beside this version's and started, and the new version takes over the data folder.
 */
final class OldVersion {
    private static final String NAMED_IN = "/old-version.txt";

    private OldVersion() {}

    /** The old version, running with an empty data folder on a port that the new one takes over. */
    static RunningSystem start(int port) throws IOException, InterruptedException, NotRunException {
        return RunningSystem.startVersion(
                build(), RunningSystem.freshFolder("upgrade"), Map.of(), port, "--feed", "none");
    }

    private static Path build() throws IOException, InterruptedException, NotRunException {
        String commit = commit();
        Path folder = Home.folder().resolve("deploy/faults/target/version-" + commit);
        if (!Files.exists(folder.resolve("pom.xml"))) {
            Files.createDirectories(folder);
            call(
                    "the history does not reach back to " + commit,
                    Home.folder(),
                    "bash",
                    "-c",
                    "set -o pipefail; git archive \"$0\" | tar -x -C \"$1\"",
                    commit,
                    folder.toString());
        }
        if (!Files.exists(folder.resolve("deploy/launcher/target/process.classpath"))) {
            call(
                    "version " + commit + " cannot be built here",
                    folder,
                    "mvn",
                    "-o",
                    "-q",
                    "-B",
                    "-ntp",
                    "-DskipTests",
                    "package",
                    "-pl",
                    "deploy/launcher",
                    "-am");
        }
        return folder;
    }

    private static String commit() throws IOException {
        try (var in = OldVersion.class.getResourceAsStream(NAMED_IN)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    private static void call(String otherwise, Path folder, String... words)
            throws IOException, InterruptedException, NotRunException {
        Command called = Command.run(List.of(words), folder);
        if (!called.isDone()) {
            throw new NotRunException(
                    otherwise + ": " + called.said().lines().findFirst().orElse(""));
        }
    }

    /** The old system is stopped under load; the new one starts on what it left and goes on, intake and picture first. */
    static String upgrade(Bench bench) throws Exception {
        bench.awaitMore(bench.options().batch() * 20);
        long since = System.nanoTime();
        int port = bench.system().address().getPort();
        Bench.Step whole = bench.replaceBy(
                data -> RunningSystem.startVersion(Home.folder(), data, Map.of(), port, "--feed", "none"));
        String figure;
        try {
            figure = bench.recovery(since);
        } finally {
            whole.run();
        }
        return "from version " + commit() + ", down included: " + figure + ", all parts ready after "
                + Bench.millisSince(since) + " ms";
    }
}

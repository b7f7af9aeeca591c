package io.watchfloor.faults.inject;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** What can happen to the pipeline: 6 to 9. */
final class PipelineFaults {
    private static final Duration KILLING = Duration.ofSeconds(60);
    private static final Duration DISK_ALARM = Duration.ofSeconds(10);
    private static final Duration CHECKPOINT_ALARM = Duration.ofSeconds(60);
    private static final int LONGEST_LIFE_MILLIS = 6_000;

    private PipelineFaults() {}

    static List<Fault> list() {
        return List.of(
                new Fault(
                        6,
                        "kill -9 the pipeline",
                        "resumes from its checkpoint, L",
                        Fault.Needs.NOTHING,
                        bench -> bench.killAndRecover("pipeline")),
                new Fault(
                        7,
                        "kill job and task managers every 0-6 s for 60 s",
                        "L",
                        Fault.Needs.NOTHING,
                        PipelineFaults::killAgainAndAgain),
                new Fault(
                        8,
                        "newest checkpoint cut short",
                        "falls back to the one before, L",
                        Fault.Needs.NOTHING,
                        PipelineFaults::cutCheckpoint),
                new Fault(
                        9,
                        "checkpoint disk full",
                        "processing goes on, alarm",
                        Fault.Needs.SMALL_DISKS,
                        PipelineFaults::fillDisk));
    }

    /** One process is all of them here: it is killed at a random moment of each of its lives. */
    private static String killAgainAndAgain(Bench bench) throws Exception {
        Random random = new Random(7);
        long end = System.nanoTime() + KILLING.toNanos();
        int kills = 0;
        while (System.nanoTime() < end) {
            await("the pipeline lives")
                    .atMost(Bench.RECOVERY)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> bench.system().find("pipeline").isPresent());
            Duration life = Duration.ofMillis(random.nextInt(LONGEST_LIFE_MILLIS));
            await().pollDelay(life).atMost(life.plusSeconds(30)).until(() -> true);
            if (bench.system().find("pipeline").isPresent()) {
                bench.system().kill("pipeline");
                kills++;
            }
        }
        return kills + " kills; after the last: " + bench.recovery(System.nanoTime());
    }

    private static String cutCheckpoint(Bench bench) throws Exception {
        bench.awaitMore(bench.options().batch() * 20);
        List<Path> cut = new ArrayList<>();
        bench.parts().unsupervised(() -> {
            bench.parts().killUnnoticed("pipeline");
            try (Stream<Path> jobs = Files.list(bench.system().data().resolve("checkpoints"))) {
                for (Path job : jobs.filter(Files::isDirectory).toList()) {
                    newestMetadata(job).ifPresent(cut::add);
                }
            }
            for (Path metadata : cut) {
                try (FileChannel file = FileChannel.open(metadata, StandardOpenOption.WRITE)) {
                    file.truncate(Files.size(metadata) / 2);
                }
            }
        });
        Check.that(!cut.isEmpty(), "there was no checkpoint to cut");
        return "cut " + cut.size() + " checkpoints; " + bench.recovery(System.nanoTime());
    }

    private static Optional<Path> newestMetadata(Path job) throws IOException {
        try (Stream<Path> files = Files.walk(job)) {
            List<Path> all = new ArrayList<>(
                    files.filter(file -> file.getFileName().toString().equals("_metadata"))
                            .toList());
            all.sort(Comparator.comparing(PipelineFaults::modifiedMillis));
            Collections.reverse(all);
            return all.stream().findFirst();
        }
    }

    private static long modifiedMillis(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }

    private static String fillDisk(Bench bench) throws Exception {
        bench.awaitMore(bench.options().batch() * 5);
        Path filler = bench.system().data().resolve("checkpoints").resolve("filler");
        ExpectedAlarm full = bench.expectAlarm("disk");
        ExpectedAlarm old = bench.expectAlarm("checkpoint");
        long since = System.nanoTime();
        Disks.fill(filler);
        long diskMillis;
        long alarmMillis;
        try {
            diskMillis = full.awaitSince(since, DISK_ALARM);
            alarmMillis = old.awaitSince(since, CHECKPOINT_ALARM);
            bench.awaitShown(bench.countAcknowledged());
        } finally {
            Files.deleteIfExists(filler);
        }
        await("checkpoints are taken again")
                .atMost(Bench.RECOVERY)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> bench.standing("checkpoint").isEmpty());
        return "disk alarm after " + diskMillis + " ms, checkpoint alarm after " + alarmMillis
                + " ms (limit 30 s of age), reports shown meanwhile, over after "
                + Bench.millisSince(since) + " ms";
    }
}

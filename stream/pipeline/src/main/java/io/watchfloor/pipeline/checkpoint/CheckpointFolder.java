package io.watchfloor.pipeline.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One job's checkpoints: {@code run-000007/<job id>/chk-42/_metadata}. Every start of the process is a run with a folder
 * of its own, so that newest means highest run, then highest checkpoint, and no clock is asked.
 */
public final class CheckpointFolder {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointFolder.class);
    private static final Pattern RUN = Pattern.compile("run-(\\d+)");
    private static final Pattern CHECKPOINT = Pattern.compile("chk-(\\d+)");
    private static final int RUNS_KEPT = 2;

    private record Candidate(Path folder, long run, long checkpoint) {}

    private final Path folder;

    public CheckpointFolder(Path folder) {
        this.folder = folder;
    }

    /** The newest checkpoint of any run that is whole; those that are not are said and passed over. */
    public Optional<Path> findNewestValid() throws IOException {
        for (Candidate candidate : candidates()) {
            Optional<String> flaw = CheckpointFlaw.find(candidate.folder());
            if (flaw.isEmpty()) {
                return Optional.of(candidate.folder());
            }
            LOG.warn("Checkpoint {} cannot be used: {}", candidate.folder(), flaw.get());
        }
        return Optional.empty();
    }

    /**
     * Starts a run: its new, empty folder. Runs older than the newest two that hold a whole checkpoint are removed; what
     * a run resumes from it copies, it needs no older files.
     */
    public Path beginRun() throws IOException {
        List<Path> runs = runs();
        long newest = runs.isEmpty() ? 0 : number(RUN, runs.get(0));
        int kept = 0;
        for (Path run : runs) {
            if (kept == RUNS_KEPT) {
                delete(run);
            } else if (holdsValid(run)) {
                kept++;
            }
        }
        Path next = folder.resolve("run-%06d".formatted(newest + 1));
        return Files.createDirectories(next);
    }

    private boolean holdsValid(Path run) throws IOException {
        for (Candidate candidate : candidatesOf(run)) {
            if (CheckpointFlaw.find(candidate.folder()).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private List<Candidate> candidates() throws IOException {
        List<Candidate> candidates = new ArrayList<>();
        for (Path run : runs()) {
            candidates.addAll(candidatesOf(run));
        }
        return candidates;
    }

    /** A run's checkpoints, newest first. */
    private static List<Candidate> candidatesOf(Path run) throws IOException {
        List<Candidate> candidates = new ArrayList<>();
        for (Path job : foldersIn(run)) {
            for (Path checkpoint : foldersIn(job)) {
                if (number(CHECKPOINT, checkpoint) >= 0) {
                    candidates.add(new Candidate(checkpoint, number(RUN, run), number(CHECKPOINT, checkpoint)));
                }
            }
        }
        candidates.sort(Comparator.comparingLong(Candidate::checkpoint).reversed());
        return candidates;
    }

    /** Newest first. */
    private List<Path> runs() throws IOException {
        return foldersIn(folder).stream()
                .filter(run -> number(RUN, run) >= 0)
                .sorted(Comparator.<Path>comparingLong(run -> number(RUN, run)).reversed())
                .toList();
    }

    private static List<Path> foldersIn(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).toList();
        }
    }

    private static long number(Pattern pattern, Path path) {
        Matcher name = pattern.matcher(path.getFileName().toString());
        return name.matches() ? Long.parseLong(name.group(1)) : -1;
    }

    /** Removes a folder and all that is in it. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(CheckpointFolder::deleteOne);
        }
    }

    private static void deleteOne(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

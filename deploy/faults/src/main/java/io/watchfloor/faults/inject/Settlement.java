package io.watchfloor.faults.inject;

import io.watchfloor.acceptance.system.ApiClient;
import io.watchfloor.faults.load.Dispatches;
import io.watchfloor.faults.load.FinalPicture;
import io.watchfloor.faults.report.Tally;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Waits until nothing moves any more and counts what came out. */
final class Settlement {
    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);
    private static final int EXAMPLES = 5;

    private final ApiClient api;
    private final Supplier<Map<String, Integer>> console;

    /** With what a console shows that watched all the time: reports by incident. */
    Settlement(ApiClient api, Supplier<Map<String, Integer>> console) {
        this.api = api;
        this.console = console;
    }

    private record Look(Tally tally, String wrong) {}

    /**
     * Looks until all is well or the time is over; then what is lost stays lost.
     *
     * @throws AssertionError when graph, picture and console still show different things
     */
    Tally await(Set<String> acknowledged, int races) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        Look look = look(acknowledged, races);
        while (!look.wrong().isEmpty() && System.nanoTime() < end) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
            look = look(acknowledged, races);
        }
        if (look.tally() == null || (look.tally().isClean() && !look.wrong().isEmpty())) {
            throw new AssertionError(look.wrong());
        }
        return look.tally();
    }

    private Look look(Set<String> acknowledged, int races) throws InterruptedException {
        try {
            FinalPicture picture = FinalPicture.read(api);
            List<String> missing = picture.missing(acknowledged);
            List<String> doubled = picture.doubled();
            List<String> twice = Dispatches.read(api).sentTwice();
            Tally tally = new Tally(acknowledged.size(), missing.size(), doubled.size(), races, twice.size());
            return new Look(tally, wrong(picture, missing, doubled, twice));
        } catch (IOException e) {
            return new Look(null, "the system does not answer: " + e.getMessage());
        }
    }

    private String wrong(FinalPicture picture, List<String> missing, List<String> doubled, List<String> twice) {
        if (!missing.isEmpty()) {
            return missing.size() + " reports missing, for example " + few(missing);
        }
        if (!doubled.isEmpty()) {
            return doubled.size() + " reports doubled, for example " + few(doubled);
        }
        if (!twice.isEmpty()) {
            return twice.size() + " people sent twice, for example " + few(twice);
        }
        if (!picture.countsInPicture().equals(picture.countsInGraph())) {
            return "picture and graph count differently";
        }
        return console.get().equals(picture.countsInPicture()) ? "" : "the console shows another picture";
    }

    private static List<String> few(List<String> all) {
        return all.stream().limit(EXAMPLES).toList();
    }
}

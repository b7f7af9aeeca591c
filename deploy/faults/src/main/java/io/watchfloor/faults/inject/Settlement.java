package io.watchfloor.faults.inject;

import io.watchfloor.faults.report.Tally;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Waits until nothing moves any more and counts what came out. */
final class Settlement {
    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);
    private static final int EXAMPLES = 5;

    private final Outcome.Source source;
    private final Duration limit;

    /** Looks there, again and again. */
    Settlement(Outcome.Source source) {
        this(source, LIMIT);
    }

    /** Looks there for this long. */
    Settlement(Outcome.Source source, Duration limit) {
        this.source = source;
        this.limit = limit;
    }

    /**
     * What went in.
     *
     * @param acknowledged ids of the reports
     * @param races times two officers tried for the same person at once
     * @param beside reports that a fault put on the intake stream past the gateway
     * @param busForgot whether a fault took from Redis what it knew
     */
    record Given(Set<String> acknowledged, int races, long beside, boolean busForgot) {}

    private record Look(Tally tally, String wrong) {}

    /**
     * Looks until all is well or the time is over; then what is lost stays lost.
     *
     * @throws AssertionError when graph, picture, console and ledger still tell different things
     */
    Tally await(Given given) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        Look look = look(given);
        while (!look.wrong().isEmpty() && System.nanoTime() < end) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
            look = look(given);
        }
        if (look.tally() == null || (look.tally().isClean() && !look.wrong().isEmpty())) {
            throw new AssertionError(look.wrong());
        }
        return look.tally();
    }

    private Look look(Given given) throws InterruptedException {
        try {
            Outcome seen = source.read();
            List<String> missing = seen.picture().missing(given.acknowledged());
            List<String> doubled = seen.picture().doubled();
            List<String> twice = seen.dispatches().sentTwice();
            Tally tally =
                    new Tally(given.acknowledged().size(), missing.size(), doubled.size(), given.races(), twice.size());
            return new Look(tally, wrong(seen, given, missing, doubled, twice));
        } catch (IOException e) {
            return new Look(null, "the system does not answer: " + e.getMessage());
        }
    }

    private static String wrong(
            Outcome seen, Given given, List<String> missing, List<String> doubled, List<String> twice) {
        if (!missing.isEmpty()) {
            return missing.size() + " reports missing, for example " + few(missing);
        }
        if (!doubled.isEmpty()) {
            return doubled.size() + " reports doubled, for example " + few(doubled);
        }
        if (!twice.isEmpty()) {
            return twice.size() + " people sent twice, for example " + few(twice);
        }
        if (!seen.picture().countsInPicture().equals(seen.picture().countsInGraph())) {
            return "picture and graph count differently";
        }
        if (!seen.console().equals(seen.picture().countsInPicture())) {
            return "the console shows another picture";
        }
        return seen.stages().wrong(truth(seen, given));
    }

    private static Stages.Truth truth(Outcome seen, Given given) {
        return new Stages.Truth(
                seen.picture().incidentsByReport().size(),
                seen.picture().countsInPicture().values().stream()
                        .mapToLong(Integer::longValue)
                        .sum(),
                given.beside(),
                given.busForgot());
    }

    private static List<String> few(List<String> all) {
        return all.stream().limit(EXAMPLES).toList();
    }
}

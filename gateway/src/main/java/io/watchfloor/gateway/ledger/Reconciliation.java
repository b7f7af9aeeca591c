package io.watchfloor.gateway.ledger;

import java.time.Instant;

/**
 * One comparison of the journal with the graph.
 *
 * @param state {@code none}, {@code running}, {@code done} or {@code failed}
 * @param since reports received from then on were compared; null while there was none
 * @param startedAt when it began; null while there was none
 * @param finishedAt when it ended; null until then
 * @param compared records of the journal that were compared
 * @param torn records of the journal that could not be read
 * @param missing of these the graph did not have
 * @param lostBeforeStream of the missing the streams had never heard, or had forgotten
 * @param fedAgain how many were put on their stream again; the pipeline drops or files again what it knows
 * @param failure why it failed; null otherwise
 */
public record Reconciliation(
        String state,
        Instant since,
        Instant startedAt,
        Instant finishedAt,
        long compared,
        long torn,
        long missing,
        long lostBeforeStream,
        long fedAgain,
        String failure) {
    /** Before the first. */
    public static final Reconciliation NONE = new Reconciliation("none", null, null, null, 0, 0, 0, 0, 0, null);

    static Reconciliation begun(Instant since, Instant now) {
        return new Reconciliation("running", since, now, null, 0, 0, 0, 0, 0, null);
    }

    Reconciliation more(int comparedMore, int missingMore, int unheardMore) {
        return new Reconciliation(
                state,
                since,
                startedAt,
                null,
                compared + comparedMore,
                torn,
                missing + missingMore,
                lostBeforeStream + unheardMore,
                fedAgain + missingMore,
                null);
    }

    Reconciliation ended(Instant now, long tornLines, String failed) {
        return new Reconciliation(
                failed == null ? "done" : "failed",
                since,
                startedAt,
                now,
                compared,
                tornLines,
                missing,
                lostBeforeStream,
                fedAgain,
                failed);
    }
}

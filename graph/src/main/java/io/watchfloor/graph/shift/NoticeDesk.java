package io.watchfloor.graph.shift;

import io.watchfloor.contract.Notice;
import io.watchfloor.graph.connection.GraphTransactions;
import io.watchfloor.graph.connection.GraphUnavailableException;
import io.watchfloor.graph.decision.Asked;
import io.watchfloor.graph.decision.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * Messages from the floor to people in a part of the map, and who has confirmed them. Each call that changes something is one
 * transaction with its row in the audit log, refusals included, and what it comes to is published.
 *
 * @implSpec every method throws {@link GraphUnavailableException} when the graph cannot be reached
 */
public interface NoticeDesk {
    /** On the graph that these transactions reach. */
    static NoticeDesk on(GraphTransactions transactions, Clock clock, Asked asked) {
        return new GraphNoticeDesk(transactions, clock, asked);
    }

    /** So long a message stands; who has not confirmed by then is not asked any more. */
    Duration STANDS = Duration.ofHours(12);

    /** More people are not told by one message. */
    int MOST_PEOPLE = 500;

    /** More messages at once nobody reads. */
    int MOST_STANDING = 50;

    /**
     * Tells people something.
     *
     * @param personIds who is told; whoever is not of the district is left out
     */
    Outcome<Notice> send(String world, String text, Collection<String> personIds, String actor);

    /** Somebody has read it. Again changes nothing and succeeds. */
    Outcome<Notice> confirm(String world, String noticeId, String personId, String actor);

    /** Messages that stand, the newest first. */
    List<Notice> list(String world);
}

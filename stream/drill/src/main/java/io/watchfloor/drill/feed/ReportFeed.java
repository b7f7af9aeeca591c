package io.watchfloor.drill.feed;

import io.watchfloor.drill.gateway.Answer;
import io.watchfloor.drill.gateway.BackOff;
import io.watchfloor.drill.gateway.GatewayClient;
import io.watchfloor.drill.scenario.Scenario;
import io.watchfloor.drill.scenario.Submission;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a scenario's reports to the gateway as they fall due. A batch that was not taken is sent again as it is: its
 * ids make a second copy harmless. While the gateway is away at most {@link #MOST_WAITING} reports wait, the oldest give
 * way. Runs on one thread.
 */
public final class ReportFeed implements Runnable {
    /** Reports that wait at most. */
    static final int MOST_WAITING = 500;

    private static final Logger LOG = LoggerFactory.getLogger(ReportFeed.class);
    private static final int MOST_IN_BATCH = 100;
    private static final Duration LOOK_EVERY = Duration.ofMillis(400);
    private static final Duration SLEPT = Duration.ofMinutes(2);
    private static final String ACTOR = "simulated-feed";

    private final Scenario scenario;
    private final GatewayClient gateway;
    private final Clock clock;
    private final Deque<String> waiting = new ArrayDeque<>();
    private final BackOff backOff = new BackOff();
    private Instant upTo;
    private long sent;
    private long givenUp;

    /** A feed that starts with what is due from {@code start} on. */
    public ReportFeed(Scenario scenario, GatewayClient gateway, Clock clock, Instant start) {
        this.scenario = scenario;
        this.gateway = gateway;
        this.clock = clock;
        this.upTo = start;
    }

    /** Sends until its thread is interrupted. */
    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(sendDue().toMillis());
            }
        } catch (InterruptedException e) {
            LOG.info("feed stopped: {} reports sent, {} given up", sent, givenUp);
        }
    }

    /** Sends one batch of what is due, and says how long to wait before the next look. */
    Duration sendDue() {
        collectDue();
        if (waiting.isEmpty()) {
            return LOOK_EVERY;
        }
        List<String> batch = waiting.stream().limit(MOST_IN_BATCH).toList();
        Answer answer = batch.size() == 1
                ? gateway.post("/reports", GatewayClient.JSON, batch.get(0), ACTOR)
                        .join()
                : gateway.post("/reports", GatewayClient.LINES, String.join("\n", batch) + "\n", ACTOR)
                        .join();
        if (answer.isWorthRetrying()) {
            return longer(backOff.afterFailure(), answer.retryAfter());
        }
        backOff.reset();
        for (int i = 0; i < batch.size(); i++) {
            waiting.removeFirst();
        }
        sent += batch.size();
        return waiting.isEmpty() ? LOOK_EVERY : Duration.ZERO;
    }

    /** After a long sleep of the whole machine the past is not made up for. */
    private void collectDue() {
        Instant now = clock.instant();
        Instant from = upTo.isBefore(now.minus(SLEPT)) ? now.minus(SLEPT) : upTo;
        for (Submission submission : scenario.between(from, now)) {
            waiting.addLast(submission.line());
            if (waiting.size() > MOST_WAITING) {
                waiting.removeFirst();
                givenUp++;
            }
        }
        upTo = now;
    }

    /** Reports that wait to be sent, oldest first. */
    List<String> waiting() {
        return new ArrayList<>(waiting);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}

package io.watchfloor.faults.inject;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.contract.Channels;
import io.watchfloor.contract.Ids;
import io.watchfloor.contract.MessageCodec;
import io.watchfloor.contract.MessageKind;
import io.watchfloor.contract.Report;
import io.watchfloor.contract.ReportKind;
import io.watchfloor.contract.World;
import io.watchfloor.faults.load.FinalPicture;
import io.watchfloor.testbed.Scene.Spot;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.XAddParams;

/**
 * A feed that falls silent (17). How much is usual takes days to learn, so four days of two feeds are put on the intake
 * stream before, received when they would have been; then one of them stops, and the other goes on up to now.
 */
final class SilentFeed {
    private static final String FEED = "hotline";
    private static final String OTHER = "app";
    private static final Duration KNOWN = Duration.ofDays(4);
    private static final Duration SILENT = Duration.ofMinutes(80);
    private static final Duration BETWEEN = Duration.ofMinutes(1);
    private static final int PAGE = 500;

    private SilentFeed() {}

    /** Puts the days before on the stream, and waits until they are in the picture. */
    static void remember(Bench bench) throws IOException {
        Instant now = Instant.now();
        int put = 0;
        try (RedisClient redis = bench.parts().redis()) {
            AbstractPipeline pipeline = redis.pipelined();
            for (Instant at = now.minus(KNOWN); at.isBefore(now); at = at.plus(BETWEEN)) {
                String source = put % 2 == 0 && at.isBefore(now.minus(SILENT)) ? FEED : OTHER;
                Spot spot = bench.spots().get(put % bench.spots().size());
                put(pipeline, report(source, put++, at, spot));
                if (put % PAGE == 0) {
                    pipeline.sync();
                }
            }
            pipeline.close();
        }
        bench.putBeside(put);
        int all = put;
        await("four days are in the picture")
                .atMost(Bench.RECOVERY)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> FinalPicture.countReports(bench.api()) >= all);
    }

    private static void put(AbstractPipeline pipeline, Report report) {
        pipeline.xadd(
                Channels.intake(World.LIVE, 0),
                XAddParams.xAddParams(),
                Map.of(
                        Channels.KIND_FIELD, MessageKind.REPORT.wireName(),
                        Channels.MESSAGE_FIELD, MessageCodec.encode(report)));
    }

    private static Report report(String source, int number, Instant at, Spot spot) {
        String sourceId = "before-" + number;
        return new Report(
                World.LIVE,
                Ids.report(World.LIVE, source, sourceId),
                source,
                sourceId,
                ReportKind.CALL,
                "noise",
                "夜间噪声",
                at,
                at,
                spot.lat(),
                spot.lon(),
                null,
                null);
    }

    /** The alert names the feed, and says how long it has been silent. */
    static String run(Bench bench) {
        long since = System.nanoTime();
        await("an alert about the silent feed")
                .atMost(Bench.RECOVERY)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> findAlert(bench).isPresent());
        long seenMillis = Bench.millisSince(since);
        try {
            JsonNode alert = findAlert(bench).orElseThrow();
            return "alert level " + alert.get("level").asText() + " of '" + FEED + "' on the picture " + seenMillis
                    + " ms after the load began, the feed's last report "
                    + SILENT.toMinutes() + " min old: " + alert.get("reasonEn").asText();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("the alert is gone again", e);
        }
    }

    private static Optional<JsonNode> findAlert(Bench bench) throws IOException, InterruptedException {
        for (JsonNode alert : bench.api().get("/alerts").get("alerts")) {
            boolean about =
                    List.of(FEED).toString().equals(textsOf(alert.path("words")).toString());
            if (alert.path("alertKind").asText().equalsIgnoreCase("feed") && about) {
                return Optional.of(alert);
            }
        }
        return Optional.empty();
    }

    private static List<String> textsOf(JsonNode words) {
        List<String> texts = new ArrayList<>();
        words.forEach(word -> texts.add(word.asText()));
        return texts;
    }
}

package io.watchfloor.gateway;

import static io.watchfloor.gateway.RunningGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a phone asks again and tells later, and its photos, on a real graph and a real Redis. */
class AskedOnceIT {
    @TempDir
    private static Path photos;

    private static Graph graph;
    private static RealRedis redis;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        graph = SampleDistrict.open();
        redis = new RealRedis();
        PlayedPipeline pipeline = new PlayedPipeline(redis);
        gateway = new RunningGateway(
                redis, ForkedGraph.shared().settings().uri(), Map.of("WATCHFLOOR_PHOTO_FOLDER", photos.toString()));
        pipeline.awaitReady(gateway);
        pipeline.open(gateway, "I-STEPS", "I-NOTES", "I-PHOTOS", "I-LATE", "I-FULL");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        graph.close();
        redis.close();
    }

    @Test
    void shouldWriteANoteOnceHoweverOftenAndAtOnceItIsSent() {
        String key = UUID.randomUUID().toString();
        List<CompletableFuture<HttpResponse<String>>> sent = IntStream.range(0, 8)
                .mapToObj(i -> gateway.http()
                        .sendAsync(
                                asked("/incidents/I-NOTES/notes", key, "{\"text\":\"门锁已换\"}")
                                        .build(),
                                BodyHandlers.ofString()))
                .toList();
        List<String> answers = sent.stream()
                .map(CompletableFuture::join)
                .peek(answer -> assertThat(answer.statusCode()).isEqualTo(200))
                .map(answer -> json(answer).get("id").asText())
                .distinct()
                .toList();

        assertThat(answers).hasSize(1);
        assertThat(actions("I-NOTES")).containsExactly("note");
    }

    @Test
    void shouldRefuseAKeyThatWasUsedForSomethingElse() {
        String key = UUID.randomUUID().toString();
        post("/incidents/I-LATE/notes", key, "{\"text\":\"一\"}");

        HttpResponse<String> reused = post("/incidents/I-LATE/notes", key, "{\"text\":\"二\"}");

        assertThat(reused.statusCode()).isEqualTo(422);
        assertThat(json(reused).get("type").asText()).endsWith(":key-reused");
        assertThat(post("/incidents/I-LATE/notes", "short", "{\"text\":\"三\"}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void shouldKeepWhenAStepHappenedBesideWhenItArrived() {
        HttpResponse<String> sent = post("/incidents/I-STEPS/assignments", null, "{\"personId\":\"P-001\"}");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        String id = json(sent).get("id").asText();
        String key = UUID.randomUUID().toString();
        Instant before = Instant.now().minus(Duration.ofMinutes(7)).truncatedTo(ChronoUnit.MILLIS);
        String body = "{\"happenedAt\":\"" + before + "\"}";

        HttpResponse<String> accepted = post("/assignments/" + id + "/accept", key, body);
        HttpResponse<String> again = post("/assignments/" + id + "/accept", key, body);

        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(accepted.body());
        JsonNode assignment = json(accepted);
        assertThat(assignment.get("acceptedAt")).as("not before it was offered").isEqualTo(assignment.get("offeredAt"));
        assertThat(timeline("I-STEPS"))
                .filteredOn(entry -> entry.get("action").asText().equals("accept"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.get("happenedAt").asText()).isEqualTo(before.toString()));

        HttpResponse<String> recalled = post("/assignments/" + id + "/recall", null, "{}");
        assertThat(recalled.statusCode()).isEqualTo(200);
        String late = UUID.randomUUID().toString();
        HttpResponse<String> overtaken = post("/assignments/" + id + "/arrive", late, body);
        assertThat(overtaken.statusCode()).isEqualTo(409);
        assertThat(post("/assignments/" + id + "/arrive", late, body).body()).isEqualTo(overtaken.body());
        assertThat(graph.auditLog().verify("live").brokenAt()).isNull();
    }

    @Test
    void shouldRefuseWhatHappenedTooLongAgoOrIsStillToCome() {
        for (Duration away : List.of(Duration.ofHours(-25), Duration.ofMinutes(5))) {
            String body = "{\"text\":\"x\",\"happenedAt\":\"" + Instant.now().plus(away) + "\"}";
            assertThat(post("/incidents/I-LATE/notes", null, body).statusCode()).isEqualTo(400);
        }
        assertThat(post("/incidents/I-LATE/notes", null, "{\"text\":\"x\",\"happenedAt\":\"soon\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void shouldKeepAPhotosPixelsAndNothingElse() throws Exception {
        byte[] jpeg = withComment(picture(2_400, 1_200, Color.ORANGE, "jpeg"), "30.28,120.28 secret");
        HttpResponse<String> added = photo("I-PHOTOS", "image/jpeg", jpeg);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        String id = json(added).get("id").asText();
        assertThat(json(photo("I-PHOTOS", "image/jpeg", jpeg)).get("id").asText())
                .isEqualTo(id);

        HttpResponse<byte[]> got = bytes("/photos/" + id, null);
        assertThat(got.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(got.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(got.headers().firstValue("Content-Disposition")).contains("inline; filename=\"" + id + ".jpg\"");
        String tag = got.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).startsWith("\"");
        assertThat(bytes("/photos/" + id, tag).statusCode()).isEqualTo(304);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(got.body()));
        assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(1_600, 800);
        assertThat(new String(got.body(), StandardCharsets.ISO_8859_1)).doesNotContain("secret");
        BufferedImage small = ImageIO.read(
                new ByteArrayInputStream(bytes("/photos/" + id + "/small", null).body()));
        assertThat(small.getWidth()).isEqualTo(320);

        assertThat(json(gateway.get("/api/v1/incidents/I-PHOTOS/photos")).get("photos"))
                .hasSize(1);
        assertThat(actions("I-PHOTOS")).containsExactly("photo");
        Awaitility.await().untilAsserted(() -> assertThat(json(gateway.get("/api/v1/incidents/I-PHOTOS"))
                        .get("incident")
                        .get("photos")
                        .asInt())
                .isEqualTo(1));
        try (Stream<Path> kept = Files.walk(photos)) {
            assertThat(kept.filter(Files::isRegularFile).map(Path::toString)).noneMatch(name -> name.contains("half-"));
        }
    }

    @Test
    void shouldRefuseWhatIsNoPhoto() throws Exception {
        byte[] png = picture(20, 20, Color.BLUE, "png");
        byte[] cut = java.util.Arrays.copyOf(picture(400, 400, Color.RED, "jpeg"), 300);
        assertThat(photo("I-FULL", "image/jpeg", "<html>".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(400);
        assertThat(photo("I-FULL", "image/jpeg", java.util.Arrays.copyOf(cut, 60))
                        .statusCode())
                .isEqualTo(400);
        assertThat(photo("I-FULL", "image/jpeg", new byte[0]).statusCode()).isEqualTo(400);
        assertThat(photo("I-FULL", "image/svg+xml", png).statusCode()).isEqualTo(415);
        assertThat(photo("I-FULL", "image/png", new byte[6 * 1024 * 1024]).statusCode())
                .isEqualTo(413);
        assertThat(photo("I-NONE", "image/png", png).statusCode()).isEqualTo(404);
        assertThat(photo("I-FULL", "image/png", png).statusCode()).isEqualTo(201);
        assertThat(gateway.get("/api/v1/photos/P-NONE").statusCode()).isEqualTo(404);
    }

    private static byte[] picture(int width, int height, Color color, String format) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(color);
        pen.fillOval(0, 0, width, height);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /** A comment segment right after the start of the picture. */
    private static byte[] withComment(byte[] jpeg, String comment) {
        byte[] words = comment.getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(0xFF);
        out.write(0xFE);
        out.write((words.length + 2) >> 8);
        out.write((words.length + 2) & 0xFF);
        out.writeBytes(words);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private static HttpResponse<String> photo(String incidentId, String type, byte[] body) {
        return gateway.post("/api/v1/incidents/" + incidentId + "/photos", type, body);
    }

    private static HttpResponse<byte[]> bytes(String path, String tag) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.address("/api/v1" + path)).timeout(Duration.ofSeconds(10));
        if (tag != null) {
            request.header("If-None-Match", tag);
        }
        return gateway.http().send(RunningGateway.authorized(request).build(), BodyHandlers.ofByteArray());
    }

    private static JsonNode timeline(String incidentId) {
        return json(gateway.get("/api/v1/incidents/" + incidentId)).get("timeline");
    }

    private static List<String> actions(String incidentId) {
        return timeline(incidentId).findValuesAsText("action");
    }

    private static HttpRequest.Builder asked(String path, String key, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.address("/api/v1" + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return RunningGateway.authorized(key == null ? request : request.header("Idempotency-Key", key));
    }

    private static HttpResponse<String> post(String path, String key, String body) {
        return gateway.send(asked(path, key, body));
    }
}

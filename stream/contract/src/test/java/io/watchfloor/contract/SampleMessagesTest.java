package io.watchfloor.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.contract.dispatch.Candidates;
import io.watchfloor.contract.live.LiveMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleMessagesTest {
    @ParameterizedTest
    @EnumSource(MessageKind.class)
    void everyKindHasASampleThatSurvivesARoundTripUnchanged(MessageKind kind) throws IOException {
        String sample = sample(kind.wireName());

        Object message = MessageCodec.decode(sample);

        assertThat(message).isInstanceOf(kind.type());
        assertThat(tree(MessageCodec.encode(message))).isEqualTo(tree(sample));
    }

    @Test
    void looksForDuplicateKeysOnlyInWhatOthersMayHaveWritten() throws IOException {
        Object message = MessageCodec.decode(sample(MessageKind.POSITION.wireName()));
        String written = MessageCodec.encode(message);
        String twice = written.substring(0, written.length() - 1) + ",\"later\":1,\"later\":2}";

        assertThat(MessageCodec.decode(twice.getBytes(StandardCharsets.UTF_8))).isEqualTo(message);
        assertThatThrownBy(() -> MessageCodec.decode(twice)).hasMessageContaining("Duplicate");
    }

    @ParameterizedTest
    @EnumSource(MessageKind.class)
    void everyKindIsTheSameInUtf8AndWhereverItsKindStands(MessageKind kind) throws IOException {
        Object message = MessageCodec.decode(sample(kind.wireName()));
        byte[] utf8 = MessageCodec.encodeUtf8(message);
        String head = "\"kind\":\"" + kind.wireName() + "\",\"v\":" + kind.version();
        String encoded = MessageCodec.encode(message);
        String kindLast = "{" + encoded.substring(head.length() + 2, encoded.length() - 1) + "," + head + "}";

        assertThat(new String(utf8, StandardCharsets.UTF_8)).isEqualTo(encoded).startsWith("{" + head);
        assertThat(MessageCodec.decode(utf8)).isEqualTo(message);
        assertThat(MessageCodec.decode(kindLast)).isEqualTo(message);
        assertThat(MessageCodec.decode((" " + kindLast).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"live-snapshot", "live-delta", "live-heartbeat"})
    void liveMessagesSurviveARoundTripUnchanged(String name) throws IOException {
        LiveMessage message = Json.mapper().readValue(sample(name), LiveMessage.class);

        assertThat(message.v()).isEqualTo(LiveMessage.VERSION);
        assertThat(tree(Json.mapper().writeValueAsString(message))).isEqualTo(tree(sample(name)));
    }

    @Test
    void candidatesSurviveARoundTripUnchanged() throws IOException {
        Candidates candidates = Json.mapper().readValue(sample("candidates"), Candidates.class);

        assertThat(tree(Json.mapper().writeValueAsString(candidates))).isEqualTo(tree(sample("candidates")));
    }

    @Test
    void aFieldFromANewerWriterIsIgnored() throws IOException {
        String newer = sample("position").replaceFirst("\"personId\"", "\"signalDecibels\": 80, \"personId\"");

        assertThat(MessageCodec.decode(newer, Position.class).personId()).isEqualTo("P-017");
    }

    static Stream<String> unreadable() {
        return Stream.of(
                "",
                "{",
                "[]",
                "{\"kind\":\"gossip\",\"v\":1}",
                "{\"kind\":\"position\",\"v\":2}",
                "{\"kind\":\"position\"}",
                "{\"kind\":\"position\",\"v\":1,\"lat\":\"north\",\"lon\":1}",
                "{\"kind\":\"position\",\"v\":1,\"v\":1}",
                "{\"kind\":\"position\",\"v\":1,\"x\":" + "[".repeat(100) + "]".repeat(100) + "}");
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.MethodSource("unreadable")
    void whatCannotBeReadIsSaidSo(String json) {
        assertThatThrownBy(() -> MessageCodec.decode(json)).isInstanceOf(MalformedMessageException.class);
        if (!json.contains("\"v\":1,\"v\"")) {
            assertThatThrownBy(() -> MessageCodec.decode(json.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(MalformedMessageException.class);
        }
    }

    @Test
    void anotherKindThanExpectedIsSaidSo() throws IOException {
        String position = sample("position");

        assertThatThrownBy(() -> MessageCodec.decode(position, Report.class))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("expected Report");
    }

    private static JsonNode tree(String json) throws IOException {
        return Json.mapper().readTree(json);
    }

    private static String sample(String name) throws IOException {
        try (InputStream in = SampleMessagesTest.class.getResourceAsStream("/samples/" + name + ".json")) {
            assertThat(in).as("samples/%s.json", name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

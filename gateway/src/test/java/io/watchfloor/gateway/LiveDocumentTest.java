package io.watchfloor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.gateway.picture.MapView;
import io.watchfloor.gateway.push.ConsoleMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples of both directions, the ones that the console's tests read too, against the AsyncAPI document. */
class LiveDocumentTest {
    private static final Path SAMPLES = Path.of("../stream/contract/samples");
    private static final LiveDocument DOCUMENT = LiveDocument.read();

    static Stream<String> messages() {
        return Stream.concat(
                DOCUMENT.messagesOf("tellThePicture").stream(), DOCUMENT.messagesOf("hearTheConsole").stream());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyMessageHasASampleThatIsAsTheDocumentSays(String name) throws IOException {
        assertThat(DOCUMENT.faults(sample(name))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"gossip\"}",
                "{\"kind\":\"ping\",\"at\":3}",
                "{\"kind\":\"view\",\"box\":[1,2,3]}",
                "{\"kind\":\"heartbeat\",\"v\":1,\"world\":\"live\",\"seq\":\"7\",\"asOf\":\"2026-03-01T08:00:00Z\"}",
                "{\"kind\":\"snapshot\",\"v\":1,\"world\":\"live\",\"seq\":\"7-0\",\"asOf\":\"2026-03-01T08:00:00Z\"}",
                "{\"kind\":\"delta\",\"v\":1,\"world\":\"live\",\"seq\":\"7-0\",\"asOf\":\"2026-03-01T08:00:00Z\",\"x\":1}",
                "{\"kind\":\"delta\",\"v\":1,\"world\":\"live\",\"seq\":\"7-0\",\"asOf\":\"2026-03-01T08:00:00Z\","
                        + "\"incidents\":[{\"id\":\"I-1\"}]}"
            })
    void whatIsNotAsItSaysIsFound(String message) {
        assertThat(DOCUMENT.faults(message)).isNotEmpty();
    }

    @Test
    void theGatewayUnderstandsWhatAConsoleSends() throws IOException {
        assertThat(ConsoleMessage.read(sample("ping"))).isEqualTo(new ConsoleMessage(null, null, null));
        assertThat(ConsoleMessage.read(sample("view")).view()).isEqualTo(new MapView(121.46, 31.22, 121.49, 31.25));
        assertThat(ConsoleMessage.read("{\"kind\":\"view\"}").view()).isEqualTo(MapView.EVERYTHING);
        assertThat(ConsoleMessage.read("{\"kind\":\"view\",\"area\":\"A-1\"}").area())
                .isEqualTo("A-1");
        for (String box : List.of("[1,2,3]", "[5,1,4,2]", "[\"a\",1,2,3]", "7", "[1,2,3,91]")) {
            assertThat(ConsoleMessage.read("{\"kind\":\"view\",\"box\":" + box + "}")
                            .problem())
                    .as(box)
                    .isNotNull();
        }
    }

    private static String sample(String name) throws IOException {
        return Files.readString(SAMPLES.resolve("live-" + name + ".json"));
    }
}

package io.watchfloor.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchfloor.contract.OwnCertificate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a certificate of its own the gateway speaks https and wss, and nothing else. */
class TlsIT {
    private static final int LONGEST_SECONDS = 20;

    @TempDir
    static Path folder;

    private static RealRedis redis;
    private static RunningGateway gateway;
    private static HttpClient http;

    @BeforeAll
    static void start() throws Exception {
        OwnCertificate own = OwnCertificate.make(folder, OwnCertificate.LOOPBACK);
        redis = new RealRedis();
        gateway = new RunningGateway(
                redis,
                Map.of(
                        "WATCHFLOOR_TLS_CERTIFICATE", own.certificate().toString(),
                        "WATCHFLOOR_TLS_KEY", own.key().toString()));
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(own.trusting())
                .build();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        redis.close();
    }

    @Test
    @DisplayName("ASVS 12.2.1, 3.4.1: https with HSTS for at least a year")
    void answersOverHttps() throws Exception {
        HttpRequest request = RunningGateway.authorized(HttpRequest.newBuilder(address("https", "/api/v1/picture")))
                .build();

        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Strict-Transport-Security").orElseThrow())
                .startsWith("max-age=63072000");
    }

    @Test
    @DisplayName("ASVS 12.2.1: nothing is answered in the clear on that port")
    void answersNothingInTheClear() {
        HttpRequest request = RunningGateway.authorized(HttpRequest.newBuilder(address("http", "/api/v1/picture")))
                .build();

        assertThatThrownBy(() -> http.send(request, HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }

    @Test
    @DisplayName("ASVS 3.5: a page of the same name that came in the clear may change nothing")
    void doesNotTrustItsOwnNameInTheClear() throws Exception {
        assertThat(signOutFrom("http").body()).contains("foreign-origin");
        assertThat(signOutFrom("https").body()).doesNotContain("foreign-origin");
    }

    private static HttpResponse<String> signOutFrom(String scheme) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address("https", "/api/v1/session"))
                .header("Origin", address(scheme, "").toString())
                .DELETE()
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    @DisplayName("ASVS 12.3.2: a client that does not know the certificate does not get through")
    void isNotTrustedByWhoeverDoesNotKnowIt() {
        HttpRequest request = HttpRequest.newBuilder(address("https", "/")).build();

        assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()))
                .isInstanceOf(SSLException.class);
    }

    @Test
    @DisplayName("ASVS 4.4.1: the live socket is wss")
    void servesTheLiveSocketEncrypted() throws Exception {
        CompletableFuture<String> first = new CompletableFuture<>();
        WebSocket socket = http.newWebSocketBuilder()
                .header("Authorization", "Bearer " + RunningGateway.KEY)
                .buildAsync(address("wss", "/api/v1/live"), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
                        first.complete(data.toString());
                        return null;
                    }
                })
                .get(LONGEST_SECONDS, TimeUnit.SECONDS);

        assertThat(first.get(LONGEST_SECONDS, TimeUnit.SECONDS)).contains("\"kind\"");
        socket.abort();
    }

    private static URI address(String scheme, String path) {
        return URI.create(scheme + "://localhost:" + gateway.verticle().port() + path);
    }
}

package io.watchfloor.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.watchfloor.contract.OwnCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway whose certificate speaks of another name than 127.0.0.1 is reached; one with another certificate is not. */
class DoorTest {
    /** Of no machine that there is. */
    private static final List<String> ELSEWHERE = List.of("-dname", "CN=watchfloor.example");

    @TempDir
    Path folder;

    private HttpsServer server;
    private OwnCertificate own;

    @BeforeEach
    void serve() throws Exception {
        own = OwnCertificate.make(folder.resolve("own"), ELSEWHERE);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(own.showing()));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void shouldReachTheGatewayThatHasThisCertificate() throws Exception {
        assertThat(Readiness.isServed(Door.trusting(own.certificate()), address()))
                .isTrue();
    }

    @Test
    void shouldNotTrustAnother() throws Exception {
        OwnCertificate another = OwnCertificate.make(folder.resolve("another"), ELSEWHERE);

        assertThat(Readiness.isServed(Door.trusting(another.certificate()), address()))
                .isFalse();
        assertThat(Readiness.isServed(Door.open(), address())).isFalse();
    }

    @Test
    void shouldSayThatAFileIsNoCertificate() throws IOException {
        Path file = Files.writeString(folder.resolve("none.pem"), "nothing of the kind");

        assertThatThrownBy(() -> Door.trusting(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is no certificate");
    }

    private URI address() {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/");
    }
}

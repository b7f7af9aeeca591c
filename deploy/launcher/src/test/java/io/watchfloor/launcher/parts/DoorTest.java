package io.watchfloor.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway whose certificate speaks of another name than 127.0.0.1 is reached; one with another certificate is not. */
class DoorTest {
    private static final char[] PASSWORD = "only for this test".toCharArray();

    @TempDir
    Path folder;

    private HttpsServer server;
    private KeyStore keys;

    @BeforeEach
    void serve() throws Exception {
        keys = make("own");
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
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
        assertThat(Readiness.isServed(Door.trusting(pem(keys)), address())).isTrue();
    }

    @Test
    void shouldNotTrustAnother() throws Exception {
        assertThat(Readiness.isServed(Door.trusting(pem(make("another"))), address()))
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

    private Path pem(KeyStore store) throws Exception {
        byte[] content = store.getCertificate("gateway").getEncoded();
        return Files.writeString(
                folder.resolve(System.nanoTime() + ".pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                                .encodeToString(content)
                        + "\n-----END CERTIFICATE-----\n");
    }

    private KeyStore make(String name) throws Exception {
        Path file = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "gateway",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=watchfloor.example",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        KeyStore made = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            made.load(in, PASSWORD);
        }
        return made;
    }
}

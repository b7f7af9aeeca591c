package io.watchfloor.acceptance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No secret lies among what people wrote. */
class NoSecretsTest {
    private static final long LARGEST_BYTES = 4L * 1024 * 1024;

    /** What keys and tokens look like, and values of settings that are secrets. */
    private static final Pattern SECRET = Pattern.compile(
            "-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\\s*[A-Za-z0-9+/]{40}"
                    + "|\\bAKIA[0-9A-Z]{16}\\b"
                    + "|\\bgh[pousr]_[A-Za-z0-9]{36}\\b"
                    + "|\\bxox[abprs]-[A-Za-z0-9-]{20,}"
                    + "|WATCHFLOOR_(?:GRAPH_PASSWORD|ACCESS_KEY|FIRST_SECRET|OIDC_CLIENT_SECRET)[=:] *[\"']?[A-Za-z0-9+/_-]{8,}");

    @Test
    @DisplayName("ASVS 13.3.1: no secret is in the repository")
    void shouldHaveNoSecretInAnyFile() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : Sources.list()) {
            if (Files.size(file) <= LARGEST_BYTES && holdsSecret(Files.readString(file, StandardCharsets.ISO_8859_1))) {
                found.add(file.toString());
            }
        }

        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WATCHFLOOR_GRAPH_" + "PASSWORD=correct-horse",
                "WATCHFLOOR_ACCESS_" + "KEY: \"0123456789abcdef\"",
                "AKIA" + "ABCDEFGHIJKLMNOP",
                "-----BEGIN " + "PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEA"
            })
    void shouldKnowOneWhenItSeesIt(String text) {
        assertThat(holdsSecret(text)).isTrue();
    }

    private static boolean holdsSecret(String text) {
        return SECRET.matcher(text).find();
    }
}

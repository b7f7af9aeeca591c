package io.watchfloor.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeCodesTest {
    /** Appendix B of RFC 6238; its codes have eight digits, of which six are the last. */
    @ParameterizedTest
    @CsvSource({
        "59,287082",
        "1111111109,081804",
        "1111111111,050471",
        "1234567890,005924",
        "2000000000,279037",
        "20000000000,353130"
    })
    @DisplayName("ASVS 6.5.1: codes are those of RFC 6238")
    void shouldShowWhatTheStandardSays(long seconds, String code) {
        byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        assertThat(TimeCodes.code(secret, seconds / 30)).isEqualTo(code);
    }

    @Test
    void shouldTakeACodeOfAStepBeforeOrAfterAndNoOther() {
        String secret = TimeCodes.newSecret();
        Instant now = Instant.parse("2026-03-01T12:00:10Z");
        long step = now.getEpochSecond() / 30;
        for (long off = -3; off <= 3; off++) {
            String code = TimeCodes.codeAt(secret, now.plusSeconds(30 * off));
            boolean near = Math.abs(off) <= 1;
            assertThat(TimeCodes.stepOf(secret, code, now).isPresent())
                    .as(off + " steps off")
                    .isEqualTo(near);
        }
        assertThat(TimeCodes.stepOf(secret, TimeCodes.codeAt(secret, now), now)).hasValue(step);
        assertThat(TimeCodes.stepOf(secret, "12345", now)).isEmpty();
        assertThat(TimeCodes.stepOf(secret, null, now)).isEmpty();
    }

    @Test
    void shouldTellAnAuthenticatorEverything() {
        assertThat(TimeCodes.uri("ABC", "王值班", "Watchfloor"))
                .isEqualTo("otpauth://totp/Watchfloor:%E7%8E%8B%E5%80%BC%E7%8F%AD?secret=ABC&issuer=Watchfloor"
                        + "&algorithm=SHA1&digits=6&period=30");
        assertThat(TimeCodes.newSecret()).matches("[A-Z2-7]{32}").isNotEqualTo(TimeCodes.newSecret());
    }
}

package io.watchfloor.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SecretsTest {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @Test
    @DisplayName("ASVS 7.2.3: a session's token has at least 128 random bits")
    void shouldDrawTokensNobodyGuesses() {
        String token = Secrets.token();
        assertThat(Base64.getUrlDecoder().decode(token)).hasSize(32);
        assertThat(token).isNotEqualTo(Secrets.token());
        assertThat(Secrets.hash("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void shouldHashPasswordsAndKnowThemAgain() {
        String kept = Passwords.encode("一二三四五六七八九十甲乙", new byte[16]);
        assertThat(kept).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("一二三");
        assertThat(Passwords.matches("一二三四五六七八九十甲乙", kept)).isTrue();
        assertThat(Passwords.matches("一二三四五六七八九十甲丙", kept)).isFalse();
        assertThat(Passwords.matches("", kept)).isFalse();
        assertThat(Passwords.matches("anything", "not a hash")).isFalse();
    }

    @Test
    void shouldOpenASealForItsOwnerOnly() {
        Seal seal = new Seal(KEY);
        String sealed = seal.close("JBSWY3DPEHPK3PXP", "U-1");
        assertThat(sealed).isNotEqualTo(seal.close("JBSWY3DPEHPK3PXP", "U-1"));
        assertThat(seal.open(sealed, "U-1")).hasValue("JBSWY3DPEHPK3PXP");
        assertThat(seal.open(sealed, "U-2")).isEmpty();
        assertThat(seal.open("AAAA", "U-1")).isEmpty();
        assertThat(new Seal(null).isUsable()).isFalse();
        assertThat(new Seal(null).open(sealed, "U-1")).isEmpty();
    }

    @Test
    void shouldDrawRecoveryCodesThatAreReadHoweverTheyAreTyped() {
        String shown = RecoveryCodes.draw().get(0);
        assertThat(shown).matches("(?:[A-Z2-7]{4}-){3}[A-Z2-7]{4}");
        assertThat(RecoveryCodes.plain(shown.toLowerCase(java.util.Locale.ROOT).replace("-", " ")))
                .isEqualTo(RecoveryCodes.plain(shown));
        assertThat(RecoveryCodes.isOne(shown)).isTrue();
        assertThat(RecoveryCodes.isOne("123456")).isFalse();
    }

    @Test
    @DisplayName("ASVS 6.1.1: whoever guesses waits longer and longer, and never for good")
    void shouldLetAGuesserWaitLongerButNeverForGood() {
        assertThat(SignInPace.waitAfter(0)).isZero();
        assertThat(SignInPace.waitAfter(2)).isZero();
        assertThat(SignInPace.waitAfter(3)).isEqualTo(Duration.ofSeconds(1));
        assertThat(SignInPace.waitAfter(6)).isEqualTo(Duration.ofSeconds(8));
        assertThat(SignInPace.waitAfter(1_000_000)).isEqualTo(Duration.ofMinutes(1));
    }
}

package io.watchfloor.gateway.access;

import io.watchfloor.contract.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/** What is drawn by chance, and what is kept of it. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** 256 bits: nobody guesses it, so that a plain hash of it is enough to keep. */
    private static final int TOKEN_BYTES = 32;

    private Secrets() {}

    /** A new token of 256 bits, in letters that stand in any header or address. */
    public static String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN_BYTES));
    }

    /** So many random bytes. */
    static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** SHA-256 of a token, in hexadecimal. */
    public static String hash(String token) {
        return Sha256.hex(token);
    }
}

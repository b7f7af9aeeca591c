package io.watchfloor.gateway.access;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The second factor: six digits that an authenticator shows for half a minute (TOTP, RFC 6238, with HMAC-SHA-1). */
public final class TimeCodes {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECRET_BYTES = 20;
    private static final int STEP_SECONDS = 30;

    /** A phone's clock may be off by so many steps. */
    private static final int STEPS_OFF = 1;

    private static final int MODULUS = 1_000_000;

    private TimeCodes() {}

    /** A new secret, in base 32 as authenticators take it. */
    public static String newSecret() {
        byte[] bytes = Secrets.bytes(SECRET_BYTES);
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte value : bytes) {
            buffer = (buffer << 8) | (value & 0xFF);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt((buffer >> bits) & 31));
            }
        }
        return text.toString();
    }

    /** What an authenticator is told, as its QR code holds it. */
    public static String uri(String secret, String user, String issuer) {
        return "otpauth://totp/" + escape(issuer) + ":" + escape(user) + "?secret=" + secret + "&issuer="
                + escape(issuer) + "&algorithm=SHA1&digits=6&period=" + STEP_SECONDS;
    }

    /** The time step that this code is of, when it is one of now or of a step before or after; empty when it is none. */
    public static OptionalLong stepOf(String secret, String code, Instant now) {
        if (code == null || !code.matches("\\d{6}")) {
            return OptionalLong.empty();
        }
        long current = now.getEpochSecond() / STEP_SECONDS;
        for (long step = current - STEPS_OFF; step <= current + STEPS_OFF; step++) {
            if (code.equals(code(decode(secret), step))) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    /** What an authenticator shows at this time. */
    public static String codeAt(String secret, Instant at) {
        return code(decode(secret), at.getEpochSecond() / STEP_SECONDS);
    }

    static String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xF;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return "%06d".formatted(number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-1", e);
        }
    }

    private static byte[] decode(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * 5 / 8);
        int buffer = 0;
        int bits = 0;
        for (int i = 0; i < text.length(); i++) {
            buffer = (buffer << 5) | BASE32.indexOf(text.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (buffer >> bits));
            }
        }
        return bytes.array();
    }

    private static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

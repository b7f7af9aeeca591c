package io.watchfloor.contract;

import java.nio.charset.StandardCharsets;

/** Ids that come out the same wherever and however often they are made. */
public final class Ids {
    /** Crockford's base 32: no letter that reads like a digit. */
    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();

    private static final int BITS_PER_CHARACTER = 5;

    private Ids() {}

    /** Id of a report: {@code R-} and 80 bits of a SHA-256 over world, source and source id. */
    public static String report(String world, String source, String sourceId) {
        return "R-" + digest(16, world, source, sourceId);
    }

    /** Id of the incident that this report opens: {@code I-} and 50 bits, short enough to say over a radio. */
    public static String incident(String openingReportId) {
        return "I-" + digest(10, "incident", openingReportId);
    }

    private static String digest(int characters, String... parts) {
        byte[] hash = Sha256.of(String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8));
        StringBuilder out = new StringBuilder(characters);
        for (int i = 0; i < characters; i++) {
            out.append(ALPHABET[bitsAt(hash, i * BITS_PER_CHARACTER)]);
        }
        return out.toString();
    }

    private static int bitsAt(byte[] bytes, int bit) {
        int window = ((bytes[bit / 8] & 0xff) << 8) | (bytes[bit / 8 + 1] & 0xff);
        return (window >> (16 - BITS_PER_CHARACTER - bit % 8)) & 0x1f;
    }
}

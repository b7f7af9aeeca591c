package io.watchfloor.graph.decision;

import java.security.SecureRandom;

/** Ids of what the desk is asked about and of what it makes: a prefix and 50 random bits, short enough to say over a radio and not to be guessed. */
public final class DeskIds {
    /** Crockford's base 32: no letter that reads like a digit. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int CHARACTERS = 10;

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final int LONGEST_INCIDENT_ID = 64;

    private DeskIds() {}

    /** What cannot be an incident's id is refused; whether it is one, the caller sees in its picture. */
    public static boolean isIncident(String id) {
        return id != null && id.startsWith("I-") && id.length() <= LONGEST_INCIDENT_ID;
    }

    public static String assignment() {
        return next("A-");
    }

    public static String device() {
        return next("D-");
    }

    public static String user() {
        return next("U-");
    }

    public static String apiKey() {
        return next("K-");
    }

    public static String note() {
        return next("N-");
    }

    public static String notice() {
        return next("M-");
    }

    public static String photo() {
        return next("P-");
    }

    public static String handover() {
        return next("H-");
    }

    public static String correction() {
        return next("C-");
    }

    private static String next(String prefix) {
        StringBuilder id = new StringBuilder(prefix);
        for (int i = 0; i < CHARACTERS; i++) {
            id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}

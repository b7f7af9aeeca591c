package io.watchfloor.gateway.access;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Codes that stand in for the second factor when the phone is lost, each once: 80 random bits in four groups. */
public final class RecoveryCodes {
    private static final int COUNT = 10;
    private static final int CHARACTERS = 16;
    private static final int GROUP = 4;

    private RecoveryCodes() {}

    /** New ones, as they are shown. */
    public static List<String> draw() {
        return Stream.generate(() -> shown(TimeCodes.newSecret().substring(0, CHARACTERS)))
                .limit(COUNT)
                .toList();
    }

    static boolean isOne(String code) {
        return plain(code).matches("[A-Z2-7]{" + CHARACTERS + "}");
    }

    /** What is hashed: without the signs between the groups. */
    public static String plain(String code) {
        return code.replaceAll("[^A-Za-z2-7]", "").toUpperCase(Locale.ROOT);
    }

    private static String shown(String code) {
        StringBuilder groups = new StringBuilder();
        for (int i = 0; i < code.length(); i += GROUP) {
            groups.append(i == 0 ? "" : "-").append(code, i, i + GROUP);
        }
        return groups.toString();
    }
}

package io.watchfloor.gateway.intake;

import java.util.Optional;

/** Which characters a text may hold. */
final class Characters {
    private static final int MAX_SHOWN = 80;

    private Characters() {}

    /** What is wrong with the characters of this text; empty when nothing is. */
    static Optional<String> findFault(String text, boolean severalLines) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return Optional.of("has half of a surrogate pair at position " + i);
            } else if (Character.isISOControl(c) && !(severalLines && isLayout(c))) {
                return Optional.of(String.format("has the control character U+%04X at position %d", (int) c, i));
            }
        }
        return Optional.empty();
    }

    /** Whether it has characters that nobody sees: two ids that look the same must be the same. */
    static boolean hasInvisible(String text) {
        return text.codePoints().anyMatch(c -> Character.getType(c) == Character.FORMAT);
    }

    /** Text from outside as it may stand in a sentence: one line, shortened, nothing that upsets a terminal. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length() && shown.length() < MAX_SHOWN; i++) {
            char c = text.charAt(i);
            boolean plain =
                    !Character.isISOControl(c) && !Character.isSurrogate(c) && Character.getType(c) != Character.FORMAT;
            shown.append(plain ? c : '?');
        }
        return shown.length() < text.length() && shown.length() == MAX_SHOWN ? shown + "…" : shown.toString();
    }

    private static boolean isLayout(char c) {
        return c == '\n' || c == '\r' || c == '\t';
    }
}

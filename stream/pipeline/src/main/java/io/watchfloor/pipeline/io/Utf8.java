package io.watchfloor.pipeline.io;

/** Whether bytes are UTF-8, by table 3-7 of the Unicode Standard, without making characters of them. */
final class Utf8 {
    private Utf8() {}

    /** False for cut, overlong or stray bytes, surrogates, and what lies beyond U+10FFFF. */
    static boolean isWellFormed(byte[] bytes) {
        int at = 0;
        while (at < bytes.length) {
            int first = bytes[at];
            if (first >= 0) {
                at++;
                continue;
            }
            int length = lengthOf(first & 0xFF);
            if (length == 0 || at + length > bytes.length || !isSecond(first & 0xFF, bytes[at + 1] & 0xFF)) {
                return false;
            }
            for (int i = at + 2; i < at + length; i++) {
                if ((bytes[i] & 0xC0) != 0x80) {
                    return false;
                }
            }
            at += length;
        }
        return true;
    }

    /** Of a sequence that begins so; 0 when none does. */
    private static int lengthOf(int first) {
        if (first < 0xC2 || first > 0xF4) {
            return 0;
        }
        return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    }

    private static boolean isSecond(int first, int second) {
        int least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        return second >= least && second <= most;
    }
}

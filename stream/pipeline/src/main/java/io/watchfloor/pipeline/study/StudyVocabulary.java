package io.watchfloor.pipeline.study;

import io.watchfloor.contract.ReportKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Words that made-up reports consist of. A line is a key and its value: {@code type} begins a type; {@code what} and
 * {@code detail} are facts of an event, each with its wordings in Chinese, then after a bar in English; {@code brief} is all
 * that somebody says who says no more than what kind of thing it is; {@code say} and
 * {@code ensay} are sentences with {p} place, {w} what, {d} details; {@code device} is what a sensor or camera says.
 */
record StudyVocabulary(Map<String, List<String>> lists, List<Kind> kinds) {
    /** One fact and how people put it. */
    record Fact(List<String> zh, List<String> en) {}

    /** What a device says. */
    record Device(ReportKind reportKind, String zh, String en) {}

    /** Everything of one incident type. */
    record Kind(
            String type,
            List<Fact> whats,
            List<Fact> details,
            List<Fact> briefs,
            List<String> zhSayings,
            List<String> enSayings,
            List<Device> devices) {}

    static StudyVocabulary read(String file) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        List<Kind> kinds = new ArrayList<>();
        try (InputStream in = StudyVocabulary.class.getResourceAsStream(file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int space = line.indexOf(' ');
                if (space > 0 && !line.startsWith("#")) {
                    take(line.substring(0, space), line.substring(space + 1), lists, kinds);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is part of this jar", e);
        }
        return new StudyVocabulary(lists, kinds);
    }

    private static void take(String key, String value, Map<String, List<String>> lists, List<Kind> kinds) {
        Kind kind = kinds.isEmpty() ? null : kinds.get(kinds.size() - 1);
        switch (key) {
            case "type" ->
                kinds.add(new Kind(
                        value,
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>()));
            case "what" -> kind.whats().add(fact(value));
            case "detail" -> kind.details().add(fact(value));
            case "brief" -> kind.briefs().add(fact(value));
            case "say" -> kind.zhSayings().add(value);
            case "ensay" -> kind.enSayings().add(value);
            case "device" -> {
                int space = value.indexOf(' ');
                String[] sides = value.substring(space + 1).split(" \\| ", -1);
                kind.devices().add(new Device(ReportKind.valueOf(value.substring(0, space)), sides[0], sides[1]));
            }
            default -> lists.put(key, List.of(value.split(key.endsWith("s") ? "," : "\\|", -1)));
        }
    }

    private static Fact fact(String value) {
        String[] sides = value.split(" \\| ", -1);
        return new Fact(List.of(sides[0].split("/", -1)), List.of(sides[1].split("/", -1)));
    }
}

package io.watchfloor.text;

import io.watchfloor.text.phrase.Folding;
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
 * Reads a resource of phrases: {@code [section]} lines, and below each, phrases separated by commas. {@code #} starts a
 * comment line.
 */
final class PhraseFile {
    private PhraseFile() {}

    /** Lines' phrases, folded, by section in the file's order. */
    static Map<String, List<String>> read(String resource) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        try (InputStream in = PhraseFile.class.getResourceAsStream(resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> section = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    section = sections.computeIfAbsent(line.substring(1, line.indexOf(']')), name -> new ArrayList<>());
                } else if (!line.startsWith("#")) {
                    addPhrases(line, section);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " is part of this jar", e);
        }
        return sections;
    }

    private static void addPhrases(String line, List<String> section) {
        for (String phrase : line.split("[,，]", -1)) {
            if (!phrase.isBlank()) {
                section.add(Folding.fold(phrase.strip()));
            }
        }
    }
}

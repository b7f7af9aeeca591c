package io.watchfloor.text.trainer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What people say, as patterns: {@code [section]} lines and below each one pattern a line, in which {@code (a|b|c)} stands
 * for one of them and {@code <name>} for a drawing from the section {@code [=name]}. {@code #} starts a comment line.
 */
final class Grammar {
    private static final String SHARED = "=";

    private final Map<String, List<String>> sections;

    private Grammar(Map<String, List<String>> sections) {
        this.sections = sections;
    }

    /**
     * Reads a grammar.
     *
     * @throws BadInputException when a pattern's brackets do not match or it names a section that is not there
     */
    static Grammar read(Path file) throws IOException {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> section = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("[")) {
                section = sections.computeIfAbsent(line.substring(1, line.indexOf(']')), n -> new ArrayList<>());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                section.add(line);
            }
        }
        Grammar grammar = new Grammar(sections);
        grammar.check(file);
        return grammar;
    }

    /** The sections that are not shared lists. */
    List<String> names() {
        return sections.keySet().stream()
                .filter(name -> !name.startsWith(SHARED))
                .toList();
    }

    /** How many patterns a section has. */
    int patterns(String section) {
        return sections.get(section).size();
    }

    /** One sentence of the given pattern of a section. */
    String draw(String section, int pattern, Random random) {
        return new Drawing(sections.get(section).get(pattern), random).all();
    }

    /** One sentence of any pattern of a shared list. */
    String drawShared(String name, Random random) {
        String section = SHARED + name;
        return draw(section, random.nextInt(patterns(section)), random);
    }

    private void check(Path file) {
        Random random = new Random(1);
        for (Map.Entry<String, List<String>> section : sections.entrySet()) {
            for (int i = 0; i < section.getValue().size(); i++) {
                try {
                    draw(section.getKey(), i, random);
                } catch (IndexOutOfBoundsException | NullPointerException e) {
                    throw new BadInputException("%s: the pattern \"%s\" of [%s] cannot be drawn from"
                            .formatted(file.getFileName(), section.getValue().get(i), section.getKey()));
                }
            }
        }
    }

    /** One walk through a pattern. */
    private final class Drawing {
        private final String pattern;
        private final Random random;
        private int at;

        Drawing(String pattern, Random random) {
            this.pattern = pattern;
            this.random = random;
        }

        String all() {
            String drawn = sequence();
            if (at < pattern.length()) {
                throw new IndexOutOfBoundsException(at);
            }
            return drawn;
        }

        /** Up to the end, or to a bracket or bar that closes it. */
        private String sequence() {
            StringBuilder drawn = new StringBuilder();
            while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
                char c = pattern.charAt(at++);
                if (c == '(') {
                    drawn.append(choice());
                } else if (c == '<') {
                    int end = pattern.indexOf('>', at);
                    drawn.append(drawShared(pattern.substring(at, end), random));
                    at = end + 1;
                } else {
                    drawn.append(c);
                }
            }
            return drawn.toString();
        }

        private String choice() {
            List<String> options = new ArrayList<>();
            do {
                options.add(sequence());
            } while (pattern.charAt(at++) == '|');
            return options.get(random.nextInt(options.size()));
        }
    }
}

package io.watchfloor.pipeline.study;

import io.watchfloor.pipeline.rule.Clues;
import io.watchfloor.text.similar.Reposts;
import io.watchfloor.text.similar.TextSketch;
import io.watchfloor.text.similar.TextSketcher;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/**
 * Words alone, on real complaints. Their topics are not labelled; two whose subjects are nearly the same are taken to be
 * of one matter, and only their bodies are compared.
 */
@SuppressWarnings("SystemOut") // a command
final class TeddyStudy {
    private static final int SUBJECT = 2;
    private static final int BODY = 4;
    private static final double SAME_SUBJECT = 0.8;
    private static final int RANDOM_PAIRS = 200_000;

    private TeddyStudy() {}

    static void run(Path file) throws IOException {
        List<List<String>> rows = rows(file);
        rows.remove(0);
        TextSketcher sketcher = new TextSketcher();
        Reposts reposts = new Reposts();
        List<TextSketch> subjects = new ArrayList<>();
        List<TextSketch> bodies = new ArrayList<>();
        List<int[]> bands = new ArrayList<>();
        for (List<String> row : rows) {
            subjects.add(sketcher.sketch(row.get(SUBJECT)));
            bodies.add(sketcher.sketch(row.get(BODY)));
            bands.add(reposts.bands(row.get(BODY)));
        }
        int pairs = 0;
        int copies = 0;
        int found = 0;
        int half = 0;
        for (int i = 0; i < rows.size(); i++) {
            for (int j = i + 1; j < rows.size(); j++) {
                if (subjects.get(i).to(subjects.get(j)).cosine() >= SAME_SUBJECT) {
                    double cosine = bodies.get(i).to(bodies.get(j)).cosine();
                    boolean isCopy = cosine >= Clues.COPY;
                    pairs++;
                    copies += isCopy ? 1 : 0;
                    found += isCopy && shareBand(bands.get(i), bands.get(j)) ? 1 : 0;
                    half += cosine >= Clues.COPY / 2 ? 1 : 0;
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d messages, %d pairs of one subject: %d with bodies alike (%.2f), %d of them found by bands; %d half as alike%n",
                rows.size(),
                pairs,
                copies,
                Clues.COPY,
                found,
                half);
        random(rows.size(), subjects, bodies, bands);
    }

    private static void random(int size, List<TextSketch> subjects, List<TextSketch> bodies, List<int[]> bands) {
        Random random = new Random(1);
        int copies = 0;
        int half = 0;
        int banded = 0;
        for (int n = 0; n < RANDOM_PAIRS; n++) {
            int i = random.nextInt(size);
            int j = random.nextInt(size);
            if (i != j && subjects.get(i).to(subjects.get(j)).cosine() < SAME_SUBJECT) {
                double cosine = bodies.get(i).to(bodies.get(j)).cosine();
                copies += cosine >= Clues.COPY ? 1 : 0;
                half += cosine >= Clues.COPY / 2 ? 1 : 0;
                banded += shareBand(bands.get(i), bands.get(j)) ? 1 : 0;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "of %d random pairs of different subjects: %d alike, %d half as alike, %d share a band%n",
                RANDOM_PAIRS,
                copies,
                half,
                banded);
    }

    private static boolean shareBand(int[] a, int[] b) {
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            if (a[i] == b[i]) {
                return true;
            }
        }
        return false;
    }

    /** Comma-separated, quoted where a field holds a comma, a quote or a line break. */
    private static List<List<String>> rows(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (char c : read(file).toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    if (row.size() > BODY) {
                        rows.add(row);
                    }
                    row = new ArrayList<>();
                }
            } else if (c != '\r') {
                field.append(c);
            }
        }
        return rows;
    }

    private static String read(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

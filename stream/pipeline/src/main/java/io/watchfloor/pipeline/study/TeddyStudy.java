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
        System.out.printf(
                "%d messages%n| bodies alike from | precision | recall | F1 | found by bands |%n", rows.size());
        for (double least : new double[] {Clues.COPY, 0.6, Clues.COPY / 2}) {
            Agreement agreement = agreement(subjects, bodies, bands, least);
            System.out.printf(
                    Locale.ROOT,
                    "| %.2f | %.3f (%d of %d) | %.3f (of %d) | %.3f | %d |%n",
                    least,
                    agreement.precision(),
                    agreement.both(),
                    agreement.alike(),
                    agreement.recall(),
                    agreement.ofOneSubject(),
                    agreement.f1(),
                    agreement.banded());
        }
        random(rows.size(), subjects, bodies, bands);
    }

    /** Pairs with bodies alike, of one subject, both, and both with a band in common. */
    private record Agreement(int alike, int ofOneSubject, int both, int banded) {
        double precision() {
            return (double) both / alike;
        }

        double recall() {
            return (double) both / ofOneSubject;
        }

        double f1() {
            return 2.0 * both / (alike + ofOneSubject);
        }
    }

    private static Agreement agreement(
            List<TextSketch> subjects, List<TextSketch> bodies, List<int[]> bands, double least) {
        int alike = 0;
        int ofOneSubject = 0;
        int both = 0;
        int banded = 0;
        for (int i = 0; i < bodies.size(); i++) {
            for (int j = i + 1; j < bodies.size(); j++) {
                boolean isAlike = bodies.get(i).to(bodies.get(j)).cosine() >= least;
                boolean isOne = subjects.get(i).to(subjects.get(j)).cosine() >= SAME_SUBJECT;
                alike += isAlike ? 1 : 0;
                ofOneSubject += isOne ? 1 : 0;
                both += isAlike && isOne ? 1 : 0;
                banded += isAlike && isOne && shareBand(bands.get(i), bands.get(j)) ? 1 : 0;
            }
        }
        return new Agreement(alike, ofOneSubject, both, banded);
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

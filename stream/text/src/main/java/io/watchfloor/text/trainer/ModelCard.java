package io.watchfloor.text.trainer;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The model card: what the shipped models are, what they learnt from, how well and how fast they read, what they cannot. */
final class ModelCard {
    private static final Map<CorpusSource, String> PUBLISHED = Map.of(
            CorpusSource.TEDDY, "91.4 / 91.2 (prize team), TextCNN 83.1 / 81",
            CorpusSource.TAKEAWAY, "BERT 91.5, BERT+BiLSTM+attention 92.1",
            CorpusSource.HOTEL, "BERT 89.7, best 90.6",
            CorpusSource.EMOTION_USUAL, "BERT 77.2 / 73.9");

    private ModelCard() {}

    /** What a card is written from. */
    record Facts(
            LocalDate date,
            Study study,
            List<Finding> findings,
            Map<String, byte[]> files,
            double shortTextsPerCpuSecond,
            double longTextsPerCpuSecond) {}

    /** The card as Markdown. */
    static String of(Facts facts) {
        return String.join(
                "\n", heading(facts), corpora(facts.study()), figures(facts.findings()), sizeAndSpeed(facts), LIMITS);
    }

    private static String heading(Facts facts) {
        return """
                # Model card: text reading models

                Written by `stream/text/train train` on %s, seed %d. Method: hashed n-grams (Chinese: characters 1–3; English:
                characters 2–5, words and word pairs), tf-idf of length one, linear support vector machines (LIBLINEAR), weights
                in 8 bits on a square-root scale, probabilities calibrated on texts not learnt from. See MODELS.md.
                """.formatted(facts.date(), Study.SEED);
    }

    private static String corpora(Study study) {
        StringBuilder text = new StringBuilder("""
                ## Corpora

                The models hold hashed weights only, no text. Licences as the sources state them: where none is stated, none is
                claimed here either. Numbers are texts; all but the
                evaluation files are counted after dropping exact duplicates (same letters and digits).

                | corpus | texts | published by | licence | used for |
                |---|---|---|---|---|
                """);
        for (CorpusSource source : CorpusSource.values()) {
            boolean measuredOnly = CorpusSource.EVALUATION_ONLY.contains(source);
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %,d | %s | %s | %s, %s |\n",
                    source.title(),
                    study.size(source),
                    source.publisher(),
                    CorpusSource.LICENCE,
                    source.task().wireName(),
                    measuredOnly ? "measuring only" : "training"));
        }
        return text.append("""

                        - The shopping corpus repeats nine tenths of the hotel corpus. Its hotel rows are left out altogether, so that
                          figures on hotels, on other rows of that corpus too, are not learnt by heart.
                        - Emotion texts that also stand in an evaluation file are taken out of training. Emotions with a clear side
                          (joy; anger, sadness, fear) also teach polarity in social posts.
                        - Incident types are learnt from the project's own made-up sentences (grammar) and own labels, from the
                          complaints corpus where the model is sure of itself, and from 300 calm posts or tweets as texts of no type.
                          Their figures, how sure they are against how often they are right (expected calibration error), and how
                          often the type is first or second stand in own-labels/README.md.
                        """).toString();
    }

    private static String figures(List<Finding> findings) {
        StringBuilder text = new StringBuilder("""
                ## Figures

                Models learnt from four fifths of each corpus (seeded split after dropping duplicates), measured on the held-out
                fifth or on the evaluation file. The shipped models are then learnt from all of the training texts. Settings were
                chosen by cross-validation inside the training part. Percent.

                """);
        text.append(MarkdownTable.of(findings)).append('\n');
        text.append("Published on the same corpora, with other splits (accuracy / macro-F1):\n\n");
        for (CorpusSource source : CorpusSource.values()) {
            if (PUBLISHED.containsKey(source)) {
                text.append("- ")
                        .append(source.title())
                        .append(": ")
                        .append(PUBLISHED.get(source))
                        .append('\n');
            }
        }
        return text.append("""

                        The raw complaints are measured without their segmented twins in training. Many citizens send nearly the same
                        message: the held-out fifth of the segmented complaints has near copies in training and reads better for it;
                        the twins of the raw sample read about as well as the raw texts themselves.

                        Per label:

                        """).append(MarkdownTable.perLabel(findings)).toString();
    }

    private static String sizeAndSpeed(Facts facts) {
        StringBuilder text = new StringBuilder("## Size and speed\n\n| file | KB |\n|---|---|\n");
        long total = 0;
        for (Map.Entry<String, byte[]> file : facts.files().entrySet()) {
            total += file.getValue().length;
            text.append(String.format(Locale.ROOT, "| %s | %,d |\n", file.getKey(), file.getValue().length / 1024));
        }
        return text.append(String.format(
                        Locale.ROOT,
                        "| all | %,d |\n\nAll Chinese models together, one feature pass: %,.0f texts of 25 characters and %,.0f of 130"
                                + " per second of one core's time, on the machine that trained.\n",
                        total / 1024,
                        facts.shortTextsPerCpuSecond(),
                        facts.longTextsPerCpuSecond()))
                .toString();
    }

    private static final String LIMITS = """
            ## Limits

            - Words, not meaning: irony, negation over a distance and what is urgent without saying so are missed. Urgency is not
              read by these models at all: rules do that. Figures of the whole reader, on our own labels, stand apart in
              own-labels/README.md.
            - Categories are the seven first-level subjects of one province's message boards. A text on none of them still gets one,
              with a probability that is then worth little.
            - Polarity learnt from reviews and posts; on other kinds of text it is weaker than the table says. Emotion is learnt from
              posts of 2020, half of one topic.
            - English is read for one question only: is a real disaster told. No polarity, category or emotion.
            - Probabilities are calibrated on texts like those of training. Retrain with labels of one's own:
              `stream/text/train train --data DIR`.
            """;
}

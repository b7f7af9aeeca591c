package io.watchfloor.text;

import io.watchfloor.contract.Mood;
import io.watchfloor.text.model.TextLanguage;
import io.watchfloor.text.model.TextReading;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a text sounds. The trained models tell it for Chinese; for English, which they do not read for mood, and beside them,
 * the words of {@code moods.txt} do.
 */
final class MoodReader {
    private enum Tone {
        PRAISE,
        COMPLAINT,
        ANGER,
        FEAR
    }

    private static final int TONES = Tone.values().length;

    /** One word more makes a tone so much surer: 0.45, 0.7, 0.83 … */
    private static final double DOUBT_PER_WORD = 0.55;

    private final PhraseMatcher<Tone> matcher;

    MoodReader(Map<String, List<String>> sections, PhraseBook.Draft book) {
        Map<String, Tone> tones = new HashMap<>();
        sections.forEach((section, words) ->
                words.forEach(word -> tones.put(word, Tone.valueOf(section.toUpperCase(Locale.ROOT)))));
        matcher = new PhraseMatcher<>(tones, book);
    }

    Mood read(PhraseBook.Found said, TextReading models) {
        if (models.language() == TextLanguage.UNKNOWN) {
            return Mood.NEUTRAL;
        }
        int[] words = new int[TONES];
        for (PhraseMatcher.Hit<Tone> hit : matcher.find(said)) {
            words[hit.value().ordinal()]++;
        }
        int angry = words[Tone.ANGER.ordinal()];
        int afraid = words[Tone.FEAR.ordinal()];
        double anger = sure(angry);
        double fear = sure(afraid);
        if (!models.emotion().isEmpty()) {
            return new Mood(models.polarity(), Math.max(anger, models.anger()), Math.max(fear, models.fear()));
        }
        int bad = words[Tone.COMPLAINT.ordinal()] + angry + afraid;
        int good = words[Tone.PRAISE.ordinal()];
        double polarity = bad + good == 0 ? 0 : (good - bad) / (good + bad + 1.0);
        return new Mood(polarity, anger, fear);
    }

    private static double sure(int words) {
        return words == 0 ? 0 : 1 - Math.pow(DOUBT_PER_WORD, words);
    }
}

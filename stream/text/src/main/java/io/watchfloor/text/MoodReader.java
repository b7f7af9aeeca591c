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
        List<PhraseMatcher.Hit<Tone>> words = matcher.find(said);
        int angry = count(Tone.ANGER, words);
        int afraid = count(Tone.FEAR, words);
        double anger = sure(angry);
        double fear = sure(afraid);
        if (!models.emotion().isEmpty()) {
            return new Mood(models.polarity(), Math.max(anger, models.anger()), Math.max(fear, models.fear()));
        }
        int bad = count(Tone.COMPLAINT, words) + angry + afraid;
        int good = count(Tone.PRAISE, words);
        double polarity = bad + good == 0 ? 0 : (good - bad) / (good + bad + 1.0);
        return new Mood(polarity, anger, fear);
    }

    private static int count(Tone tone, List<PhraseMatcher.Hit<Tone>> words) {
        int count = 0;
        for (PhraseMatcher.Hit<Tone> word : words) {
            count += word.value() == tone ? 1 : 0;
        }
        return count;
    }

    private static double sure(int words) {
        return words == 0 ? 0 : 1 - Math.pow(DOUBT_PER_WORD, words);
    }
}

package io.watchfloor.text;

import io.watchfloor.contract.Grade;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Rules that raise a grade: what people say when it is worse than its type suggests. A cue that is denied (没有人受伤, nobody
 * was hurt) does not count; one that is only uncertain (不知道有没有人受伤) does.
 *
 * <p>Who says that it is over, or was nothing, or only asks, and nothing that would raise a grade beside it, is not called an
 * emergency: the grade is {@link #CALM} then, which an officer still sees within minutes. Nothing is closed by words.
 */
final class Urgency {
    /** What was said; the section of {@code urgency.txt} with its name holds the words. */
    enum Cue {
        /** People cannot get out. */
        TRAPPED,
        /** Somebody is in there; grave together with {@link #VULNERABLE}. */
        INSIDE,
        /** Children, elderly, pregnant or disabled people. */
        VULNERABLE,
        /** Somebody is hurt. */
        INJURED,
        /** Somebody lies there and does not respond; hurt, whatever the reason. */
        DOWN,
        /** Life is at stake, or lost. */
        DYING,
        /** The same, of somebody who lies there. */
        BREATHLESS,
        /** It gets worse quickly. */
        SPREADING,
        EXPLOSION,
        WEAPON,
        /** Many people at once. */
        MANY,
        /** Nobody is in a lift. */
        EMPTY,
        /** A lift is out of order; no more is said by that. */
        IDLE,
        /** It is over, was nothing, or is only asked about. */
        OVER,
        /** Sounds like a cue and is none. */
        HARMLESS
    }

    /** What is said to be over is no graver. */
    private static final Grade CALM = Grade.III;

    /** What the words raise the grade to, or lower it, and which they were. */
    record Raised(Grade grade, List<String> evidence) {}

    /** Types in which somebody who cannot get out will die soon. */
    private static final Set<String> SUFFOCATING = Set.of("fire", "gas-leak", "flooding");

    /** Types in which it is cars that cannot get out. */
    private static final Set<String> OF_CARS = Set.of("illegal-parking", "traffic-jam");

    private static final Set<Cue> SAY_NOTHING_GRAVE = Set.of(Cue.OVER, Cue.EMPTY, Cue.IDLE);

    private final PhraseMatcher<Cue> matcher;

    Urgency(Map<String, List<String>> phrasesByCue, PhraseBook.Draft book) {
        Map<String, Cue> cues = new HashMap<>();
        phrasesByCue.forEach((section, phrases) -> {
            Cue cue = Cue.valueOf(section.toUpperCase(Locale.ROOT));
            phrases.forEach(phrase -> cues.put(phrase, cue));
        });
        matcher = new PhraseMatcher<>(cues, book);
    }

    /** What is said in a text, cue by cue, each by its first words that are not denied. */
    Map<Cue, String> hear(String folded, PhraseBook.Found words) {
        Map<Cue, String> said = new EnumMap<>(Cue.class);
        for (PhraseMatcher.Hit<Cue> hit : matcher.find(words)) {
            if (hit.value() != Cue.HARMLESS && !Negation.denies(folded, hit.begin(), hit.end())) {
                said.putIfAbsent(hit.value(), folded.substring(hit.begin(), hit.end()));
            }
        }
        return said;
    }

    /** The graver of the given grade and what the words call for. */
    static Raised raise(Grade grade, String type, Map<Cue, String> said) {
        Grade called = calledFor(said.keySet(), type);
        if (called.compareTo(grade) >= 0) {
            return new Raised(grade, List.of());
        }
        List<String> words = new ArrayList<>();
        said.forEach((cue, word) -> {
            if (!SAY_NOTHING_GRAVE.contains(cue)) {
                words.add(word);
            }
        });
        return new Raised(called, words);
    }

    /**
     * The same, or {@link #CALM} when its caller says that it is over, was nothing, or only asks; of a type that was read in
     * the words: what a feed names stays what it is.
     *
     * @param denied gives the words that the type rests on, when all of them are denied; else null
     */
    static Raised calm(Raised raised, String type, Map<Cue, String> said, Supplier<String> denied) {
        if (!raised.grade().isUrgent() || calledFor(said.keySet(), type) != Grade.IV) {
            return raised;
        }
        String none = denied.get();
        String over = none == null ? said.get(Cue.OVER) : none;
        return over == null ? raised : new Raised(CALM, List.of(over));
    }

    private static Grade calledFor(Set<Cue> said, String type) {
        boolean cannotGetOut = (said.contains(Cue.TRAPPED) && !OF_CARS.contains(type))
                || said.containsAll(EnumSet.of(Cue.INSIDE, Cue.VULNERABLE))
                || (said.contains(Cue.INSIDE) && SUFFOCATING.contains(type));
        boolean hurt = said.contains(Cue.INJURED) || said.contains(Cue.DOWN);
        if (said.contains(Cue.DYING)
                || said.contains(Cue.BREATHLESS)
                || said.contains(Cue.EXPLOSION)
                || said.contains(Cue.WEAPON)
                || (hurt && said.contains(Cue.MANY))
                || (cannotGetOut && SUFFOCATING.contains(type))) {
            return Grade.I;
        }
        if (cannotGetOut || hurt || said.contains(Cue.SPREADING)) {
            return Grade.II;
        }
        return Grade.IV;
    }
}

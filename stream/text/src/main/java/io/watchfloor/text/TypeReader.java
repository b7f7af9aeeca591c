package io.watchfloor.text;

import io.watchfloor.contract.Grade;
import io.watchfloor.contract.IncidentType;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.TypeGuess;
import io.watchfloor.text.model.TextReading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The type of a text: its words' evidence, to which the trained models add a little. Where the words say nothing, a clear
 * model may still name the most fitting type, with a modest confidence; where neither is clear it stays {@code other}.
 */
final class TypeReader {
    /** A type, how sure it is, the words that said so, and what else it may be. */
    record Found(IncidentType type, double confidence, List<String> evidence, List<TypeGuess> others) {}

    /** What the whole probability of the subject model weighs: more than one hint, less than a word that speaks. */
    private static final float SUBJECT_WEIGHT = 1.5f;

    /** What the whole probability that an English text tells of a disaster weighs. */
    private static final float DISASTER_WEIGHT = 1f;

    /** What the whole probability of the model of types weighs. */
    private static final float LEARNT_WEIGHT = 2.5f;

    /** Without a word for any type, a subject less likely than this says nothing. */
    private static final double CLEAR_SUBJECT = 0.6;
    /** Likewise a learnt type. */
    private static final double CLEAR_TYPE = 0.5;
    /** Fewer characters than this are too few for a model alone. */
    private static final int SHORTEST_FOR_MODELS = 8;

    private static final double MOST_WITHOUT_WORDS = 0.45;

    /** One hint, with nothing to support it, does not make an emergency. */
    private static final float ONE_HINT = 1.1f;

    private static final int MOST_OTHERS = 2;
    private static final double LEAST_OTHER = 0.02;

    private final TypeLexicon lexicon;
    private final SubjectTypes subjects;
    private final TypeConfidence confidence = TypeConfidence.BY_HAND;
    private final List<IncidentType> types = IncidentTypes.listAll();

    TypeReader(TypeLexicon lexicon, Map<String, List<String>> typesOfSubjects) {
        this.lexicon = lexicon;
        this.subjects = new SubjectTypes(typesOfSubjects, types);
    }

    Found read(PhraseBook.Found said, int characters, TextReading models) {
        TypeEvidence evidence = lexicon.weigh(said);
        boolean hasWords = evidence.hasWords();
        if (hasWords || characters >= SHORTEST_FOR_MODELS) {
            addModels(evidence, models, hasWords);
        }
        int best = evidence.best();
        float weight = evidence.weight(best);
        if (weight == 0) {
            return new Found(IncidentTypes.getOrOther(IncidentTypes.OTHER), 0, List.of(), List.of());
        }
        if (weight <= ONE_HINT && types.get(best).grade().compareTo(Grade.II) <= 0) {
            return new Found(IncidentTypes.getOrOther(IncidentTypes.OTHER), 0, List.of(), List.of());
        }
        double claimed = confidence.of(weight, evidence.total());
        double sure = hasWords ? claimed : Math.min(claimed, MOST_WITHOUT_WORDS);
        return new Found(types.get(best), sure, evidence.wordsFor(best), others(evidence, best, sure));
    }

    /** The doubt shared out among the types that have the most weight after the best. */
    private List<TypeGuess> others(TypeEvidence evidence, int best, double sure) {
        float rest = evidence.total() - evidence.weight(best);
        List<TypeGuess> guesses = new ArrayList<>();
        for (int type = 0; type < types.size(); type++) {
            double probability = type == best || rest <= 0 ? 0 : (1 - sure) * evidence.weight(type) / rest;
            if (probability >= LEAST_OTHER) {
                guesses.add(new TypeGuess(types.get(type).code(), probability));
            }
        }
        guesses.sort(Comparator.comparingDouble(TypeGuess::probability).reversed());
        return guesses.size() <= MOST_OTHERS ? guesses : List.copyOf(guesses.subList(0, MOST_OTHERS));
    }

    private void addModels(TypeEvidence evidence, TextReading models, boolean hasWords) {
        if (!models.category().isEmpty() && (hasWords || models.category().topProbability() >= CLEAR_SUBJECT)) {
            subjects.add(models.category(), SUBJECT_WEIGHT, evidence);
        }
        if (hasWords && models.disaster().isPresent()) {
            subjects.addDisaster((float) models.disaster().getAsDouble() * DISASTER_WEIGHT, evidence);
        }
        if (!models.types().isEmpty() && (hasWords || models.types().topProbability() >= CLEAR_TYPE)) {
            subjects.addTypes(models.types(), LEARNT_WEIGHT, evidence);
        }
    }
}

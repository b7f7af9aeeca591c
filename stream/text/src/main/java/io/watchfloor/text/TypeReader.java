package io.watchfloor.text;

import io.watchfloor.contract.IncidentType;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.TypeGuess;
import io.watchfloor.text.model.Probabilities;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The type of a text: the model of types says how probable each is, and the lexicon's words make those they speak for more
 * probable: p · (1 + weight). Without a model of the text's language all types begin alike. The numbers below were chosen on
 * sentences that neither the lexicon nor the model was built from (own-labels/README.md).
 *
 * <p>Of a text that says of an emergency that it is happening nothing slight is meant ({@link EventFirst}); one that is hardly
 * more than a dispatcher's name for what happened means that ({@link CallTerms}).
 *
 * <p>Model and lexicon know the same words, so that two that agree are not twice as sure: how sure the likeliest type is becomes
 * how often one that is so sure is right (Platt 1999); the others share what is left. Where no model speaks, as of the few
 * characters of 着火了, only what words speak for can be meant, and {@code other}.
 */
final class TypeReader {
    /** A type, how sure it is, the words that said so, and what else it may be. */
    record Found(IncidentType type, double confidence, List<String> evidence, List<TypeGuess> others) {}

    /** What {@code other} is worth where no model speaks: words of weight 2 outdo it, one hint does not. */
    private static final float OTHER_WITHOUT_MODEL = 2.5f;

    /** What may be meant there beside all that has words for it. */
    private static final float UNSAID_WITHOUT_MODEL = 1;

    /** Made-up sentences of {@code other} are few and plain; what nobody knows looks like them too easily. */
    private static final float OTHER_AMONG_MODELS = 0.22f;

    /** Fitted by {@code train own-labels} on {@code unseen-dev.csv}, from the logarithm of the odds. */
    private static final double SURE_SLOPE = 0.626;

    private static final double SURE_OFFSET = 0.254;

    private static final int MOST_OTHERS = 2;
    private static final float LEAST_OTHER = 0.03f;

    private final TypeLexicon lexicon;
    private final EventFirst eventFirst;
    private final CallTerms callTerms;
    private final List<IncidentType> types = IncidentTypes.listAll();
    private final PeopleFirst peopleFirst = new PeopleFirst(types);
    private final int lift = types.indexOf(IncidentTypes.getOrOther("elevator-trapped"));
    private final int other = types.indexOf(IncidentTypes.getOrOther(IncidentTypes.OTHER));

    TypeReader(TypeLexicon lexicon, EventFirst eventFirst, CallTerms callTerms) {
        this.lexicon = lexicon;
        this.eventFirst = eventFirst;
        this.callTerms = callTerms;
    }

    Found read(String folded, PhraseBook.Found said, Map<Urgency.Cue, String> cues, Probabilities learnt) {
        TypeEvidence evidence = lexicon.weigh(said);
        float[] probable = probable(evidence, learnt);
        List<String> reasons = new ArrayList<>(0);
        if (!learnt.isEmpty() && !cues.containsKey(Urgency.Cue.OVER)) {
            reasons.addAll(eventFirst.weigh(probable, folded, said));
        }
        reasons.addAll(peopleFirst.weigh(probable, evidence.weight(lift), cues));
        reasons.addAll(callTerms.weigh(probable, folded, said));
        int best = 0;
        float total = 0;
        for (int type = 0; type < probable.length; type++) {
            best = probable[type] > probable[best] ? type : best;
            total += probable[type];
        }
        if (best == other) {
            return new Found(types.get(best), 0, List.of(), others(probable, best, total, 1 / total));
        }
        double left = total - probable[best];
        double sure = learnt.isEmpty()
                ? probable[best] / (spokenFor(probable) + UNSAID_WITHOUT_MODEL)
                : sure(probable[best], left);
        return new Found(
                types.get(best),
                sure,
                withReasons(evidence.wordsFor(best), reasons),
                others(probable, best, total, (1 - sure) / left));
    }

    private static List<String> withReasons(List<String> words, List<String> reasons) {
        reasons.stream().filter(reason -> !words.contains(reason)).forEach(words::add);
        return words;
    }

    /** All that words speak for together. */
    private double spokenFor(float[] probable) {
        double sum = 0;
        for (int type = 0; type < probable.length; type++) {
            sum += type != other && probable[type] > 1 ? probable[type] : 0;
        }
        return sum;
    }

    private static double sure(double probable, double left) {
        return 1 / (1 + StrictMath.exp(-SURE_OFFSET - SURE_SLOPE * StrictMath.log(probable / left)));
    }

    private float[] probable(TypeEvidence evidence, Probabilities learnt) {
        float[] probable = new float[types.size()];
        for (int type = 0; type < probable.length; type++) {
            float before = learnt.isEmpty() ? 1 : (float) learnt.at(type);
            probable[type] = before * (1 + evidence.weight(type));
        }
        probable[other] *= learnt.isEmpty() ? OTHER_WITHOUT_MODEL : OTHER_AMONG_MODELS;
        return probable;
    }

    /** The likeliest after the best, but for {@code other}, which says nothing; each as probable as its share of what is left. */
    private List<TypeGuess> others(float[] probable, int best, float total, double share) {
        List<TypeGuess> guesses = List.of();
        float atMost = Float.MAX_VALUE;
        int last = -1;
        while (guesses.size() < MOST_OTHERS) {
            int next = -1;
            for (int type = 0; type < probable.length; type++) {
                boolean follows = probable[type] < atMost || (probable[type] == atMost && type > last);
                if (type != best && type != other && follows && (next < 0 || probable[type] > probable[next])) {
                    next = type;
                }
            }
            if (next < 0 || probable[next] < LEAST_OTHER * total) {
                break;
            }
            guesses = guesses.isEmpty() ? new ArrayList<>(MOST_OTHERS) : guesses;
            guesses.add(new TypeGuess(types.get(next).code(), probable[next] * share));
            atMost = probable[next];
            last = next;
        }
        return guesses;
    }
}

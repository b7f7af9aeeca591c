package io.watchfloor.text;

import io.watchfloor.contract.IncidentType;
import io.watchfloor.contract.IncidentTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the incident type by its words. A phrase marked {@code !} in the lexicon tells the type nearly alone, another
 * only hints. The type with the most weight wins; on a tie the one that stands first in the catalogue, which lists the
 * graver first.
 */
final class TypeLexicon {
    /** The best type, how sure, and the words that said so. */
    record Found(IncidentType type, double confidence, List<String> evidence) {}

    private record Sign(IncidentType type, int order, int weight) {}

    private static final int TELLING_WEIGHT = 4;
    private static final int HINT_WEIGHT = 1;
    /** Weight at which confidence would be one half if no other type had any. */
    private static final double HALF_SURE_WEIGHT = 1.5;

    private final PhraseMatcher<List<Sign>> matcher;
    private final List<IncidentType> types = IncidentTypes.listAll();

    TypeLexicon(Map<String, List<String>> phrasesByType) {
        Map<String, List<Sign>> signs = new HashMap<>();
        phrasesByType.forEach((code, phrases) -> {
            IncidentType type = IncidentTypes.find(code)
                    .orElseThrow(() -> new IllegalStateException("the lexicon names an unknown type " + code));
            for (String phrase : phrases) {
                boolean telling = phrase.startsWith("!");
                Sign sign = new Sign(type, types.indexOf(type), telling ? TELLING_WEIGHT : HINT_WEIGHT);
                signs.computeIfAbsent(telling ? phrase.substring(1) : phrase, p -> new ArrayList<>())
                        .add(sign);
            }
        });
        matcher = new PhraseMatcher<>(signs);
    }

    Found find(String folded) {
        List<PhraseMatcher.Hit<List<Sign>>> hits = matcher.find(folded);
        if (hits.isEmpty()) {
            return new Found(IncidentTypes.getOrOther(IncidentTypes.OTHER), 0, List.of());
        }
        int[] weights = weigh(folded, hits);
        int best = 0;
        int total = 0;
        for (int i = 0; i < weights.length; i++) {
            total += weights[i];
            if (weights[i] > weights[best]) {
                best = i;
            }
        }
        double share = (double) weights[best] / total;
        double confidence = share * weights[best] / (weights[best] + HALF_SURE_WEIGHT);
        return new Found(types.get(best), confidence, evidenceFor(types.get(best), folded, hits));
    }

    /** Weight per type; a phrase that is repeated counts once. */
    private int[] weigh(String folded, List<PhraseMatcher.Hit<List<Sign>>> hits) {
        int[] weights = new int[types.size()];
        Set<String> counted = new LinkedHashSet<>();
        for (PhraseMatcher.Hit<List<Sign>> hit : hits) {
            if (counted.add(folded.substring(hit.begin(), hit.end()))) {
                hit.value().forEach(sign -> weights[sign.order()] += sign.weight());
            }
        }
        return weights;
    }

    private static List<String> evidenceFor(
            IncidentType type, String folded, List<PhraseMatcher.Hit<List<Sign>>> hits) {
        Set<String> words = new LinkedHashSet<>();
        for (PhraseMatcher.Hit<List<Sign>> hit : hits) {
            if (hit.value().stream().anyMatch(sign -> sign.type().equals(type))) {
                words.add(folded.substring(hit.begin(), hit.end()));
            }
        }
        return List.copyOf(words);
    }
}

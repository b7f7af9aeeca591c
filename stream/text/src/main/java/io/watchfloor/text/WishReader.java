package io.watchfloor.text;

import io.watchfloor.contract.Wish;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a text asks for: its words, and a little what its type asks for by itself. */
final class WishReader {
    private static final String IMPLIED = "implied ";
    private static final String IGNORED = "ignored";
    private static final int OUTRIGHT_WEIGHT = 4;
    private static final int RATHER_WEIGHT = 2;
    private static final int HINT_WEIGHT = 1;
    private static final float IMPLIED_WEIGHT = 1.5f;
    private static final float IMPLIED_RESCUE_WEIGHT = 3f;

    private final PhraseMatcher<Map<Wish, Integer>> matcher;
    private final Map<String, Wish> impliedByType = new HashMap<>();

    WishReader(Map<String, List<String>> sections, PhraseBook.Draft book) {
        Map<String, Map<Wish, Integer>> cues = new HashMap<>();
        sections.forEach((section, entries) -> {
            if (section.startsWith(IMPLIED)) {
                entries.forEach(type -> impliedByType.put(type, wish(section.substring(IMPLIED.length()))));
            } else if (section.equals(IGNORED)) {
                entries.forEach(entry -> cues.put(entry, Map.of()));
            } else {
                entries.forEach(entry -> add(entry, wish(section), cues));
            }
        });
        matcher = new PhraseMatcher<>(cues, book);
    }

    /**
     * The wish with the most weight; of equals the one that the contract lists first.
     *
     * @param spoken whether a person said it: a sensor asks for nothing
     * @param grave whether the words say that it is graver than its type
     */
    Wish read(PhraseBook.Found said, String type, boolean spoken, boolean grave) {
        Map<Wish, Float> weights = new EnumMap<>(Wish.class);
        Wish implied = impliedByType.get(type);
        if (implied != null && spoken) {
            weights.put(implied, implied == Wish.RESCUE ? IMPLIED_RESCUE_WEIGHT : IMPLIED_WEIGHT);
        }
        if (grave && spoken) {
            weights.merge(Wish.RESCUE, IMPLIED_RESCUE_WEIGHT, Float::sum);
        }
        List<Map<Wish, Integer>> counted = new ArrayList<>();
        for (PhraseMatcher.Hit<Map<Wish, Integer>> hit : matcher.find(said)) {
            if (!counted.contains(hit.value())) {
                counted.add(hit.value());
                hit.value().forEach((wish, weight) -> weights.merge(wish, (float) weight, Float::sum));
            }
        }
        Map.Entry<Wish, Float> best = Map.entry(Wish.NONE, 0f);
        for (Map.Entry<Wish, Float> wish : weights.entrySet()) {
            best = wish.getValue() > best.getValue() ? Map.entry(wish.getKey(), wish.getValue()) : best;
        }
        return best.getKey();
    }

    private static void add(String entry, Wish wish, Map<String, Map<Wish, Integer>> cues) {
        int weight =
                switch (entry.charAt(0)) {
                    case '!' -> OUTRIGHT_WEIGHT;
                    case '+' -> RATHER_WEIGHT;
                    default -> HINT_WEIGHT;
                };
        cues.computeIfAbsent(weight == HINT_WEIGHT ? entry : entry.substring(1), w -> new EnumMap<>(Wish.class))
                .put(wish, weight);
    }

    private static Wish wish(String section) {
        return Wish.valueOf(section.toUpperCase(Locale.ROOT));
    }
}

package io.watchfloor.text;

import io.watchfloor.contract.IncidentType;
import io.watchfloor.contract.IncidentTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the words of a text say for each incident type. A phrase marked {@code !} in the lexicon tells the type nearly
 * alone, one with {@code +} speaks for it, another only hints; two phrases joined by {@code &} count when both stand in the
 * text. Phrases of the type {@code other} count for nothing, they only hide those inside them.
 */
final class TypeLexicon {
    private static final int TELLING_WEIGHT = 4;
    private static final int SPEAKING_WEIGHT = 2;
    private static final int HINT_WEIGHT = 1;

    private record Sign(int type, int weight) {}

    /** What a pair says, when one of the thirds stands in the text too, if there are any. */
    private static final class Pair {
        private final int[] thirds;
        private final Sign sign;

        Pair(int[] thirds, Sign sign) {
            this.thirds = thirds;
            this.sign = sign;
        }
    }

    /** A phrase: what it says alone, and with which others it says more. */
    private static final class Phrase {
        private final int id;
        private final String words;
        private final List<Sign> signs = new ArrayList<>();
        private final List<Pair> pairs = new ArrayList<>();

        /** With which other phrase each pair is; apart from them because nearly always nothing else is looked at. */
        private int[] seconds = {};

        private boolean trap;

        Phrase(int id, String words) {
            this.id = id;
            this.words = words;
        }

        void pairWith(int second, Pair pair) {
            seconds = Arrays.copyOf(seconds, seconds.length + 1);
            seconds[seconds.length - 1] = second;
            pairs.add(pair);
        }
    }

    private final PhraseMatcher<Phrase> matcher;
    private final Map<String, Phrase> phrases = new LinkedHashMap<>();
    private final List<Phrase> byId = new ArrayList<>();
    private final Map<String, Integer> orderOfType = new HashMap<>();

    TypeLexicon(Map<String, List<String>> phrasesByType, PhraseBook.Draft book) {
        for (IncidentType type : IncidentTypes.listAll()) {
            orderOfType.put(type.code(), orderOfType.size());
        }
        phrasesByType.forEach((code, entries) -> {
            Integer order = orderOfType.get(code);
            if (order == null) {
                throw new IllegalStateException("the lexicon names an unknown type " + code);
            }
            entries.forEach(entry -> add(entry, order, code.equals(IncidentTypes.OTHER)));
        });
        matcher = new PhraseMatcher<>(phrases, book);
    }

    /** The weight of all evidence per type, in the catalogue's order, and the words it rests on. */
    TypeEvidence weigh(PhraseBook.Found said) {
        TypeEvidence evidence = new TypeEvidence(orderOfType.size());
        List<PhraseMatcher.Hit<Phrase>> all = matcher.findAll(said);
        if (all.isEmpty()) {
            return evidence;
        }
        BitSet counted = new BitSet(phrases.size());
        for (PhraseMatcher.Hit<Phrase> hit : PhraseMatcher.outermost(all)) {
            Phrase phrase = hit.value();
            if (!counted.get(phrase.id)) {
                counted.set(phrase.id);
                phrase.signs.forEach(sign -> evidence.add(sign.type(), sign.weight(), phrase.words));
            }
        }
        weighPairs(all, evidence);
        return evidence;
    }

    private void weighPairs(List<PhraseMatcher.Hit<Phrase>> all, TypeEvidence evidence) {
        BitSet present = new BitSet(phrases.size());
        PhraseMatcher.Hit<Phrase> trap = null;
        for (PhraseMatcher.Hit<Phrase> hit : all) {
            if (trap == null || !hit.isWithin(trap)) {
                present.set(hit.value().id);
                trap = hit.value().trap ? hit : trap;
            }
        }
        if (present.cardinality() < 2) {
            return;
        }
        for (int id = present.nextSetBit(0); id >= 0; id = present.nextSetBit(id + 1)) {
            Phrase phrase = byId.get(id);
            int[] seconds = phrase.seconds;
            for (int i = 0; i < seconds.length; i++) {
                if (present.get(seconds[i])) {
                    weighPair(phrase, i, present, evidence);
                }
            }
        }
    }

    private void weighPair(Phrase phrase, int number, BitSet present, TypeEvidence evidence) {
        Pair pair = phrase.pairs.get(number);
        boolean counts = pair.thirds.length == 0;
        for (int third : pair.thirds) {
            counts |= present.get(third);
        }
        if (counts) {
            String second = byId.get(phrase.seconds[number]).words;
            evidence.addPair(pair.sign.type(), pair.sign.weight(), phrase.words, second);
        }
    }

    private void add(String entry, int type, boolean trap) {
        int weight =
                switch (entry.charAt(0)) {
                    case '!' -> TELLING_WEIGHT;
                    case '+' -> SPEAKING_WEIGHT;
                    default -> HINT_WEIGHT;
                };
        String words = weight == HINT_WEIGHT ? entry : entry.substring(1);
        int joint = words.indexOf('&');
        if (trap) {
            phrase(words).trap = true;
        } else if (joint < 0) {
            phrase(words).signs.add(new Sign(type, weight));
        } else {
            addPairs(words.split("&", -1), new Sign(type, weight));
        }
    }

    /** Every pair of one from each side; of a third side one must stand in the text too. */
    private void addPairs(String[] sides, Sign sign) {
        int[] thirds = sides.length < 3
                ? new int[0]
                : Stream.of(sides[2].split("/", -1))
                        .mapToInt(third -> phrase(third).id)
                        .toArray();
        for (String first : sides[0].split("/", -1)) {
            for (String second : sides[1].split("/", -1)) {
                phrase(first).pairWith(phrase(second).id, new Pair(thirds, sign));
            }
        }
    }

    private Phrase phrase(String words) {
        return phrases.computeIfAbsent(words, w -> {
            Phrase phrase = new Phrase(byId.size(), w);
            byId.add(phrase);
            return phrase;
        });
    }
}

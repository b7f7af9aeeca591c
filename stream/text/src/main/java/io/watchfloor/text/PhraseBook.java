package io.watchfloor.text;

import io.watchfloor.text.phrase.PhraseTrie;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The phrases of several lexicons together, so that a text is searched once for all of them; each {@link PhraseMatcher}
 * then takes what is its own. Immutable; one instance serves all threads.
 */
final class PhraseBook {
    private final PhraseTrie<Integer> trie;

    private PhraseBook(SortedMap<String, Integer> numbers) {
        trie = new PhraseTrie<>(numbers);
    }

    /** Everything that stands in a folded text, whichever lexicon it belongs to. */
    Found find(String folded) {
        Found found = new Found();
        trie.find(folded, found);
        return found;
    }

    /** Numbers phrases until all lexicons have told theirs. */
    static final class Draft {
        private final TreeMap<String, Integer> numbers = new TreeMap<>();

        /** The number of a phrase; the same for all who ask for the same phrase. */
        int number(String phrase) {
            return numbers.computeIfAbsent(phrase, p -> numbers.size());
        }

        PhraseBook finish() {
            return new PhraseBook(numbers);
        }
    }

    /** Phrases found in one text, from left to right, the longer of those that begin together first. */
    static final class Found implements PhraseTrie.Visitor<Integer> {
        private static final int FIELDS = 3;

        private int[] fields = new int[8 * FIELDS];
        private int size;

        @Override
        public void visit(int begin, int end, Integer phrase) {
            int at = size * FIELDS;
            if (at == fields.length) {
                fields = Arrays.copyOf(fields, 2 * fields.length);
            }
            fields[at] = begin;
            fields[at + 1] = end;
            fields[at + 2] = phrase;
            size++;
        }

        int size() {
            return size;
        }

        int begin(int position) {
            return fields[position * FIELDS];
        }

        int end(int position) {
            return fields[position * FIELDS + 1];
        }

        int phrase(int position) {
            return fields[position * FIELDS + 2];
        }
    }
}

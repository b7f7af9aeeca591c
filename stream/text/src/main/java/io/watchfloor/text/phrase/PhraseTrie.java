package io.watchfloor.text.phrase;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds many phrases in one pass over a folded text, from left to right, the longer of those that begin together first. A
 * phrase that begins or ends inside a Latin word or a number does not count, so that such a word costs one look at its first
 * letter. Immutable; one instance serves all threads.
 */
public final class PhraseTrie<V> {
    private static final int VALUE_OF_NONE = -1;

    /** So much room behind the last state that every character leads somewhere. */
    private static final int MARGIN = (1 << Character.SIZE) + 2;

    /** Per state the state it belongs to in the upper half and its base in the lower one: one look at memory for both. */
    private final long[] states;

    private final int root;
    private final List<V> values;
    private final Beginnings beginnings;

    /** Receives what is found. */
    @FunctionalInterface
    public interface Visitor<V> {
        /** A phrase stands from {@code begin} to before {@code end}. */
        void visit(int begin, int end, V value);
    }

    /** A trie of phrases and what each stands for. */
    public PhraseTrie(SortedMap<String, V> phrases) {
        values = List.copyOf(phrases.values());
        beginnings = new Beginnings(phrases.keySet());
        Arrays arrays = new Arrays();
        if (phrases.isEmpty()) {
            states = new long[MARGIN];
            root = 0;
            return;
        }
        TreeMap<String, Integer> numbered = new TreeMap<>();
        phrases.keySet().forEach(phrase -> numbered.put(phrase, numbered.size()));
        arrays.build(numbered);
        states = arrays.interleaved();
        root = (int) states[0];
    }

    /** Visits every phrase that stands in a folded text. */
    public void find(String folded, Visitor<V> visitor) {
        char[] text = folded.toCharArray();
        boolean inWord = false;
        for (int begin = 0; begin < text.length; begin++) {
            char first = text[begin];
            boolean isLatin = Folding.isLatin(first);
            if (!(inWord && isLatin) && beginnings.mayBegin(text, begin)) {
                long state = states[root + first + 1];
                if (isChild(state, root)) {
                    walk(text, begin, (int) state, visitor);
                }
            }
            inWord = isLatin;
        }
    }

    private void walk(char[] text, int begin, int first, Visitor<V> visitor) {
        int length = text.length;
        int parent = first;
        List<Integer> shorter = null;
        int longest = 0;
        int value = VALUE_OF_NONE;
        for (int at = begin + 1; at <= length; at++) {
            int ending = valueAt(parent);
            if (ending != VALUE_OF_NONE && Folding.standsAlone(text, begin, at)) {
                if (value != VALUE_OF_NONE) {
                    shorter = shorter == null ? new ArrayList<>(4) : shorter;
                    shorter.add(longest);
                    shorter.add(value);
                }
                longest = at;
                value = ending;
            }
            if (at == length) {
                break;
            }
            long state = states[parent + text[at] + 1];
            if (!isChild(state, parent)) {
                break;
            }
            parent = (int) state;
        }
        if (value == VALUE_OF_NONE) {
            return;
        }
        visitor.visit(begin, longest, values.get(value));
        for (int i = shorter == null ? 0 : shorter.size(); i > 0; i -= 2) {
            visitor.visit(begin, shorter.get(i - 2), values.get(shorter.get(i - 1)));
        }
    }

    private static boolean isChild(long state, int parent) {
        return (int) (state >>> Integer.SIZE) == parent && (int) state != 0;
    }

    /** A state at which a phrase ends is its own child, with the phrase's number below zero as its base. */
    private int valueAt(int parent) {
        long state = states[parent];
        int base = (int) state;
        return (int) (state >>> Integer.SIZE) == parent && base < 0 ? -base - 1 : VALUE_OF_NONE;
    }

    /** Builds the double array; its links for failure and its search are not used. */
    private static final class Arrays extends AhoCorasickDoubleArrayTrie<Integer> {
        private static final long serialVersionUID = 1;

        long[] interleaved() {
            int used = Math.min(base.length, check.length);
            long[] both = new long[used + MARGIN];
            for (int i = 0; i < used; i++) {
                both[i] = (long) check[i] << Integer.SIZE | (base[i] & 0xFFFF_FFFFL);
            }
            return both;
        }
    }
}

package io.watchfloor.text;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Finds many phrases in one pass; an English phrase counts only as whole words, a longer phrase hides those in it. */
final class PhraseMatcher<V> {
    /** One phrase found, from {@code begin} to before {@code end}. */
    record Hit<V>(int begin, int end, V value) {}

    private static final Comparator<Hit<?>> LONGEST_FIRST_FROM_LEFT = Comparator.<Hit<?>>comparingInt(Hit::begin)
            .thenComparing(Comparator.<Hit<?>>comparingInt(Hit::end).reversed());

    private final AhoCorasickDoubleArrayTrie<V> trie = new AhoCorasickDoubleArrayTrie<>();

    PhraseMatcher(Map<String, V> phrases) {
        trie.build(new TreeMap<>(phrases));
    }

    /** The form in which texts and phrases are compared: full-width folded, lower case, as long as the NFKC of it. */
    static String fold(String text) {
        String folded = isPlain(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
        return folded.toLowerCase(Locale.ROOT).replace('’', '\'');
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x7f && (c < 0x4e00 || c > 0x9fff)) {
                return false;
            }
        }
        return true;
    }

    /** Hits in a folded text from left to right, none inside another. */
    List<Hit<V>> find(String folded) {
        List<Hit<V>> hits = new ArrayList<>();
        trie.parseText(folded, (begin, end, value) -> {
            if (standsAlone(folded, begin, end)) {
                hits.add(new Hit<>(begin, end, value));
            }
        });
        if (hits.size() < 2) {
            return hits;
        }
        hits.sort(LONGEST_FIRST_FROM_LEFT);
        List<Hit<V>> outermost = new ArrayList<>(hits.size());
        int covered = 0;
        for (Hit<V> hit : hits) {
            if (hit.end() > covered) {
                outermost.add(hit);
                covered = hit.end();
            }
        }
        return outermost;
    }

    private static boolean standsAlone(String text, int begin, int end) {
        boolean cutsAtStart = begin > 0 && isWord(text.charAt(begin)) && isWord(text.charAt(begin - 1));
        boolean cutsAtEnd = end < text.length() && isWord(text.charAt(end - 1)) && isWord(text.charAt(end));
        return !cutsAtStart && !cutsAtEnd;
    }

    private static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
}

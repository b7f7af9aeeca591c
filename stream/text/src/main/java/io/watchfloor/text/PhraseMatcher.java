package io.watchfloor.text;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds many phrases in one pass over a folded text; an English phrase counts only as whole words. */
final class PhraseMatcher<V> {
    /** One phrase found, from {@code begin} to before {@code end}. */
    record Hit<V>(int begin, int end, V value) {
        boolean isWithin(Hit<?> other) {
            return other.begin <= begin && end <= other.end && other.end - other.begin > end - begin;
        }
    }

    private static final Comparator<Hit<?>> LONGEST_FIRST_FROM_LEFT = Comparator.<Hit<?>>comparingInt(Hit::begin)
            .thenComparing(Comparator.<Hit<?>>comparingInt(Hit::end).reversed());

    private final AhoCorasickDoubleArrayTrie<V> trie = new AhoCorasickDoubleArrayTrie<>();

    PhraseMatcher(Map<String, V> phrases) {
        trie.build(new TreeMap<>(phrases));
    }

    /** Every hit from left to right, the longer of those that begin together first. */
    List<Hit<V>> findAll(String folded) {
        List<Hit<V>> hits = new ArrayList<>();
        trie.parseText(folded, (begin, end, value) -> {
            if (Folding.standsAlone(folded, begin, end)) {
                hits.add(new Hit<>(begin, end, value));
            }
        });
        if (hits.size() > 1) {
            hits.sort(LONGEST_FIRST_FROM_LEFT);
        }
        return hits;
    }

    /** Those hits that are not inside another. */
    List<Hit<V>> find(String folded) {
        return outermost(findAll(folded));
    }

    /** Those of {@link #findAll} that are not inside another. */
    static <V> List<Hit<V>> outermost(List<Hit<V>> hits) {
        if (hits.size() < 2) {
            return hits;
        }
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
}

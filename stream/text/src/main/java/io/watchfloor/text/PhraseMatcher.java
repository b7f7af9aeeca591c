package io.watchfloor.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The phrases of one lexicon among all that were found in a text; an English phrase counts only as whole words. */
final class PhraseMatcher<V> {
    /** One phrase found, from {@code begin} to before {@code end}. */
    record Hit<V>(int begin, int end, V value) {
        boolean isWithin(Hit<?> other) {
            return other.begin <= begin && end <= other.end && other.end - other.begin > end - begin;
        }
    }

    /** By the book's number of a phrase; null for what is not of this lexicon. */
    private Object[] values = {};

    /** Adds a lexicon's phrases to a book. */
    PhraseMatcher(Map<String, V> phrases, PhraseBook.Draft book) {
        phrases.forEach((phrase, value) -> {
            int number = book.number(phrase);
            if (number >= values.length) {
                values = Arrays.copyOf(values, 2 * number + 1);
            }
            values[number] = value;
        });
    }

    /** Every hit from left to right, the longer of those that begin together first. */
    List<Hit<V>> findAll(PhraseBook.Found found) {
        List<Hit<V>> hits = null;
        for (int i = 0; i < found.size(); i++) {
            V value = value(found.phrase(i));
            if (value != null) {
                hits = hits == null ? new ArrayList<>() : hits;
                hits.add(new Hit<>(found.begin(i), found.end(i), value));
            }
        }
        return hits == null ? List.of() : hits;
    }

    /** Those hits that are not inside another. */
    List<Hit<V>> find(PhraseBook.Found found) {
        return outermost(findAll(found));
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

    @SuppressWarnings("unchecked") // only the constructor fills it, with values of this kind
    private V value(int phrase) {
        return phrase < values.length ? (V) values[phrase] : null;
    }
}

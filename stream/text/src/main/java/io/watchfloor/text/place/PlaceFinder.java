package io.watchfloor.text.place;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import io.watchfloor.contract.PlaceMention;
import io.watchfloor.contract.place.Gazetteer;
import io.watchfloor.contract.place.NamedPlace;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the place a text names, among those of one gazetteer. Immutable; one instance serves all threads. */
public final class PlaceFinder {
    private static final PlaceFinder NONE = new PlaceFinder(Map.of());

    private final AhoCorasickDoubleArrayTrie<NamedPlace> names;

    private PlaceFinder(Map<String, NamedPlace> byName) {
        names = byName.isEmpty() ? null : new AhoCorasickDoubleArrayTrie<>();
        if (names != null) {
            names.build(new TreeMap<>(byName));
        }
    }

    /** A finder of everything that has a name in a gazetteer. */
    public static PlaceFinder of(Gazetteer gazetteer) {
        Map<String, NamedPlace> byName = new TreeMap<>();
        for (NamedPlace place : gazetteer.places()) {
            for (String name : new String[] {place.nameZh(), place.nameEn()}) {
                if (name.length() > 1) {
                    byName.putIfAbsent(name.toLowerCase(Locale.ROOT), place);
                }
            }
        }
        return new PlaceFinder(byName);
    }

    /** A finder that knows no place. */
    public static PlaceFinder none() {
        return NONE;
    }

    /**
     * The place a text names.
     *
     * @param nearLat where the report says it is, WGS-84 degrees, to tell places of one name apart; null when unknown
     * @param nearLon likewise
     */
    public Optional<PlaceMention> find(String text, Double nearLat, Double nearLon) {
        if (names == null) {
            return Optional.empty();
        }
        String folded = text.toLowerCase(Locale.ROOT);
        if (folded.length() != text.length()) {
            return Optional.empty();
        }
        PlaceMention[] longest = new PlaceMention[1];
        names.parseText(folded, (begin, end, place) -> {
            if (longest[0] == null || end - begin > longest[0].words().length()) {
                longest[0] = new PlaceMention(
                        place.id(), text.substring(begin, end), place.lat(), place.lon(), place.accuracyMeters(), 0.5);
            }
        });
        return Optional.ofNullable(longest[0]);
    }
}

package io.watchfloor.text.place;

import io.watchfloor.contract.place.CellShape;
import io.watchfloor.contract.place.Gazetteer;
import io.watchfloor.contract.place.NamedPlace;
import io.watchfloor.text.phrase.Folding;
import io.watchfloor.text.phrase.PhraseTrie;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All names and aliases of a gazetteer in one double-array trie. */
final class NameIndex {
    private static final int SHORTEST_CHINESE = 2;
    private static final int SHORTEST_LATIN = 4;
    private static final Set<String> GENERIC = GenericNames.read();

    private final PhraseTrie<NameHit> trie;

    NameIndex(Gazetteer gazetteer) {
        TreeMap<String, NameHit> byName = new TreeMap<>();
        for (NamedPlace place : gazetteer.places()) {
            add(place.nameZh(), place, byName);
            add(place.nameEn(), place, byName);
            place.aliases().forEach(alias -> add(alias, place, byName));
        }
        for (CellShape cell : gazetteer.cells()) {
            add(cell.nameZh(), cell, byName);
            add(cell.nameEn(), cell, byName);
        }
        trie = byName.isEmpty() ? null : new PhraseTrie<>(byName);
    }

    /** The longest names in a folded text from left to right, none inside or overlapping another. */
    List<NameHit> find(String folded) {
        if (trie == null) {
            return List.of();
        }
        List<NameHit> hits = new ArrayList<>(4);
        trie.find(folded, (begin, end, name) -> hits.add(new NameHit(begin, end, name.places(), name.areas())));
        if (hits.size() < 2) {
            return hits;
        }
        List<NameHit> longest = new ArrayList<>(hits.size());
        for (NameHit hit : hits) {
            NameHit last = longest.isEmpty() ? null : longest.get(longest.size() - 1);
            if (last == null || hit.begin() >= last.end()) {
                longest.add(hit);
            } else if (hit.end() - hit.begin() > last.end() - last.begin()) {
                longest.set(longest.size() - 1, hit);
            }
        }
        return longest;
    }

    private static void add(String name, NamedPlace place, Map<String, NameHit> byName) {
        NameHit entry = entry(name, byName);
        if (entry != null && !entry.places().contains(place)) {
            entry.places().add(place);
        }
    }

    private static void add(String name, CellShape cell, Map<String, NameHit> byName) {
        NameHit entry = cell.ring().isEmpty() ? null : entry(name, byName);
        if (entry != null) {
            entry.areas().add(middle(cell));
        }
    }

    private static NameHit entry(String name, Map<String, NameHit> byName) {
        String folded = name == null ? "" : Folding.fold(name.strip());
        if (folded.isEmpty() || folded.length() < shortest(folded) || GENERIC.contains(folded)) {
            return null;
        }
        return byName.computeIfAbsent(folded, n -> new NameHit(0, 0, new ArrayList<>(1), new ArrayList<>(0)));
    }

    private static int shortest(String folded) {
        return folded.charAt(0) < 0x2E80 ? SHORTEST_LATIN : SHORTEST_CHINESE;
    }

    private static Point middle(CellShape cell) {
        double lat = 0;
        double lon = 0;
        for (List<Double> corner : cell.ring()) {
            lat += corner.get(0);
            lon += corner.get(1);
        }
        return new Point(lat / cell.ring().size(), lon / cell.ring().size());
    }
}

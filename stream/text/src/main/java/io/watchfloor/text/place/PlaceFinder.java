package io.watchfloor.text.place;

import io.watchfloor.contract.PlaceMention;
import io.watchfloor.contract.place.Gazetteer;
import io.watchfloor.contract.place.NamedPlace;
import io.watchfloor.text.phrase.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the place a text names, among those of one gazetteer: the longest names, with house number and unit; which of several
 * places of one name is meant, and which of several mentions, is told by what stands near. Immutable; one instance serves
 * all threads.
 */
public final class PlaceFinder {
    private static final PlaceFinder NONE = new PlaceFinder(new Gazetteer("", "UTC", List.of(), List.of()));

    /** Below this a mention is rather a coincidence. */
    private static final double LEAST_CONFIDENCE = 0.2;

    private final NameIndex names;
    private final HouseNumbers houseNumbers;
    private final Crossings crossings;

    private PlaceFinder(Gazetteer gazetteer) {
        names = new NameIndex(gazetteer);
        houseNumbers = new HouseNumbers(gazetteer.places());
        crossings = new Crossings(gazetteer.crossings());
    }

    /** A finder of everything that has a name in a gazetteer. */
    public static PlaceFinder of(Gazetteer gazetteer) {
        return new PlaceFinder(gazetteer);
    }

    /** A finder that knows no place. */
    public static PlaceFinder none() {
        return NONE;
    }

    /**
     * The place a text names; empty when it names none that is known, or none surely enough.
     *
     * @param nearLat where the report says it is, WGS-84 degrees, to tell places of one name apart; null when unknown
     * @param nearLon likewise
     */
    public Optional<PlaceMention> find(String text, Double nearLat, Double nearLon) {
        return findFolded(Folding.fold(text), text, nearLat, nearLon);
    }

    /** Like {@link #find}, for who has folded the text already. */
    public Optional<PlaceMention> findFolded(String folded, String text, Double nearLat, Double nearLon) {
        List<NameHit> hits = names.find(folded);
        if (hits.isEmpty()) {
            return Optional.empty();
        }
        Point near = nearLat == null || nearLon == null ? null : new Point(nearLat, nearLon);
        Optional<Mention> crossing = crossings.find(folded, hits, near);
        List<Mention> mentions = new ArrayList<>(hits.size());
        crossing.ifPresent(mentions::add);
        for (NameHit hit : hits) {
            if (crossing.isPresent() && crossing.get().covers(hit)) {
                continue;
            }
            NameContext.Judged judged = NameContext.judge(folded, hit);
            if (judged.plausibility() > 0 && !hit.places().isEmpty()) {
                mentions.add(Mention.of(hit, judged, Choice.of(hit, hits, near)));
            }
        }
        Mention best = null;
        for (Mention mention : mentions) {
            best = best == null || mention.rank() > best.rank() ? mention : best;
        }
        if (best == null || best.confidenceAmong(mentions) < LEAST_CONFIDENCE) {
            return Optional.empty();
        }
        return Optional.of(placed(best, best.confidenceAmong(mentions), text));
    }

    private PlaceMention placed(Mention mention, double confidence, String text) {
        NamedPlace place = mention.place();
        HouseNumbers.Spot spot = houseNumbers.locate(place, mention.houseNumber());
        return new PlaceMention(
                place.id(),
                text.substring(mention.begin(), mention.end()),
                spot.lat(),
                spot.lon(),
                spot.accuracyMeters() * mention.blur(),
                confidence);
    }
}

package io.watchfloor.text.place;

import io.watchfloor.contract.place.NamedPlace;
import java.util.List;

/** A name in a text together with the place chosen for it. */
record Mention(
        NamedPlace place, int begin, int end, int houseNumber, boolean detailed, boolean nearby, double confidence) {
    private static final double IF_FAR = 0.5;
    private static final double IF_OTHERS_ARE_ELSEWHERE = 0.7;
    private static final double ELSEWHERE_METERS = 1_000;

    /** What is only named after a place is somewhere around it. */
    private static final double NEARBY_BLUR = 3;

    static Mention of(NameHit hit, NameContext.Judged judged, Choice choice) {
        double confidence = judged.plausibility() * choice.share() * (choice.far() ? IF_FAR : 1);
        return new Mention(
                choice.place(),
                judged.begin(),
                judged.end(),
                judged.houseNumber(),
                judged.detailed(),
                judged.nearby(),
                confidence);
    }

    /** The surer and the more exact, the better: a building before a street, a short street before a long one. */
    double rank() {
        double exact = detailed ? 1 : place.street() ? 0.6 : 0.85;
        return confidence * exact * (1 + 20 / (100 + place.accuracyMeters()));
    }

    /** Whether its words hold that name. */
    boolean covers(NameHit hit) {
        return begin <= hit.begin() && hit.end() <= end;
    }

    double blur() {
        return nearby ? NEARBY_BLUR : 1;
    }

    /** Less when the text names other places far from this one: it may speak of a way between them. */
    double confidenceAmong(List<Mention> all) {
        for (Mention other : all) {
            double apart = Point.of(place).metersTo(Point.of(other.place))
                    - place.accuracyMeters()
                    - other.place.accuracyMeters();
            if (other.confidence >= confidence / 2 && apart > ELSEWHERE_METERS) {
                return confidence * IF_OTHERS_ARE_ELSEWHERE;
            }
        }
        return confidence;
    }
}

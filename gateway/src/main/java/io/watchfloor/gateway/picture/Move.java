package io.watchfloor.gateway.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who merely moved.
 *
 * @param from where they were told to be before; null when that is not known
 * @param lat where they are now, in WGS-84 degrees
 * @param lon WGS-84 degrees
 * @param sent whether they are sent somewhere: then everybody hears of it
 */
public record Move(String personId, Changes.Place from, double lat, double lon, boolean sent) {
    /** Who of them came into the view, moved in it or left it, or is sent somewhere. */
    public static List<String> listSeen(List<Move> moves, MapView view) {
        if (moves.isEmpty()) {
            return List.of();
        }
        List<String> seen = new ArrayList<>(moves.size());
        for (Move move : moves) {
            if (move.concerns(view)) {
                seen.add(move.personId());
            }
        }
        return seen;
    }

    private boolean concerns(MapView view) {
        return sent || view.shows(lat, lon) || (from != null && view.shows(from.lat(), from.lon()));
    }
}

package io.watchfloor.gateway.push;

import java.util.Set;

/**
 * What of the picture a socket is shown.
 *
 * @param areaIds only what lies in these areas; empty for everywhere
 * @param masked without what tells who called
 */
public record LiveScope(Set<String> areaIds, boolean masked) {
    /** All of it. */
    public static final LiveScope WHOLE = new LiveScope(Set.of(), false);

    /** What a person's own page is shown: nobody who called. */
    public static final LiveScope OWN_PAGE = new LiveScope(Set.of(), true);

    /** Whether it is all of the picture, which most consoles are shown, so that they share one frame. */
    boolean isWhole() {
        return areaIds.isEmpty() && !masked;
    }
}

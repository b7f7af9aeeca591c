package io.watchfloor.gateway.push;

import io.watchfloor.gateway.picture.Parts;

/** Leaves out of parts of the picture what a view does not show. */
@FunctionalInterface
public interface LiveExcerpt {
    /** The parts as this view shows them. */
    Parts of(LiveScope view, Parts parts);
}

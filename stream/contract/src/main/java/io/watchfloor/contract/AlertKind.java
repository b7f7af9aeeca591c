package io.watchfloor.contract;

/** What kind of rise is warned of. */
public enum AlertKind {
    /** One topic, in one cell. */
    CELL,
    /** One topic, in several cells that touch. */
    CLUSTER,
    /** One topic, over the whole area. */
    AREA,
    /** Reports that resemble each other and no topic. */
    NEW_TOPIC,
    /** Reports of more and more people, over days, that speak of one matter. */
    MATTER,
    /** A source of reports that is silent, or sends as it has not before. */
    FEED
}

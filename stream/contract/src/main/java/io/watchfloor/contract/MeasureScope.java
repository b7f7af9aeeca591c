package io.watchfloor.contract;

/** What a measure is taken over. */
public enum MeasureScope {
    /** Everything. */
    WORLD,
    /** One grid cell. */
    CELL,
    /** One incident type. */
    TYPE,
    /** One department or partner body: that of the people sent. */
    ORGANIZATION
}

package io.watchfloor.drill.simulation;

/** What is known of the calls to come where people are moved to where cover is thin. */
enum Foresight {
    /** Nothing: nobody is moved. */
    NONE,
    /** How often each type happens in each cell in each hour: what no duty room knows. */
    TRUE_RATES,
    /** What a gateway reckons from what happened since the run began. */
    SEEN,
    /** The same, and there was a day before. */
    SEEN_FOR_A_DAY
}

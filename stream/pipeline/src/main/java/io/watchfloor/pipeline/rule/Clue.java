package io.watchfloor.pipeline.rule;

/** What speaks for or against a report and an incident being of one event; the order is that of the weights. */
public enum Clue {
    ALWAYS,
    /** Hundreds of metres between the two, 5 at most. */
    METERS,
    /** Its square. */
    METERS_SQUARED,
    /** Metres as a share of what the types allow. */
    FAR,
    /** Metres in standard deviations of both positions, 6 at most. */
    DEVIATIONS,
    /** 1 at the same point, falling to a third at 60 m. */
    NEAR,
    /** Near, and of one type. */
    NEAR_SAME_TYPE,
    /** Time as a share of what the types allow. */
    LATE,
    /** Logarithm of the minutes between. */
    MINUTES,
    /** Cosine of the words. */
    COSINE,
    /** Share of the report's words that the incident has. */
    COVERED,
    /** Words alike, as far as they are of one place. */
    COSINE_NEAR,
    /** Words alike without a common type: the reader may have erred. */
    COVERED_OTHER_TYPE,
    /** The words cannot be compared: none, or another script. */
    NO_WORDS,
    SAME_TYPE,
    RELATED_TYPE,
    UNTOLD_TYPE,
    /** Not of one type, and how sure that is. */
    SURELY_OTHER_TYPE,
    /** Distance weighs differently without a common type. */
    FAR_OTHER_TYPE,
    /** Both name the same place. */
    SAME_PLACE,
    /** Both name a place, and never the same. */
    OTHER_PLACE,
    SAME_NUMBER,
    OTHER_NUMBER,
    SAME_REPORTER,
    /** One of the two is a sensor's or a camera's. */
    DEVICE,
    /** The same address. */
    SAME_ADDRESS,
    /** Neither a distance nor a common address: words alone. */
    WORDS_ALONE,
    /** Logarithm of the incident's reports: big events draw more. */
    REPORTS;

    /** Where its value and its weight stand. */
    @SuppressWarnings("EnumOrdinal") // weights are fitted and written down in this order
    public int index() {
        return ordinal();
    }
}

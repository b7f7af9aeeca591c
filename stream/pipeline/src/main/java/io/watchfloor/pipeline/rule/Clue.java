package io.watchfloor.pipeline.rule;

/** What speaks for or against a report and an incident being of one event; the order is that of the weights. */
public enum Clue {
    ALWAYS,
    /** Log likelihood of the distance if both are where the event is: most pins are a little off, few by far. */
    POSITION,
    /** Hundreds of metres between the two, 4 at most. */
    METERS,
    /** Its square. */
    METERS_SQUARED,
    /** Metres as a share of what the types allow. */
    FAR,
    /** One of the two is known by a name's position alone: its distance says little. */
    BY_NAME,
    /** Then: distance in standard deviations, 4 at most. */
    BY_NAME_DEVIATIONS,
    /** No distance can be told: a street's name, an address, or nothing. */
    NO_DISTANCE,
    /** Time as a share of what the stricter type allows, 1 at most. */
    LATE,
    /** Logarithm of the minutes between. */
    MINUTES,
    /** Logarithm of {@link TypeOdds}. */
    TYPE_ODDS,
    /** The same, as far as it speaks against. */
    TYPE_AGAINST,
    /** The same, the more the distance speaks against. */
    TYPE_POSITION,
    /** Of one type, while the distance says little or nothing. */
    TYPE_BY_NAME,
    /** Cosine of the words. */
    COSINE,
    /** The same, as far as they are of one place. */
    COSINE_NEAR,
    /** Share of the report's words that the incident has. */
    COVERED,
    /** The words cannot be compared: none, or another script. */
    NO_WORDS,
    /** Both name the same place, other than a street. */
    SAME_PLACE,
    SAME_STREET,
    /** Both name a place other than a street, and never the same. */
    OTHER_PLACE,
    SAME_ADDRESS,
    /** Both name the same house, block or floor. */
    SAME_NUMBER,
    /** The same, of the same place. */
    SAME_DOOR,
    /** Both name a house, block or floor of the same place, and never the same. */
    OTHER_DOOR,
    /** Then: the one beside it. */
    NEXT_DOOR,
    SAME_REPORTER,
    /** One of the two is a sensor's or a camera's. */
    DEVICE,
    /** Neither a distance nor a common address or place, or too late: words alone. */
    WORDS_ALONE,
    /** Logarithm of the incident's reports: big events draw more. */
    REPORTS,
    /** The same, as far as they are apart. */
    REPORTS_FAR;

    /** Where its value and its weight stand. */
    @SuppressWarnings("EnumOrdinal") // weights are fitted and written down in this order
    public int index() {
        return ordinal();
    }
}

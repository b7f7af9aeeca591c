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
    /** Hundreds of metres by which the report's pin lies farther outside the place it names than the incident does, -3 to 3. */
    NAME_NEARER,
    /** One of the two is known by a name's position alone: its distance says little. */
    BY_NAME,
    /** Then: distance in standard deviations, 4 at most. */
    BY_NAME_DEVIATIONS,
    /** Its square. */
    BY_NAME_SQUARED,
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
    /** The same, times the logarithm of the incident's reports: of many, some have said it all. */
    COVERED_REPORTS,
    /** How few words the report has, 1 for none. */
    FEW_WORDS,
    /** Cosine of the words, the fewer they are: what kind of thing it is, everybody says alike. */
    COSINE_FEW,
    /** Likewise the share that the incident has. */
    COVERED_FEW,
    /** Cosine of a device's words and those of an incident that a device has reported: all devices say the same. */
    COSINE_DEVICES,
    /** The words cannot be compared: none, or another script. */
    NO_WORDS,
    /** Both name the same place, other than a street. */
    SAME_PLACE,
    SAME_STREET,
    /** Both name a place other than a street, and never the same. */
    OTHER_PLACE,
    SAME_ADDRESS,
    /** Both name a house, block or floor: how much of what the incident says of it is what the report says. */
    SAME_NUMBER,
    /** The same, of the same place or street. */
    SAME_DOOR,
    /** How much is another, where both have no place or street in common. */
    OTHER_NUMBER,
    /** The same, of one place. */
    OTHER_DOOR,
    /** Then: the one beside it is the nearest. */
    NEXT_DOOR,
    /** The same, of one street. */
    OTHER_HOUSE,
    /** Then: logarithm of how far apart the numbers are. */
    HOUSES_APART,
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

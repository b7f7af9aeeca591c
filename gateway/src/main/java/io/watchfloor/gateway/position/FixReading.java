package io.watchfloor.gateway.position;

/**
 * What was read of a phone's message.
 *
 * @param fix null when there is none
 * @param refusal why it cannot be taken, as a short code for counting; null when it can
 * @param detail a sentence that helps; null without a refusal
 */
record FixReading(PhoneFix fix, String refusal, String detail) {
    /** Nothing to do: a message of another kind. */
    static final FixReading NOTHING = new FixReading(null, null, null);

    static FixReading of(PhoneFix fix) {
        return new FixReading(fix, null, null);
    }

    static FixReading refused(String reason, String detail) {
        return new FixReading(null, reason, detail);
    }
}

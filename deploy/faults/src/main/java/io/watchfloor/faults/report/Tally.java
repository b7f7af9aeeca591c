package io.watchfloor.faults.report;

/**
 * What went in and what came out.
 *
 * @param acknowledged reports acknowledged
 * @param lost of them in no incident
 * @param doubled of them in more than one, or twice in one
 * @param races times two officers tried for the same person at once
 * @param sentTwice people who were bound by two assignments at the same time
 */
public record Tally(int acknowledged, int lost, int doubled, int races, int sentTwice) {
    /** Nothing yet. */
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    /** Whether nothing is lost, doubled or sent twice. */
    public boolean isClean() {
        return lost == 0 && doubled == 0 && sentTwice == 0;
    }

    /** With what was counted before an earlier look taken off what only grows. */
    public Tally since(Tally before) {
        return new Tally(acknowledged - before.acknowledged, lost, doubled, races - before.races, sentTwice);
    }

    /** Of both together. */
    public Tally plus(Tally other) {
        return new Tally(
                acknowledged + other.acknowledged,
                lost + other.lost,
                doubled + other.doubled,
                races + other.races,
                sentTwice + other.sentTwice);
    }

    /** In words. */
    public String text() {
        return acknowledged + " acknowledged, " + lost + " lost, " + doubled + " doubled; " + races + " races, "
                + sentTwice + " sent twice";
    }
}

package io.watchfloor.graph;

/** The append-only log of everything people decided, and of what they were refused. */
public interface AuditLog {
    /**
     * What a check of a world's log found.
     *
     * @param rows how many rows were read
     * @param brokenAt sequence of the first row that is changed, missing or out of place; null when all is well
     * @param detail what is wrong with it; null when all is well
     */
    record Verification(long rows, Long brokenAt, String detail) {
        /** Whether every row is as it was written, and none is missing. */
        public boolean isIntact() {
            return brokenAt == null;
        }
    }

    /**
     * Reads the whole log of a world and works out every hash again.
     *
     * @throws GraphUnavailableException when it cannot be read
     */
    Verification verify(String world);
}

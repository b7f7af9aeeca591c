package io.watchfloor.contract;

import java.time.Instant;
import java.util.List;

/**
 * A message from the floor to people in a part of the map, which each of them reads and confirms; written by the duty desk
 * alone, as versioned upserts.
 *
 * @param world the world it belongs to
 * @param id starts with {@code M-}
 * @param version rises by one with every confirmation; a reader keeps the highest
 * @param text what it says
 * @param actor the officer who sent it
 * @param at when
 * @param until after that it stands nowhere any more
 * @param receipts one for everybody who was told, by their ids
 */
public record Notice(
        String world,
        String id,
        long version,
        String text,
        String actor,
        Instant at,
        Instant until,
        List<Receipt> receipts) {
    /**
     * Somebody who was told.
     *
     * @param personId who
     * @param confirmedAt when they said that they have read it; null while they have not
     */
    public record Receipt(String personId, Instant confirmedAt) {}

    /** The same as one of those who were told may see it: who else was told is the floor's business. */
    public Notice onlyTo(String personId) {
        return new Notice(
                world,
                id,
                version,
                text,
                actor,
                at,
                until,
                receipts.stream()
                        .filter(receipt -> receipt.personId().equals(personId))
                        .toList());
    }
}

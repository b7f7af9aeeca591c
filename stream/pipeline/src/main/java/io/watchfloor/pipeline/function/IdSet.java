package io.watchfloor.pipeline.function;

/**
 * Which ids were added, by 64 bits of each: what it does not know was not added, for certain. What it knows was, or in one of
 * billions of cases something else was.
 */
final class IdSet {
    private static final long PRIME = 0x100000001B3L; // of FNV-1a
    private static final int FIRST_SLOTS = 1 << 10;

    private final int limit;
    /** At most half full; 0 is free. */
    private long[] slots = new long[FIRST_SLOTS];

    private int size;

    /** Takes so many at most; each needs up to 32 bytes. */
    IdSet(int limit) {
        this.limit = limit;
    }

    /** False when it is full, and cannot say any more what was not added. */
    boolean add(String id) {
        long bits = bitsOf(id);
        int slot = slotOf(bits);
        if (slots[slot] == bits) {
            return true;
        }
        if (size == limit) {
            return false;
        }
        slots[slot] = bits;
        size++;
        if (2 * size > slots.length) {
            grow();
        }
        return true;
    }

    boolean knows(String id) {
        long bits = bitsOf(id);
        return slots[slotOf(bits)] == bits;
    }

    /** Where it stands, or would stand. */
    private int slotOf(long bits) {
        int mask = slots.length - 1;
        int slot = (int) (bits >>> 32) & mask;
        while (slots[slot] != 0 && slots[slot] != bits) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] before = slots;
        slots = new long[2 * before.length];
        for (long bits : before) {
            if (bits != 0) {
                slots[slotOf(bits)] = bits;
            }
        }
    }

    /** Never 0; spread over all bits (MurmurHash3). */
    private static long bitsOf(String id) {
        long bits = 0;
        for (int i = 0; i < id.length(); i++) {
            bits = (bits ^ id.charAt(i)) * PRIME;
        }
        bits = (bits ^ (bits >>> 33)) * 0xFF51AFD7ED558CCDL;
        bits = (bits ^ (bits >>> 33)) * 0xC4CEB9FE1A85EC53L;
        bits ^= bits >>> 33;
        return bits == 0 ? 1 : bits;
    }
}

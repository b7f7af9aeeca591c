package io.watchfloor.pipeline.function;

import java.util.List;

/**
 * The buckets asked for last, by region and number, so that they need not be read from the store again; a report asks for
 * some twenty-five. What has not been asked for while half of the limit was, is forgotten: two tables take turns, which
 * spares the book-keeping of an exact order.
 */
final class KnownBuckets {
    /** A bucket in memory; {@code held} is null when it must be read again. */
    private static final class Bucket {
        private final String region;
        private final long number;
        private List<Held> held;

        private Bucket(String region, long number, List<Held> held) {
            this.region = region;
            this.number = number;
            this.held = held;
        }

        private boolean is(String otherRegion, long otherNumber) {
            return number == otherNumber && region.equals(otherRegion);
        }
    }

    private final int perTable;
    private Bucket[] young;
    private Bucket[] old;
    private int youngCount;

    /** Holds at most so many. */
    KnownBuckets(int limit) {
        perTable = limit / 2;
        young = emptyTable();
        old = emptyTable();
    }

    /** What it holds; null when that is not known. */
    List<Held> find(String region, long number) {
        Bucket bucket = bucketOf(region, number);
        return bucket == null ? null : bucket.held;
    }

    void put(String region, long number, List<Held> held) {
        Bucket known = bucketOf(region, number);
        if (known == null) {
            add(new Bucket(region, number, held));
        } else {
            known.held = held;
        }
    }

    void forget(String region, long number) {
        Bucket known = bucketOf(region, number);
        if (known != null) {
            known.held = null;
        }
    }

    void forgetAll(String region) {
        forgetAll(young, region);
        forgetAll(old, region);
    }

    private static void forgetAll(Bucket[] table, String region) {
        for (Bucket bucket : table) {
            if (bucket != null && bucket.region.equals(region)) {
                bucket.held = null;
            }
        }
    }

    /** The bucket, which is then a young one; null when there is none. */
    private Bucket bucketOf(String region, long number) {
        Bucket bucket = young[slot(young, region, number)];
        if (bucket == null) {
            bucket = old[slot(old, region, number)];
            if (bucket != null) {
                add(bucket);
            }
        }
        return bucket;
    }

    private void add(Bucket bucket) {
        if (youngCount == perTable) {
            old = young;
            young = emptyTable();
            youngCount = 0;
        }
        young[slot(young, bucket.region, bucket.number)] = bucket;
        youngCount++;
    }

    /** Where it stands, or would stand. */
    private static int slot(Bucket[] table, String region, long number) {
        int mask = table.length - 1;
        int slot = (int) spread(number ^ region.hashCode()) & mask;
        while (table[slot] != null && !table[slot].is(region, number)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** Neighbouring buckets are numbers that tables confuse; spread over all bits (MurmurHash3), they are not. */
    private static long spread(long number) {
        long spread = (number ^ (number >>> 33)) * 0xFF51AFD7ED558CCDL;
        spread = (spread ^ (spread >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return spread ^ (spread >>> 33);
    }

    private Bucket[] emptyTable() {
        return new Bucket[Integer.highestOneBit(perTable) * 4];
    }
}
